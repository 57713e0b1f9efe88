"""What may happen, given what we do not know: bands, chances and years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.axes import read_only
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.required import GROWTH, PLAN

from .coverage import ENOUGH
from .draws import SEED, Draws, draw
from .place_measures import MEASURES
from .places import ENGLAND, place_index
from .small_areas import OF_PEOPLE, deviations, luck

AREAS_AT_ONCE: Final = 96 * 42  # in all draws of a block: few enough to stay in the cache
ONE_AREA: Final = "as one area"
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
        at = (np.array(PERCENTILES) * (len(self.values) - 1)).round().astype(int)
        in_place = np.partition(self.values, at, axis=0)  # many times as fast as quantile()
        return Band(self.years, *in_place[at])

    def chance(self, threshold: float, year: int) -> float:
        """Return the share of draws that reach a threshold in a year, given the assumptions."""
        return float((self.values[:, self.years.index(year)] >= threshold * ENOUGH).mean())


def as_one_area(baseline: Baseline) -> Baseline:
    """Return England as a single area: the same sums in a fortieth of the work.

    Exact while leadership changes no staffing and no area's pool of possible leaders runs dry:
    the tests compare it with the sum of areas. Worked out once and kept with the baseline.
    """
    kept = vars(baseline)
    if ONE_AREA not in kept:
        one = read_only(of_places(in_the_middle(baseline), [ENGLAND]))
        for values in (*one.boards.values(), *(one.work.activity.values() if one.work else ())):
            values.setflags(write=False)
        kept[ONE_AREA] = one
    return cast(Baseline, kept[ONE_AREA])


def stand_alone(baseline: Baseline, scenario: Scenario) -> bool:
    """Return whether places on their own are their parts of England under a scenario.

    Not where starts are counted for England, organisations follow what others do, or the staff
    needed are a share of England's or of a workload.
    """
    needs_others = scenario.h_imitation or scenario.need_method not in (PLAN, GROWTH)
    return not (needs_others or baseline.observed_starts)


def of_places(baseline: Baseline, places: Sequence[str]) -> Baseline:
    """Return places as areas, each the sum of its own, overlapping or not; as exact as one area."""
    where = [place_index(baseline, place) for place in places]

    def summed(values: Array, axis: int = 0) -> Array:
        return np.stack([values.take(here, axis).sum(axis) for here in where], axis)

    return replace(
        baseline,
        share=summed(baseline.share, -1),
        trusts=summed(baseline.trusts),
        systems=summed(baseline.systems),
        boards=MappingProxyType({n: summed(leads) for n, leads in baseline.boards.items()}),
        population=summed(baseline.population),
        work=baseline.work
        and baseline.work.at(baseline.areas, dict(zip(places, where, strict=True))),
        areas=tuple(places),
        regions=tuple(places),
    )


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
    are not noise. Outside England each draw also spreads staff over places in its own way between
    the two proxies. `small` adds the chance of who leaves and who comes to FTE and clinical FTE
    there. Where that is exact, only what is asked for is run, each place as one area.
    """
    pairs, draws = list(wanted), draw(scenario, n, seed, widened=widened)
    local = list(dict.fromkeys(place for _, place in pairs if place != ENGLAND))
    runs = [(baseline, [ENGLAND, *local])]
    if not scenario.effects_on:
        apart = local and stand_alone(baseline, scenario)
        places = of_places(baseline, local) if apart else baseline
        runs = [(as_one_area(baseline), [ENGLAND]), (places, local)]
    found: dict[tuple[str, str], Outcomes] = {}
    for start, among in runs:
        if some := [pair for pair in pairs if pair[1] in among]:
            found |= outcomes(start, draws, some, seed if small else None)
    return {pair: found[pair] for pair in pairs}


def outcomes(
    start: Baseline, draws: Draws, pairs: list[tuple[str, str]], luck_seed: int | None
) -> dict[tuple[str, str], Outcomes]:
    """Return outcomes of (measure, place) pairs of one baseline, with luck if it has a seed."""
    found: dict[tuple[str, str], list[Array]] = {pair: [] for pair in pairs}
    years: dict[tuple[str, str], range] = {}
    places = {p for m, p in pairs if p != ENGLAND and m in OF_PEOPLE}
    lots = {p: luck(start, p, len(draws), luck_seed) for p in places if luck_seed is not None}
    first = 0
    for run in blocks(start, draws):
        for measure, place in pairs:
            series = MEASURES[measure](run, place)
            years[measure, place], values = series.years, series.values
            if place in lots and measure in OF_PEOPLE:
                some = lots[place][first : first + len(values)]
                values = np.maximum(values + deviations(run, place, some, measure), 0)
            found[measure, place].append(values)
        first += len(values)
        del run  # before the next block is made, else there would be two in memory
    return {pair: Outcomes(years[pair], np.concatenate(found[pair])) for pair in pairs}


def blocks(start: Baseline, draws: Draws) -> Iterator[Projection]:
    """Yield projections of a few draws at a time: nobody needs the whole state of all draws.

    Where there are several ways of sharing England out, each draw has its own.
    """
    size = block(start)
    for first in range(0, len(draws), size):
        some = draws.part(slice(first, first + size))
        if start.share.ndim > 1:
            yield project(replace(start, share=between_proxies(start.share, some.proxy)), some)
        else:
            yield project(start, some)


def between_proxies(share: Array, weight: Array) -> Array:
    """Return a spread of staff over areas for each draw: (n, A) from (3, A) and (n,)."""
    first: Array = share[-2]
    second: Array = share[-1]
    return np.asarray((first[:, None] * weight + second[:, None] * (1 - weight)).T)
