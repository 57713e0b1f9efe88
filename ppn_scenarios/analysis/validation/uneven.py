"""How unevenly staff grew before the start, carried into the interval of a back-test."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import numpy as np

from ppn_scenarios.analysis.draws import SEED
from ppn_scenarios.model.baseline import Array

FEWEST_YEARS: Final = 3  # of growth, below which a spread of it says nothing


def spread_of_growth(counted: Mapping[int, float], start: int) -> float:
    """Return the standard deviation of yearly growth up to `start`, in logs; 0 if unknown.

    Only neighbouring years count, and no year after the start does.
    """
    known = sorted((year, fte) for year, fte in counted.items() if year <= start)
    growth = [np.log(now / before) for (a, before), (b, now) in pairwise(known) if b == a + 1]
    return float(np.std(growth, ddof=1)) if len(growth) >= FEWEST_YEARS else 0.0


def unevenness(spread: float, fitted_to: int, draws: int, years: int) -> Array:
    """Return factors on FTE (draws, years + 1): 1 at the start, ever more unlike after it.

    Each year's growth strays by `spread` from that fitted, which itself is known only from the
    few years it was `fitted_to`. The same seed gives every series the same strays.
    """
    random = np.random.default_rng(SEED)
    strays = random.standard_normal((draws, years)).cumsum(axis=1)
    level = random.standard_normal((draws, 1)) * np.arange(1, years + 1) / np.sqrt(fitted_to)
    strayed = np.concatenate([np.zeros((draws, 1)), strays + level], axis=1)
    return np.asarray(np.exp(spread * strayed))
