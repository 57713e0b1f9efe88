"""One measure of every place, always with a range, and what it says against England's.

A place's staff are an estimate: its range runs over both proxies and, around each, over the middle
80% of what chance does to few people. Leaders are expected numbers from assumed shares: the range
is what chance does to a few organisations. Places are never put in order by any of these.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.model import Baseline, Projection
from ppn_scenarios.model.baseline import Array

from .place_measures import comparable, share
from .places import ENGLAND
from .small_areas import Z_80, variance_by_area

PER: Final = 100_000  # people
FIFTH: Final = 0.2  # by as much did proxies that cannot be shipped move places
TAIL: Final = 0.1  # chance left out at either end of a range
FAR_BELOW, BELOW, ALIKE, ABOVE, FAR_ABOVE = -2, -1, 0, 1, 2  # what `against` may find


@dataclass(frozen=True)
class Estimate:
    """A measure of one place: NaN three times where the measure does not apply."""

    low: float
    mid: float
    high: float

    def against(self, england: float) -> int | None:
        """Return how it stands to England's value: by its end nearest to that; None if NaN."""
        if np.isnan(self.mid) or np.isnan(england):
            return None
        if self.low <= england <= self.high:
            return ALIKE
        if self.high < england:
            return FAR_BELOW if self.high < (1 - FIFTH) * england else BELOW
        return FAR_ABOVE if self.low > (1 + FIFTH) * england else ABOVE


Estimates = Mapping[str, Estimate]  # by code: England, the regions, the ICSs
Ratio = Callable[[Projection, int], tuple[Array, Array, Array]]  # part, its variance, whole


def indices(baseline: Baseline) -> dict[str, NDArray[np.intp]]:
    """Return the areas of every place by its code: England, then regions, then ICSs."""
    regions = np.array(baseline.regions)
    every = {ENGLAND: np.arange(len(baseline.areas))}
    every |= {str(code): np.flatnonzero(regions == code) for code in dict.fromkeys(regions)}
    return every | {code: np.array([i]) for i, code in enumerate(baseline.areas)}


def in_year(p: Projection, values: Array, year: int, after_area: int = 0) -> Array:
    """Return values of one year (ways, areas), summed over the axes that follow area."""
    summed = values.sum(axis=tuple(range(-after_area, 0))) if after_area else values
    return summed.reshape(-1, *summed.shape[-2:])[:, p.years.index(year)]


def chance(p: Projection, year: int, measure: str) -> Array:
    """Return the variance by chance of the staff of each area (ways, areas).

    That of all years is worked out once for a run and kept with it.
    """
    kept, key = vars(p), f"chance of {measure} by area"
    if key not in kept:
        found = variance_by_area(p, ENGLAND, measure)
        found.setflags(write=False)
        kept[key] = found
    return in_year(p, kept[key], year)


def per_100k(p: Projection, year: int) -> tuple[Array, Array, Array]:
    """Return FTE, its variance, and registered people in hundred thousands."""
    people = np.broadcast_to(p.baseline.population / PER, in_year(p, p.fte, year, 1).shape)
    return in_year(p, p.fte, year, 1), chance(p, year, "fte"), people


def need_met(p: Projection, year: int) -> tuple[Array, Array, Array]:
    """Return clinical FTE, its variance, and FTE needed by the method chosen."""
    needed = comparable(p, in_year(p, p.needed, year, 1))
    return in_year(p, p.clinical_fte, year, 1), chance(p, year, "clinical_fte"), needed


def posts_filled(p: Projection, year: int) -> tuple[Array, Array, Array]:
    """Return FTE, its variance, and funded posts."""
    posts = in_year(p, p.establishment, year, 1)
    return in_year(p, p.fte, year, 1), chance(p, year, "fte"), posts


def ratios(p: Projection, year: int, made: Ratio) -> dict[str, Estimate]:
    """Return a ratio of every place; England's has no range: it is counted, not estimated."""
    part, spread, whole = made(p, year)
    found = {}
    for code, here in indices(p.baseline).items():
        under = whole[:, here].sum(axis=-1)
        values = share(part[:, here].sum(axis=-1), under) + 0 * under  # NaN stays NaN
        reach = Z_80 * share(np.sqrt(spread[:, here].sum(axis=-1)), under)
        ends = (values - reach).min(), (values + reach).max()
        mid = float(values[0])
        ends = (mid, mid) if code == ENGLAND else ends
        found[code] = Estimate(max(float(ends[0]), 0.0) if mid == mid else mid, mid, float(ends[1]))
    return found


def vacancies(p: Projection, year: int) -> dict[str, Estimate]:
    """Return the vacant share of funded posts of every place, never below none."""

    def empty(filled: float) -> float:
        return max(1 - filled, 0.0)

    return {
        code: Estimate(empty(e.high), empty(e.mid), empty(e.low))
        for code, e in ratios(p, year, posts_filled).items()
    }


def widths(p: Projection, year: int) -> dict[str, Estimate]:
    """Return how wide the range of staff is, as a share of its middle."""
    return {
        code: Estimate(width, width, width)
        for code, e in ratios(p, year, per_100k).items()
        for width in [(e.high - e.low) / e.mid if e.mid > 0 else 0.0]
    }


def counted(chances: Array) -> tuple[int, int]:
    """Return the ends of the middle 80% of how many of some independent events happen."""
    many = np.ones(1)
    for happens in chances:
        many = np.convolve(many, [1 - happens, happens])
    cumulated = np.cumsum(many)
    low, high = np.searchsorted(cumulated, [TAIL, 1 - TAIL])
    return int(low), int(min(high, len(chances)))


def organisations(led: Array, numbers: Array) -> Estimate:
    """Return the share led of some organisations, from (ways, kinds) led and numbers of each.

    `led` are expected numbers. The range is chance's alone: the shares themselves are assumed. NaN
    where there is no organisation.
    """
    if not numbers.sum() > 0:
        return Estimate(np.nan, np.nan, np.nan)
    expected = led.sum(axis=-1) / numbers.sum(axis=-1)
    whole = np.maximum(np.round(numbers), 1).astype(int)  # boards may be shared between areas
    ends: list[float] = [float(expected[0])]
    for each, of, n in zip(led, numbers, whole, strict=True):
        each_one = np.repeat((each / of).clip(0, 1), n)
        ends += [k / len(each_one) for k in counted(each_one)]
    return Estimate(min(ends), float(expected[0]), max(ends))


def trusts_led(p: Projection, year: int) -> dict[str, Estimate]:
    """Return the share of trusts with a permanent leader in post, of every place with trusts."""
    led = p.led.reshape(-1, *p.led.shape[-3:])[:, p.years.index(year)]
    found = {}
    for code, here in indices(p.baseline).items():
        numbers = p.baseline.trusts[here].ravel()
        some = numbers > 0
        mine = led[:, here].reshape(len(led), -1)[:, some]
        found[code] = organisations(mine, np.broadcast_to(numbers[some], mine.shape))
    return found


def systems_led(p: Projection, year: int) -> dict[str, Estimate]:
    """Return the share of ICSs, or of boards after mergers, with a permanent lead in post."""
    led, wanted = in_year(p, p.systems_led, year), in_year(p, p.systems, year)
    return {
        code: organisations(
            led[:, here].sum(axis=-1, keepdims=True), wanted[:, here].sum(axis=-1, keepdims=True)
        )
        for code, here in indices(p.baseline).items()
    }


MAPPED: Final[Mapping[str, Callable[[Projection, int], dict[str, Estimate]]]] = {
    "per_100k": lambda p, year: ratios(p, year, per_100k),
    "trusts_led": trusts_led,
    "systems_led": systems_led,
    "need_met": lambda p, year: ratios(p, year, need_met),
    "vacancy_rate": vacancies,
    "width": widths,
}
PROXIED: Final = ("per_100k", "need_met")  # measures that another proxy would change
