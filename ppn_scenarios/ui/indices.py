"""Each belief's share of the spread of a result, worked out once and shared by all pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.sensitivity import Index, Progress, sobol
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline

from .turns import beside, turn

SAMPLES: Final = 512  # a power of two: shares to within about one in ten


@dataclass
class _Held:
    """Indices once they are worked out, and who works them out now."""

    found: tuple[Index, ...] = ()
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
    held = _held(scenario, measure, year)
    if held.found:
        return held.found
    with beside(), held.lock, turn():
        if not held.found:  # somebody else may have worked it out meanwhile
            held.found = tuple(sobol(baseline(), scenario, measure, year, n=SAMPLES, told=told))
    return held.found


def with_progress(scenario: Scenario, measure: str, year: int) -> Sequence[Index]:
    """Return the indices, with the true count of runs on the page while they are worked out."""
    place = st.empty()

    def told(done: int, of: int) -> None:
        place.progress(done / of, f"Working out the uncertainty: {done:,} of {of:,} runs")

    found = indices(scenario, measure, year, told)
    place.empty()
    return found
