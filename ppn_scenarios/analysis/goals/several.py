"""Several levers at once: settings as positions of each lever, tried in batches."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.model.baseline import Array

from .control import Control
from .one_lever import SAME
from .searches import Search, Wanted
from .trials import Ground

Positions = NDArray[np.intp]
FEW: Final = 6  # settings of each lever that are looked at before all of them are
ROUNDS: Final = 6


@dataclass(frozen=True)
class Best:
    """The most that some levers give in the goal's year, and where each stands then."""

    where: tuple[int, ...]  # a setting of each lever, moved no further than that takes
    value: float
    by_year: Array  # (T,) the most that any settings tried give in each year
    earliest: int | None  # year from which some settings tried give enough


def at_positions(
    controls: Sequence[Control],
    rows: Positions,
    costs: bool = False,
    foreseen: Sequence[Positions] = (),
) -> Wanted:
    """Return rows of positions (n, levers) as settings to be tried, and those that may be next."""
    every = np.concatenate([rows, *foreseen])
    changed: dict[str, Array] = {}
    for c, column in zip(controls, every.T, strict=True):
        changed |= c.values(column)
    return Wanted(changed, len(every), costs, len(every) - len(rows))


def best_of(ground: Ground, controls: Sequence[Control]) -> Search[Best]:
    """Return the most that some levers give together, by moving one after the other uphill.

    It starts from now, and from all levers at either end: where posts and people limit each other
    no one lever helps alone. First from a few settings of each, then from all of them.
    """
    now = np.array([c.now for c in controls], dtype=np.intp)
    last = np.array([len(c.settings) - 1 for c in controls], dtype=np.intp)
    starts = [now, last, np.zeros_like(last)]
    first = [moves_of(controls, at, False) for at in starts]  # in one run with the starts
    trials = yield at_positions(controls, np.concatenate([np.stack(starts), *first]))
    highest = trials.values.max(axis=0)
    found = list(zip(trials.values[: len(starts), ground.at], starts, strict=True))
    for fine in (False, True):
        ahead: list[Positions] = []
        for _ in range(ROUNDS):
            rows = np.concatenate([moves_of(controls, at, fine) for _, at in found])
            trials = yield at_positions(controls, rows, foreseen=ahead)
            highest = np.fmax(highest, trials.values.max(axis=0))
            values = trials.values[:, ground.at]
            better = uphill(found, rows, values)
            if better is None:
                break
            if not fine:
                ahead = [moves_of(controls, at, False) for at in passed(found, rows, values)]
                ahead.append(moves_of(controls, max(better, key=lambda pair: pair[0])[1], True))
            found = better
        found = [max(found, key=lambda pair: pair[0])]
    value, at = found[0]
    at = yield from drawn_back(ground, controls, at, value)
    return Best(tuple(map(int, at)), float(value), highest, ground.earliest(highest[None]))


def moves_of(controls: Sequence[Control], at: Positions, fine: bool) -> Positions:
    """Return rows in which one lever moves and the others stay: to a few settings, or to all."""
    which, to = single_moves(tuple(len(c.settings) for c in controls), fine)
    rows = np.tile(at, (len(which), 1))
    rows[np.arange(len(which)), which] = to
    return rows


@lru_cache(maxsize=16)
def single_moves(settings: tuple[int, ...], fine: bool) -> tuple[Positions, Positions]:
    """Return which lever moves, and to which of its settings; read-only, each lever's together."""
    each = [
        np.arange(n) if fine else np.linspace(0, n - 1, FEW).round().astype(np.intp)
        for n in settings
    ]
    which, to = np.repeat(np.arange(len(each)), [len(to) for to in each]), np.concatenate(each)
    for values in (which, to):
        values.setflags(write=False)
    return which, to


def passed(found: list[tuple[float, Positions]], rows: Positions, values: Array) -> list[Positions]:
    """Return where starts come past if levers do not mind each other, after their next move.

    Each lever then makes the best of its moves, the one that adds most first.
    """
    each, levers = len(rows) // len(found), rows.shape[1]
    ahead = []
    for i, (value, start) in enumerate(found):
        mine = slice(i * each, (i + 1) * each)
        moves = rows[mine].reshape(levers, -1, levers)
        gives = values[mine].reshape(levers, -1)
        best, gains = gives.argmax(axis=1), gives.max(axis=1) - value
        helpful = [n for n in np.argsort(-gains) if gains[n] > SAME * abs(value)]
        at = start.copy()
        for nth, lever in enumerate(helpful[:ROUNDS]):
            at[lever] = moves[lever, best[lever], lever]
            if nth:  # the first is the next move itself
                ahead.append(at.copy())
    return ahead


def uphill(
    found: list[tuple[float, Positions]], rows: Positions, values: Array
) -> list[tuple[float, Positions]] | None:
    """Return each start moved by the best of its moves, or None if no move is better."""
    each, better = len(rows) // len(found), []
    for i, (value, at) in enumerate(found):
        mine = values[i * each : (i + 1) * each]
        top = int(mine.argmax())
        improves = mine[top] > value + SAME * abs(value)
        better.append((float(mine[top]), rows[i * each + top]) if improves else (value, at))
    moved = any(a[0] > b[0] for a, b in zip(better, found, strict=True))
    return better if moved else None


def drawn_back(
    ground: Ground, controls: Sequence[Control], at: Positions, value: float
) -> Search[Positions]:
    """Return the same value reached with every lever as near to now as it can be."""
    at, moving = at.copy(), [i for i, c in enumerate(controls) if at[i] != c.now]
    for nth, i in enumerate(moving):
        rows = back(controls, at, i)
        others = [back(controls, at, other) for other in moving[nth + 1 :]]
        trials = yield at_positions(controls, rows, foreseen=others)
        enough = np.flatnonzero(trials.values[:, ground.at] >= value - SAME * abs(value))
        at[i] = rows[enough[0], i] if enough.size else at[i]
    return at


def back(controls: Sequence[Control], at: Positions, i: int) -> Positions:
    """Return rows in which one lever goes from now towards where it stands, and others stay."""
    now = controls[i].now
    between = np.arange(now, at[i], 1 if at[i] > now else -1)
    rows = np.tile(at, (len(between), 1))
    rows[:, i] = between
    return rows
