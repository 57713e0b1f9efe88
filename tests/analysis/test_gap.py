"""A difference from things as they stand: its parts, its rounding, and the three lines drawn."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.gap import Gap, Runs, gap, in_steps
from ppn_scenarios.analysis.lines import (
    AS_THINGS_STAND,
    BELIEVED,
    MINE,
    band,
    three_honest,
)
from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.assumptions import ASSUMPTIONS
from tests.analysis.small_england import projection

NUMBERS = st.floats(-1e6, 1e6)


def runs(mine: Scenario) -> Runs:
    return projection(), projection(mine.beliefs_only()), projection(mine)


@given(published=NUMBERS, believed=NUMBERS, planned=NUMBERS)
def test_the_parts_of_a_difference_add_up_to_it(published, believed, planned):
    found = Gap("fte", ENGLAND, 2037, published, believed, planned)
    assert found.from_beliefs + found.from_choices == pytest.approx(found.whole, abs=1e-9)


@given(
    published=NUMBERS,
    believed=NUMBERS,
    planned=NUMBERS,
    step=st.sampled_from([0.01, 10.0, 100.0]),
)
def test_rounded_parts_add_up_and_are_off_by_less_than_a_step(published, believed, planned, step):
    found = Gap("fte", ENGLAND, 2037, published, believed, planned)
    whole, beliefs, choices = in_steps(found, step)
    assert beliefs + choices == whole
    assert abs(whole * step - found.whole) <= step * 0.5000001
    assert abs(beliefs * step - found.from_beliefs) <= step * 1.0000001
    assert abs(choices * step - found.from_choices) <= step * 1.0000001


def test_the_smaller_part_is_rounded_and_the_larger_is_the_rest() -> None:
    # 1.4 and 10.4 are 11.8 together: 1 and 11 of 12, and not 2 and 10.
    assert in_steps(Gap("fte", ENGLAND, 2037, 0, 1.4, 11.8), 1) == (12, 1, 11)
    assert in_steps(Gap("fte", ENGLAND, 2037, 0, 10.4, 11.8), 1) == (12, 11, 1)


@pytest.mark.parametrize("place", [ENGLAND, "Y56", "QWU"])
@pytest.mark.parametrize("measure", ["fte", "trusts_led"])
def test_the_parts_are_those_of_three_runs_made_by_hand(measure: str, place: str) -> None:
    """Beliefs and choices are told apart by their declarations, not by the code under test."""
    mine = Scenario(leave_ther=0.08, h_encourage=0.2, retention=0.05, mandate=1)
    only = {k: v for k, v in asdict(mine).items() if ASSUMPTIONS[k].kind == "belief"}
    three = (
        project(baseline(), Scenario()),
        project(baseline(), Scenario(**only)),
        project(baseline(), mine),
    )
    found = gap(three, measure, 2035, place)
    values = [MEASURES[measure](run, place).at(2035)[1] for run in three]
    assert only["leave_ther"] == 0.08
    assert found.from_beliefs == pytest.approx(values[1] - values[0], abs=1e-9)
    assert found.from_choices == pytest.approx(values[2] - values[1], abs=1e-9)
    assert found.whole == pytest.approx(values[2] - values[0], abs=1e-9)
    assert found.from_beliefs > 0
    assert found.from_choices > 0


def test_things_as_they_stand_differ_in_nothing_from_themselves() -> None:
    found = gap(runs(Scenario()), "fte", 2037)
    assert (found.whole, found.from_beliefs, found.from_choices) == (0, 0, 0)


@pytest.mark.parametrize(
    ("mine", "names"),
    [
        (Scenario(), [AS_THINGS_STAND]),
        (Scenario(retention=0.05), [AS_THINGS_STAND, MINE]),
        (Scenario(leave_psy=0.05), [AS_THINGS_STAND, MINE]),
        (Scenario(leave_psy=0.05, retention=0.05), [AS_THINGS_STAND, BELIEVED, MINE]),
        # a belief about leaders moves no staff, so that line would lie on the first
        (Scenario(fill_time=0.5, retention=0.05), [AS_THINGS_STAND, MINE]),
    ],
)
def test_each_of_three_lines_is_drawn_only_where_it_differs(mine, names) -> None:
    found = three_honest("fte", runs(mine), ENGLAND)
    assert [line.name for line in found] == names


def test_the_line_of_beliefs_alone_has_the_values_of_their_run() -> None:
    mine = Scenario(leave_psy=0.05, retention=0.05)
    line = three_honest("fte", runs(mine), "Q01")[1]
    series = MEASURES["fte"](projection(Scenario(leave_psy=0.05)), "Q01")
    assert line.kind == "believed"
    assert (line.low, line.value, line.high) == (
        tuple(series.low),
        tuple(series.mid),
        tuple(series.high),
    )


def test_the_band_is_the_middle_eighty_percent_of_the_draws() -> None:
    found = simulate(baseline(), Scenario(), [("fte", ENGLAND)], n=101)["fte", ENGLAND]
    line = band("Mine", found.band(), since=2030)
    assert line.kind == "band"
    assert line.years == tuple(range(2030, 2038))
    ordered = sorted(found.values[:, -1])
    assert (line.low[-1], line.value[-1], line.high[-1]) == (
        ordered[10],
        ordered[50],
        ordered[90],
    )
