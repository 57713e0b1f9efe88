"""Where staff come from and go to in a year: a balance of people that adds up for every group.

Groups are the three families, or professions where the baseline is split into them. Outside
England every number has one value for each way of sharing England out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from .places import place_index

JOINED: Final = ("hired_new", "hired_unplaced", "hired_returners", "hired_external")
LEFT: Final = ("voluntary", "retired", "moved_out")


@dataclass(frozen=True)
class Balance:
    """People in post over one financial year, by group: opening + joined - left = closing.

    Each array is (ways, P): the middle of the ways of sharing England out, then each way.
    """

    year: int  # that ends on 31 March
    groups: tuple[str, ...]
    family: NDArray[np.intp]  # (P,)
    opening: Array
    joined: Mapping[str, Array]  # by the names in JOINED
    left: Mapping[str, Array]  # by the names in LEFT
    closing: Array

    @property
    def joins(self) -> Array:
        """Everyone who joined (ways, P)."""
        return np.asarray(sum(self.joined.values()))

    @property
    def leaves(self) -> Array:
        """Everyone who left (ways, P)."""
        return np.asarray(sum(self.left.values()))

    def of(self, keep: Sequence[int] | NDArray[np.intp]) -> "Balance":
        """Return the balance of some groups alone, by index."""
        some = np.asarray(keep, dtype=np.intp)
        return Balance(
            self.year,
            tuple(self.groups[i] for i in some),
            self.family[some],
            self.opening[:, some],
            {name: values[:, some] for name, values in self.joined.items()},
            {name: values[:, some] for name, values in self.left.items()},
            self.closing[:, some],
        )

    def together(self) -> "Balance":
        """Return all groups as one."""
        return Balance(
            self.year,
            ("all",),
            np.array([-1]),
            self.opening.sum(axis=-1, keepdims=True),
            {name: v.sum(axis=-1, keepdims=True) for name, v in self.joined.items()},
            {name: v.sum(axis=-1, keepdims=True) for name, v in self.left.items()},
            self.closing.sum(axis=-1, keepdims=True),
        )


def by_group(values: Array, p: Projection, place: str, t: int) -> Array:
    """Return (*batch, T, A, P) summed over a place's areas, at one point in time: (ways, P)."""
    flat = values.reshape(-1, *values.shape[-3:])[:, t]
    return np.asarray(flat[:, place_index(p.baseline, place)].sum(axis=1))


def balance(p: Projection, place: str, year: int) -> Balance:
    """Return the balance of the financial year that ends on 31 March of `year`.

    Raises ValueError for a year that is not projected, or a place that is not known.
    """
    if year not in p.years[1:]:
        raise ValueError(f"{year} is not within {p.years[1]} to {p.years[-1]}")
    t, people = p.years.index(year), p.in_post.sum(axis=-1)
    flows = vars(p.flows)
    inputs = p.baseline.inputs
    return Balance(
        year=year,
        groups=inputs.names,
        family=inputs.family,
        opening=by_group(people, p, place, t - 1),
        joined={name: by_group(flows[name], p, place, t - 1) for name in JOINED},
        left={name: by_group(flows[name], p, place, t - 1) for name in LEFT},
        closing=by_group(people, p, place, t),
    )


@dataclass(frozen=True)
class Whole:
    """A balance in whole people that still adds up: each number within one of the true one."""

    opening: int
    flows: Mapping[str, int]  # each below none if it takes people away
    closing: int


def in_whole_people(opening: float, flows: Mapping[str, float], closing: float) -> Whole:
    """Return a balance in whole people, from flows that are negative if they take people away.

    Stocks are rounded, so that one year closes where the next opens. Flows are rounded so that
    they make up the difference exactly: those with the largest remainders upwards. None stays none.
    """
    start, end = round(opening), round(closing)
    rounded = {name: floor(value) for name, value in flows.items()}
    upwards = end - start - sum(rounded.values())
    by_rest = sorted(
        (name for name, value in flows.items() if value),
        key=lambda name: flows[name] - rounded[name],
        reverse=True,
    )
    for name in by_rest[:upwards]:
        rounded[name] += 1
    return Whole(start, rounded, end)


def whole_year(b: Balance, group: int, way: int = 0) -> Whole:
    """Return one group's year in whole people: joiners above none, leavers below."""
    flows = {name: float(values[way, group]) for name, values in b.joined.items()}
    flows |= {name: -float(values[way, group]) for name, values in b.left.items()}
    return in_whole_people(float(b.opening[way, group]), flows, float(b.closing[way, group]))
