"""What a run went through, year by year: all that its measures are worked out from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .axes import Once, before_area, over_time, read_only
from .baseline import Array, Baseline
from .flows import Flows
from .leading import Leaders
from .measures import Led
from .rates import Rates
from .staffing import Staff
from .values import Values


@dataclass(frozen=True)
class Years:
    """Where everyone was in each of T+1 years, and who moved in each of T."""

    baseline: Baseline
    scenario: Scenario | Values
    time: Array  # (T+1, 1, ..., 1): the years, in front of the batch
    staff: Sequence[Staff]  # T+1
    who_leads: Callable[[], Sequence[Leaders]]  # T+1, worked out when it is first asked for
    moved: Callable[[int], Flows]  # in a year, from 0
    funded: Array  # (T+1, *batch, A, P) posts, FTE
    rates: Rates  # of each of T years
    room: Array  # (T, *batch, A, P) the most people that posts allow, or infinite

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
        return self.staff[0].unplaced.shape[:-2]

    @property
    def nothing(self) -> Array:
        """Nought for each year and area, with time in front."""
        return np.zeros((len(self.years), *[1] * len(self.batch), len(self.baseline.areas)))

    @property
    def leaders(self) -> Sequence[Leaders]:
        """Who leads in each of T+1 years."""
        return self.who_leads()

    @Once
    def led_over_time(self) -> Led:
        """Who led, with time in front."""
        return cast(Led, over_time([now.led for now in self.leaders]))

    @Once
    def moves(self) -> Sequence[Flows]:
        """People who moved, year by year: of many runs they are worked out again for it, once."""
        return tuple(read_only(self.moved(t)) for t in range(len(self.staff) - 1))

    @Once
    def flows(self) -> Flows:
        """People who moved in a year, each (*batch, T, A, P)."""
        return Flows(**{field.name: self.flow(field.name) for field in fields(Flows)})

    def flow(self, name: str) -> Array:
        """Return one of `flows`, without the others: they are many to put together."""
        each = [getattr(moved, name) for moved in self.moves]
        return before_area(over_time(each), self.batch, 2)

    def of_staff(self, what: Callable[[Staff], Array]) -> Array:
        """Return something of the staff of every year, with time in front."""
        return cast(Array, over_time([what(now) for now in self.staff]))

    def of_leaders(self, what: Callable[[Leaders], Array]) -> Array:
        """Return something of the leaders of every year, with time in front."""
        return cast(Array, over_time([what(now) for now in self.leaders]))

    def in_front(self, measure: Array) -> Array:
        """Return a measure with time in front again."""
        return np.moveaxis(measure, len(self.batch), 0)
