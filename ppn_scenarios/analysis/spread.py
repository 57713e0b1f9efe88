"""How a post would spread from none, at the paces that a scenario holds for it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .validation.adoption import adopted

YEARS: Final = tuple(float(y) for y in np.arange(0, 10.5, 0.5))


@dataclass(frozen=True)
class Curve:
    """The share of organisations where a post exists, by years since it began from none."""

    name: str
    pace: float  # hazard a year at which organisations create it
    ceiling: float  # share that would ever have it

    def share(self, years: float) -> float:
        """Return the share after some years; nothing is removed."""
        return float(adopted(np.array([years]), self.pace, 0.0, self.ceiling)[0])

    @property
    def points(self) -> list[tuple[float, float]]:
        """Return (years, share) over ten years."""
        return [(years, self.share(years)) for years in YEARS]


def curves(scenario: Scenario) -> list[Curve]:
    """Return the curve of each way to bring the post about: encouraged, paid for, required.

    Each at the pace that the model would use (E14), without extra pace as others adopt. Paying is
    never slower, nor reaches fewer, than encouraging.
    """
    s = scenario
    encouraged = s.h_encourage * (1 + s.encouragement)
    return [
        Curve("Encouraged", encouraged, s.ceiling_encouraged),
        Curve(
            "Paid for nationally",
            max(s.h_funded, encouraged),
            max(s.ceiling_funded, s.ceiling_encouraged),
        ),
        Curve("Required", s.h_mandate, s.ceiling_mandated),
    ]
