"""One measure of one place, year by year, and how it is worked out once for a run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from .once_a_run import kept


@dataclass(frozen=True)
class Series:
    """Values of one measure: (*batch, len(years)), years ending on 31 March.

    The first entry of the batch axis is the middle estimate; the others are the other ways of
    spreading England over areas, whose spread is the range. At England they agree.
    """

    years: range
    values: Array

    @property
    def mid(self) -> Array:
        """The middle estimate (T,)."""
        return self.values if self.values.ndim == 1 else self.values[0]

    @property
    def low(self) -> Array:
        """The lowest of the estimates (T,)."""
        return self.values if self.values.ndim == 1 else self.values.min(axis=0)

    @property
    def high(self) -> Array:
        """The highest of the estimates (T,)."""
        return self.values if self.values.ndim == 1 else self.values.max(axis=0)

    def at(self, year: int) -> tuple[float, float, float]:
        """Return low, middle and high in a year; a year outside the series is a ValueError."""
        if year not in self.years:
            raise ValueError(f"{year} is not within {self.years[0]} to {self.years[-1]}")
        i = self.years.index(year)
        return float(self.low[i]), float(self.mid[i]), float(self.high[i])

    def less(self, other: "Series") -> "Series":
        """Return the difference from another series of the same years, each way from its own."""
        return Series(self.years, self.values - other.values)


Measure = Callable[[Projection, str], Series]


WHO_LEADS: Final = ("trusts_", "systems_")  # how measures begin that rest on those alone


def is_who_leads(measure: str) -> bool:
    """Return whether a measure is of leaders alone, as long as there are plenty who could lead."""
    return measure.startswith(WHO_LEADS)


def once(name: str, work: Measure) -> Measure:
    """Return a measure that is worked out once for a run and a place, and kept with the run."""

    def read_only(p: Projection, place: str) -> Series:
        series = work(p, place)
        series.values.setflags(write=False)
        return series

    def found(p: Projection, place: str) -> Series:
        return kept(p, f"{name} of {place}", lambda run: read_only(run, place), is_who_leads(name))

    return found
