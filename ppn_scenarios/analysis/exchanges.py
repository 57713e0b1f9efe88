"""Draws of which one belief at a time is exchanged, and what that does to a result."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.baseline import Array

from .apart import many_could_lead, moved, rests_on, staffs_on
from .draws import Draws, inverse, values_of
from .place_measures import MEASURES
from .places import ENGLAND

RESAMPLES: Final = 200  # for the intervals of indices
RUNS_AT_ONCE: Final = 4_096  # draws of all beliefs in a batch: fewer repeat what each batch takes
Progress = Callable[[int, int], None]  # runs done, of how many


@dataclass(frozen=True)
class Sample:
    """Quantiles (n, 2 d) of draws a and b of d beliefs, and how often each draw is picked (R, n).

    Each row of picks has n of them: it is a sample of the draws with replacement.
    """

    quantiles: Array
    picks: NDArray[np.float64]


@lru_cache(maxsize=4)
def sample(d: int, n: int, seed: int) -> Sample:
    """Return the sample of `d` beliefs, the same for every scenario; read-only."""
    from scipy.stats import qmc  # slow to load, and needed here alone

    rng = np.random.default_rng(seed)
    u = qmc.Sobol(d=2 * d, rng=rng).random(n)
    every = [np.bincount(rng.integers(0, n, n), minlength=n) for _ in range(RESAMPLES)]
    picks = np.stack(every).astype(float)
    for values in (u, picks):
        values.setflags(write=False)
    return Sample(u, picks)


@lru_cache(maxsize=512)
def pair(name: str, value: float, d: int, n: int, seed: int, i: int) -> tuple[Array, Array]:
    """Return draws a and b (n,) of the belief at `i` around a value; read-only.

    Kept, because a reader moves one lever at a time and the other beliefs stay as they are.
    """
    u = sample(d, n, seed).quantiles
    a, b = (inverse(name, u[:, j], value, widened=False) for j in (i, d + i))
    for values in (a, b):
        values.setflags(write=False)
    return a, b


@dataclass(frozen=True)
class Exchanged:
    """Results (d + 2, n): of draws a, of draws b, then of a with each belief from b.

    `plenty` says whether in all of them more people could lead than there are posts.
    """

    results: Array
    plenty: bool


def exchanged(
    start: Baseline,
    scenario: Scenario,
    names: Sequence[str],
    n: int,
    seed: int,
    measure: str,
    year: int,
    told: Progress | None = None,
) -> Exchanged:
    """Return what draws give of a measure in a year, with each belief exchanged in turn.

    England is run as `start` has it: as one area, which is very nearly exact also where leadership
    changes staffing. Of the runs with one belief exchanged only what rests on it is run again:
    those of some beliefs are a batch (n, beliefs), beside the batch (n, 1) of draws a.
    """
    d, found = len(names), np.empty((len(names) + 2, n))
    pairs = [pair(k, float(getattr(scenario, k)), d, n, seed, i) for i, k in enumerate(names)]
    a, b = ({k: p[j][:, None] for k, p in zip(names, pairs, strict=True)} for j in (0, 1))
    own = [k for k in names if scenario.effects_on or rests_on(measure, k)]
    halves = [[k for k in own if staffs_on(k) is of_staff] for of_staff in (True, False)]
    size = max(1, RUNS_AT_ONCE // n)
    groups = [h[i : i + size] for h in halves for i in range(0, len(h), size)]
    done, plenty = 0, True

    def result(run: Projection, which: Sequence[int]) -> None:
        """Take in what the runs of some rows of `found` give."""
        nonlocal done, plenty
        series = MEASURES[measure](run, ENGLAND)
        plenty = plenty and many_could_lead(run)
        found[which] = series.values[..., series.years.index(year)].T
        done += n * len(which)
        if told:
            told(done, n * (2 + len(own)))

    def drawn(values: Mapping[str, Array]) -> Draws:
        return values_of(scenario, n, dict(values))

    run = project(start, drawn(a))
    result(run, [0])
    result(project(start, drawn(b)), [1])
    found[2:] = found[0]
    for group in groups:
        here = np.arange(len(group))
        mixed = {k: np.where(here == i, b[k], a[k]) for i, k in enumerate(group)}
        result(moved(run, drawn(a | mixed), group), [2 + names.index(k) for k in group])
    return Exchanged(found, plenty)


def indices(found: Array) -> Array:
    """Return first-order and total indices (2, d) from results (d + 2, n); 0 if none vary."""
    a, b, mixed = found[0], found[1], found[2:]
    variance = found[:2].var()
    if not variance > 0:
        return np.zeros((2, len(mixed)))
    first = (b * (mixed - a)).mean(axis=-1)
    total = 0.5 * ((a - mixed) ** 2).mean(axis=-1)
    both: Array = np.stack([first, total]) / variance
    return both


def resampled(found: Array, picks: Array) -> Array:
    """Return the indices (R, 2, d) of results (d + 2, n) of which each is picked so often (R, n).

    The same as `indices` of each sample that is picked, all from the same products.
    """
    n = found.shape[1]
    a, b, mixed = found[0], found[1], found[2:]
    terms = np.concatenate([b * (mixed - a), 0.5 * (a - mixed) ** 2])
    middle = picks @ (a + b) / (2 * n)
    apart = (a - middle[:, None]) ** 2 + (b - middle[:, None]) ** 2
    variance = (picks * apart).sum(axis=-1) / (2 * n)
    means = np.einsum("rn,dn->rd", picks, terms) / n
    shares = np.zeros_like(means)
    np.divide(means, variance[:, None], out=shares, where=variance[:, None] > 0)
    return cast(Array, shares.reshape(len(picks), 2, -1))
