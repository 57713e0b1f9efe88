"""What the page rests on, worked out once for each scenario, result and year."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ppn_scenarios.analysis.sensitivity import Index, Progress, Swing, sobol
from ppn_scenarios.analysis.tornado import Tornado, hypotheses, tornado
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline

SAMPLES: Final = 512  # a power of two: shares to within about one in ten


@lru_cache(maxsize=64)
def swings_of(scenario: Scenario, measure: str, year: int) -> Tornado:
    """Return what moves a result of England from where a scenario is."""
    return tornado(baseline(), scenario, measure, year)


@lru_cache(maxsize=16)
def supposed(scenario: Scenario, measure: str, year: int) -> tuple[Swing, ...]:
    """Return what the effects of leadership would move, where the reader has switched them on."""
    return hypotheses(baseline(), scenario, measure, year)


@dataclass
class _Held:
    """Indices once they are worked out."""

    found: tuple[Index, ...] = ()


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
    if not held.found:
        held.found = tuple(sobol(baseline(), scenario, measure, year, n=SAMPLES, told=told))
    return held.found
