"""Whether supply follows need: staff for each person against the size and deprivation of places.

No open weights for need are in our tables. Need is registered people, or registered people with
more counted in deprived places by as much as the reader says.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ppn_scenarios.model import Baseline, Projection
from ppn_scenarios.model.baseline import Array

from .atlas import PER, chance, in_year
from .distributions import normal
from .small_areas import Z_80

LIMITS: Final = (0.95, 0.998)  # of places that chance would leave within, as funnels usually have


def need_weighted(people: Array, deprivation: Array, extra: float) -> Array:
    """Return people with more counted in deprived places, adding up to as many as before.

    `deprivation` is higher where people are more deprived. The most deprived place has `extra`
    (a share) more need a head than the least deprived, and the others lie evenly between by score.
    """
    span = max(float(np.ptp(deprivation)), 1e-12)
    weighted = people * (1 + extra * (deprivation - deprivation.min()) / span)
    return np.asarray(weighted * people.sum() / weighted.sum())


def funnel(rate: float, fte_per_person: float, people: Array, within: float) -> tuple[Array, Array]:
    """Return between which FTE per 100,000 chance alone would leave a share of places.

    `rate` is England's, `people` the need of places. Staff there would be a Poisson number of
    persons around England's rate; the limits are its normal approximation.
    """
    expected = rate * people / PER / fte_per_person
    reach = float(normal((1 + within) / 2)) * np.sqrt(expected)
    scale = fte_per_person * PER / people
    return np.maximum(expected - reach, 0) * scale, (expected + reach) * scale


def agreement(baseline: Baseline) -> float:
    """Return how far both proxies agree on staff for each registered person: a correlation."""
    first, second = baseline.share[-2:] / baseline.population
    return float(np.corrcoef(first, second)[0, 1])


def ranks(people: Array, deprivation: Array) -> Array:
    """Return where the middle of each place stands among all people, the least deprived first.

    From 0 to 1, by the people in less deprived places and half of its own.
    """
    order = np.argsort(deprivation, kind="stable")
    found = np.empty(len(people))
    found[order] = (np.cumsum(people[order]) - people[order] / 2) / people.sum()
    return found


@dataclass(frozen=True)
class Slope:
    """How staff for each person change from the least to the most deprived, over England's mean.

    -0.1: the straight line through all places falls by a tenth of England's mean rate.
    """

    by_way: tuple[float, ...]  # the middle of the proxies, then each proxy
    low: float  # over the proxies, and the middle 80% of chance around each
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the whole range lies on one side of none."""
        return self.low > 0 or self.high < 0


def slope(p: Projection, year: int, people: Array, deprivation: Array) -> Slope:
    """Return the relative slope index of FTE for each person over deprivation.

    The line is fitted to places in proportion to their `people`, against `ranks`. It is a sum of
    FTE with fixed weights, so that chance adds up exactly.
    """
    fte, spread = in_year(p, p.fte, year, 1), chance(p, year, "fte")
    along = ranks(people, deprivation) - 0.5
    mean = np.maximum(fte.sum(axis=-1, keepdims=True) / people.sum(), 1e-300)
    weights = along / (people * along**2).sum() / mean
    values = (weights * fte).sum(axis=-1)
    reach = Z_80 * np.sqrt((weights**2 * spread).sum(axis=-1))
    return Slope(
        by_way=tuple(map(float, values)),
        low=float((values - reach).min()),
        high=float((values + reach).max()),
    )


def over_counts(slopes: Sequence[Slope]) -> Slope:
    """Return the first slope with the range of all: people can be counted in several ways."""
    low, high = min(s.low for s in slopes), max(s.high for s in slopes)
    return replace(slopes[0], low=low, high=high)
