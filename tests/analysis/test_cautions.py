"""Implausible combinations: each is found, none of things as they stand, each has a way out."""

from dataclasses import replace

import numpy as np
import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis.cautions import CAUTIONS, cautions, dry
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS

CASES: dict[str, dict[str, float]] = {
    "waiting": {"places_other": 7000, "post_growth": 0},
    "above_posts": {"cap_mode": 0, "places_other": 7000, "post_growth": 0},
    "mandate_first": {"mandate": 1, "mandate_year": 2026},
    "too_late": {"places_cp": 1400, "plan_start": 2034},
    "both_ends": {"demand_growth": 0, "productivity": 0.02},
    "many_ends": {"leave_psy": 0.03, "retire": 0.01, "external": 2000},
    "over_complied": {"ceiling_funded": 1, "ceiling_mandated": 0.95},
    "switch_off": {"eps_ret": 0.05},
    "no_effect": {"effects_on": 1},
}


def found(scenario: Scenario) -> set[str]:
    """The cautions that hold."""
    plain = replace(scenario, effects_on=0)
    return {one.id for one in cautions(project(baseline(), plain), scenario)}


def test_every_caution_has_a_case_but_the_one_that_no_lever_reaches():
    assert {one.id for one in CAUTIONS} == {*CASES, "dry"}


@pytest.mark.parametrize("preset", PRESETS)
def test_nothing_is_to_check_in_what_we_offer_ready_made(preset):
    assert found(PRESETS[preset].scenario) == set()


@pytest.mark.parametrize("id", CASES)
def test_each_combination_is_found_and_its_fix_ends_it(id):
    scenario = Scenario(**CASES[id])
    assert id in found(scenario)
    one = next(one for one in CAUTIONS if one.id == id)
    assert one.fixed(scenario) != scenario
    assert id not in found(one.fixed(scenario))


@pytest.mark.parametrize(
    "levers",
    [
        {"mandate_year": 2026},
        {"mandate": 1, "mandate_year": 2027},
        {"plan_start": 2034},
        {"places_cp": 1400, "plan_start": 2033},
        {"demand_growth": 0, "productivity": 0.01},
        {"leave_psy": 0.03, "retire": 0.01},
        {"eps_ret": 0.05, "effects_on": 1},
        {"ceiling_encouraged": 0.95, "ceiling_mandated": 0.95},
    ],
    ids=str,
)
def test_what_only_comes_near_is_not_warned_of(levers):
    assert found(Scenario(**levers)) == set()


def test_a_pool_that_is_too_small_for_the_posts_is_found():
    start = baseline()
    few = replace(start, inputs=replace(start.inputs, lead_eligible=0.01))
    assert not dry(Scenario(), project(start, Scenario()))
    run = project(few, Scenario(mandate=1))
    assert np.any(run.pool[0] < run.posts[0].sum(axis=-1))
    assert dry(Scenario(mandate=1), run)


def test_every_fix_is_a_scenario_at_either_end_of_all_levers():
    for end in ("low", "high"):
        scenario = Scenario(**{name: getattr(a, end) for name, a in ASSUMPTIONS.items()})
        for one in CAUTIONS:
            assert isinstance(one.fixed(scenario), Scenario)


@pytest.mark.parametrize(("growth", "told"), [(0.01, True), (0.015, False)])
def test_who_waits_for_a_post_is_told_of_from_one_in_a_hundred_on(growth, told):
    run = project(baseline(), Scenario(post_growth=growth))
    for_each_in_post = [
        float(run.unplaced[0, t].sum() / run.in_post[0, t].sum()) for t in range(len(run.years))
    ]
    assert 0.005 < max(for_each_in_post) < 0.02
    assert (max(for_each_in_post) > 0.01) == told
    assert ("waiting" in found(Scenario(post_growth=growth))) == told
