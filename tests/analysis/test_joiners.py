"""The reverse test for the reader's own rate of leaving, worked out from the tables alone."""

import csv
import math
from pathlib import Path

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.joiners import HAZARDS, PACE, hazard_of, joiners, joining
from ppn_scenarios.analysis.validation.published import REVERSE

INPUTS = Path(__file__).resolve().parents[2] / "data" / "model_input.csv"


def weighted_hazard(leave: dict[str, float], retire: float) -> float:
    """The rate at which staff of 2023 go, from the file of inputs by plain arithmetic."""
    with INPUTS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    def given(name: str, family: str, grade: str) -> float:
        found = [
            float(r["value"])
            for r in rows
            if (r["input"], r["family"], r["grade"]) == (name, family, grade)
        ]
        assert len(found) == 1
        return found[0]

    return sum(
        given("stock_share", family, "all")
        * given("grade_share", family, grade)
        * (
            leave[family] * given("leaving_relative", family, grade)
            + retire * given("retirement_relative", family, grade)
        )
        for family in leave
        for grade in ("qualified", "senior", "lead")
    )


@pytest.mark.parametrize(
    "changes",
    [{}, {"leave_psy": 0.03, "leave_ther": 0.14, "leave_prac": 0.10, "retire": 0.04}],
)
def test_the_rate_of_leaving_is_that_of_all_staff_of_2023(changes: dict[str, float]) -> None:
    mine = Scenario(**changes)
    leave = {
        "psychologists": mine.leave_psy,
        "therapists": mine.leave_ther,
        "practitioners": mine.leave_prac,
    }
    expected = weighted_hazard(leave, mine.retire)
    assert hazard_of(project(baseline(), mine)) == pytest.approx(expected, rel=1e-9)


def test_at_the_published_rates_the_table_of_the_specification_comes_out() -> None:
    found = joiners(baseline(), 0.11)
    for name, row in REVERSE.items():
        mine = found[PACE if name == "2019-23" else name]
        assert [value / 1000 for value in mine.by_hazard] == pytest.approx(row, abs=0.0501)
        assert mine.mine == mine.by_hazard[HAZARDS.index(0.11)]


@pytest.mark.parametrize("changes", [{}, {"places_other": 7_000, "post_growth": 0.065}])
def test_who_joins_in_a_run_takes_staff_about_as_far_as_the_run_goes(changes) -> None:
    """A check by the other way round: joiners on average and the rate of leaving alone."""
    run = project(baseline(), Scenario(**changes))
    hazard, each_year = hazard_of(run), joining(run)
    staff = 27_800.0
    for _ in range(14):
        staff = staff * math.exp(-hazard) + each_year * math.exp(-hazard / 2)
    assert staff == pytest.approx(MEASURES["fte"](run, ENGLAND).at(2037)[1], rel=0.03)
