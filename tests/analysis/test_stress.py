"""Plans against futures: regret by hand, values by single runs, breaks fed back."""

from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.goals.control import with_settings
from ppn_scenarios.analysis.goals.goal import reached, value_of
from ppn_scenarios.analysis.stress import (
    AS_BELIEVED,
    MINE,
    breaks,
    plans_at_first,
    plans_of,
    stress,
)
from ppn_scenarios.analysis.stress.breaks import beliefs_of
from ppn_scenarios.analysis.stress.futures import Stress, told_apart
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, Scenario
from ppn_scenarios.assumptions.futures import FUTURES, TRAINING, Change, Future
from ppn_scenarios.assumptions.goals import GOALS
from ppn_scenarios.assumptions.own_dates import own_date
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from tests.model.valid import scenarios

A = Goal("T4A", 2037)


def by_hand(values: list[list[float]], enough: float) -> Stress:
    """Two plans in two futures, the first as believed."""
    plans = {"mine": Scenario(), "other": Scenario(retention=0.05)}
    futures = (AS_BELIEVED, "leavers_up")
    return Stress(A, enough, enough, plans, futures, np.array(values))


def test_regret_of_two_plans_in_two_futures_by_hand() -> None:
    found = by_hand([[10.0, 4.0], [9.0, 7.0]], enough=7.0)
    assert found.regret.tolist() == [[0, 3], [1, 0]]
    assert found.met.tolist() == [[True, False], [True, True]]
    # Mean of 0 and 3; nine tenths of the way from 0 to 3; the most of both.
    assert found.regrets("mine") == pytest.approx((1.5, 2.7, 3.0))
    assert found.regrets("other") == pytest.approx((0.5, 0.9, 1.0))
    assert found.least_regret() == ("other",)
    assert (found.held("mine"), found.held("other")) == (0, 1)


def test_a_future_that_moves_no_plan_is_not_counted() -> None:
    found = by_hand([[10.0, 10.0], [7.0, 7.0]], enough=8.0)
    assert not found.touching.any()
    assert found.held("mine") == 0
    assert found.regrets("other") == pytest.approx((3, 3, 3))


def test_plans_that_are_as_good_are_both_regretted_least() -> None:
    assert by_hand([[5.0, 4.0], [5.0, 4.0]], enough=1.0).least_regret() == ("mine", "other")


def test_runs_that_differ_in_nothing_that_a_measure_rests_on_are_run_once() -> None:
    plain, required, kept = Scenario(), Scenario(mandate=1), Scenario(retention=0.05)
    runs = [plain, required, kept, replace(kept, mandate=1), plain]
    assert told_apart(runs, "fte") == ([plain, kept], [0, 0, 1, 1, 0])
    assert told_apart(runs, "trusts_led") == (runs[:4], [0, 1, 2, 3, 0])


def test_what_breaks_a_plan_for_staff_is_the_same_whoever_leads() -> None:
    plan, required = (Scenario(retention=0.05, mandate=law) for law in (0.0, 1.0))
    assert breaks(baseline(), plan, A) == breaks(baseline(), required, A)


@pytest.mark.parametrize("goal", [A, Goal("T1", 2033, level=0.7), Goal("need", 2035, "QWE", 0.7)])
def test_every_cell_is_what_a_run_of_its_own_gives(goal: Goal) -> None:
    mine = Scenario(leave_prac=0.12, places_other=6_000, mandate=1)
    found = stress(baseline(), plans_of((MINE, "keep_more"), mine), goal)
    for i, plan in enumerate(found.plans.values()):
        for j, future in enumerate(found.futures):
            then = plan if future == AS_BELIEVED else FUTURES[future].on(plan)
            assert found.values[i, j] == pytest.approx(value_of(goal, project(baseline(), then)))


def test_no_plan_is_refused() -> None:
    with pytest.raises(ValueError, match="no plan"):
        stress(baseline(), {}, A)


def test_plans_keep_the_readers_beliefs_and_come_once() -> None:
    mine = Scenario(leave_prac=0.12, retention=0.05)
    found = plans_of((MINE, "as_things_stand", "keep_more"), mine)
    assert list(found) == ["keep_more", "as_things_stand"], "keep more is my own plan"
    assert {plan.leave_prac for plan in found.values()} == {0.12}
    assert all(set(plans_at_first(goal)) <= {MINE, *PRESETS} for goal in GOALS)


# Futures


def test_there_are_nine_futures_or_more_each_with_a_meaning_and_a_reason() -> None:
    assert len(FUTURES) >= 9
    for future in FUTURES.values():
        assert future.meaning and future.why and future.changes
    assert len({future.label for future in FUTURES.values()}) == len(FUTURES)


@settings(max_examples=40)
@given(scenarios(), st.sampled_from(list(FUTURES)))
def test_a_future_of_any_scenario_is_one_that_can_be(scenario: Scenario, name: str) -> None:
    then = FUTURES[name].on(scenario)
    touched = {change.name for change in FUTURES[name].changes}
    touched |= {own_date(change.name, "start") for change in FUTURES[name].changes}
    changed = {k for k in ASSUMPTIONS if getattr(then, k) != getattr(scenario, k)}
    assert changed <= touched


def test_what_futures_do_is_relative_to_the_reader() -> None:
    mine = Scenario(leave_psy=0.08, external=1_000, post_freeze=4, places_other=6_500)
    pulled = FUTURES["market_pull"].on(mine)
    assert pulled.leave_psy == pytest.approx(0.1), "a quarter more, and that is the range's end"
    assert pulled.external == pytest.approx(700)
    assert FUTURES["posts_frozen"].on(mine).post_freeze == 4, "never less than the reader has"
    assert FUTURES["weak_uptake"].on(mine).places_other == 7_000, "the range ends there"
    assert FUTURES["digital"].on(Scenario(productivity=0.01)).productivity == 0.02


def test_training_a_year_late_starts_choices_of_training_a_year_later_and_no_other() -> None:
    dated = {"plan_start": 2028.0, "places_cp_start": 2030.0}
    late = asdict(FUTURES["training_late"].on(Scenario(**dated, places_cp=1_200, retention=0.05)))
    assert late["places_cp_start"] == 2031
    assert late["places_other_start"] == 2029
    assert late["retention_start"] == 0, "with the plan"
    assert late["plan_start"] == 2028
    last = FUTURES["training_late"].on(Scenario(plan_start=2036))
    assert all(getattr(last, own_date(name, "start")) == 0 for name in TRAINING)


def test_a_change_or_a_status_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="sideways"):
        Change(name="external", how="sideways", by=1)
    with pytest.raises(ValueError, match="guess"):
        Future(label="x", meaning="x", why="x", status="guess", changes=())


# Breaks


@settings(max_examples=8)
@given(
    scenarios(effects_on=0.0, need_method=4.0),
    st.sampled_from([A, Goal("T1", 2034, level=0.6), Goal("T14", 2033)]),
)
def test_what_breaks_a_plan_does_and_the_step_before_does_not(plan: Scenario, goal: Goal) -> None:
    found = breaks(baseline(), plan, goal)
    assert found.met == reached(goal, project(baseline(), plan))
    for b in found.beliefs[:3]:
        after = project(baseline(), with_settings(plan, {b.control: b.first}))
        before = project(baseline(), with_settings(plan, {b.control: b.last}))
        assert reached(goal, after) != found.met
        assert reached(goal, before) == found.met
        assert value_of(goal, after) == pytest.approx(b.value)


def test_the_belief_that_breaks_first_moves_least_and_switches_break_nothing() -> None:
    plan = Scenario(places_other=6_500, retention=0.03)
    found = breaks(baseline(), plan, A)
    assert found.met
    moves = [b.move for b in found.beliefs]
    assert moves == sorted(moves) and moves[0] > 0
    assert "cap_mode" not in beliefs_of(plan) and "h_funded" not in beliefs_of(plan)
    assert "h_funded" in beliefs_of(Scenario(funding=1))


def test_a_plan_that_misses_says_which_belief_would_save_it() -> None:
    found = breaks(baseline(), Scenario(), A)
    assert not found.met
    for b in found.beliefs:
        then = with_settings(Scenario(), {b.control: b.first})
        assert reached(A, project(baseline(), then))
