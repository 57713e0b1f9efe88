"""Passports of every measure of a projection, and of what a scenario changes in it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.sensitivity import Swing
from ppn_scenarios.model import Projection

from . import code, costs, leaders, need, posts, staff
from .influence import influence
from .making import Making, difference, of
from .passport import Passport, Term

MAKINGS: Final[Mapping[str, Making]] = MappingProxyType(
    staff.MAKINGS | posts.MAKINGS | need.MAKINGS | leaders.MAKINGS | costs.MAKINGS
)


def of_measure(measure: str, p: Projection, place: str, year: int) -> Passport:
    """Return the passport of one measure of a place in a year, by the middle estimate.

    `p` is the projection of a single scenario. Raises KeyError for a measure that has none, and
    ValueError where the measure has no value.
    """
    moved = influence(p.baseline, of(p), [measure], year, place)
    return passport_of(measure, p, place, year, moved[measure])


def of_measures(measures: Sequence[str], p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of several measures, leaving out those that have no value there."""
    some = [m for m in measures if not math.isnan(MEASURES[m](p, place).at(year)[1])]
    moved = influence(p.baseline, of(p), some, year, place)
    return [passport_of(m, p, place, year, moved[m]) for m in some]


def passport_of(
    measure: str, p: Projection, place: str, year: int, moved: Sequence[Swing]
) -> Passport:
    """Return the passport of a measure whose levers are known."""
    how = MAKINGS[measure]
    parts = how.parts(p, place, year)
    low, value, high = MEASURES[measure](p, place).at(year)
    return Passport(
        label=f"{how.label}, March {year}",
        value=value,
        unit=how.unit,
        formula=parts.formula,
        terms=parts.terms,
        combine=parts.combine,
        rests_on=tuple(row.name for row in moved),
        swings=tuple(row.width for row in moved),
        inputs=how.inputs,
        figures=how.figures,
        sources=how.sources,
        bias=f"{how.bias} {parts.note}".strip(),
        code=code.of_measure(measure, of(p), place, year),
        scenario=of(p),
        low=low,
        high=high,
    )


def as_it_stands(passport: Passport) -> Passport:
    """Return a passport that says in its label that it is of things as they stand."""
    return replace(passport, label=f"{passport.label}, as things stand")


def against(measure: str, p: Projection, before: Projection, place: str, year: int) -> Passport:
    """Return the passport of the difference that a scenario makes to a measure of a place.

    The levers behind it are those that the two scenarios set differently.
    """
    mine = of_measure(measure, p, place, year)
    was = MEASURES[measure](before, place).at(year)[1]
    both = list(zip(mine.rests_on, mine.swings, strict=True))
    changed = [(n, w) for n, w in both if getattr(of(p), n) != getattr(of(before), n)]
    return replace(
        mine,
        label=f"{MAKINGS[measure].label}, March {year}, against things as they stand",
        value=mine.value - was,
        formula="This scenario - things as they stand",
        terms=(
            Term(label="This scenario", value=mine.value, unit=mine.unit),
            Term(label="As things stand", value=was, unit=mine.unit),
        ),
        combine=difference,
        rests_on=tuple(name for name, _ in changed),
        swings=tuple(width for _, width in changed),
        bias="Likely nearer the truth than either number alone, because what both have wrong "
        f"cancels. For each: {mine.bias}",
        code=code.of_difference(measure, of(p), of(before), place, year),
        low=None,
        high=None,
    )
