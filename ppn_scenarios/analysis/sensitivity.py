"""What matters most: each assumption moved alone, and shares of the spread of results."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from scipy import stats

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.model.baseline import Array

from .draws import DRAWN, SEED, Draws, inverse
from .places import ENGLAND
from .series import MEASURES
from .uncertainty import BLOCK, as_one_area

MEANINGLESS_ALONE: Final = frozenset({"effects_on"})  # a switch that multiplies zeros


@dataclass(frozen=True)
class Swing:
    """What one assumption does to a result when it alone goes to each end of its range."""

    name: str
    at_low: float
    at_high: float
    now: float

    @property
    def width(self) -> float:
        """How far apart the results at both ends are."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Index:
    """One assumption's share of the spread of a result, with a 95% interval of each."""

    name: str
    first: float  # alone
    first_range: tuple[float, float]
    total: float  # with all its interactions
    total_range: tuple[float, float]


def values_of(scenario: Scenario, n: int, changed: dict[str, Array]) -> Draws:
    """Return a scenario with some values given for each of `n` runs."""
    return Draws({**asdict(scenario), **changed}, np.zeros(n))


def results(baseline: Baseline, draws: Draws, measure: str, year: int) -> Array:
    """Return one number for each run (n,)."""
    found = []
    for first in range(0, len(draws), BLOCK):
        run = project(baseline, draws.part(slice(first, first + BLOCK)))
        series = MEASURES[measure](run, ENGLAND)
        values = series.values[..., series.years.index(year)]
        found.append(np.broadcast_to(values, (min(BLOCK, len(draws) - first),)))
    return np.concatenate(found)


def swings(
    baseline: Baseline, scenario: Scenario, measure: str = "fte", year: int = 2037
) -> list[Swing]:
    """Return the swing of every assumption around a scenario, widest first.

    All runs are one batch. Each assumption goes to both ends of its evidence range while the
    others stay as the scenario has them.
    """
    names = [name for name in ASSUMPTIONS if name not in MEANINGLESS_ALONE]
    n = 2 * len(names) + 1
    changed = {name: np.full(n, float(getattr(scenario, name))) for name in ASSUMPTIONS}
    for i, name in enumerate(names):
        changed[name][2 * i] = ASSUMPTIONS[name].low
        changed[name][2 * i + 1] = ASSUMPTIONS[name].high
    found = results(as_one_area(baseline), values_of(scenario, n, changed), measure, year)
    rows = [
        Swing(name, float(found[2 * i]), float(found[2 * i + 1]), float(found[-1]))
        for i, name in enumerate(names)
    ]
    return sorted(rows, key=lambda row: -row.width)


def sobol(
    baseline: Baseline,
    scenario: Scenario,
    measure: str = "fte",
    year: int = 2037,
    n: int = 256,
    names: Sequence[str] = DRAWN,
    seed: int = SEED,
) -> list[Index]:
    """Return each belief's share of the variance of a result, largest total first.

    Saltelli's estimator with bootstrap intervals (SciPy); n must be a power of two, and costs
    n x (d + 2) runs. It takes inputs as independent: correlations are off here.
    """
    # What moves nothing alone has no share; leaving it out saves its runs and a division by zero.
    moving = {s.name for s in swings(baseline, scenario, measure, year) if s.width}
    some = [name for name in names if name in moving]
    still = [name for name in names if name not in moving]
    one = as_one_area(baseline)

    def model(u: Array) -> Array:
        changed = {
            name: inverse(name, row, float(getattr(scenario, name)), widened=False)
            for name, row in zip(some, u, strict=True)
        }
        return results(one, values_of(scenario, u.shape[1], changed), measure, year)

    rng = np.random.default_rng(seed)
    even: Any = [stats.uniform()] * len(some)  # the stubs know none of SciPy's own distributions
    found = stats.sobol_indices(func=model, n=n, dists=even, rng=rng)
    spread = found.bootstrap(confidence_level=0.95, n_resamples=200)
    first, total = (
        np.stack([order.confidence_interval.low, order.confidence_interval.high], axis=-1)
        for order in (spread.first_order, spread.total_order)
    )
    rows = [
        Index(
            name,
            float(found.first_order[i]),
            (float(first[i, 0]), float(first[i, 1])),
            float(found.total_order[i]),
            (float(total[i, 0]), float(total[i, 1])),
        )
        for i, name in enumerate(some)
    ]
    rows += [Index(name, 0.0, (0.0, 0.0), 0.0, (0.0, 0.0)) for name in still]
    return sorted(rows, key=lambda row: -row.total)
