"""Answers to goals, worked out once for each scenario and shared by everyone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.goals import Alone, Goal, Together, alone, together
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.turns import costly

from .choice import Asked

KEPT: Final = 64  # answers, each a few kilobytes
SAID_EVERY: Final = 2_000  # settings: more than a few messages a second would not be read


@dataclass(frozen=True)
class Listener:
    """Whoever is told how many more settings were tried; all are alike to what keeps answers."""

    tell: Callable[[int], object] = field(compare=False)


@costly(KEPT)
def each_alone(scenario: Scenario, goal: Goal, ticked: tuple[str, ...]) -> Alone:
    """Return what each ticked lever can do alone."""
    return alone(baseline(), scenario, goal, ticked)


@costly(KEPT)
def sought(scenario: Scenario, asked: Asked, listener: Listener) -> Together:
    """Return what the ticked levers can do together; the listener hears how far the search is."""
    return together(baseline(), scenario, asked.goal, asked.ticked, asked.least, listener.tell)


def all_together(scenario: Scenario, asked: Asked) -> Together:
    """Return what the ticked levers can do together, with true counts shown while it is sought."""
    place = st.empty()
    tried, said = 0, 0

    def show(more: int) -> None:
        nonlocal tried, said
        tried += more
        if not said or tried - said > SAID_EVERY:
            said = tried
            place.caption(f"Looking: {tried:,} settings of the levers tried so far.")

    found = sought(scenario, asked, Listener(show))
    place.empty()
    return found
