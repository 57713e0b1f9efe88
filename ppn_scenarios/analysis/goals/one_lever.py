"""The smallest change of one lever that reaches a goal, all else as the reader has it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.analysis.apart import leads_on, staffs_on
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.model.baseline import Array

from .control import REQUIRED, Control
from .runs import Runs
from .trials import Ground, Trials

SAME: Final = 1e-9  # a lever that moves a goal by less, in proportion, does not move it
WIDER: Final = 3  # how many times the evidence range is looked at beyond its end, in words only
NEVER_ABOVE_ONE: Final = frozenset({"share", "index"})  # units of shares


@dataclass(frozen=True)
class OneLever:
    """What one lever can do for a goal on its own.

    `values` are what each setting gives in the goal's year, and so `needed` and `best` are
    positions among the lever's settings: every one was tried, so a lever that first lowers and
    then raises a result is answered too. `beyond` is a value outside the evidence range.
    """

    control: Control
    values: Array
    reaches: NDArray[np.bool_]  # which of its settings reach the goal
    needed: int | None  # the setting nearest to now that reaches the goal
    best: int  # the setting that gives most, nearest to now among equals
    earliest: int | None  # year from which some setting gives enough; None: not by 2037
    extra_cost: float  # £ thousand to the goal's year of the setting needed, else of the best
    beyond: float | None = None  # where the range does not reach: the first value that would

    @property
    def moves(self) -> bool:
        """Whether the lever moves the goal at all."""
        return float(np.ptp(self.values)) > SAME * max(float(np.abs(self.values).max()), 1e-12)

    @property
    def slack(self) -> tuple[int, int]:
        """The settings around now, from lowest to highest, at all of which the goal is reached."""
        missed = np.flatnonzero(~self.reaches)
        below, above = missed[missed < self.control.now], missed[missed > self.control.now]
        low = int(below[-1]) + 1 if below.size else 0
        return low, int(above[0]) - 1 if above.size else len(self.reaches) - 1

    @property
    def worst(self) -> int:
        """The setting that gives least, nearest to now among equals."""
        low = float(self.values.min())
        return nearest(self.control, np.flatnonzero(self.values <= low + SAME * abs(low)))

    @property
    def worst_value(self) -> float:
        """What the lever gives at worst within its range."""
        return float(self.values[self.worst])

    @property
    def most(self) -> float:
        """What the lever gives at most within its range."""
        return float(self.values[self.best])


def one_by_one(runs: Runs, controls: Sequence[Control]) -> list[OneLever]:
    """Return what each lever can do alone, from every setting of every lever."""
    if not controls:
        return []
    found = settings_of(runs, controls, costs=True)
    alone = [of_one(runs.ground, c, trials) for c, trials in zip(controls, found, strict=True)]
    return beyond_ranges(runs, alone)


def settings_of(runs: Runs, controls: Sequence[Control], costs: bool = False) -> list[Trials]:
    """Try every setting of every lever, each with all else as the scenario has it.

    Levers of staff, of leaders and of neither are batches of their own: each takes over what it
    does not move.
    """
    kinds = [tuple(any(map(on, c.names)) for on in (staffs_on, leads_on)) for c in controls]
    found: dict[str, Trials] = {}
    for kind in dict.fromkeys(kinds):
        mine = [c for c, own in zip(controls, kinds, strict=True) if own == kind]
        found |= batch_of(runs, mine, costs)
    return [found[c.id] for c in controls]


def batch_of(runs: Runs, controls: Sequence[Control], costs: bool) -> dict[str, Trials]:
    """Return what every setting of some levers gives, by lever, from one batch."""
    ends = np.cumsum([0, *(len(c.settings) for c in controls)])
    names = [name for c in controls for name in c.names]
    now = runs.ground.scenario
    changed = {name: np.full(ends[-1], float(getattr(now, name))) for name in names}
    rows = {c.id: slice(*both) for c, both in zip(controls, pairwise(ends), strict=True)}
    for c in controls:
        for name, values in c.values(np.arange(len(c.settings))).items():
            changed[name][rows[c.id]] = values
    trials = runs.tried(changed, int(ends[-1]), costs)
    return {id: trials.part(some) for id, some in rows.items()}


def of_one(ground: Ground, c: Control, trials: Trials) -> OneLever:
    """Return what one lever can do, from trials of all its settings."""
    values = trials.values[:, ground.at]
    enough = np.flatnonzero(ground.reached(trials))
    needed = nearest(c, enough) if enough.size else None
    top = float(values.max())
    best = nearest(c, np.flatnonzero(values >= top - SAME * abs(top)))
    shown = best if needed is None else needed
    return OneLever(
        control=c,
        values=values,
        reaches=ground.reached(trials),
        needed=needed,
        best=best,
        earliest=ground.earliest(trials.values),
        extra_cost=float(trials.spent[shown] - trials.spent[c.now]),
    )


def nearest(c: Control, among: NDArray[np.intp]) -> int:
    """Return the setting nearest to now; of two as near, the higher."""
    shares = c.shares()
    away = np.abs(shares[among] - shares[c.now]).round(9)
    return int(among[np.flatnonzero(away == away.min())[-1]])


def beyond_ranges(runs: Runs, levers: Sequence[OneLever]) -> list[OneLever]:
    """Look past both ends of each evidence range that does not reach, all in one batch.

    The model takes such values; the slider does not, and no answer but this one uses them.
    """
    wide = {lever.control.id: values for lever in levers if (values := outside(lever)).size}
    if not wide:
        return list(levers)
    ends = np.cumsum([0, *(len(values) for values in wide.values())])
    now = runs.ground.scenario
    changed = {id: np.full(ends[-1], float(getattr(now, id))) for id in wide}
    mine = {id: slice(*some) for id, some in zip(wide, pairwise(ends), strict=True)}
    for id, values in wide.items():
        changed[id][mine[id]] = values
    reached = runs.ground.reached(runs.tried(changed, int(ends[-1])))
    found = []
    for lever in levers:
        id = lever.control.id
        enough = wide[id][reached[mine[id]]] if id in wide else np.zeros(0)
        if not enough.size:
            found.append(lever)
            continue
        first = enough[np.abs(enough - float(getattr(now, id))).argmin()]
        found.append(replace(lever, beyond=float(first.round(9))))
    return found


def outside(lever: OneLever) -> Array:
    """Return the values past both ends of a lever's range, where that does not reach."""
    a = ASSUMPTIONS[lever.control.id]
    if lever.needed is not None or not lever.moves or a.options or lever.control.id == REQUIRED:
        return np.zeros(0)
    steps = np.arange(1, WIDER * round((a.high - a.low) / a.step) + 1) * a.step
    values: Array = np.concatenate([a.low - steps, a.high + steps])
    values = values[values > 0] if a.unit == "years" else values[values >= min(a.low, 0)]
    return values[values <= 1] if a.unit in NEVER_ABOVE_ONE else values
