"""A lever as it can be set: the steps of its slider, and the value that the reader has now."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model.axes import Once
from ppn_scenarios.model.baseline import Array

from .goal import FIRST_DATE

REQUIRED: Final = "mandate"  # sought together with its date
DATE: Final = "mandate_year"


@dataclass(frozen=True)
class Control:
    """The settings of one lever in order: each a value for every name that it sets.

    They are the steps of its slider and, if it lies between two, the scenario's own value.
    """

    id: str
    names: tuple[str, ...]
    settings: tuple[tuple[float, ...], ...]
    now: int  # which of them the scenario has

    @property
    def label(self) -> str:
        """What the lever is called."""
        return ASSUMPTIONS[self.id].label

    @property
    def is_belief(self) -> bool:
        """Whether it is a belief about the world, which somebody may act on, and no choice."""
        return ASSUMPTIONS[self.id].kind == "belief"

    @Once
    def table(self) -> Array:
        """Return the settings as numbers (n, names), read-only: searches look there often."""
        found = np.array(self.settings)
        found.setflags(write=False)
        return found

    def shares(self) -> Array:
        """Return where each setting stands in the evidence range: 0 at its low end, 1 at its high.

        Requiring the post has no number: off is 0, and from the first date still to come is 1.
        """
        values = self.table
        if self.id == REQUIRED:
            last = ASSUMPTIONS[DATE].high + 1
            return np.where(values[:, 0] > 0, (last - values[:, 1]) / (last - FIRST_DATE), 0.0)
        a = ASSUMPTIONS[self.id]
        whole: Array = (values[:, 0] - a.low) / (a.high - a.low)
        return whole

    def onward(self, way: int) -> "Control":
        """Return the same lever without the settings on the other side of now: 1 up, -1 down."""
        if way > 0:
            return replace(self, settings=self.settings[self.now :], now=0)
        return replace(self, settings=self.settings[: self.now + 1])

    def values(self, which: NDArray[np.intp]) -> dict[str, Array]:
        """Return the values of some settings by name, each (n,)."""
        return dict(zip(self.names, self.table[which].T, strict=True))

    def set_in(self, which: int) -> dict[str, float]:
        """Return the values of one setting by name."""
        return dict(zip(self.names, self.settings[which], strict=True))

    def show(self, which: int) -> str:
        """Write one setting as people read it."""
        value = self.settings[which][0]
        if self.id != REQUIRED:
            return ASSUMPTIONS[self.id].show(value)
        if not value:
            return "not required"
        return f"from {ASSUMPTIONS[DATE].show(self.settings[which][1])}"


def control(id: str, scenario: Scenario) -> Control:
    """Return a lever as it can be set from a scenario."""
    own = float(getattr(scenario, id))
    return required(own, scenario.mandate_year) if id == REQUIRED else slider(id, own)


@lru_cache(maxsize=512)
def slider(id: str, own: float) -> Control:
    """Return a lever that has one value, from the reader's own; kept, as few of them move."""
    steps = sorted({*ASSUMPTIONS[id].positions, own})
    return Control(id, (id,), tuple((value,) for value in steps), steps.index(own))


def required(own: float, year: float) -> Control:
    """Return the lever that requires the post, with its date, from the reader's own of both."""
    dates = {float(y) for y in range(FIRST_DATE, int(ASSUMPTIONS[DATE].high) + 1)}
    dates |= {year} if own else set()
    settings = ((0.0, year), *((1.0, date) for date in sorted(dates, reverse=True)))
    return Control(REQUIRED, (REQUIRED, DATE), settings, settings.index((own, year)))


def with_settings(scenario: Scenario, set_to: dict[Control, int]) -> Scenario:
    """Return a scenario with some levers set."""
    values = scenario.changes()
    for lever, which in set_to.items():
        values |= lever.set_in(which)
    return Scenario(**values)
