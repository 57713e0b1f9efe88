"""Searches that go on side by side: what all of them want next is run as one batch.

A search is a generator. It yields the settings that it wants to know of, is sent what they give,
and returns what it found. It comes past many settings again, and past those of others: what was
run for one answer is remembered until that is found, and no setting is run twice.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions.goals import OURS
from ppn_scenarios.model.baseline import Array

from .control import DATE
from .runs import Runs
from .trials import COSTS, Trials

Found = TypeVar("Found")
NAMES: Final = (*OURS, DATE)  # of all that a control sets
FIRST_ROOM: Final = 256  # rows, then twice as many and so on
NOWHERE: Final = -1


@dataclass(frozen=True)
class Wanted:
    """Settings of controls that a search wants to know of, with their costs or without.

    The last of them, as many as are `foreseen`, it may want next: they are run if others are.
    """

    changed: Mapping[str, Array]  # a value (n,) for each lever that differs
    n: int
    costs: bool = False
    foreseen: int = 0


Search = Generator[Wanted, Trials, Found]


@dataclass(frozen=True)
class Asked:
    """Settings that are wanted, as rows (n, NAMES), what tells each from all others, and where."""

    rows: Array
    keys: list[bytes]
    costs: bool
    sure: int  # how many of them, from the first on, must be known
    at: NDArray[np.intp]  # the row that each has in memory, NOWHERE until it is run


class Memory:
    """What settings gave on one ground: by year (n, T), and their costs (n, C) where asked for."""

    def __init__(self, runs: Runs) -> None:
        """Begin with nothing."""
        self.runs = runs
        self.own = np.array([float(getattr(runs.ground.scenario, name)) for name in NAMES])
        self.at: dict[bytes, int] = {}  # by their values: their row
        self.values = np.full((FIRST_ROOM, len(runs.ground.baseline.years)), np.nan)
        self.costs = np.full((FIRST_ROOM, len(COSTS)), np.nan)  # where nobody asked, too

    def asked(self, wanted: Wanted) -> Asked:
        """Return settings as rows of all that controls set."""
        rows = np.tile(self.own, (wanted.n, 1))
        for name, given in wanted.changed.items():
            rows[:, NAMES.index(name)] = given
        keys: list[bytes] = rows.view(f"V{len(NAMES) * rows.itemsize}").ravel().tolist()
        at = np.fromiter(map(self.at.get, keys, repeat(NOWHERE)), np.intp, wanted.n)
        return Asked(rows, keys, wanted.costs, wanted.n - wanted.foreseen, at)

    def of(self, asked: Asked) -> Trials | None:
        """Return what settings give, or None while some of them have yet to be run."""
        if self.unknown(asked)[: asked.sure].any():
            return None
        at = asked.at[: asked.sure]
        return Trials(self.values[at], self.costs[at] if asked.costs else None)

    def unknown(self, asked: Asked) -> NDArray[np.bool_]:
        """Return which settings have yet to be run (n,), or to be run with their costs."""
        nowhere: NDArray[np.bool_] = asked.at == NOWHERE
        if asked.costs:
            nowhere |= np.isnan(self.costs[asked.at, 0])
        return nowhere

    def learn(self, all_: Sequence[Asked]) -> None:
        """Run what is not known of all settings asked for: in one batch, and each once."""
        new: dict[bytes, None] = {}
        parts = []
        for asked in all_:
            where = {asked.keys[i]: i for i in np.flatnonzero(self.unknown(asked)).tolist()}
            mine = [i for key, i in where.items() if key not in new]
            new |= dict.fromkeys(where)
            parts.append(asked.rows[mine])
        rows = np.concatenate(parts)
        differs = (rows != self.own).any(axis=0)
        changed = {name: rows[:, i] for i, name in enumerate(NAMES) if differs[i]}
        found = self.runs.tried(changed, len(rows), any(asked.costs for asked in all_))
        first = [key for key in new if key not in self.at]
        self.at.update(zip(first, range(len(self.at), len(self.at) + len(first)), strict=True))
        to = [self.at[key] for key in new]
        self.make_room(len(self.at))
        self.values[to] = found.values
        if found.costs is not None:
            self.costs[to] = found.costs
        for asked in all_:
            late = np.flatnonzero(asked.at == NOWHERE)
            asked.at[late] = [self.at[asked.keys[i]] for i in late.tolist()]

    def make_room(self, rows: int) -> None:
        """Make room for as many rows, and for more to come."""
        if rows > len(self.values):
            more = max(len(self.values), rows - len(self.values))
            self.values, self.costs = (
                np.concatenate([held, np.full((more, held.shape[1]), np.nan)])
                for held in (self.values, self.costs)
            )


def side_by_side(runs: Runs, searches: Sequence[Search[Found]]) -> list[Found]:
    """Return what searches on one ground find, each as if it were alone."""
    memory = Memory(runs)
    found: dict[int, Found] = {}
    answers: dict[int, Trials | None] = dict.fromkeys(range(len(searches)))
    while answers:
        asked: dict[int, Asked] = {}
        for i, answer in answers.items():
            try:
                asked[i] = to_the_unknown(searches[i], answer, memory)
            except StopIteration as ended:
                found[i] = ended.value
        if asked:
            memory.learn(list(asked.values()))
        answers = {i: memory.of(one) for i, one in asked.items()}
    return [found[i] for i in range(len(searches))]


def to_the_unknown(search: Search[Found], answer: Trials | None, memory: Memory) -> Asked:
    """Let a search go on until it wants what is not known; raises StopIteration at its end."""
    while True:
        asked = memory.asked(next(search) if answer is None else search.send(answer))
        answer = memory.of(asked)
        if answer is None:
            return asked
