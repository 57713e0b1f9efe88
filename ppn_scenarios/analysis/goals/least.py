"""The least that several levers must do together to reach a goal, by cost or by how far they move.

Settings are whole steps of the sliders, so an answer is one that the reader can set. Few settings
are all tried. Many are searched from several starts at once: in each round every start takes its
best step of one lever, or exchange of steps between two, and stops where none helps. Nothing in it
is random; tests hold it against trying everything and against scipy's differential evolution.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.model.baseline import Array

from .control import Control
from .nearby import exchanges
from .searches import Search
from .several import Best, Positions, at_positions
from .trials import Ground, Trials

COST, MOVE = "cost", "move"
ALL_OF: Final = 4_000  # combinations that are simply all tried
STEPS: Final = (1, 3, 9, 27)  # of a slider, either way
FINER: Final = (1, 2, 5, 9, 14, 27)  # from the best of all starts
ROUNDS: Final = 20  # at most: bounded work
A_LITTLE: Final = 1e-3  # £ thousand for the whole of a lever's range
NEVER: Final = 1e15  # the price of not reaching the goal: above any other

Progress = Callable[[int], object]  # told how many more settings have been tried


@dataclass(frozen=True)
class Least:
    """Where levers stand that reach a goal with the least of something, and what it takes."""

    where: tuple[int, ...]
    value: float  # of the goal's measure in its year
    extra_cost: float  # £ thousand to the goal's year, against the scenario
    moved: float  # sum of the levers' moves, each as a share of its range


@dataclass(frozen=True)
class Space:
    """What is searched: levers between where they are now and where they give most."""

    ground: Ground
    controls: tuple[Control, ...]
    low: Positions
    high: Positions
    objective: str
    spent: float  # what the scenario costs as it is
    progress: Progress

    def priced(self, rows: Positions) -> Search[Array]:
        """Try rows of positions (n, levers), and return their prices."""
        trials = yield at_positions(self.controls, rows, self.objective == COST)
        self.progress(len(rows))
        return self.prices(rows, trials)

    def near(self, at: tuple[int, ...], price: float, steps: Sequence[int]) -> Positions:
        """Return positions a step or an exchange away that may take less than a position does.

        How far levers move is known without a run. Where a position falls short, all may.
        """
        rows = exchanges(self.low, self.high, np.array(at, dtype=np.intp), steps)
        if self.objective == COST or price >= NEVER:
            return rows
        return rows[moved(self.controls, rows) < price]

    def prices(self, rows: Positions, trials: Trials) -> Array:
        """Return what rows of positions take, and far more where they fall short."""
        short = self.ground.enough - trials.values[:, self.ground.at]
        far = moved(self.controls, rows)
        # What saves money takes nothing, so that saving is no reason to go further than needed; of
        # two that take the same, the one that moves less.
        by_cost = self.objective == COST
        takes = np.maximum(trials.spent - self.spent, 0) + A_LITTLE * far if by_cost else far
        return np.where(short > 0, NEVER * (1 + short / abs(self.ground.enough)), takes)


def moved(controls: Sequence[Control], rows: Positions) -> Array:
    """Return how far levers move in all, each as a share of its range, for each row (n,)."""
    far = [np.abs(c.shares()[rows[:, i]] - c.shares()[c.now]) for i, c in enumerate(controls)]
    whole: Array = np.sum(far, axis=0)
    return whole


def least(
    ground: Ground,
    controls: Sequence[Control],
    best: Best,
    objective: str = COST,
    progress: Progress = lambda tried: None,
) -> Search[Least | None]:
    """Return the least that reaches the goal, or None where the levers' best does not.

    No lever moves away from where it gives most: nothing is cut to pay for something else.
    """
    if not best.value >= ground.enough:
        return None
    now = np.array([c.now for c in controls], dtype=np.intp)
    top = np.array(best.where, dtype=np.intp)
    low, high = np.minimum(now, top), np.maximum(now, top)
    few = bool(np.prod(1.0 + high - low) <= ALL_OF)
    rows = all_between(low, high) if few else starts_of(now, top)
    by_cost = objective == COST
    next_ = () if few else [exchanges(low, high, at, STEPS) for at in rows]
    tried = np.concatenate([now[None], rows])
    present = yield at_positions(controls, tried, by_cost, next_)
    if ground.reached(present)[0]:
        return (yield from told(ground, controls, now))
    spent = float(present.spent[0]) if by_cost else 0.0
    space = Space(ground, tuple(controls), low, high, objective, spent, progress)
    if few:
        prices = yield from space.priced(rows)
        return (yield from told(ground, controls, rows[int(prices.argmin())]))
    found = yield from downhill(space, list(rows), STEPS)
    found = yield from downhill(space, [found], FINER)
    return (yield from told(ground, controls, found))


def all_between(low: Positions, high: Positions) -> Positions:
    """Return all combinations of positions."""
    spans = [np.arange(a, b + 1) for a, b in zip(low, high, strict=True)]
    return np.stack([axis.ravel() for axis in np.meshgrid(*spans, indexing="ij")], axis=1)


def starts_of(now: Positions, top: Positions) -> Positions:
    """Return where levers give most, and that with each of those that move left out."""
    each = [np.where(np.arange(len(top)) == i, now, top) for i in np.flatnonzero(now != top)]
    return np.stack([top, *each])


def downhill(space: Space, starts: Sequence[Positions], steps: Sequence[int]) -> Search[Positions]:
    """Return the cheapest positions that starts lead to, all of them moving at once."""
    prices = yield from space.priced(np.stack(starts))
    going = dict(zip(map(tuple, starts), map(float, prices), strict=True))
    best, least_price = starts[int(prices.argmin())], float(prices.min())
    for _ in range(ROUNDS):
        nearby = [space.near(at, price, steps) for at, price in going.items()]
        prices = yield from space.priced(np.concatenate(nearby))
        onward: dict[tuple[int, ...], float] = {}
        first = 0
        for price, rows in zip(going.values(), nearby, strict=True):
            mine = prices[first : first + len(rows)]
            first += len(rows)
            if mine.min(initial=price) < price:
                onward[tuple(rows[int(mine.argmin())])] = float(mine.min())
        for at, price in onward.items():
            if price < least_price:
                best, least_price = np.array(at, dtype=np.intp), price
        if not onward:
            break
        going = onward
    return best


def told(ground: Ground, controls: Sequence[Control], at: Positions) -> Search[Least]:
    """Return what positions take and give."""
    now = np.array([c.now for c in controls], dtype=np.intp)
    trials = yield at_positions(controls, np.stack([at, now]), costs=True)
    return Least(
        tuple(map(int, at)),
        float(trials.values[0, ground.at]),
        float(trials.spent[0] - trials.spent[1]),
        float(moved(controls, at[None])[0]),
    )
