"""How much of a difference comes from what we believe, and how much from what we do."""

from dataclasses import dataclass

from ppn_scenarios.model import Projection

from .place_measures import MEASURES
from .places import ENGLAND


@dataclass(frozen=True)
class Gap:
    """One measure of a place in a year on three runs, by the middle estimate.

    The runs are things as they stand, the same under the reader's beliefs, and their whole
    scenario. Beliefs count first, so where beliefs and choices act on one another that is part of
    what choices do.
    """

    measure: str
    place: str
    year: int
    published: float  # as things stand
    believed: float  # the reader's beliefs, and no choice of theirs
    planned: float  # beliefs and choices

    @property
    def from_beliefs(self) -> float:
        """What the reader's beliefs alone change."""
        return self.believed - self.published

    @property
    def from_choices(self) -> float:
        """What the reader's choices change on top of that."""
        return self.planned - self.believed

    @property
    def whole(self) -> float:
        """The whole difference, which is the sum of both parts."""
        return self.planned - self.published


Runs = tuple[Projection, Projection, Projection]


def gap(runs: Runs, measure: str, year: int, place: str = ENGLAND) -> Gap:
    """Return the split of a measure's difference from things as they stand.

    `runs` are things as they stand, beliefs alone, and beliefs and choices. Raises ValueError for a
    year outside the projection or an unknown place.
    """
    published, believed, planned = (MEASURES[measure](run, place).at(year)[1] for run in runs)
    return Gap(measure, place, year, published, believed, planned)


def in_steps(gap: Gap, step: float) -> tuple[int, int, int]:
    """Return the whole and both parts in whole steps, such that the parts still add up.

    The smaller part is rounded and the larger is the rest, so that rounding touches it least.
    """
    whole, beliefs, choices = (
        round(value / step) for value in (gap.whole, gap.from_beliefs, gap.from_choices)
    )
    if abs(gap.from_beliefs) < abs(gap.from_choices):
        return whole, beliefs, whole - beliefs
    return whole, whole - choices, choices
