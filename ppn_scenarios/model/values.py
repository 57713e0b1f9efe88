"""How the values of a scenario are read: by area, by family, and in each year.

A choice keeps its default until it starts, then goes an equal step a year towards its own value.
"""

from collections.abc import Sequence
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.assumptions.own_dates import WITH_THE_PLAN, own_date

from .baseline import Array
from .memory import empty_inside


class Values(Protocol):
    """Anything with an attribute for each assumption: a Scenario, or draws of (*batch,)."""

    def __getattr__(self, name: str) -> float | Array:
        """Return the value of one assumption."""


def per_area(value: float | Array) -> Array:
    """Shape a value of (*batch,) to meet arrays of (*batch, area)."""
    return cast(Array, np.asarray(value, dtype=float)[..., None])


def per_family(values: Sequence[float | Array], family: NDArray[np.intp]) -> Array:
    """Shape one value for each family to meet arrays of (*batch, area, family).

    `family` (P,) is the one that each profession belongs to.
    """
    found = empty_inside((*np.broadcast(*values).shape, 1, len(family)))
    for p, its_own in enumerate(family):
        found[..., 0, p] = values[its_own]
    return found


def own_or_planned(scenario: Values, name: str, which: str) -> Array:
    """Return a choice's own date, or the plan's where it has none: `which` is start or ramp."""
    mine = np.asarray(getattr(scenario, own_date(name, which)), dtype=float)
    of_plan = np.asarray(getattr(scenario, f"plan_{which}"), dtype=float)
    return np.where(mine != WITH_THE_PLAN, mine, of_plan)


def started(scenario: Values, name: str, years: Array) -> NDArray[np.bool_]:
    """Return whether a choice that acts at once has started in each year."""
    return years > own_or_planned(scenario, name, "start")


def phase(scenario: Values, name: str, years: Array) -> Array:
    """Return how far a choice has taken effect in the years that end in `years`: 0 to 1."""
    gone = years - own_or_planned(scenario, name, "start")
    return np.clip(gone / own_or_planned(scenario, name, "ramp"), 0, 1)


def in_force(scenario: Values, name: str, years: Array) -> Array:
    """Return a choice's value in each year: its default until it starts, then towards its own."""
    default = ASSUMPTIONS[name].default
    mine = np.asarray(getattr(scenario, name))
    if np.all(mine == default):
        return np.full(years.shape, float(default))
    return default + phase(scenario, name, years) * (mine - default)
