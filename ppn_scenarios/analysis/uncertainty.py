"""What may happen, given what we do not know: bands, chances and years."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.baseline import Array

from .coverage import ENOUGH
from .draws import SEED, Draws, draw
from .places import ENGLAND
from .series import MEASURES
from .small_areas import OF_PEOPLE, deviations, luck

AREAS_AT_ONCE: Final = 64 * 42  # in all draws of a block: few enough to stay in the cache
PERCENTILES: Final = (0.1, 0.5, 0.9)


@dataclass(frozen=True)
class Band:
    """The middle 80% of draws, year by year: each (T,)."""

    years: range
    p10: Array
    p50: Array
    p90: Array


@dataclass(frozen=True)
class Outcomes:
    """One measure of one place in every draw: (n, T). Sorted within no axis."""

    years: range
    values: Array

    def band(self) -> Band:
        """Return the tenth, fiftieth and ninetieth percentile of each year."""
        ordered = np.sort(self.values, axis=0)  # sorting is several times as fast as quantile()
        at = (np.array(PERCENTILES) * (len(ordered) - 1)).round().astype(int)
        return Band(self.years, *ordered[at])

    def chance(self, threshold: float, year: int) -> float:
        """Return the share of draws that reach a threshold in a year, given the assumptions."""
        return float((self.values[:, self.years.index(year)] >= threshold * ENOUGH).mean())

    def first_years(self, threshold: float) -> dict[int | None, float]:
        """Return the share of draws that first reach a threshold in each year; None is never."""
        reached = self.values >= threshold * ENOUGH
        first = np.where(reached.any(axis=1), reached.argmax(axis=1), -1)
        found, counts = np.unique(first, return_counts=True)
        return {
            (self.years[int(i)] if i >= 0 else None): float(c) / len(self.values)
            for i, c in sorted(zip(found, counts, strict=True), key=lambda pair: pair[0] % 10_000)
        }


def as_one_area(baseline: Baseline) -> Baseline:
    """Return England as a single area: the same sums in a fortieth of the work.

    Exact while leadership changes no staffing and no area's pool of possible leaders runs dry:
    the tests compare it with the sum of areas.
    """
    summed = {
        name: getattr(baseline, name).sum(axis=axis, keepdims=True)
        for name, axis in (("share", -1), ("trusts", 0), ("systems", 0), ("population", 0))
    }
    summed["share"] = summed["share"].reshape(-1, 1)[0]
    merged = {n: leads.sum(keepdims=True) for n, leads in baseline.boards.items()}
    one = replace(baseline.only(np.array([0])), **summed, boards=merged)
    return replace(one, areas=(ENGLAND,), regions=(ENGLAND,))


def in_the_middle(baseline: Baseline) -> Baseline:
    """Return a baseline with the middle of the ways of sharing England out alone."""
    return replace(baseline, share=baseline.share.reshape(-1, len(baseline.areas))[0])


def for_england(baseline: Baseline, scenario: Scenario) -> Baseline:
    """Return the least that gives England exactly under a scenario.

    Where leadership changes staffing, areas differ in how much of it they have.
    """
    return in_the_middle(baseline) if scenario.effects_on else as_one_area(baseline)


def block(baseline: Baseline) -> int:
    """Return how many draws to run at once."""
    return max(1, AREAS_AT_ONCE // len(baseline.areas))


def simulate(
    baseline: Baseline,
    scenario: Scenario,
    wanted: Iterable[tuple[str, str]],
    n: int = 1024,
    seed: int = SEED,
    widened: bool = False,
    small: bool = False,
) -> Mapping[tuple[str, str], Outcomes]:
    """Return outcomes of (measure, place) pairs over `n` draws of the beliefs.

    The same seed gives the same draws to every scenario, so that differences between scenarios
    are not noise. Where England alone is asked for it is run as one area if that is exact;
    elsewhere each draw also spreads staff over places in its own way between the two proxies.
    `small` adds the chance of who leaves and who comes to FTE and clinical FTE outside England.
    """
    pairs = list(wanted)
    local = bool(scenario.effects_on) or any(place != ENGLAND for _, place in pairs)
    start = baseline if local else as_one_area(baseline)
    draws = draw(scenario, n, seed, widened=widened)
    found: dict[tuple[str, str], list[Array]] = {pair: [] for pair in pairs}
    years: dict[tuple[str, str], range] = {}
    chancy = {p for m, p in pairs if small and p != ENGLAND and m in OF_PEOPLE}
    lots, first = {place: luck(start, place, n, seed) for place in chancy}, 0
    for run in blocks(start, draws, local):
        for measure, place in pairs:
            series = MEASURES[measure](run, place)
            years[measure, place], values = series.years, series.values
            if place in chancy and measure in OF_PEOPLE:
                some = lots[place][first : first + len(values)]
                values = np.maximum(values + deviations(run, place, some, measure), 0)
            found[measure, place].append(values)
        first += len(values)
    return {pair: Outcomes(years[pair], np.concatenate(found[pair])) for pair in pairs}


def blocks(start: Baseline, draws: Draws, local: bool) -> Iterator[Projection]:
    """Yield projections of a few draws at a time: nobody needs the whole state of all draws."""
    spread = partial(between_proxies, start.share) if local else None
    size = block(start)
    for first in range(0, len(draws), size):
        some = draws.part(slice(first, first + size))
        yield project(replace(start, share=spread(some.proxy)) if spread else start, some)


def between_proxies(share: Array, weight: Array) -> Array:
    """Return a spread of staff over areas for each draw: (n, A) from (3, A) and (n,)."""
    first: Array = share[-2]
    second: Array = share[-1]
    return weight[:, None] * first + (1 - weight[:, None]) * second
