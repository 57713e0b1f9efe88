"""Plans against futures, worked out once for each scenario and shared by everyone."""

from typing import Final

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


@costly(2 * KEPT)
def broken(plan: Scenario, goal: Goal) -> Breaks:
    """Return what breaks a plan, or would save it."""
    return breaks(baseline(), plan, goal)
