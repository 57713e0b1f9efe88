"""Plans that are held against each other: choices, under the beliefs of the reader."""

from collections.abc import Sequence
from typing import Final

from ppn_scenarios.assumptions import PRESETS, Scenario, with_preset
from ppn_scenarios.assumptions.goals import GOALS, LEADERSHIP

MINE: Final = "mine"
STAFFING_PLANS: Final = (MINE, "as_things_stand", "train_more", "keep_more", "together")
LEADERSHIP_PLANS: Final = (MINE, "as_things_stand", "encourage", "mandate", "together")


def plans_at_first(goal: str) -> tuple[str, ...]:
    """Return the plans that are compared until the reader chooses."""
    return LEADERSHIP_PLANS if GOALS[goal].measure in LEADERSHIP else STAFFING_PLANS


def plans_of(names: Sequence[str], scenario: Scenario) -> dict[str, Scenario]:
    """Return plans by name, each once: choices of a preset or my own, with my beliefs.

    Where my own plan makes the choices of a preset that is compared, it goes by the preset's name.
    """
    presets = {n: with_preset(scenario, PRESETS[n]) for n in names if n != MINE}
    found: dict[str, Scenario] = {}
    for name in names:
        plan = presets.get(name, scenario)
        same = next((n for n, preset in presets.items() if preset == plan), name)
        found.setdefault(same, plan)
    return found
