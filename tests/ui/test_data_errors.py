"""Data that break a rule: the page names the place and shows nothing; mended, it works again."""

import functools
import importlib
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import ppn_scenarios
from ppn_scenarios.sharing.markup import plain
from ppn_scenarios.tables import database

from .reader import HOME, NUMBERS, ROOT, arrive, assert_sound, finding

Damage = Callable[[str, str, str], None]


def forget() -> None:
    """Forget all that the server has worked out, as if it had just started."""
    for module in pkgutil.walk_packages(ppn_scenarios.__path__, "ppn_scenarios."):
        if not module.name.endswith("__main__"):
            for held in vars(importlib.import_module(module.name)).values():
                if hasattr(held, "cache_clear"):
                    held.cache_clear()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the data that the app uses instead of its own."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy)
    monkeypatch.setattr(database, "connect", functools.partial(database.connect, copy))
    forget()
    yield copy
    monkeypatch.undo()
    forget()


def replace_once(path: Path, old: str, new: str) -> int:
    """Change one text in a file, and return the line that it is on."""
    content = path.read_text("utf-8")
    assert content.count(old) == 1, f"{old!r} is there {content.count(old)} times"
    path.write_text(content.replace(old, new), "utf-8")
    return content[: content.index(old)].count("\n") + 1


def refused(app: AppTest) -> str:
    """What the page says of the data, having shown nothing else."""
    assert not app.exception, [e.message for e in app.exception]
    assert not app.info
    assert not app.get("vega_lite_chart")
    assert not app.sidebar.slider
    (box,) = app.error
    assert box.proto.title == "The data did not pass their checks, so nothing is shown"
    return plain(box.value)


def test_a_copy_of_the_data_that_is_sound_works(data):
    app = arrive()
    assert_sound(app)
    assert finding(app)


@pytest.mark.parametrize(
    ("file", "old", "new", "column", "rule"),
    [
        ("workforce_history.csv", "27800", "plenty", "fte", "not a"),
        ("ics.csv", ",1875577,", ",-1875577,", "registered_population", "registered_population"),
        ("trust.csv", "R0A,", "G6V2S,", "", "G6V2S"),
    ],
)
def test_a_damaged_cell_is_named_by_file_line_column_and_rule(data, file, old, new, column, rule):
    line = replace_once(data / file, old, new)
    said = refused(arrive())
    assert f"data/{file}" in said
    assert f"line {line}" in said
    assert column in said
    assert rule in said


def test_what_stands_in_a_cell_is_shown_as_text_and_not_at_length(data):
    picture = "![x](http://here.example/x.png)"
    replace_once(data / "workforce_history.csv", "27800", picture + "a" * 5_000)
    app = arrive()
    assert f"'{picture}aaa" in refused(app)
    assert len(refused(app)) < 500
    assert "![x](" not in app.error[0].value


def test_a_missing_file_is_named(data):
    (data / "trust.csv").unlink()
    assert "data/trust.csv" in refused(arrive())


def test_every_problem_has_a_line_of_its_own(data):
    replace_once(data / "workforce_history.csv", "27800", "plenty")
    replace_once(data / "ics.csv", ",1875577,", ",many,")
    lines = refused(arrive()).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("- data/") for line in lines)


def test_a_sum_that_no_longer_adds_up_is_refused(data):
    replace_once(data / "ics_fte_estimate.csv", "QE1,0.0293698041", "QE1,0.1293698041")
    said = refused(arrive())
    assert "data/checks.sql: each proxy of the estimate adds to 1" in said
    assert "1.1" in said


def test_the_page_on_numbers_refuses_too(data):
    replace_once(data / "workforce_history.csv", "27800", "plenty")
    app = arrive()
    app.switch_page(NUMBERS).run()
    assert "workforce_history.csv" in refused(app)


def test_the_same_visit_works_again_once_the_data_are_mended(data):
    path = data / "workforce_history.csv"
    replace_once(path, "27800", "plenty")
    app = arrive(HOME, retention=0.05)
    refused(app)
    replace_once(path, "plenty", "27800")
    app.run()
    assert_sound(app)
    assert finding(app)
    assert app.session_state["scenario"].retention == 0.05


def test_the_projects_own_data_are_back_after_these_tests():
    assert database.connect.__module__ == "ppn_scenarios.tables.database"
    assert_sound(arrive())
