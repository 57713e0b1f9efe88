"""The long answers of a briefing from what pages keep: whoever looked at a page need not wait."""

from collections.abc import Mapping
from typing import Final

from ppn_scenarios.analysis.goals import Goal, Together
from ppn_scenarios.analysis.stress import Stress, plans_at_first
from ppn_scenarios.analysis.uncertainty import Outcomes
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.briefing import Workings
from ppn_scenarios.briefing.workings import Tried

from .draws import every_outcome
from .goal.choice import Asked
from .goal.found import Listener, each_alone, sought
from .indices import indices
from .matters.answers import swings_of
from .stress.found import broken, stressed


def together(
    scenario: Scenario, goal: Goal, ticked: tuple[str, ...], least: str, tried: Tried
) -> Together:
    """Return what the ticked levers can do together, as its page keeps it."""
    return sought(scenario, Asked(goal, ticked, least), Listener(tried))


def stress(scenario: Scenario, goal: Goal) -> Stress:
    """Return what the plans that belong to a goal give in every future, as its page keeps it."""
    return stressed(scenario, plans_at_first(goal.id), goal)


def draws(scenario: Scenario, place: str) -> Mapping[str, Outcomes]:
    """Return what targets measure in a place over draws, as the first page keeps it."""
    return every_outcome(scenario, place)


KEPT_BY_PAGES: Final = Workings(
    alone=each_alone,
    together=together,
    stress=stress,
    breaks=broken,
    swings=swings_of,
    shares=indices,
    draws=draws,
)
