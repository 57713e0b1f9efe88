"""What the documents say is true, and what is generated is not stale."""

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, TARGETS
from ppn_scenarios.assumptions.glossary import GLOSSARY
from ppn_scenarios.assumptions.glossary_document import glossary_document
from ppn_scenarios.assumptions.lessons import lessons_document
from ppn_scenarios.assumptions.limits import LIMITS
from ppn_scenarios.assumptions.log import assumptions_log
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.scenes import scene_file
from ppn_scenarios.tables import queries
from ppn_scenarios.ui.pages import PAGES

ROOT = Path(__file__).parent.parent


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def python_in_the_readme() -> str:
    blocks = re.findall(r"```python\n(.*?)```", text("README.md"), re.S)
    assert len(blocks) == 1
    return str(blocks[0])


def printed_by_the_readme() -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(python_in_the_readme(), "README.md", "exec"), {})  # noqa: S102 - our own text
    return out.getvalue()


def test_the_assumptions_log_is_what_the_declarations_say() -> None:
    assert text("docs/ASSUMPTIONS.md") == assumptions_log(), (
        "stale: run `python -m ppn_scenarios log > docs/ASSUMPTIONS.md`"
    )


def test_the_lessons_are_what_the_declarations_say() -> None:
    assert text("docs/LEVERS.md") == lessons_document(), (
        "stale: run `python -m ppn_scenarios lessons > docs/LEVERS.md`"
    )


def test_the_glossary_is_what_the_declarations_say() -> None:
    questions = {Path(name).stem: page.question for name, page in PAGES.items()}
    assert text("docs/GLOSSARY.md") == glossary_document(questions), (
        "stale: run `python -m ppn_scenarios glossary > docs/GLOSSARY.md`"
    )


def test_every_meaning_that_is_another_s_names_a_source_in_the_register() -> None:
    register = set(queries.sources()["source_id"])
    assert {term.source_id for term in GLOSSARY} - {""} <= register


@pytest.mark.parametrize(("kind", "made"), [("scenario", scenario_file), ("scene", scene_file)])
def test_the_schema_of_each_kind_of_file_is_what_the_reader_of_files_holds(
    kind: str, made: Any
) -> None:
    assert text(f"docs/{kind}-file.schema.json") == made.schema(), (
        f"stale: run `python -m ppn_scenarios schema --of {kind}s > docs/{kind}-file.schema.json`"
    )


def test_the_code_in_the_readme_is_ten_lines_and_gives_the_headline_of_the_home_page() -> None:
    from ppn_scenarios.assumptions import Scenario
    from ppn_scenarios.ui.home import finding
    from ppn_scenarios.wording import staff
    from ppn_scenarios.wording.places import places

    assert len([line for line in python_in_the_readme().splitlines() if line.strip()]) <= 10
    printed = printed_by_the_readme()
    fte = float(printed.split(" FTE")[0].replace(",", ""))
    share = re.search(r"(\d+%) of trusts", printed)
    assert share
    on_the_page = finding(Scenario(), places()["england"])
    assert f"**{staff(fte)} full-time equivalent staff" in on_the_page
    assert f"**{share[1]} of trusts**" in on_the_page


EXAMPLE = re.compile(r"^## (.+?)\n.*?```python\n(.*?)```\n\n```text\n(.*?)```", re.M | re.S)


@pytest.mark.parametrize(
    ("code", "printed"),
    [pytest.param(*found[1:], id=found[0]) for found in EXAMPLE.findall(text("docs/PYTHON.md"))],
)
def test_an_example_of_the_python_prints_what_stands_under_it(code: str, printed: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "docs/PYTHON.md", "exec"), {})  # noqa: S102 - our own text
    assert out.getvalue() == printed


def test_the_document_on_python_has_every_public_name_and_every_measure() -> None:
    import ppn_scenarios
    from ppn_scenarios.analysis import MEASURES

    said = text("docs/PYTHON.md")
    examples = EXAMPLE.findall(said)
    assert len(examples) == len(re.findall("^## ", said, re.M)) == 7
    assert all(any(name in head for head, *_ in examples) for name in ppn_scenarios.__all__)
    listed = said.split("The names: ")[1].split("Raises")[0]
    assert sorted(re.findall(r"`(\w+)`", listed)) == sorted(MEASURES)


def test_the_changelog_states_the_headline_of_this_model_version() -> None:
    changelog = text("CHANGELOG.md")
    printed = printed_by_the_readme()
    assert f"model version {MODEL_VERSION}" in changelog
    assert f"| {printed.split(' in March')[0]} |" in changelog


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "data/README.md",
        "docs/MODEL.md",
        "docs/PYTHON.md",
        "docs/RUNNING.md",
    ],
)
def test_every_file_that_a_document_names_exists(name: str) -> None:
    said = re.sub(r"```.*?```", "", text(name), flags=re.S)
    found = re.findall(r"\]\(([^)#:]+)\)", said)
    found += re.findall(r"`((?:ppn_scenarios|tests|data|docs|pages)/[\w/.]*)`", text(name))
    missing = [
        f
        for f in found
        if f and not (ROOT / f).exists() and not (ROOT / name).parent.joinpath(f).exists()
    ]
    assert not missing
    assert found or name in ("CHANGELOG.md", "docs/RUNNING.md")


@pytest.mark.parametrize("name", ASSUMPTIONS)
def test_every_assumption_names_a_source_in_the_register(name: str) -> None:
    register = set(queries.sources()["source_id"])
    assert ASSUMPTIONS[name].source_id in register


@pytest.mark.parametrize("id", TARGETS)
def test_every_figure_of_a_target_is_in_the_table_of_published_figures(id: str) -> None:
    known = set(queries.policy_figures()["figure_id"])
    assert set(TARGETS[id].figures) <= known


def equations() -> list[tuple[str, str]]:
    rows = re.findall(r"^\| (E\d+) \|.*\| (`[^|]+`) \|$", text("docs/MODEL.md"), re.M)
    return [(number, name) for number, names in rows for name in re.findall(r"`([^`]+)`", names)]


def cited(number: str, code: str) -> bool:
    spans = re.findall(r"E(\d+)-E(\d+)", code)
    n = int(number[1:])
    within = any(int(low) <= n <= int(high) for low, high in spans)
    return within or re.search(rf"\b{number}\b", code) is not None


def test_every_equation_is_in_the_document_and_in_the_file_that_it_names() -> None:
    assert {number for number, _ in equations()} == {f"E{n}" for n in range(1, 20)}
    for number, name in equations():
        code = (ROOT / "ppn_scenarios" / "model" / name).read_text(encoding="utf-8")
        assert cited(number, code), f"{name} does not cite {number}"


def test_the_document_on_the_model_opens_with_the_limits_that_the_page_shows() -> None:
    opening = " ".join(text("docs/MODEL.md").split("## What is counted")[0].split())
    for limit in LIMITS:
        assert limit in opening
