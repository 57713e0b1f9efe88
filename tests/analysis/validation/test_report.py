"""The report is what the checks find; a check that gets worse stops the command."""

import ast
import re
from pathlib import Path

import pytest

from ppn_scenarios import validate as command
from ppn_scenarios.__main__ import COMMANDS, main
from ppn_scenarios.analysis.validation import backtest, policy_checks, staff_checks
from ppn_scenarios.analysis.validation.bands import (
    FURTHER,
    ONE_YEAR,
    THREE_YEARS,
    Band,
    error_band,
)
from ppn_scenarios.analysis.validation.check import FAILED, PASSED, UNTESTED, Check, Result
from ppn_scenarios.analysis.validation.report import (
    CHECKS,
    INVARIANTS,
    OTHER_TESTS,
    report,
    run_checks,
)
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def found() -> list[tuple[Check, Result]]:
    return run_checks(baseline())


def test_the_report_is_what_the_checks_find_now(found: list[tuple[Check, Result]]) -> None:
    text = (ROOT / "docs" / "VALIDATION.md").read_text(encoding="utf-8")
    date = re.search(r"Last run on (\d{4}-\d{2}-\d{2})\.", text)
    assert date
    assert text == report(found, date[1]), (
        "docs/VALIDATION.md is stale: run `python -m ppn_scenarios validate`, and read what changed"
    )


def test_the_record_is_of_what_the_checks_find_now(found: list[tuple[Check, Result]]) -> None:
    text = (ROOT / "docs" / "validation_record.csv").read_text(encoding="utf-8")
    assert text == command.record_of(found), (
        "run `python -m ppn_scenarios validate`; if a change is meant, add --accept"
    )


def test_every_check_has_a_name_of_its_own_and_says_what_passes_and_why() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    assert all(check.band and check.source and check.what for check in CHECKS)


def test_the_growth_of_2019_to_2023_is_missed_and_the_report_says_so_first(
    found: list[tuple[Check, Result]],
) -> None:
    """A miss is a finding. If the model ever hits, look for what was tuned before changing this."""
    outcome = {check.id: result for check, result in found}
    assert outcome["england-total"].outcome == FAILED
    text = report(found, "2026-01-01")
    assert text.index("## Failed") < text.index("england-total") < text.index("## Passed")


def test_the_back_test_of_england_uses_no_count_after_2019() -> None:
    b = staff_checks.england(baseline())
    assert b.years == (2019, 2020, 2021, 2022, 2023)
    assert b.projected[0] == pytest.approx(18_411)
    assert dict(b.observed) == {2023: 27_800}
    assert not b.fitted
    assert b.error[2023] == pytest.approx(b.projected[-1] / 27_800 - 1)


def test_the_joiners_that_explain_england_do_explain_it() -> None:
    """Staff grow in a straight line with joiners: two runs tell what any number would do."""
    starts = staff_checks.england_starts(baseline())
    history = {2019: 18_411.0, 2023: 27_800.0}
    few, many = (
        backtest(history, starts, 2019, 2023, scenario=Scenario(external=lever), draws=64)
        for lever in (850, 2000)
    )
    a_joiner = (many.projected[-1] - few.projected[-1]) / (many.external - few.external)
    needed = staff_checks.joiners_that_explain_it(baseline())
    reached = few.projected[-1] + a_joiner * (needed - few.external)
    assert reached == pytest.approx(27_800, rel=1e-6)


@pytest.mark.parametrize(
    ("years", "band"), [(1, ONE_YEAR), (2, THREE_YEARS), (3, THREE_YEARS), (4, FURTHER)]
)
def test_errors_may_be_larger_further_ahead(years: int, band: Band) -> None:
    assert error_band(years) is band
    assert band.holds(band.high)
    assert not band.holds(band.high + 1e-9)


def test_the_reverse_table_reproduces_the_paces_of_the_specification() -> None:
    """Against what 2019 to 2023 did: A 0.90 to 1.07, B 1.15 to 1.33, C 1.56 to 1.75 times."""
    table = policy_checks.reverse_table(baseline())
    times = {
        name: (row[0] / table["2019-23"][0], row[-1] / table["2019-23"][-1])
        for name, row in table.items()
    }
    assert times["T4A"] == pytest.approx((0.90, 1.07), abs=0.006)
    assert times["T4B"] == pytest.approx((1.15, 1.33), abs=0.006)
    assert times["T4C"] == pytest.approx((1.56, 1.75), abs=0.006)


def some(outcome: str) -> list[tuple[Check, Result]]:
    return [(CHECKS[0], Result(outcome, "a value"))]


@pytest.mark.parametrize(
    ("before", "now", "worse"),
    [
        (PASSED, PASSED, False),
        (PASSED, FAILED, True),
        (PASSED, UNTESTED, True),
        (FAILED, FAILED, False),
        (FAILED, PASSED, False),
        (UNTESTED, FAILED, False),
    ],
)
def test_only_what_passed_before_can_get_worse(before: str, now: str, worse: bool) -> None:
    text = command.record_of(some(before))
    assert command.recorded(text) == {CHECKS[0].id: before}
    assert command.got_worse(command.recorded(text), some(now)) == [CHECKS[0].id] * worse


def test_a_check_that_passed_and_is_gone_has_got_worse() -> None:
    assert command.got_worse({"no-longer-here": PASSED}, some(PASSED)) == ["no-longer-here"]


def test_the_command_writes_the_report_and_stops_on_what_got_worse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "run_checks", lambda _: some(PASSED))
    assert command.validate(accept=True, docs=tmp_path)[0] == 0
    record = (tmp_path / "validation_record.csv").read_bytes()
    monkeypatch.setattr(command, "run_checks", lambda _: some(FAILED))
    code, said = command.validate(accept=False, docs=tmp_path, today="2026-01-01")
    assert code == 1
    assert f"PASSED BEFORE AND DOES NOT NOW: {CHECKS[0].id}" in said
    assert (tmp_path / "validation_record.csv").read_bytes() == record  # only --accept writes it
    assert "Last run on 2026-01-01" in (tmp_path / "VALIDATION.md").read_text(encoding="utf-8")
    assert command.validate(accept=True, docs=tmp_path)[0] == 0
    assert command.validate(accept=False, docs=tmp_path)[0] == 0


def test_without_a_record_nothing_can_have_got_worse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "run_checks", lambda _: some(FAILED))
    assert command.validate(accept=False, docs=tmp_path)[0] == 0


def test_a_result_is_one_of_three() -> None:
    with pytest.raises(ValueError, match="'perhaps' is not one of passed, failed"):
        Result("perhaps", "a value")


@pytest.mark.parametrize("row", INVARIANTS, ids=lambda row: row[0])
def test_every_invariant_in_the_report_has_its_test(row: tuple[str, str, str, str]) -> None:
    _, _, file, begins = row
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert any(name.startswith(begins) for name in names), f"{file} has no {begins}..."


def test_every_other_test_that_the_report_names_is_there() -> None:
    assert [where for _, where in OTHER_TESTS if not (ROOT / where).exists()] == []


@pytest.mark.parametrize("asked", [[], ["help"], ["validate", "--force"], ["log", "validate"]])
def test_a_command_that_is_none_is_answered_with_what_there_is(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2
    said = capsys.readouterr().err
    assert all(command in said for command in COMMANDS)


def test_only_a_back_test_opens_england_by_itself() -> None:
    """What analysis looks at is handed to it; the exception is in the table of rooms."""
    files = (ROOT / "ppn_scenarios" / "analysis").rglob("*.py")
    opens = [f.name for f in files if "ppn_scenarios.opening" in f.read_text(encoding="utf-8")]
    assert opens == ["replay.py"]
