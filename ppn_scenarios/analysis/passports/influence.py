"""Which levers can move a figure, and by how much, around the reader's own scenario."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from ppn_scenarios.analysis.draws import values_of
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.sensitivity import MEANINGLESS_ALONE, Swing
from ppn_scenarios.analysis.uncertainty import (
    block,
    for_england,
    in_the_middle,
    of_places,
    stand_alone,
)
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.model import Baseline, project

from .passport import Passport

LEAST: Final = 1e-9  # a lever that moves a result by less, in proportion, is not behind it


def alone(baseline: Baseline, scenario: Scenario, place: str) -> Baseline:
    """Return the least that shows what moves a place: itself where it stands alone, or England."""
    if place == ENGLAND or scenario.effects_on or not stand_alone(baseline, scenario):
        return for_england(baseline, scenario)
    return of_places(in_the_middle(baseline), [place])


def influence(
    baseline: Baseline, scenario: Scenario, measures: Sequence[str], year: int, place: str
) -> dict[str, tuple[Swing, ...]]:
    """Return the levers that move each measure, widest swing first.

    Each lever alone goes to both ends of its range; all runs are one batch for all measures. A
    place that cannot be run without the others has England's levers, and their order.
    """
    names = [name for name in LEVERS if name not in MEANINGLESS_ALONE]
    n, start = 2 * len(names) + 1, alone(baseline, scenario, place)
    changed = {name: np.full(n, float(getattr(scenario, name))) for name in ASSUMPTIONS}
    for i, name in enumerate(names):
        changed[name][2 * i] = ASSUMPTIONS[name].low
        changed[name][2 * i + 1] = ASSUMPTIONS[name].high
    draws, size = values_of(scenario, n, changed), block(start)
    found: dict[str, list[np.ndarray]] = {measure: [] for measure in measures}
    for first in range(0, n, size):
        run = project(start, draws.part(slice(first, first + size)))
        for measure in measures:
            series = MEASURES[measure](run, ENGLAND)
            values = series.values[..., series.years.index(year)]
            found[measure].append(np.broadcast_to(values, (min(size, n - first),)))
    return {measure: ordered(names, np.concatenate(rows)) for measure, rows in found.items()}


def ordered(names: Sequence[str], values: np.ndarray) -> tuple[Swing, ...]:
    """Return the swings that are worth a name, widest first; `values` as `influence` runs them."""
    now = float(values[-1])
    rows = (
        Swing(name, float(values[2 * i]), float(values[2 * i + 1]), now)
        for i, name in enumerate(names)
    )
    least = LEAST * max(abs(now), 1e-12)
    return tuple(sorted((row for row in rows if row.width > least), key=lambda row: -row.width))


def shares_by_basis(passport: Passport) -> dict[str, float]:
    """Return the share of what levers can do to a figure, by what their numbers rest on.

    Keys are the words of `Assumption.rests_on`, the largest share first; empty where no swing is
    known. A share of the sum of swings, each lever moved alone.
    """
    found: dict[str, float] = {}
    whole = sum(passport.swings)
    if not whole:
        return {}
    for name, width in zip(passport.rests_on, passport.swings, strict=False):
        basis = ASSUMPTIONS[name].rests_on
        found[basis] = found.get(basis, 0.0) + width / whole
    return dict(sorted(found.items(), key=lambda item: -item[1]))
