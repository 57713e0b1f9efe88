"""Shares of the spread that pages keep: those of the scenario, whoever else they were made for."""

from dataclasses import replace

import pytest

from ppn_scenarios.analysis.sensitivity import sobol
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.indices import SAMPLES, indices, spread

PLAN = Scenario(encouragement=0.5, retention=0.05, demand_growth=0.01)


@pytest.mark.parametrize(
    "scenario",
    [
        PLAN,
        replace(PLAN, mandate=1),
        replace(PLAN, funding=1),  # two more beliefs are drawn
        replace(PLAN, supervision_cap=1, leave_psy=0.09),  # and one
        Scenario(leave_psy=0.1, retention=0.12, mandate=1, need_method=1),
    ],
)
def test_shares_are_those_of_the_whole_scenario(scenario: Scenario) -> None:
    for measure in ("fte", "trusts_led"):
        whole = sobol(baseline(), scenario, measure, 2037, n=SAMPLES)
        assert list(indices(scenario, measure, 2037)) == whole


def test_a_lever_of_the_other_half_works_nothing_out_again() -> None:
    staff, leaders = (indices(PLAN, measure, 2037) for measure in ("fte", "trusts_led"))
    assert indices(replace(PLAN, encouragement=0.6), "fte", 2037) is staff
    moved = replace(PLAN, retention=0.06)
    assert indices(moved, "fte", 2037) is not staff
    assert indices(moved, "trusts_led", 2037) is leaders


def test_leaders_are_no_others_only_while_people_are_known_to_be_plenty() -> None:
    moved = replace(PLAN, retention=0.07)
    assert spread(replace(PLAN, encouragement=0), "fte", 2037).plenty
    mine = indices(moved, "trusts_led", 2036)  # its staff have not been drawn yet
    assert mine is not indices(PLAN, "trusts_led", 2036)
    assert list(mine) == sobol(baseline(), moved, "trusts_led", 2036, n=SAMPLES)
