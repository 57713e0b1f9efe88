"""Positions near others: one lever moved by some steps, or steps exchanged between two."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .several import Positions

LARGEST: Final = 2.0**62  # number that can stand for a row


def exchanges(low: Positions, high: Positions, at: Positions, steps: Sequence[int]) -> Positions:
    """Return positions with one lever moved by some steps, or two moved opposite ways."""
    free = tuple(np.flatnonzero(low != high).tolist())
    return each_once(np.clip(at + moves(len(at), free, tuple(steps)), low, high))


@lru_cache(maxsize=16)
def moves(levers: int, free: tuple[int, ...], steps: tuple[int, ...]) -> NDArray[np.int8]:
    """Return what is added to positions: some steps of one free lever, or of two; read-only."""
    either = [sign * step for step in steps for sign in (-1, 1)]
    found = [{i: a} for i in free for a in either]
    found += [
        {i: a, j: b} for i, j in combinations(free, 2) for a in either for b in either if a * b < 0
    ]
    rows = np.zeros((len(found), levers), dtype=np.int8)  # many rows, small steps
    for row, move in zip(rows, found, strict=True):
        for lever, step in move.items():
            row[lever] = step
    rows.setflags(write=False)
    return rows


def each_once(rows: Positions) -> Positions:
    """Return each row of positions once, in order, as np.unique does, by one number for a row."""
    spans = rows.max(axis=0) + 1
    if np.prod(spans.astype(float)) > LARGEST:
        return np.unique(rows, axis=0)
    places = np.concatenate([np.cumprod(spans[:0:-1])[::-1], [1]])
    return rows[np.unique(rows @ places, return_index=True)[1]]
