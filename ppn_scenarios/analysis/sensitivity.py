"""What matters most: each assumption moved alone, and shares of the spread of results."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.model.baseline import Array

from .draws import DRAWN, SEED, Draws, counts, values_of
from .exchanges import Progress, exchanged, indices, resampled, sample
from .place_measures import MEASURES
from .places import ENGLAND
from .uncertainty import as_one_area, block, for_england

MEANINGLESS_ALONE: Final = frozenset({"effects_on"})  # a switch that multiplies zeros


@dataclass(frozen=True)
class Swing:
    """What one assumption does to a result when it alone goes to each end of its range."""

    name: str
    at_low: float
    at_high: float
    now: float

    @property
    def width(self) -> float:
        """How far apart the results at both ends are."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Index:
    """One assumption's share of the spread of a result, with a 95% interval of each."""

    name: str
    first: float  # alone
    first_range: tuple[float, float]
    total: float  # with all its interactions
    total_range: tuple[float, float]


@dataclass(frozen=True)
class Spread:
    """Each belief's share of the spread of a result, largest total first.

    `plenty` says whether in all runs more people could lead than there are posts.
    """

    indices: tuple[Index, ...]
    plenty: bool


def results(
    baseline: Baseline, draws: Draws, measure: str, year: int, told: Progress | None = None
) -> Array:
    """Return one number for each run (n,); `told` is told how many are done, of how many."""
    found, size = [], block(baseline)
    for first in range(0, len(draws), size):
        series = MEASURES[measure](
            project(baseline, draws.part(slice(first, first + size))), ENGLAND
        )
        values = series.values[..., series.years.index(year)]
        found.append(np.broadcast_to(values, (min(size, len(draws) - first),)))
        if told:
            told(min(first + size, len(draws)), len(draws))
    return np.concatenate(found)


def swings(
    baseline: Baseline, scenario: Scenario, measure: str = "fte", year: int = 2037
) -> list[Swing]:
    """Return the swing of every assumption around a scenario, widest first.

    All runs are one batch. Each assumption goes to both ends of its evidence range while the
    others stay as the scenario has them.
    """
    names = [name for name in LEVERS if name not in MEANINGLESS_ALONE]
    n, start = 2 * len(names) + 1, for_england(baseline, scenario)
    changed = {name: np.full(n, float(getattr(scenario, name))) for name in ASSUMPTIONS}
    for i, name in enumerate(names):
        changed[name][2 * i] = ASSUMPTIONS[name].low
        changed[name][2 * i + 1] = ASSUMPTIONS[name].high
    found = results(start, values_of(scenario, n, changed), measure, year)
    rows = [
        Swing(name, float(found[2 * i]), float(found[2 * i + 1]), float(found[-1]))
        for i, name in enumerate(names)
    ]
    return sorted(rows, key=lambda row: -row.width)


def sobol(
    baseline: Baseline,
    scenario: Scenario,
    measure: str = "fte",
    year: int = 2037,
    n: int = 256,
    names: Sequence[str] = DRAWN,
    seed: int = SEED,
    told: Progress | None = None,
) -> list[Index]:
    """Return each belief's share of the variance of a result, largest total first.

    Saltelli's estimator (2010) with bootstrap intervals: for our results its error is less than
    half that of Jansen's and of Janon's, from the same runs. n must be a power of two, and costs
    at most n x (d + 2) runs. It takes inputs as independent: correlations are off here.
    """
    return list(spread(baseline, scenario, measure, year, n, names, seed, told).indices)


def spread(
    baseline: Baseline,
    scenario: Scenario,
    measure: str,
    year: int,
    n: int,
    names: Sequence[str] = DRAWN,
    seed: int = SEED,
    told: Progress | None = None,
) -> Spread:
    """Return each belief's share of a result as `sobol` does, and whether people are plenty."""
    some = [name for name in names if counts(scenario, name)]
    runs = exchanged(as_one_area(baseline), scenario, some, n, seed, measure, year, told)
    found = runs.results - runs.results[:2].mean()
    now, again = indices(found), resampled(found, sample(len(some), n, seed).picks)
    low, high = np.quantile(again, (0.025, 0.975), axis=0)
    rows = [
        Index(
            name,
            float(now[0, i]),
            (float(low[0, i]), float(high[0, i])),
            float(now[1, i]),
            (float(low[1, i]), float(high[1, i])),
        )
        for i, name in enumerate(some)
    ]
    still = [name for name in names if name not in some]
    rows += [Index(name, 0.0, (0.0, 0.0), 0.0, (0.0, 0.0)) for name in still]
    return Spread(tuple(sorted(rows, key=lambda row: -row.total)), runs.plenty)
