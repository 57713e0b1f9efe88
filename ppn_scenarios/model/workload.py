"""Staff that a workload takes: activity, minutes and working time (E11, method M2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Workload:
    """The yearly work of S services and the time of the three families who do it.

    Raises ValueError for numbers that cannot be, or work that is not shared out whole.
    """

    activity: Mapping[str, Array]  # (S,) units in the opening year, by code of area
    minutes: Array  # (S,) for each unit
    work_share: Array  # (S, 3) of a service's minutes done by each family
    available: float  # working minutes of one FTE in a year, leave taken off
    clinical_focus: Array  # (3,) share of them spent on these services
    allowances: float  # share of time for what no unit of activity counts

    def __post_init__(self) -> None:
        """Refuse a workload that cannot be."""
        for field in fields(self):
            value = getattr(self, field.name)
            numbers = np.asarray(list(value.values()) if isinstance(value, Mapping) else value)
            if not np.isfinite(numbers).all() or (numbers < 0).any():
                raise ValueError(f"workload: {field.name} is negative or not finite")
        if (np.abs(self.work_share.sum(axis=-1) - 1) > 1e-9).any():
            raise ValueError("workload: the work of a service is not shared out whole")
        if not (self.available > 0 and (self.clinical_focus > 0).all() and self.allowances < 1):
            raise ValueError("workload: nobody has time for it")

    def of(self, areas: Sequence[str]) -> Array:
        """Return the activity of some areas (A, S); one area of another name is all of them.

        Raises ValueError for several areas of which one has no activity given.
        """
        unknown = [code for code in areas if code not in self.activity]
        if unknown and len(areas) > 1:
            raise ValueError(f"workload: no activity is given for {', '.join(unknown)}")
        if unknown:
            every = np.stack(list(self.activity.values()))
            return np.asarray(every.sum(axis=0, keepdims=True))
        return np.stack([self.activity[code] for code in areas])

    def at(self, areas: Sequence[str], places: Mapping[str, NDArray[np.intp]]) -> "Workload":
        """Return the workload by places: for each, the positions of its own among some areas.

        Where an area has no activity given, it is returned as it is, to be refused by name.
        """
        if len(areas) > 1 and not set(areas) <= set(self.activity):
            return self
        activity = self.of(areas)
        found = {place: activity[here].sum(axis=0) for place, here in places.items()}
        return replace(self, activity=MappingProxyType(found))


def staff_for(
    activity: Array,
    minutes: Array,
    work_share: Array,
    available: float,
    clinical_focus: Array,
    allowances: float,
) -> Array:
    """Return the FTE (..., A, P) that an activity of (A, S) units takes.

    `minutes` (S,) are for a unit, `work_share` (..., S, P) is the division of work and
    `clinical_focus` (P,) the share of the `available` minutes of a year that goes to it.
    """
    work = np.einsum("as,...sp->...ap", activity * minutes, work_share)
    return np.asarray(work / (available * clinical_focus) / (1 - allowances))
