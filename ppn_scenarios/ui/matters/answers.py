"""What the page rests on, worked out once for each scenario, result and year."""

from functools import lru_cache

from ppn_scenarios.analysis.sensitivity import Swing
from ppn_scenarios.analysis.tornado import Tornado, hypotheses, tornado
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline


@lru_cache(maxsize=64)
def swings_of(scenario: Scenario, measure: str, year: int) -> Tornado:
    """Return what moves a result of England from where a scenario is."""
    return tornado(baseline(), scenario, measure, year)


@lru_cache(maxsize=16)
def supposed(scenario: Scenario, measure: str, year: int) -> tuple[Swing, ...]:
    """Return what the effects of leadership would move, where the reader has switched them on."""
    return hypotheses(baseline(), scenario, measure, year)
