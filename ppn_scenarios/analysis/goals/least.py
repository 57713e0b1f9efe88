"""The least that several levers must do together to reach a goal, by cost or by how far they move.

Settings are whole steps of the sliders, so an answer is one that the reader can set. Few settings
are all tried; many are searched by differential evolution (scipy), which is told the same seed
every time, and the answer is then bettered by exchanging steps between levers until none helps.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, cast

import numpy as np
from scipy.optimize import Bounds, differential_evolution

from ppn_scenarios.model.baseline import Array

from .control import Control
from .several import Best, Positions, try_positions
from .trials import Ground

COST, MOVE = "cost", "move"
OBJECTIVES: Final = (COST, MOVE)
ALL_OF: Final = 4_000  # combinations that are simply all tried
SEED: Final = 20_261_124
GENERATIONS: Final = 40  # at most: bounded work
EACH: Final = 14  # members of a generation for each lever
EXCHANGES: Final = 8  # rounds at most
STEPS: Final = (-8, -3, -2, -1, 1, 2, 3, 8)
A_LITTLE: Final = 1e-3  # £ thousand for the whole of a lever's range
NEVER: Final = 1e15  # the price of not reaching the goal: above any other

Progress = Callable[[float], object]  # told the share of the work that is done


@dataclass(frozen=True)
class Least:
    """Where levers stand that reach a goal with the least of something, and what it takes."""

    where: tuple[int, ...]
    value: float  # of the goal's measure in its year
    extra_cost: float  # £ thousand to the goal's year, against the scenario
    moved: float  # sum of the levers' moves, each as a share of its range


@dataclass(frozen=True)
class Search:
    """What is searched: levers between where they are now and where they give most."""

    ground: Ground
    controls: tuple[Control, ...]
    low: Positions
    high: Positions
    objective: str
    spent: float  # what the scenario costs as it is

    def price(self, rows: Positions) -> Array:
        """Return what rows of positions (n, levers) take, and far more where they fall short."""
        trials = try_positions(self.ground, self.controls, rows)
        short = self.ground.enough - trials.values[:, self.ground.at]
        far = moved(self.controls, rows)
        # What saves money takes nothing, so that saving is no reason to go further than needed; of
        # two that take the same, the one that moves less.
        extra = np.maximum(trials.spent - self.spent, 0)
        takes = extra + A_LITTLE * far if self.objective == COST else far
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
    progress: Progress | None = None,
) -> Least | None:
    """Return the least that reaches the goal, or None where the levers' best does not.

    No lever moves away from where it gives most: nothing is cut to pay for something else.
    """
    if not best.value >= ground.enough:
        return None
    now = np.array([c.now for c in controls], dtype=np.intp)
    top = np.array(best.where, dtype=np.intp)
    present = try_positions(ground, controls, now[None])
    if ground.reached(present)[0]:
        return told(ground, controls, now)
    search = Search(
        ground,
        tuple(controls),
        np.minimum(now, top),
        np.maximum(now, top),
        objective,
        float(present.spent[0]),
    )
    if np.prod(1.0 + search.high - search.low) <= ALL_OF:
        return told(ground, controls, of_all(search))
    at = evolved(search, top, progress)
    return told(ground, controls, exchanged(search, at))


def of_all(search: Search) -> Positions:
    """Return the best of all combinations."""
    spans = [np.arange(a, b + 1) for a, b in zip(search.low, search.high, strict=True)]
    rows = np.stack([axis.ravel() for axis in np.meshgrid(*spans, indexing="ij")], axis=1)
    return cast(Positions, rows[int(search.price(rows).argmin())])


def evolved(search: Search, top: Positions, progress: Progress | None) -> Positions:
    """Return good positions found by differential evolution, `top` being one that is enough."""

    def price(x: Array) -> Array:
        return search.price(np.rint(x).astype(np.intp).T.reshape(-1, len(top)))

    def each_generation(intermediate_result: Any) -> None:
        if progress:
            progress(min(1.0, intermediate_result.nit / GENERATIONS))

    found = differential_evolution(
        cast(Any, price),  # of many rows at once: the stubs know only of one
        Bounds(search.low, np.maximum(search.high, search.low + 1e-9)),
        integrality=np.ones(len(top), dtype=bool),
        x0=top,
        init="sobol",
        popsize=EACH,
        maxiter=GENERATIONS,
        tol=1e-4,
        rng=SEED,
        polish=False,
        vectorized=True,
        updating="deferred",
        callback=each_generation,
    )
    return np.rint(found.x).astype(np.intp)


def exchanged(search: Search, at: Positions) -> Positions:
    """Return positions that no exchange of steps between two levers betters."""
    price = float(search.price(at[None])[0])
    pairs = list(combinations(range(len(at)), 2))
    for _ in range(EXCHANGES):
        rows = [at]
        for i in range(len(at)):
            rows += [stepped(at, {i: step}) for step in STEPS]
        for i, j in pairs:
            rows += [stepped(at, {i: a, j: b}) for a in STEPS for b in STEPS if a * b < 0]
        tries = np.unique(np.clip(np.stack(rows), search.low, search.high), axis=0)
        prices = search.price(tries)
        if prices.min() >= price:
            break
        at, price = tries[int(prices.argmin())], float(prices.min())
    return at


def stepped(at: Positions, steps: dict[int, int]) -> Positions:
    """Return positions with some levers moved by some steps."""
    after = at.copy()
    for i, step in steps.items():
        after[i] += step
    return after


def told(ground: Ground, controls: Sequence[Control], at: Positions) -> Least:
    """Return what positions take and give."""
    now = np.array([c.now for c in controls], dtype=np.intp)
    trials = try_positions(ground, controls, np.stack([at, now]))
    return Least(
        tuple(map(int, at)),
        float(trials.values[0, ground.at]),
        float(trials.spent[0] - trials.spent[1]),
        float(moved(controls, at[None])[0]),
    )
