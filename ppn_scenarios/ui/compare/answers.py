"""What the comparison rests on, worked out once for each pair of scenarios."""

from functools import lru_cache
from typing import Final

from ppn_scenarios.analysis.prices import PRICED
from ppn_scenarios.analysis.uncertainty import Outcomes, simulate
from ppn_scenarios.analysis.waterfall import Alone, alone
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.results import RESULTS

DRAWS: Final = 512


@lru_cache(maxsize=32)
def causes_of(was: Scenario, now: Scenario, place: str) -> Alone:
    """Return what each cause of the difference between two scenarios does alone."""
    return alone(baseline(), was, now, tuple(dict.fromkeys((*RESULTS, *PRICED))), place)


@lru_cache(maxsize=48)
def staff_in_draws(scenario: Scenario, place: str) -> Outcomes:
    """Return a place's staff over draws of what we do not know; the same draws for everyone."""
    found = simulate(baseline(), scenario, [("fte", place)], n=DRAWS)["fte", place]
    found.values.setflags(write=False)
    return found
