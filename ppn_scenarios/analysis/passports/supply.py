"""Passports of supply against need: the slope over deprivation, and places outside the funnel."""

from collections.abc import Mapping
from typing import Final

from ppn_scenarios.analysis.supply import Slope, need_weighted, slope
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from . import code
from .apart import PROXIES
from .making import of
from .passport import Passport, Term
from .places import PEOPLE, ROUGH

DEPRIVATION: Final = "mhclg-imd-2025"
RESIDENTS: Final = "ons-population-mid-2020"
WAYS: Final = ("Talking Therapies", "mental health trusts")
COUNTED: Final = ("systems.registered_population", "queries.residents().residents")


def of_slope(
    p: Projection,
    year: int,
    counts: Mapping[str, Array],
    deprivation: Array,
    extra: float,
    whole: Slope,
) -> Passport:
    """Return the passport of the slope: the middle of four, by two proxies and two counts."""
    terms = [
        Term(label=f"By {proxy}, {within(count)}", value=value, unit="share")
        for count, people in counts.items()
        for proxy, value in zip(
            WAYS,
            slope(p, year, need_weighted(people, deprivation, extra), deprivation).by_way[1:],
            strict=True,
        )
    ]
    last = (
        "people = [systems.registered_population, queries.residents().residents]\n"
        "found = [\n"
        "    slope(plan, {year}, need_weighted(count.to_numpy(float), score, {extra}), score)\n"
        "    for count in people\n"
        "]\n"
        "print(sum(value for each in found for value in each.by_way[1:]) / 4)\n"
    )
    return Passport(
        label=f"Slope of staff for each person over deprivation, middle of four, March {year}",
        value=sum(term.value for term in terms) / len(terms),
        unit="share",
        formula="The mean of the slope by two proxies and two counts of people. A slope is that of "
        "a straight line through staff for each person of all ICSs, weighted by people, from the "
        "least to the most deprived, over England's mean (relative slope index)",
        terms=tuple(terms),
        combine=lambda *values: sum(values) / len(values),
        sources=(*PROXIES, PEOPLE, RESIDENTS, DEPRIVATION),
        bias=f"{ROUGH} A quarter of Talking Therapies referrals going to others may lower the "
        "first proxy where they do.",
        code=start(p, "need_weighted, slope") + last.format(year=year, extra=code.number(extra)),
        low=whole.low,
        high=whole.high,
    )


def of_counts(
    p: Projection, year: int, counts: Mapping[str, Array], deprivation: Array, extra: float
) -> list[Passport]:
    """Return the passport of the slope by each count of people, in the order of COUNTED."""
    made = []
    for (count, people), counted in zip(counts.items(), COUNTED, strict=True):
        found = slope(p, year, need_weighted(people, deprivation, extra), deprivation)
        last = (
            f"people = need_weighted({counted}.to_numpy(float), score, {code.number(extra)})\n"
            f"print(sum(slope(plan, {year}, people, score).by_way[1:]) / 2)\n"
        )
        made.append(
            Passport(
                label=f"Slope {within(count)}, March {year}",
                value=sum(found.by_way[1:]) / 2,
                unit="share",
                formula="The mean of the slope by two proxies; chance around each widens the range",
                terms=tuple(
                    Term(label=f"By {proxy}", value=value, unit="share")
                    for proxy, value in zip(WAYS, found.by_way[1:], strict=True)
                ),
                combine=lambda first, second: (first + second) / 2,
                sources=(*PROXIES, PEOPLE, RESIDENTS, DEPRIVATION),
                bias=ROUGH,
                code=start(p, "need_weighted, slope") + last,
                scenario=of(p),
                low=found.low,
                high=found.high,
                range_is="the proxies disagree, and chance alone moves small places",
            )
        )
    return made


def of_funnel(p: Projection, year: int, outside: int, extra: float) -> Passport:
    """Return the passport of how many ICSs touch the funnel."""
    areas = len(p.baseline.areas)
    last = (
        "need = need_weighted(plan.baseline.population, score, {extra})\n"
        'found = MAPPED["per_100k"](plan, {year})\n'
        'rate, each = found["england"].mid, plan.scenario.participation\n'
        "low, high = funnel(rate, each, need, LIMITS[-1])\n"
        "by_need = plan.baseline.population / need\n"
        "ends = zip(plan.baseline.areas, by_need, low, high)\n"
        "touch = [found[a].high * w >= lo and found[a].low * w <= hi for a, w, lo, hi in ends]\n"
        "print(sum(touch))\n"
    )
    parts = {"ICSs": areas, "whose whole range is outside": outside}
    return Passport(
        label=f"ICSs whose range touches the funnel of 99.8%, March {year}",
        value=areas - outside,
        unit="number",
        formula="ICSs - those outside. The funnel is England's rate and 3.09 standard deviations "
        "of a Poisson number of people around it",
        terms=tuple(Term(label=k, value=v, unit="number") for k, v in parts.items()),
        combine=lambda every, out: every - out,
        sources=(*PROXIES, PEOPLE),
        bias="Too low: the ranges hold two proxies and chance, and others would widen them.",
        code=start(p, "LIMITS, funnel, need_weighted")
        + last.format(year=year, extra=code.number(extra)),
    )


def start(p: Projection, names: str) -> str:
    """Return the first lines of code on supply."""
    return (
        f"{code.PROJECT}from ppn_scenarios.analysis.atlas import MAPPED\n"
        f"from ppn_scenarios.analysis.supply import {names}\n"
        "from ppn_scenarios.tables import queries\n\n"
        f"plan = project(baseline(), {code.written(of(p))})\n"
        "systems = queries.systems()\n"
        "score = systems.imd_average_score.to_numpy(float)\n"
    )
