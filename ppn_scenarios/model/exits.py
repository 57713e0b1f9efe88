"""Who leaves and who retires within a year, or within half of one (E6)."""

from dataclasses import dataclass

import numpy as np

from .axes import Once
from .baseline import Array
from .memory import batch_inside
from .rates import Rates


@dataclass(frozen=True)
class Chances:
    """What may become of each person within some time."""

    stay: Array
    gone: Array  # to leave or to retire
    leave: Array

    @property
    def retire(self) -> Array:
        """The chance to retire."""
        return self.gone - self.leave


@dataclass(frozen=True)
class Exits:
    """Two hazards a year that compete: to leave and to retire (E6)."""

    hazard: Array  # of either
    leaving: Array  # the share of those who go that leaves

    @classmethod
    def of(cls, leaving: Array, retiring: Array) -> "Exits":
        """Return them from the hazards of both."""
        hazard = leaving + retiring
        share = np.divide(leaving, hazard, out=np.zeros_like(hazard), where=hazard > 0)
        return cls(hazard, share)

    @Once
    def in_a_year(self) -> Chances:
        """Return the chances within a year."""
        return self.within(years=1)

    @Once
    def in_half_a_year(self) -> Chances:
        """Return the chances of those who join in the middle of a year."""
        return self.within(years=0.5)

    def within(self, years: float) -> Chances:
        """Return the chances within `years`."""
        gone = -np.expm1(-self.hazard * years)
        return Chances(stay=1 - gone, gone=gone, leave=gone * self.leaving)


def exits_of(rates: Rates, retain: Array) -> Exits:
    """Return the hazards of a year; `retain` (*batch, A) is what leaders make of leaving."""
    return Exits.of(batch_inside(rates.leaving * retain[..., None, None]), rates.retiring)
