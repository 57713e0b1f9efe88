"""Several levers at once: settings as positions of each lever, tried in batches."""

from collections.abc import Sequence
from dataclasses import dataclass
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


def at_positions(controls: Sequence[Control], rows: Positions, costs: bool = False) -> Wanted:
    """Return rows of positions (n, levers) as settings to be tried."""
    changed: dict[str, Array] = {}
    for c, column in zip(controls, rows.T, strict=True):
        changed |= c.values(column)
    return Wanted(changed, len(rows), costs)


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
    values = trials.values[:, ground.at]
    found = list(zip(values[: len(starts)], starts, strict=True))
    # Where each start would come to if levers did not mind each other is tried in one run: what
    # the rounds then want is known in most of them.
    ahead = foreseen(found, np.concatenate(first), values[len(starts) :])
    if ahead:
        yield at_positions(controls, np.concatenate([moves_of(controls, a, False) for a in ahead]))
    for fine in (False, True):
        for _ in range(ROUNDS):
            rows = np.concatenate([moves_of(controls, at, fine) for _, at in found])
            trials = yield at_positions(controls, rows)
            highest = np.fmax(highest, trials.values.max(axis=0))
            better = uphill(found, rows, trials.values[:, ground.at])
            if better is None:
                break
            found = better
        found = [max(found, key=lambda pair: pair[0])]
    value, at = found[0]
    at = yield from drawn_back(ground, controls, at, value)
    return Best(tuple(map(int, at)), float(value), highest, ground.earliest(highest[None]))


def moves_of(controls: Sequence[Control], at: Positions, fine: bool) -> Positions:
    """Return rows in which one lever moves and the others stay: to a few settings, or to all."""
    rows = []
    for i, c in enumerate(controls):
        last = len(c.settings) - 1
        to = np.arange(last + 1) if fine else np.linspace(0, last, FEW).round().astype(np.intp)
        some = np.tile(at, (len(to), 1))
        some[:, i] = to
        rows.append(some)
    return np.concatenate(rows)


def foreseen(
    found: list[tuple[float, Positions]], rows: Positions, values: Array
) -> list[Positions]:
    """Return where starts come past if each takes the best move of every lever, best first."""
    each, ahead = len(rows) // len(found), []
    levers = rows.shape[1]
    for i, (value, start) in enumerate(found):
        mine = slice(i * each, (i + 1) * each)
        moves = rows[mine].reshape(levers, -1, levers)
        gives = values[mine].reshape(levers, -1)
        best, gains = gives.argmax(axis=1), gives.max(axis=1) - value
        helpful = [n for n in np.argsort(-gains) if gains[n] > SAME * abs(value)]
        at = start.copy()
        for lever in helpful[: ROUNDS - 1]:
            at[lever] = moves[lever, best[lever], lever]
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
    changed = bool(moving)
    for left, i in enumerate(moving):
        if changed:  # all levers left in one run: they stay known until one goes back
            rows = [back(controls, at, other) for other in moving[left:]]
            yield at_positions(controls, np.concatenate(rows))
        rows_of_it = back(controls, at, i)
        trials = yield at_positions(controls, rows_of_it)
        enough = np.flatnonzero(trials.values[:, ground.at] >= value - SAME * abs(value))
        changed = enough.size > 0
        at[i] = rows_of_it[enough[0], i] if changed else at[i]
    return at


def back(controls: Sequence[Control], at: Positions, i: int) -> Positions:
    """Return rows in which one lever goes from now towards where it stands, and others stay."""
    now = controls[i].now
    between = np.arange(now, at[i], 1 if at[i] > now else -1)
    rows = np.tile(at, (len(between), 1))
    rows[:, i] = between
    return rows
