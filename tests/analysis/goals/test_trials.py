"""Settings tried quickly: they give what a run of each alone gives."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.goals.control import Control, control, with_settings
from ppn_scenarios.analysis.goals.runs import Runs
from ppn_scenarios.analysis.goals.searches import Search, side_by_side
from ppn_scenarios.analysis.goals.several import Positions, at_positions
from ppn_scenarios.analysis.goals.trials import (
    Ground,
    Trials,
    beside_the_rest,
    by_year,
    costs_until,
    differing,
    ground_for,
)
from ppn_scenarios.analysis.places import place_index
from ppn_scenarios.analysis.uncertainty import in_the_middle
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.goals import OURS
from ppn_scenarios.model import project
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.opening import baseline
from tests.model.valid import scenarios

plain = scenarios(effects_on=0.0, need_method=4.0)
some_goals = st.sampled_from([Goal("T4A", 2035), Goal("need", 2037), Goal("T1", 2033, "Y56")])


def alone(ground: Ground, controls: list[Control], row: np.ndarray) -> tuple[np.ndarray, ...]:
    """What settings give by year, and their costs, by a run of one scenario."""
    set_to = dict(zip(controls, map(int, row), strict=True))
    run = project(ground.baseline, with_settings(ground.scenario, set_to))
    return by_year(run, ground.goal), costs_until(run, ground.goal)


def asking(controls: list[Control], each: list[tuple[Positions, bool]]) -> Search[list[Trials]]:
    """Ask for rows of positions one after the other."""
    found = []
    for rows, costs in each:
        found.append((yield at_positions(controls, rows, costs)))
    return found


@settings(max_examples=20)
@given(scenario=plain, goal=some_goals, data=st.data())
def test_settings_give_what_a_run_of_each_gives(
    scenario: Scenario, goal: Goal, data: st.DataObject
) -> None:
    """Also those that come again, in other company, with costs or without, from other searches."""
    ground = ground_for(baseline(), scenario, goal)
    asked: list[tuple[list[Control], list[tuple[Positions, bool]]]] = []
    for _ in range(3):
        names = data.draw(st.lists(st.sampled_from(OURS), min_size=1, max_size=3, unique=True))
        controls = [control(name, scenario) for name in names]
        ends = [st.integers(0, min(len(c.settings) - 1, 2)) for c in controls]
        rows = st.lists(st.tuples(*ends), min_size=1, max_size=5)
        each = data.draw(st.lists(st.tuples(rows, st.booleans()), min_size=1, max_size=3))
        asked.append((controls, [(np.array(some), costs) for some, costs in each]))
    answers = side_by_side(Runs(ground), [asking(*one) for one in asked])
    for (controls, wanted), answer in zip(asked, answers, strict=True):
        for (some, costs), found in zip(wanted, answer, strict=True):
            assert (found.costs is not None) is costs
            for i, row in enumerate(some):
                values, bills = alone(ground, controls, row)
                np.testing.assert_allclose(found.values[i], values, rtol=1e-12)
                if found.costs is not None:
                    np.testing.assert_allclose(found.costs[i], bills, rtol=1e-12, atol=1e-6)


@pytest.mark.parametrize("place", ["QE1", "Y56"])
@pytest.mark.parametrize("method", ASSUMPTIONS["need_method"].options)
def test_what_a_place_beside_the_rest_needs_is_what_its_areas_need(
    method: float, place: str
) -> None:
    scenario, middle = Scenario(need_method=method), in_the_middle(baseline())
    each = project(middle, scenario).needed
    mine = each[:, place_index(middle, place)].sum(axis=1)
    two = project(beside_the_rest(middle, place), scenario).needed
    np.testing.assert_allclose(two[:, 0], mine, rtol=1e-9)
    np.testing.assert_allclose(two[:, 1], each.sum(axis=1) - mine, rtol=1e-9)


class Counted(Runs):
    """Runs that say how many settings were run, batch by batch."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.batches: list[int] = []

    def tried(self, changed: Mapping[str, Array], n: int, costs: bool = False) -> Trials:
        self.batches.append(n)
        return super().tried(changed, n, costs)


def test_searches_share_batches_and_no_setting_is_run_twice() -> None:
    controls = [control("retention", Scenario())]
    first, second, both = (np.array(rows) for rows in ([[1], [2]], [[3]], [[2], [3], [3]]))
    runs = Counted(ground_for(baseline(), Scenario(), Goal("T4A", 2035)))
    one = asking(controls, [(first, False), (second, False), (first, False)])
    other = asking(controls, [(both, False), (both, True)])
    side_by_side(runs, [one, other])
    # 1, 2 and 3 without costs; then, as only the other does not know enough, 2 and 3 with them.
    assert runs.batches == [3, 2]


def test_what_is_only_foreseen_is_run_beside_what_is_wanted_and_never_alone() -> None:
    controls = [control("retention", Scenario())]
    runs = Counted(ground_for(baseline(), Scenario(), Goal("T4A", 2035)))

    def search() -> Search[None]:
        one, two, three, four = (np.array([[i]]) for i in (1, 2, 3, 4))
        found = yield at_positions(controls, one, foreseen=[two])
        assert len(found.values) == 1
        found = yield at_positions(controls, np.concatenate([one, two]), foreseen=[three])
        assert len(found.values) == 2
        found = yield at_positions(controls, one[:0], foreseen=[four])
        assert not len(found.values)

    side_by_side(runs, [search()])
    assert runs.batches == [2]


@pytest.mark.parametrize("few", [False, True])
def test_leaders_are_those_of_the_scenario_unless_people_run_short(few: bool) -> None:
    scenario = Scenario(mandate=1, encouragement=0.5)
    england = replace(baseline(), fte=baseline().fte / 30) if few else baseline()
    ground = ground_for(england, scenario, Goal("T1", 2035))
    a = ASSUMPTIONS["promote_lead"]
    rates = np.array([a.low, a.default, a.high])
    found = Runs(ground).tried({"promote_lead": rates}, 3, costs=True)
    each = [project(ground.baseline, replace(scenario, promote_lead=float(r))) for r in rates]
    expected = np.stack([by_year(run, ground.goal) for run in each])
    np.testing.assert_allclose(found.values, expected, rtol=1e-12)
    assert bool(np.ptp(found.values[:, ground.at]) > 0) is few


def test_levers_in_which_scenarios_do_not_differ_are_left_alone() -> None:
    one = Scenario(retention=0.05, mandate=1)
    found = differing(one, [one, replace(one, retention=0.06)])
    assert {name: values.tolist() for name, values in found.items()} == {"retention": [0.05, 0.06]}


def test_costs_that_nobody_asked_for_are_not_nought() -> None:
    ground = ground_for(baseline(), Scenario(), Goal("T4A", 2035))
    with pytest.raises(AssertionError, match="must ask"):
        _ = Runs(ground).tried({}, 1).spent
