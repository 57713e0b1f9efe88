"""The effect at which leadership posts repay the clinical time they take."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from ppn_scenarios.analysis.breakeven import LARGEST, BreakEven, break_even, gain
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline as opening
from tests.analysis.small_england import england
from tests.model.valid import scenarios

ONE_WAY = replace(england(), share=england().share[0])


def mean_filled(scenario: Scenario, required: bool, share: float, count: float) -> list[float]:
    """Posts filled over each year from 2024 to 2037, month by month in plain Python."""
    filled = count * share
    vacant = min(filled * scenario.lead_turnover * scenario.fill_time, count - filled)

    def monthly(hazard: float) -> float:
        return 1 - math.exp(-hazard / 12)

    fill, leave = monthly(1 / scenario.fill_time), monthly(scenario.lead_turnover)
    cut, years = monthly(scenario.abolish), []
    for year in range(2024, 2038):
        forced = required and year > scenario.mandate_year
        ceiling = scenario.ceiling_mandated if forced else scenario.ceiling_encouraged
        create = monthly(scenario.h_mandate if forced else scenario.h_encourage)
        total = 0.0
        for _ in range(12):
            created = max(ceiling * count - vacant - filled, 0) * create
            hired = vacant * fill
            vacant, filled = (
                (vacant - hired) * (1 - cut) + created + filled * leave,
                filled * (1 - leave) * (1 - cut) + hired,
            )
            total += filled / 12
        years.append(total)
    return years


def test_with_no_effect_the_loss_is_the_time_of_the_extra_leaders() -> None:
    scenario, start = Scenario(backfill=0.25, plan_start=2026), ONE_WAY
    counts = [(f"cppo_base_{k}", start.trusts[:, i].sum()) for i, k in enumerate(start.trust_types)]
    extra = {
        True: [mean_filled(scenario, True, getattr(scenario, name), n) for name, n in counts],
        False: [mean_filled(scenario, False, getattr(scenario, name), n) for name, n in counts],
    }
    trusts = np.sum(extra[True], axis=0) - np.sum(extra[False], axis=0)
    systems = np.array(mean_filled(scenario, True, scenario.ics_base, 4)) - np.array(
        mean_filled(scenario, False, scenario.ics_base, 4)
    )
    # A quarter is back-filled from the year that ends in March 2027, none before. No extra post
    # exists until 2029, so three quarters of the time is lost throughout.
    lost = (trusts * scenario.lead_wte + systems * scenario.ics_wte) * 0.75
    assert -gain(start, scenario, np.zeros(1))[0] == pytest.approx(lost.sum(), rel=1e-9)
    assert break_even(start, scenario).cost == pytest.approx(lost.sum(), rel=1e-9)


def test_at_the_effect_found_posts_neither_gain_nor_lose() -> None:
    found = break_even(opening(), Scenario())
    assert found.effect is not None
    middle = replace(opening(), share=opening().share[0])
    assert abs(gain(middle, Scenario(), np.array([found.effect]))[0]) < 1e-4 * found.cost
    assert found.within_evidence == (found.effect <= ASSUMPTIONS["eps_ret"].high)


def test_the_gain_is_that_of_the_areas_added_up() -> None:
    """The effect differs between areas, so England as one area would be a little off."""
    middle = replace(opening(), share=opening().share[0])
    effects = np.array([0.0, 0.02, 0.05])
    totals = []
    for mandate in (1.0, 0.0):
        runs = [
            project(middle, Scenario(mandate=mandate, cap_mode=0, effects_on=1, eps_ret=e))
            for e in effects
        ]
        totals.append([MEASURES["clinical_fte"](r, ENGLAND).values.sum() for r in runs])
    by_hand = np.array(totals[0]) - np.array(totals[1])
    assert gain(middle, Scenario(), effects) == pytest.approx(by_hand, rel=1e-9)
    found = break_even(opening(), Scenario())
    assert found.cost == pytest.approx(-by_hand[0], rel=1e-9)


@given(scenarios(support=1.0))
@settings(max_examples=10)
def test_a_larger_effect_never_repays_less(scenario: Scenario) -> None:
    gains = gain(ONE_WAY, scenario, np.linspace(0, LARGEST, 11))
    assert (np.diff(gains) >= -1e-9 * max(1.0, np.abs(gains).max())).all()


@given(scenarios())
@settings(max_examples=10)
def test_any_scenario_has_an_answer_or_says_there_is_none(scenario: Scenario) -> None:
    found = break_even(england(), scenario)
    assert math.isfinite(found.cost)
    if found.effect is None:
        assert gain(ONE_WAY, scenario_alone(scenario), np.array([LARGEST]))[0] < 0
        assert not found.within_evidence
    else:
        assert 0 <= found.effect <= LARGEST


def scenario_alone(scenario: Scenario) -> Scenario:
    """The scenario with no effect but the one that is solved for."""
    return replace(scenario, eps_rec=0.0, eps_train=0.0, eps_prod=0.0)


def test_where_posts_have_no_support_nothing_repays_them() -> None:
    found = break_even(england(), Scenario(support=0.0))
    assert found.effect is None
    assert found.cost > 0
    assert not found.within_evidence


def test_posts_that_take_no_clinical_time_need_no_effect() -> None:
    found = break_even(england(), Scenario(backfill=1.0))
    assert found.effect == 0
    assert found.cost == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    "changes",
    [
        {"mandate": 1.0},
        {"effects_on": 1.0, "eps_ret": 0.05},
        {"cap_mode": 0.0},
        {"eps_rec": 0.05, "eps_train": 0.1, "eps_prod": 0.02, "effects_on": 1.0},
    ],
)
def test_what_the_question_itself_sets_changes_no_answer(changes: dict[str, float]) -> None:
    plain, changed = break_even(england(), Scenario()), break_even(england(), Scenario(**changes))
    assert changed == plain


def test_the_evidence_is_the_range_declared() -> None:
    assert break_even(england(), Scenario()).evidence == (-0.02, 0.054)
    assert BreakEven(0.05, 1.0, (-0.02, 0.054)).within_evidence
    assert not BreakEven(0.06, 1.0, (-0.02, 0.054)).within_evidence
