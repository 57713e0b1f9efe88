"""What the comparison rests on, worked out once for each pair of scenarios."""

from functools import lru_cache

from ppn_scenarios.analysis.prices import PRICED
from ppn_scenarios.analysis.waterfall import Alone, each_way
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.shared import shared
from ppn_scenarios.wording.results import RESULTS


@lru_cache(maxsize=32)
def causes_of(was: Scenario, now: Scenario, place: str) -> tuple[Alone, ...]:
    """Return what each cause of the difference between two scenarios does alone, by each way."""
    measures = tuple(dict.fromkeys((*RESULTS, *PRICED)))
    return shared(each_way(baseline(), was, now, measures, place))
