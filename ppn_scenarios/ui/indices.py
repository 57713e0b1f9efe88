"""Each belief's share of the spread of a result, worked out once and shared by all pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.apart import OF_STAFF_ALONE, for_leaders, for_staff_alone
from ppn_scenarios.analysis.draws import DRAWN, counts
from ppn_scenarios.analysis.exchanges import Progress
from ppn_scenarios.analysis.sensitivity import Index, Spread
from ppn_scenarios.analysis.sensitivity import spread as shares
from ppn_scenarios.analysis.series import is_who_leads
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline

from .turns import beside, turn

SAMPLES: Final = 512  # a power of two: shares to within about one in ten


@dataclass
class _Held:
    """Indices once they are worked out, and who works them out now."""

    found: Spread | None = None
    lock: Lock = field(default_factory=Lock)


@lru_cache(maxsize=32)
def _held(scenario: Scenario, measure: str, year: int) -> _Held:
    return _Held()


def indices(
    scenario: Scenario, measure: str, year: int, told: Progress | None = None
) -> Sequence[Index]:
    """Return each belief's share of the spread of a result of England.

    `told` is told of the runs done, the first time only; after that nothing is run.
    """
    if not scenario.effects_on and measure in OF_STAFF_ALONE:
        scenario = drawn_alike(scenario, for_staff_alone(scenario))
    elif not scenario.effects_on and is_who_leads(measure):
        scenario = as_leaders(scenario, measure, year)
    return spread(scenario, measure, year, told).indices


def drawn_alike(scenario: Scenario, part: Scenario) -> Scenario:
    """Return a part of a scenario if the same beliefs are drawn in it, else the whole."""
    same = all(counts(scenario, name) == counts(part, name) for name in DRAWN)
    return part if same else scenario


def as_leaders(scenario: Scenario, measure: str, year: int) -> Scenario:
    """Return the scenario with the levers of staff put back, if leaders are the same in both.

    For that more people could lead than there are posts in every draw of both, as far as their
    staff were drawn already.
    """
    alone = drawn_alike(scenario, for_leaders(scenario))
    drawn = _held(drawn_alike(scenario, for_staff_alone(scenario)), "fte", HORIZON).found
    if alone == scenario or not (drawn and drawn.plenty):
        return scenario
    return alone if spread(alone, measure, year).plenty else scenario


def spread(scenario: Scenario, measure: str, year: int, told: Progress | None = None) -> Spread:
    """Return the spread of a result of England, worked out if nobody has done so."""
    held = _held(scenario, measure, year)
    if held.found is None:
        with beside(), held.lock, turn():
            if held.found is None:  # somebody else may have worked it out meanwhile
                held.found = shares(baseline(), scenario, measure, year, SAMPLES, told=told)
    return held.found


def with_progress(scenario: Scenario, measure: str, year: int) -> Sequence[Index]:
    """Return the indices, with the true count of runs on the page while they are worked out."""
    place = st.empty()

    def told(done: int, of: int) -> None:
        place.progress(done / of, f"Working out the uncertainty: {done:,} of {of:,} runs")

    found = indices(scenario, measure, year, told)
    place.empty()
    return found
