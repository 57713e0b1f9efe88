"""Several levers and routes: fed back through the model, and against trying everything."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, differential_evolution

from ppn_scenarios.analysis.draws import values_of
from ppn_scenarios.analysis.goals import Goal, extra_costs, held_by, together
from ppn_scenarios.analysis.goals import least as least_of
from ppn_scenarios.analysis.goals.binding import PEOPLE, POOL, POSTS, last_useful_start
from ppn_scenarios.analysis.goals.control import Control, with_settings
from ppn_scenarios.analysis.goals.goal import reached, value_of
from ppn_scenarios.analysis.goals.least import COST, MOVE, moved
from ppn_scenarios.analysis.goals.nearby import each_once, moves
from ppn_scenarios.analysis.goals.routes import onward
from ppn_scenarios.analysis.goals.runs import Runs
from ppn_scenarios.analysis.goals.searches import Found, Search, side_by_side
from ppn_scenarios.analysis.goals.several import at_positions, best_of
from ppn_scenarios.analysis.goals.trials import COSTS, Ground, Trials, ground_for
from ppn_scenarios.analysis.sensitivity import results
from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.goals import OURS, ticked_at_first
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from tests.analysis.goals.test_one_lever import goals, met, plain

A = Goal("T4A", 2037)


def of(ground: Ground, search: Search[Found]) -> Found:
    """What one search finds."""
    return side_by_side(Runs(ground), [search])[0]


def tried(ground: Ground, controls: Sequence[Control], rows: np.ndarray) -> Trials:
    """What rows of positions give, with their costs."""
    wanted = at_positions(controls, rows)
    return Runs(ground).tried(wanted.changed, wanted.n, costs=True)


@settings(max_examples=4)
@given(plain, goals, st.sampled_from((COST, MOVE)))
def test_what_several_levers_need_and_each_route_reach_what_they_claim(
    scenario: Scenario, goal: Goal, objective: str
) -> None:
    found = together(baseline(), scenario, goal, ticked_at_first(goal.id), objective)
    claims = [(found.changes, found.least, found.least or found.best)]
    claims += [(route.changes, route.least, route.least or route.best) for route in found.routes]
    for changes, enough, claimed in claims:
        run = project(baseline(), with_settings(scenario, dict(changes)))
        assert value_of(goal, run) == pytest.approx(claimed.value, rel=1e-9)
        assert reached(goal, run) == (enough is not None)


@pytest.mark.parametrize("objective", [COST, MOVE])
@pytest.mark.parametrize(
    ("goal", "names"),
    [
        (A, ("retention", "places_newrole", "post_growth")),
        (Goal("need", 2035, level=0.72), ("retention", "places_cp", "backfill")),
        (Goal("T1", 2033, level=0.85), ("mandate", "lead_turnover", "fill_time")),
    ],
)
def test_the_search_finds_what_trying_everything_finds(
    goal: Goal, names: tuple[str, ...], objective: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground = ground_for(baseline(), Scenario(), goal)
    controls = onward(ground, names)
    best = of(ground, best_of(ground, controls))
    with monkeypatch.context() as all_of_them:
        all_of_them.setattr(least_of, "ALL_OF", 10**9)
        true = of(ground, least_of.least(ground, controls, best, objective))
    monkeypatch.setattr(least_of, "ALL_OF", 0)
    found = of(ground, least_of.least(ground, controls, best, objective))
    assert true is not None and found is not None
    if objective == COST:
        assert max(found.extra_cost, 0) <= 1.005 * max(true.extra_cost, 0) + 1
    else:
        assert found.moved == pytest.approx(true.moved, abs=1e-9)


@pytest.mark.parametrize("objective", [COST, MOVE])
@pytest.mark.parametrize("goal", [Goal("T4B", 2037), Goal("T1", 2032, level=0.85)])
def test_the_search_is_no_worse_than_differential_evolution(goal: Goal, objective: str) -> None:
    """Another method, of a well-kept library, on the same steps of the same sliders."""
    keen = Scenario(leave_prac=0.1, leave_psy=0.04, leave_ther=0.08)
    ground = ground_for(baseline(), keen, goal)
    controls = onward(ground, ticked_at_first(goal.id))
    best = of(ground, best_of(ground, controls))
    now, top = np.array([c.now for c in controls]), np.array(best.where)
    spent = float(tried(ground, controls, now[None]).spent[0])
    low, high = np.minimum(now, top), np.maximum(now, top)
    space = least_of.Space(ground, controls, low, high, objective, spent, lambda tried: None)

    def price(x: np.ndarray) -> np.ndarray:
        rows = np.rint(x).astype(np.intp).T.reshape(-1, len(now))
        return space.prices(rows, tried(ground, controls, rows))

    other = differential_evolution(
        cast(Any, price),
        Bounds(low, np.maximum(high, low + 1e-9)),
        integrality=np.ones(len(now), dtype=bool),
        x0=top,
        popsize=12,
        maxiter=30,
        rng=5,
        polish=False,
        vectorized=True,
        updating="deferred",
    )
    found = of(ground, least_of.least(ground, controls, best, objective))
    assert found is not None
    assert price(np.array(found.where)[:, None])[0] <= other.fun * (1 + 1e-9)


def test_no_settings_tried_at_random_give_more_than_the_best() -> None:
    rng = np.random.default_rng(3)
    for goal in (A, Goal("T1", 2033), Goal("T14", 2034), Goal("need", 2032)):
        ground = ground_for(baseline(), Scenario(external=1_500), goal)
        controls = onward(ground, ticked_at_first(goal.id))
        rows = np.stack([rng.integers(0, len(c.settings), 300) for c in controls], axis=1)
        random = tried(ground, controls, rows).values[:, ground.at]
        best = of(ground, best_of(ground, controls))
        assert best.value >= random.max() - 1e-9 * abs(random.max())


def test_the_best_moves_no_lever_further_than_it_takes() -> None:
    ground = ground_for(baseline(), Scenario(), A)
    controls = onward(ground, ("places_other", "post_growth"))
    best = of(ground, best_of(ground, controls))
    for i, c in enumerate(controls):
        if best.where[i] != c.now:
            back = np.array(best.where)
            back[i] -= np.sign(back[i] - c.now)
            assert tried(ground, controls, back[None]).values[0, ground.at] < best.value


def test_no_lever_is_moved_the_wrong_way_to_pay_for_another() -> None:
    found = together(baseline(), Scenario(), A, ticked_at_first("T4A"), COST)
    for control, which in found.changes.items():
        assert control.settings[which] > control.settings[control.now]


def test_what_changes_nothing_costs_nothing_more() -> None:
    found = extra_costs(baseline(), Scenario(), Scenario(), A)
    assert found.tolist() == [0] * len(COSTS)


def test_extra_cost_is_the_difference_of_two_runs_summed_by_hand() -> None:
    after = Scenario(places_other=6_300, mandate=1)
    goal = Goal("T4A", 2035)
    sums = []
    for scenario in (after, Scenario()):
        run = project(baseline(), scenario)
        years = list(run.years).index(2035) + 1
        each = (run.pay_cost, run.training_cost, run.leadership_cost)
        sums.append([float(cost[0, :years].sum()) for cost in each])
    expected = np.array(sums[0]) - np.array(sums[1])
    found = extra_costs(baseline(), Scenario(), after, goal)
    assert found[:3] == pytest.approx(expected)
    assert (expected > 0).all()
    assert not found[3:].any(), "covering posts and replacing leavers have no price yet"


def test_replacing_leavers_counts_once_it_has_a_price() -> None:
    priced = Scenario(replacement_price=10)
    kept = Scenario(replacement_price=10, retention=0.1)
    assert extra_costs(baseline(), priced, kept, A)[4] < 0


def test_how_far_levers_move_is_added_up_by_hand() -> None:
    ground = ground_for(baseline(), Scenario(), A)
    controls = onward(ground, ("retention", "places_other"))
    # 3 of 12 points of retention, and 1,000 of the 4,000 places of the range.
    assert moved(controls, np.array([[3, 10]]))[0] == pytest.approx(3 / 12 + 1_000 / 4_000)


# What binds


def test_posts_bind_where_people_queue_for_them_and_people_where_posts_stand_empty() -> None:
    queue = held_by(baseline(), Scenario(external=2_000, post_growth=0.01), A)
    assert queue.binds is not None and queue.binds.id == POSTS
    without = project(baseline(), Scenario(external=2_000, post_growth=0.01, cap_mode=0))
    assert queue.at + queue.of_id(POSTS) == pytest.approx(value_of(A, without))
    empty = held_by(baseline(), Scenario(), A)
    assert empty.binds is not None and empty.binds.id == PEOPLE
    assert empty.of_id(POSTS) == 0


def test_where_posts_bind_training_is_joined_by_posts_and_says_that_it_was() -> None:
    scarce = Scenario(external=2_000, post_growth=0.01)
    train = together(baseline(), scarce, Goal("T4B", 2037), ["places_cp"], COST).routes[0]
    assert train.joined
    assert train.alone is not None and train.alone.binds is not None
    assert train.alone.binds.id == POSTS


def test_the_senior_pool_binds_where_few_could_lead() -> None:
    few = replace(baseline(), inputs=replace(baseline().inputs, lead_eligible=0.02))
    held = held_by(few, Scenario(mandate=1), Goal("T1", 2034))
    assert held.binds is not None and held.binds.id == POOL


def test_turnover_holds_down_who_leads_where_every_post_exists() -> None:
    required = Scenario(mandate=1, mandate_year=2027)
    held = held_by(baseline(), required, Goal("T1", 2037))
    nobody_leaves = values_of(required, 1, {"lead_turnover": np.zeros(1)})
    alone = results(as_one_area(baseline()), nobody_leaves, "trusts_led", 2037)
    assert held.at + held.of_id("turnover") == pytest.approx(alone[0])
    assert held.binds is not None and held.binds.id in ("turnover", "filling")


def test_a_start_after_the_last_useful_autumn_does_nothing_for_the_goals_year() -> None:
    """Places from April of the year after: the first who start are the autumn's of that year."""
    autumn = last_useful_start(Scenario(), A, "psy")
    assert autumn == 2033

    def gain(start: int) -> float:
        more = Scenario(places_cp=1_400, plan_start=start, career_psy=0)
        none = Scenario(plan_start=start, career_psy=0)
        return value_of(A, project(baseline(), more)) - value_of(A, project(baseline(), none))

    assert gain(autumn) > 1
    assert gain(autumn + 1) == pytest.approx(0, abs=1e-9)


def test_three_routes_move_different_levers() -> None:
    for goal in (A, Goal("T1", 2033, level=0.9), Goal("T14", 2034)):
        routes = together(baseline(), Scenario(), goal, OURS[:1], COST).routes
        own = [set(route.route.levers) for route in routes]
        assert len(routes) == 3
        assert not (own[0] & own[1] or own[0] & own[2] or own[1] & own[2])
        assert all(set(route.changes) or route.least is None for route in routes)


def test_all_levers_at_their_ends_are_answered_too() -> None:
    for end in ("low", "high"):
        values = {name: getattr(a, end) for name, a in ASSUMPTIONS.items()}
        scenario = Scenario(**values | {"effects_on": 0.0, "need_method": 4.0})
        for goal in (A, Goal("T1", 2037)):
            found = together(baseline(), scenario, goal, ticked_at_first(goal.id), MOVE)
            assert (found.least is not None) >= met(goal, scenario)


@pytest.mark.parametrize("levers", [1, 4, 40])
def test_rows_come_once_and_in_order_however_many_levers_they_are_of(levers: int) -> None:
    rng = np.random.default_rng(levers)
    rows = rng.integers(0, 4, (60, levers))
    rows = np.concatenate([rows, rows[::-1]])
    expected = sorted(set(map(tuple, rows.tolist())))
    assert each_once(rows).tolist() == list(map(list, expected))


def test_one_lever_moves_or_two_go_opposite_ways() -> None:
    found = set(map(tuple, moves(3, (0, 2), (1, 3)).tolist()))
    alone = {(s, 0, 0) for s in (-3, -1, 1, 3)} | {(0, 0, s) for s in (-3, -1, 1, 3)}
    both = {(a * way, 0, -b * way) for a in (1, 3) for b in (1, 3) for way in (-1, 1)}
    assert found == alone | both
