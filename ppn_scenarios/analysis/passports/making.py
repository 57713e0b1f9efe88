"""How a measure is made of other numbers of the same projection."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from ppn_scenarios.analysis.places import ENGLAND, place_index, total
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.values import in_force

from .passport import Term


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A formula with the live values of one place and year, and what it does with them."""

    formula: str
    terms: tuple[Term, ...]
    combine: Callable[..., float]
    note: str = ""  # said with the direction of bias, where it depends on the scenario


@dataclass(frozen=True, kw_only=True)
class Making:
    """What the passports of one measure have in common."""

    label: str
    unit: str
    parts: Callable[[Projection, str, int], Parts]
    bias: str
    inputs: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def middle(p: Projection, values: Array, place: str, year: int, after_area: int = 0) -> float:
    """Return the middle estimate of a sum over a place's areas in a year."""
    summed = total(values, p.baseline, place, after_area)
    return float(summed.reshape(-1, summed.shape[-1])[0, p.years.index(year)])


def flowed(p: Projection, values: Array, place: str, year: int) -> float:
    """Return the middle estimate of a flow (*batch, T, A, P) of the year that ends in `year`."""
    summed = total(values, p.baseline, place, after_area=1)
    return float(summed.reshape(-1, summed.shape[-1])[0, p.years.index(year) - 1])


def of(p: Projection) -> Scenario:
    """Return the one scenario of a projection: a passport is not of draws."""
    return cast(Scenario, p.scenario)


def now(p: Projection, choice: str, year: int) -> float:
    """Return a choice's value in the year that ends in `year`."""
    return float(np.ravel(in_force(cast(Any, p.scenario), choice, np.array([year])))[0])


def share_of_staff(p: Projection, place: str) -> float:
    """Return a place's share of England's staff in the first year, by the middle estimate."""
    share = p.baseline.share.reshape(-1, len(p.baseline.areas))[0]
    return float(share[place_index(p.baseline, place)].sum())


def here(p: Projection, place: str) -> tuple[Term, ...]:
    """Return the term by which England's numbers are shared out to a place; none for England."""
    if place == ENGLAND:
        return ()
    value = share_of_staff(p, place)
    return (Term(label="This place's share of England's staff", value=value, unit="share"),)


def by_hypothesis(p: Projection, value: float, without: float) -> tuple[Term, ...]:
    """Return the multiplier of the reader's hypothesis on leadership; none while it is off."""
    if not of(p).effects_on:
        return ()
    label = "Multiplier of your hypothesis on leadership (E18)"
    return (Term(label=label, value=value / without if without else 1.0, unit="number"),)


def product(*values: float) -> float:
    """Multiply."""
    return float(np.prod(values))


def quotient(part: float, whole: float) -> float:
    """Divide; 0 where there is no whole."""
    return part / whole if whole else 0.0


def difference(first: float, *others: float) -> float:
    """Subtract."""
    return first - sum(others)


def added(*values: float) -> float:
    """Add."""
    return float(sum(values))


def products(*values: float) -> float:
    """Add the products of each pair: first times second, third times fourth, ..."""
    return float(sum(a * b for a, b in zip(values[::2], values[1::2], strict=True)))
