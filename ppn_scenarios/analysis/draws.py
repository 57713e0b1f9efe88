"""Many values of every belief at once, drawn over its declared range."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.conditions import NEEDS
from ppn_scenarios.model.baseline import Array

from .distributions import beta, latin_hypercube, normal, triangular

SEED: Final = 20_261_124
WIDENING: Final = 1.5  # by which the range of a placeholder is widened for the second band
BETA_WEIGHT: Final = 8.0  # of a starting share: as if eight organisations had been asked
EFFECTS: Final = frozenset({"eps_ret", "eps_rec", "eps_train", "eps_prod", "tau_dose"})

# Beliefs that move together, as rank correlations. All are judgements without a source: leaving
# shares one economy, and where newly qualified people take posts readily fewer posts are vacant.
TOGETHER: Final[dict[tuple[str, str], float]] = {
    ("leave_psy", "leave_ther"): 0.7,
    ("leave_psy", "leave_prac"): 0.7,
    ("leave_ther", "leave_prac"): 0.7,
    ("uptake_psy", "vacancy0"): -0.4,
    ("uptake_ther", "vacancy0"): -0.4,
    ("uptake_prac", "vacancy0"): -0.4,
}
# Beliefs declared since model version 1. They are drawn after all others, which thus keep the draws
# that they had; and, like effects, only where the switch that they count with is on.
ADDED: Final = ("h_funded", "ceiling_funded", "supervision_ratio")
DRAWN: Final = tuple(
    name for name, a in ASSUMPTIONS.items() if a.kind == "belief" and a.distribution != "fixed"
)
PROXY: Final = "proxy"  # how far staff follow one proxy for place rather than the other


@dataclass(frozen=True)
class Draws:
    """Values of (n,) for what is drawn and single values for the rest, by attribute.

    The model takes it in place of a Scenario. `proxy` (n,) is the weight of the first proxy of
    where staff work; the rest goes to the second.
    """

    values: Mapping[str, float | Array]
    proxy: Array

    def __post_init__(self) -> None:
        """Put each value where Python finds it first: a run asks for hundreds."""
        vars(self).update(self.values)

    def __getattr__(self, name: str) -> float | Array:
        """Refuse a name that is no assumption's: the others are found before."""
        raise AttributeError(name)

    def part(self, keep: slice) -> "Draws":
        """Return some of the draws."""
        cut = {k: v[keep] if isinstance(v, np.ndarray) else v for k, v in self.values.items()}
        return Draws(cut, self.proxy[keep])

    def __len__(self) -> int:
        """Return how many draws there are."""
        return len(self.proxy)


@lru_cache(maxsize=4)
def uniform(n: int, seed: int = SEED, correlated: bool = True) -> Array:
    """Return an (n, d) Latin hypercube, the same for every scenario (common random numbers).

    One column for each name in DRAWN, then one for the proxy of place. Ranks are correlated as
    TOGETHER says, by reordering each column (Iman and Conover's method). Read-only.
    """
    names, wanted = [name for name in (*DRAWN, PROXY) if name not in ADDED], (*DRAWN, PROXY)
    sample = latin_hypercube(len(names), n, np.random.default_rng(seed))
    if correlated:
        sample = reordered(sample, correlation(tuple(names)), seed)
    for i, name in enumerate(ADDED):
        names.append(name)
        sample = with_another(sample, np.random.default_rng([seed, i]), correlated)
    sample = sample[:, [names.index(name) for name in wanted]]
    sample.setflags(write=False)
    return sample


def with_another(sample: Array, rng: np.random.Generator, correlated: bool) -> Array:
    """Return a sample with one more column, whose ranks are unrelated to those it has.

    Not `correlated`: what correlation chance puts in is left there, as it is in the others.
    """
    n, d = sample.shape
    column = latin_hypercube(1, n, rng)
    if correlated and n > d + 1:
        scores = normal((sample.argsort(axis=0).argsort(axis=0) + 1) / (n + 1))
        free = rng.permutation(scores[:, 0])
        free = free - scores @ np.linalg.lstsq(scores, free, rcond=None)[0]
        column = np.sort(column, axis=0)[free.argsort().argsort()]
    return np.concatenate([sample, column], axis=1)


def correlation(names: tuple[str, ...]) -> Array:
    """Return the matrix of rank correlations asked for."""
    matrix = np.eye(len(names))
    for (a, b), value in TOGETHER.items():
        i, j = names.index(a), names.index(b)
        matrix[i, j] = matrix[j, i] = value
    return matrix


def reordered(sample: Array, target: Array, seed: int) -> Array:
    """Return a sample whose columns keep their values and take on rank correlations."""
    n, d = sample.shape
    rng = np.random.default_rng(seed)
    scores = normal(np.arange(1, n + 1) / (n + 1))
    shuffled = np.stack([rng.permutation(scores) for _ in range(d)], axis=1)
    # Take out the correlation that chance put in, then put in the one asked for. Too few draws
    # cannot be freed of it: their columns depend on one another.
    if n > d:
        has = np.linalg.cholesky(np.corrcoef(shuffled, rowvar=False))
        shuffled = shuffled @ np.linalg.inv(has).T
    wanted = shuffled @ np.linalg.cholesky(target).T
    ranks = wanted.argsort(axis=0).argsort(axis=0)
    return np.take_along_axis(np.sort(sample, axis=0), ranks, axis=0)


def inverse(name: str, u: Array, value: float, widened: bool) -> Array:
    """Return the values of one belief at the quantiles `u`, around the reader's own value.

    The declared distribution holds for the declared default. A reader who moves a belief moves
    its most likely value, within the same range.
    """
    a = ASSUMPTIONS[name]
    low, high = a.low, a.high
    if widened and a.is_placeholder and a.distribution != "beta":
        low, high = value - WIDENING * (value - low), value + WIDENING * (high - value)
        low = max(low, 0.0) if a.low >= 0 else low
        high = min(high, 1.0) if a.unit == "share" and a.high <= 1 else high
    if a.distribution == "beta":
        weight = BETA_WEIGHT / (WIDENING**2 if widened else 1)
        return beta(u, 1 + weight * value, 1 + weight * (1 - value))
    if a.distribution == "uniform" and value == a.default:
        return low + u * (high - low)
    return triangular(u, low, value, high)


def counts(scenario: Scenario, name: str) -> bool:
    """Return whether a belief can count in a scenario: whether its switch, if any, is on."""
    return name not in {*EFFECTS, *ADDED} or bool(getattr(scenario, NEEDS[name]))


def draw(
    scenario: Scenario,
    n: int = 1024,
    seed: int = SEED,
    correlated: bool = True,
    widened: bool = False,
) -> Draws:
    """Return `n` draws of every belief; choices stay as the scenario has them.

    What counts only with a switch, such as effects of leadership, is drawn only where the reader
    has switched it on. `widened` gives placeholders a range half as wide again.
    """
    values: dict[str, float | Array] = {f.name: getattr(scenario, f.name) for f in fields(scenario)}
    for name in DRAWN:
        if counts(scenario, name):
            around = float(getattr(scenario, name))
            values[name] = believed(name, around, n, seed, correlated, widened)
    return Draws(values, uniform(n, seed, correlated)[:, -1])


@lru_cache(maxsize=512)
def believed(name: str, value: float, n: int, seed: int, correlated: bool, widened: bool) -> Array:
    """Return the draws (n,) of one belief around a value; read-only.

    Kept, because a reader moves one lever at a time and the other beliefs stay as they are.
    """
    u = uniform(n, seed, correlated)[:, DRAWN.index(name)]
    found = inverse(name, u, value, widened)
    found.setflags(write=False)
    return found


def values_of(scenario: Scenario, n: int, changed: dict[str, Array]) -> Draws:
    """Return a scenario with some values given for each of `n` runs."""
    return Draws({name: getattr(scenario, name) for name in ASSUMPTIONS} | changed, np.zeros(n))
