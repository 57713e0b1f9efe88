"""How retirement changes as a workforce grows older or younger: a national model of ages (E6).

It gives one path for all areas, families and grades: no ages are published for any of them.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

YOUNGEST: Final = 21
OLDEST: Final = 75  # and over


@dataclass(frozen=True, kw_only=True)
class Ages:
    """A workforce by single year of age, each (number of ages,); the last is that age and over.

    Raises ValueError for lengths that differ, numbers that cannot be, shares that do not add up
    to 1, or staff of whom nobody could retire.
    """

    staff: Array  # share of staff at the start
    joiners: Array  # share of those who join in a year
    retiring: Array  # hazard of retiring, on any scale: the lever sets the level
    leaving: Array  # hazard a year of leaving for other reasons

    def __post_init__(self) -> None:
        """Refuse ages that cannot be."""
        for name in ("staff", "joiners", "retiring", "leaving"):
            values = getattr(self, name)
            if values.shape != self.staff.shape or values.ndim != 1:
                raise ValueError(f"ages: {name} and staff differ in length")
            if not np.isfinite(values).all() or (values < 0).any():
                raise ValueError(f"ages: {name} holds a number that is negative or not finite")
        for name in ("staff", "joiners"):
            if abs(whole := float(getattr(self, name).sum()) - 1) > 1e-9:
                raise ValueError(f"ages: the shares of {name} add up to {1 + whole:g}, not to 1")
        if not self.staff @ self.retiring > 0:
            raise ValueError("ages: nobody on the staff is of an age to retire")


def same_at_every_age() -> Ages:
    """Return a workforce whose ages change nothing: all retire alike."""
    number = OLDEST - YOUNGEST + 1
    even, none = np.full(number, 1 / number), np.zeros(number)
    return Ages(staff=even, joiners=even, retiring=np.ones(number), leaving=none)


def a_year_on(ages: Ages, staff: Array, retire: Array, growth: Array) -> Array:
    """Return staff by age (*batch, ages) a year on: who stays is older, and others join.

    `retire` (*batch) is the mean hazard of the staff of the start. As many join as let staff grow
    by `growth` (*batch), or nobody where staff would have to shrink faster than people go.
    """
    hazard = retire[..., None] * (ages.retiring / (ages.staff @ ages.retiring)) + ages.leaving
    stay = staff * np.exp(-hazard)
    after = np.zeros_like(stay)
    after[..., 1:] = stay[..., :-1]
    after[..., -1] += stay[..., -1]
    wanted = staff.sum(axis=-1) * (1 + growth)
    joined = np.maximum(wanted - after.sum(axis=-1), 0)
    return np.asarray(after + joined[..., None] * ages.joiners)


def retirement_path(ages: Ages, retire: float | Array, growth: Array) -> Array:
    """Return the mean hazard of retiring over that of the start: 1, then one number a year.

    `retire` is (*batch) and `growth` of all staff (T, *batch). The result (T, *batch) is for the
    people in post at the start of each of those years.
    """
    level, growth = np.asarray(retire, dtype=float), np.asarray(growth, dtype=float)
    batch = np.broadcast_shapes(level.shape, growth.shape[1:])
    staff = np.broadcast_to(ages.staff, (*batch, len(ages.staff)))
    means = []
    for this_year in growth:
        means.append((staff @ ages.retiring) / staff.sum(axis=-1))
        staff = a_year_on(ages, staff, level, this_year)
    path = np.stack(means)
    return np.asarray(path / path[0])


def paths_where(on: NDArray[np.bool_], ages: Ages, retire: float | Array, growth: Array) -> Array:
    """Return retirement paths (T, *batch) of the runs in which ages count, and 1 in the others."""
    batch = np.broadcast_shapes(on.shape, np.shape(retire), growth.shape[1:])
    which = np.broadcast_to(on, batch)  # few of many runs, as a rule
    path = np.ones((len(growth), *batch))
    theirs = np.broadcast_to(growth, path.shape)[:, which]
    path[:, which] = retirement_path(ages, np.broadcast_to(retire, batch)[which], theirs)
    return path
