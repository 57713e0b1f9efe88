"""Plans against futures, worked out once for each scenario and shared by everyone."""

from typing import Final

from ppn_scenarios.analysis.apart import OF_STAFF_ALONE, for_staff_alone
from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.stress import Breaks, Stress, breaks, plans_of, stress
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.turns import costly

KEPT: Final = 64


@costly(KEPT)
def stressed(scenario: Scenario, names: tuple[str, ...], goal: Goal) -> Stress:
    """Return what plans give of a goal in every future, on a reader's beliefs."""
    return stress(baseline(), plans_of(names, scenario), goal)


def broken(plan: Scenario, goal: Goal) -> Breaks:
    """Return what breaks a plan, or would save it.

    Of goals that rest on staff alone, plans that differ in leadership posts have the same.
    """
    staff_alone = goal.measure in OF_STAFF_ALONE and not plan.effects_on
    return broken_in(for_staff_alone(plan) if staff_alone else plan, goal)


@costly(2 * KEPT)
def broken_in(part: Scenario, goal: Goal) -> Breaks:
    """Return what breaks a plan, given what of it the goal rests on."""
    return breaks(baseline(), part, goal)
