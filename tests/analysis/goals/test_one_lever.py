"""What one lever needs, fed back through the model that every page runs."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq

from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.draws import values_of
from ppn_scenarios.analysis.goals import Goal, alone
from ppn_scenarios.analysis.goals.control import control, with_settings
from ppn_scenarios.analysis.goals.goal import reached, value_of
from ppn_scenarios.analysis.goals.runs import Runs
from ppn_scenarios.analysis.goals.trials import ground_for
from ppn_scenarios.analysis.sensitivity import results
from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.assumptions.goals import GOALS, LEVELS, OURS, SETTINGS, ticked_at_first
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from tests.model.valid import scenarios

SOME_PLACES = ("england", "Y56", "QWE")
goals = st.builds(
    Goal,
    st.sampled_from([id for id in GOALS if id not in ("T3", "T6")]),
    st.integers(2028, 2037),
    st.sampled_from(("england", *SOME_PLACES)),
    st.none() | st.sampled_from(LEVELS).map(lambda percent: percent / 100),
).filter(lambda goal: not goal.why_not(baseline(), Scenario()))
plain = scenarios(effects_on=0.0, need_method=4.0)


def met(goal: Goal, scenario: Scenario) -> bool:
    """Whether a scenario reaches a goal, by a run of its own."""
    return reached(goal, project(baseline(), scenario))


@settings(max_examples=25)
@given(plain, goals, st.lists(st.sampled_from(OURS), min_size=1, max_size=3, unique=True))
def test_what_a_lever_needs_reaches_the_goal_and_no_smaller_change_does(
    scenario: Scenario, goal: Goal, ticked: list[str]
) -> None:
    found = alone(baseline(), scenario, goal, ticked)
    assert found.met == met(goal, scenario)
    for lever in found.levers:
        c = lever.control
        if lever.needed is None:
            assert not met(goal, with_settings(scenario, {c: lever.best}))
            continue
        needed = with_settings(scenario, {c: lever.needed})
        assert met(goal, needed)
        assert lever.needed == c.now or c.settings[lever.needed][0] in (
            *ASSUMPTIONS[c.id].positions,
            getattr(scenario, c.id),
        ), "an answer stands on a step of the slider"
        nearer = np.abs(c.shares() - c.shares()[c.now]).round(9)
        closer = np.flatnonzero(nearer < nearer[lever.needed])
        for other in closer[[0, -1]] if closer.size else ():
            assert not met(goal, with_settings(scenario, {c: int(other)}))


def root_of(goal: Goal, start: Scenario, name: str) -> float:
    """Where a lever's value reaches a goal exactly, by Brent's method on runs of their own."""
    a = ASSUMPTIONS[name]

    def missing(value: float) -> float:
        run = project(baseline(), replace(start, **{name: value}))
        return value_of(goal, run) - goal.threshold(baseline())

    return float(brentq(missing, a.default, a.high, xtol=1e-9))


@pytest.mark.parametrize("place", SOME_PLACES)
@pytest.mark.parametrize(("year", "name"), [(2036, "retention"), (2033, "places_newrole")])
def test_a_lever_needs_the_first_step_after_the_root_that_brents_method_finds(
    year: int, name: str, place: str
) -> None:
    start, goal = Scenario(leave_prac=0.12, post_growth=0.05), Goal("need", year, place)
    ends = (start, replace(start, **{name: ASSUMPTIONS[name].high}))
    values = [value_of(goal, project(baseline(), scenario)) for scenario in ends]
    goal = replace(goal, level=0.6 * values[0] + 0.4 * values[1])
    lever = alone(baseline(), start, goal, [name]).levers[0]
    assert lever.needed is not None
    root, step = root_of(goal, start, name), ASSUMPTIONS[name].step
    assert root - 1e-6 <= lever.control.settings[lever.needed][0] < root + step


def test_brents_method_agrees_on_the_places_that_the_plan_needs() -> None:
    goal = Goal("T4A", 2037)
    lever = alone(baseline(), Scenario(), goal, ["places_other"]).levers[0]
    assert lever.needed is not None
    root = root_of(goal, Scenario(), "places_other")
    assert root <= lever.control.settings[lever.needed][0] < root + 100


def test_a_lever_that_first_lowers_a_result_is_answered_from_its_whole_range() -> None:
    """More new roles take practitioners out of their posts at first: fewer posts are filled."""
    one, now = as_one_area(baseline()), Scenario(career_ther=0.6, career_psy=0.6)
    steps = np.array(ASSUMPTIONS["places_other"].positions)
    by_step = results(one, values_of(now, len(steps), {"places_other": steps}), "fte", 2029)
    ups = np.diff(by_step) > 0
    assert ups.any() and not ups.all(), "the lever raises and lowers"
    found = alone(baseline(), now, Goal("T3", 2029), ["places_other"])
    lever = found.levers[0]
    assert lever.best == int(by_step.argmax())
    assert lever.values == pytest.approx(by_step - baseline().history[2019])


def test_what_would_be_needed_beyond_the_range_is_said_and_is_the_first_that_is_enough() -> None:
    goal, lever = Goal("T4A", 2037), alone(baseline(), Scenario(), Goal("T4A", 2037), ["retention"])
    beyond, step = lever.levers[0].beyond, ASSUMPTIONS["retention"].step
    assert lever.levers[0].needed is None
    assert beyond is not None and beyond > ASSUMPTIONS["retention"].high
    one = as_one_area(baseline())
    tries = np.array([beyond - step, beyond])
    short, enough = results(one, values_of(Scenario(), 2, {"retention": tries}), "fte", 2037)
    assert short < goal.threshold(baseline()) * ENOUGH <= enough


def test_a_goal_that_is_met_says_since_when_and_how_far_each_lever_could_fall() -> None:
    rich = Scenario(places_other=7_000, post_growth=0.05)
    goal = Goal("T4A", 2037)
    found = alone(baseline(), rich, goal, ["places_other", "retention"])
    run = project(baseline(), rich)
    values = [value_of(replace(goal, year=y), run) for y in baseline().years]
    missed = [y for y, v in zip(baseline().years, values, strict=True) if v < found.ground.enough]
    assert found.met
    assert found.since == missed[-1] + 1
    places, retention = found.levers
    low, high = places.slack
    assert met(goal, with_settings(rich, {places.control: low}))
    assert not met(goal, with_settings(rich, {places.control: low - 1}))
    assert high == len(places.control.settings) - 1
    assert retention.slack == (0, len(retention.control.settings) - 1)


def test_no_lever_ticked_still_says_where_things_stand() -> None:
    found = alone(baseline(), Scenario(), Goal("T4A", 2037), [])
    assert found.levers == ()
    assert found.value == pytest.approx(
        value_of(found.ground.goal, project(baseline(), Scenario()))
    )


def test_requiring_the_post_is_sought_with_its_latest_date_that_is_enough() -> None:
    goal = Goal("T1", 2033, level=0.8)
    lever = alone(baseline(), Scenario(), goal, ["mandate"]).levers[0]
    assert lever.needed is not None
    on, year = lever.control.settings[lever.needed]
    assert on == 1
    assert met(goal, Scenario(mandate=1, mandate_year=year))
    assert not met(goal, Scenario(mandate=1, mandate_year=year + 1))


def test_a_value_between_two_steps_stays_one_of_the_settings() -> None:
    c = control("retention", Scenario(retention=0.034))
    assert c.settings[c.now] == (0.034,)
    assert len(c.settings) == len(ASSUMPTIONS["retention"].positions) + 1


def test_where_the_seniors_run_out_areas_are_tried_apart_and_the_answer_holds() -> None:
    inputs = replace(baseline().inputs, lead_eligible=0.06)
    few = replace(baseline(), inputs=inputs)
    goal = Goal("T1", 2034, level=0.6)
    found = alone(few, Scenario(), goal, ["mandate", "encouragement"])
    assert len(found.ground.baseline.areas) == 42
    for lever in found.levers:
        which = lever.best if lever.needed is None else lever.needed
        run = project(few, with_settings(Scenario(), {lever.control: which}))
        assert value_of(goal, run) == pytest.approx(lever.values[which], rel=1e-9)


def test_every_choice_is_a_lever_to_tick_or_is_named_as_a_setting_with_its_reason() -> None:
    choices = {name for name, a in LEVERS.items() if a.kind == "choice"}
    assert choices == (set(OURS) & choices) | set(SETTINGS)
    assert all(set(ticked_at_first(id)) <= set(OURS) for id in GOALS)


@pytest.mark.parametrize(
    ("goal", "scenario", "words"),
    [
        (Goal("T5", 2032, "QWE"), Scenario(), "no split by area"),
        (Goal("T3", 2030, "Y56"), Scenario(), "for England alone"),
        (Goal("need", 2037), Scenario(need_method=2), "one service alone"),
        (Goal("T6", 2025), Scenario(), "over three years"),
    ],
)
def test_what_is_not_defined_says_why(goal: Goal, scenario: Scenario, words: str) -> None:
    assert words in goal.why_not(baseline(), scenario)


def test_a_year_that_no_choice_can_change_is_gone() -> None:
    assert Goal("T3", 2024).gone(Scenario())
    assert Goal("T4A", 2027).gone(Scenario())
    assert not Goal("T4A", 2027).gone(Scenario(plan_start=2026))
    assert not Goal("T4A", 2028).gone(Scenario())


@pytest.mark.parametrize("place", ["Y56", "QWE"])
@pytest.mark.parametrize("goal", ["T1", "T4A", "need"])
def test_a_place_beside_the_rest_of_england_is_the_place_among_all_areas(
    place: str, goal: str
) -> None:
    """Also where organisations follow others, and where need is a share of England's staff."""
    follows = Scenario(h_imitation=0.4, need_method=3, mobility=0.2, places_cp=1_200)
    asked = Goal(goal, 2034, place)
    few = ground_for(baseline(), follows, asked)
    apart = ground_for(baseline(), follows, asked, apart=True)
    one, all_ = (Runs(ground).tried({}, 1, costs=True) for ground in (few, apart))
    assert len(few.baseline.areas) == 2
    assert one.values[0] == pytest.approx(all_.values[0], rel=1e-9, nan_ok=True)
    assert one.costs == pytest.approx(all_.costs, rel=1e-9)


@pytest.mark.parametrize("place", ["Y56", "QWE"])
@pytest.mark.parametrize("goal", ["T1", "T4A", "T14", "need"])
def test_a_place_on_its_own_is_the_place_among_all_areas(place: str, goal: str) -> None:
    mine = Scenario(mobility=0.2, places_cp=1_200, mandate=1, boards=36, backfill=0.5)
    asked = Goal(goal, 2034, place)
    grounds = [ground_for(baseline(), mine, asked, apart=apart) for apart in (False, True)]
    one, all_ = (Runs(ground).tried({}, 1, costs=True) for ground in grounds)
    assert len(grounds[0].baseline.areas) == 1
    assert one.values[0] == pytest.approx(all_.values[0], rel=1e-9, nan_ok=True)
    assert one.costs == pytest.approx(all_.costs, rel=1e-9)


@pytest.mark.parametrize("goal", ["T1", "T4A"])
def test_what_breaks_a_plan_of_a_place_counts_what_it_follows_in_the_rest(goal: str) -> None:
    """Imitation is a belief that is tried, and makes a place depend on the rest of England."""
    asked = Goal(goal, 2034, "QWE")
    followed = Scenario(h_imitation=ASSUMPTIONS["h_imitation"].high)
    assert len(ground_for(baseline(), followed, asked).baseline.areas) == 2
    ground = ground_for(baseline(), Scenario(), asked, others=True)
    assert len(ground.baseline.areas) == 2
    high = {"h_imitation": np.array([followed.h_imitation])}
    found = Runs(ground).tried(high, 1).values[0, ground.at]
    assert found == pytest.approx(value_of(asked, project(baseline(), followed)), rel=1e-9)
