"""Settings that were tried before on the same ground: a search comes past many of them again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from ppn_scenarios.assumptions.goals import OURS
from ppn_scenarios.model.baseline import Array

from .control import DATE
from .trials import COSTS, Ground, Trials, tried

NAMES: Final = (*OURS, DATE)  # of all that a control sets
MEMORY: Final = "memory"  # where a ground keeps it
FIRST_ROOM: Final = 256  # rows, then twice as many and so on


@dataclass
class Known:
    """What settings gave: for each a row of values by year (T,), and with costs those too (C,)."""

    costs: bool
    at: dict[bytes, int] = field(default_factory=dict)  # by the values of NAMES: its row
    rows: Array = field(default_factory=lambda: np.empty((0, 0)))

    def add(self, keys: list[bytes], found: Trials) -> None:
        """Take in settings that were tried."""
        parts = [found.values] if found.costs is None else [found.values, found.costs]
        new, first = np.concatenate(parts, axis=1), len(self.at)
        if first + len(new) > len(self.rows):
            room = max(2 * len(self.rows), first + len(new), FIRST_ROOM)
            wider = np.empty((room, new.shape[1]))
            if first:
                wider[:first] = self.rows[:first]
            self.rows = wider
        self.rows[first : first + len(new)] = new
        self.at |= {key: first + i for i, key in enumerate(keys)}

    def of(self, keys: list[bytes]) -> Trials:
        """Return what known settings gave."""
        rows = self.rows[[self.at[key] for key in keys]]
        if not self.costs:
            return Trials(rows, None)
        return Trials(rows[:, : -len(COSTS)], rows[:, -len(COSTS) :])


class Memory:
    """What was tried on one ground; whoever keeps an answer keeps none of it."""

    def __init__(self, ground: Ground) -> None:
        """Begin with nothing."""
        self.known = {costs: Known(costs) for costs in (False, True)}
        self.own = np.array([float(getattr(ground.scenario, name)) for name in NAMES])

    def tried(self, ground: Ground, changed: Mapping[str, Array], n: int, costs: bool) -> Trials:
        """Return what settings give, as `trials.tried` does; only those not yet known are run."""
        known, keys = self.known[costs], self.keys(changed, n)
        new = {key: i for i, key in enumerate(keys) if key not in known.at}
        if new:
            which = list(new.values())
            some = {name: values[which] for name, values in changed.items()}
            known.add(list(new), tried(ground, some, len(new), costs))
        return known.of(keys)

    def keys(self, changed: Mapping[str, Array], n: int) -> list[bytes]:
        """Return what tells settings apart: the values of all that a control sets."""
        values = np.tile(self.own, (n, 1))
        for name, given in changed.items():
            values[:, NAMES.index(name)] = given
        return [row.tobytes() for row in values]


def tried_once(ground: Ground, changed: Mapping[str, Array], n: int, costs: bool) -> Trials:
    """Return what settings of controls give, as `tried` does, and run none a second time."""
    kept = vars(ground)
    if MEMORY not in kept:
        kept[MEMORY] = Memory(ground)
    memory: Memory = kept[MEMORY]
    return memory.tried(ground, changed, n, costs)
