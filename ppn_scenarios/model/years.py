"""What a run went through, year by year: all that its measures are worked out from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .axes import Once, before_area, over_time
from .baseline import Array, Baseline
from .measures import Led
from .rates import Values
from .staffing import Flows, Staff
from .start import Position


def eligible(staff: Staff, baseline: Baseline) -> Array:
    """Return the people who could take a leadership post (*batch, A)."""
    return cast(Array, baseline.inputs.lead_eligible * staff.in_post[..., -1].sum(axis=-1))


@dataclass(frozen=True)
class Years:
    """Where everyone was in each of T+1 years, and who moved in each of T."""

    baseline: Baseline
    scenario: Scenario | Values
    time: Array  # (T+1, 1, ..., 1): the years, in front of the batch
    path: Sequence[Position]  # T+1
    leading: Sequence[Led]  # T+1: over the year before
    moved: Callable[[int], Flows]  # in a year, from 0
    funded: Array  # (T+1, *batch, A, P) posts, FTE

    @property
    def years(self) -> range:
        """The financial years of the stocks, the opening one first."""
        return self.baseline.years

    @property
    def values(self) -> Values:
        """The scenario, as one value or many of each assumption."""
        return cast(Values, self.scenario)

    @property
    def batch(self) -> tuple[int, ...]:
        """The batch axes."""
        return self.path[0].dose.shape[:-1]

    @Once
    def led_over_time(self) -> Led:
        """Who led, with time in front."""
        return cast(Led, over_time(self.leading))

    @Once
    def flows(self) -> Flows:
        """People who moved in a year, each (*batch, T, A, P)."""
        all_years = vars(over_time([self.moved(t) for t in range(len(self.path) - 1)]))
        return Flows(**{k: before_area(v, self.batch, 2) for k, v in all_years.items()})

    def each(self, what: Callable[[Position], Array]) -> Array:
        """Return something of every year, with time in front."""
        return cast(Array, over_time([what(now) for now in self.path]))

    def in_front(self, measure: Array) -> Array:
        """Return a measure with time in front again."""
        return np.moveaxis(measure, len(self.batch), 0)
