"""Plans that are held against each other: choices, under the beliefs of the reader."""

from collections.abc import Iterable
from typing import Final

from ppn_scenarios.assumptions import PRESETS, Scenario, with_preset
from ppn_scenarios.assumptions.goals import GOALS, LEADERSHIP

MINE: Final = "mine"
STAFFING_PLANS: Final = (MINE, "as_things_stand", "train_more", "keep_more", "together")
LEADERSHIP_PLANS: Final = (MINE, "as_things_stand", "encourage", "mandate", "together")


def plans_at_first(goal: str) -> tuple[str, ...]:
    """Return the plans that are compared until the reader chooses."""
    return LEADERSHIP_PLANS if GOALS[goal].measure in LEADERSHIP else STAFFING_PLANS


def plans_of(names: Iterable[str], scenario: Scenario) -> dict[str, Scenario]:
    """Return plans by name, each once: choices of a preset or my own, with my beliefs.

    A preset that makes the same choices as my own plan is left out.
    """
    found: dict[str, Scenario] = {}
    for name in names:
        plan = scenario if name == MINE else with_preset(scenario, PRESETS[name])
        if plan not in found.values():
            found[name] = plan
    return found
