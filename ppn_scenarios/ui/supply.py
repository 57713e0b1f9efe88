"""Whether supply follows need: the slope over deprivation, and places in a funnel of chance."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.atlas import Estimate
from ppn_scenarios.analysis.supply import (
    LIMITS,
    Slope,
    funnel,
    need_weighted,
    over_counts,
    ranks,
    slope,
)
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables import queries
from ppn_scenarios.wording.places import Place

from .answers import projection
from .charts.funnel import Point
from .mapped import SHOWN, estimates, of_level

GP_LISTS, RESIDENTS = "By patients registered with a GP", "By residents of mid-2020"
STEPS: Final = 40  # points of a line
GAP: Final = 0.055  # of the height of the picture: a line of a label
PROXY: Final = ("by Talking\nTherapies", "by mental\nhealth trusts")


@cache
def deprivation() -> Array:
    """Return the average score of each ICS on the Index of Multiple Deprivation 2025."""
    return queries.systems()["imd_average_score"].to_numpy(float)


@cache
def counts() -> Mapping[str, Array]:
    """Return people of each ICS, counted in two ways."""
    residents = queries.residents()["residents"].to_numpy(float)
    residents.setflags(write=False)
    return MappingProxyType({GP_LISTS: baseline().population, RESIDENTS: residents})


def need(extra: str, count: str = GP_LISTS) -> Array:
    """Return people with more counted in deprived places, by a share that is the reader's own."""
    return need_weighted(counts()[count], deprivation(), int(extra) / 100)


@lru_cache(maxsize=32)
def slopes(scenario: Scenario, year: int, extra: str) -> Mapping[str, Slope]:
    """Return the slope of staff over deprivation by each count of people."""
    run = projection(scenario)
    found = {c: slope(run, year, need(extra, c), deprivation()) for c in counts()}
    return MappingProxyType(found)


def overall(scenario: Scenario, year: int, extra: str) -> Slope:
    """Return the slope with its range over both proxies, both counts of people and chance."""
    return over_counts(list(slopes(scenario, year, extra).values()))


def signed(share: float) -> str:
    """Write a share with its sign."""
    number = round(100 * share)
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{abs(number)}%"


def rates(scenario: Scenario, view: View) -> dict[str, Estimate]:
    """Return staff for every 100,000 people of need, of each ICS and of England."""
    found = estimates(scenario, "per_100k", int(view.map_year))
    weights = baseline().population / need(view.need_extra)
    each = {
        code: Estimate(*(float(value * w) for value in (e.low, e.mid, e.high)))
        for code, w in zip(baseline().areas, weights, strict=True)
        for e in [found[code]]
    }
    return each | {ENGLAND: found[ENGLAND]}


def limits(scenario: Scenario, view: View, people: Array, within: float) -> tuple[Array, Array]:
    """Return the funnel's two edges at some numbers of people."""
    rate = estimates(scenario, "per_100k", int(view.map_year))[ENGLAND].mid
    return funnel(rate, scenario.participation, people, within)


def outside(scenario: Scenario, view: View) -> dict[str, bool]:
    """Return whether the whole range of each ICS lies outside the funnel of 99.8%."""
    found = rates(scenario, view)
    low, high = limits(scenario, view, need(view.need_extra), LIMITS[-1])
    return {
        code: bool(found[code].high < below or found[code].low > above)
        for code, below, above in zip(baseline().areas, low, high, strict=True)
    }


def points(scenario: Scenario, place: Place, view: View) -> list[Point]:
    """Return what to draw: places as ranges, England, and the funnel or the fitted lines."""
    found, people = rates(scenario, view), need(view.need_extra)
    over = people / 1e6 if view.funnel == "people" else ranks(people, deprivation())
    names = {p.code: p.name for p in of_level("ics")}
    regions = zip(baseline().areas, baseline().regions, strict=True)
    mine = (place.code, *(area for area, region in regions if region == place.code))
    drawn = [
        Point(
            kind="place",
            name=names[code],
            x=float(x),
            low=found[code].low,
            mid=found[code].mid,
            high=found[code].high,
            told=SHOWN["per_100k"].range(found[code]),
            chosen=code in mine,
            label=names[code] if code == place.code else "",
            label_at=found[code].high,
        )
        for code, x in zip(baseline().areas, over, strict=True)
    ]
    top = max(point.high for point in drawn)
    return [*drawn, *apart(behind(scenario, view, float(over.max())), top)]


def apart(lines: list[Point], top: float) -> list[Point]:
    """Return lines whose labels do not meet: moved up from the lowest, just far enough."""
    floor, found = float("-inf"), []
    for point in sorted(lines, key=lambda p: p.mid):
        if point.label:
            floor = max(point.mid, floor + GAP * top * (1 + point.label.count("\n")))
        found.append(replace(point, label_at=floor) if point.label else point)
    return sorted(found, key=lambda p: p.x)


def behind(scenario: Scenario, view: View, last: float) -> list[Point]:
    """Return the lines behind the places."""
    rate = estimates(scenario, "per_100k", int(view.map_year))[ENGLAND].mid
    if view.funnel == "deprivation":
        by_way = slopes(scenario, int(view.map_year), view.need_extra)[GP_LISTS].by_way[1:]
        lines = [line("england", "England", [(0.0, rate), (1.0, rate)], f"England\n{rate:.0f}")]
        for name, by in zip(PROXY, by_way, strict=True):
            ends = [(x, rate * (1 + by * (x - 0.5))) for x in (0.0, 1.0)]
            lines.append(line("fitted", name, ends, name))
        return [point for some in lines for point in some]
    first = float(need(view.need_extra).min()) / 1e6 * 0.8
    at = [first + (last * 1.05 - first) * i / (STEPS - 1) for i in range(STEPS)]
    drawn = line("england", "England", [(at[0], rate), (at[-1], rate)], f"England\n{rate:.0f}")
    people = baseline().population[:1] * 0 + 1e6  # a million, as an array
    for within in LIMITS:
        edges = [[float(v[0]) for v in limits(scenario, view, people * x, within)] for x in at]
        for i, side in enumerate(("below", "above")):
            label = f"{100 * within:g}%" if side == "above" else ""
            some = [(x, edge[i]) for x, edge in zip(at, edges, strict=True)]
            drawn += line("limit", f"{within} {side}", some, label)
    return drawn


def line(kind: str, name: str, ends: list[tuple[float, float]], label: str) -> list[Point]:
    """Return a line with its label at the right end."""
    return [
        Point(
            kind=kind,
            name=name,
            x=x,
            low=y,
            mid=y,
            high=y,
            label=label if i == len(ends) - 1 else "",
        )
        for i, (x, y) in enumerate(ends)
    ]
