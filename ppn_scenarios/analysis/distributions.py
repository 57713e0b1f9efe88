"""The few distributions that draws need, by their quantile functions.

scipy.stats has them all, and takes 45 MB and half a second more to load than this.
"""

import numpy as np

from ppn_scenarios.model.baseline import Array


def normal(u: float | Array) -> Array:
    """Return the standard normal values at the quantiles `u`."""
    from scipy import special  # a third of a second, which the first answer does not wait for

    return np.asarray(special.ndtri(u))


def beta(u: Array, a: float, b: float) -> Array:
    """Return the values at the quantiles `u` of a beta distribution."""
    from scipy import special  # likewise

    return np.asarray(special.betaincinv(a, b, u))


def triangular(u: Array, low: float, mode: float, high: float) -> Array:
    """Return the values at the quantiles `u` of a triangle from `low` to `high`, `mode` on top."""
    width = high - low
    rising = (mode - low) / width if width > 0 else 1.0
    below = np.sqrt(rising * u)
    above = 1 - np.sqrt((1 - rising) * (1 - u))
    return low + width * np.where(u < rising, below, above)


def latin_hypercube(d: int, n: int, rng: np.random.Generator) -> Array:
    """Return (n, d) numbers from 0 to 1: in each column, one at random within each nth part.

    The same numbers as scipy.stats.qmc.LatinHypercube gives for the same generator.
    """
    (own,) = rng.spawn(1)
    within = own.uniform(size=(n, d))
    places = np.tile(np.arange(1, n + 1), (d, 1))
    for column in places:
        own.shuffle(column)
    return np.asarray((places.T - within) / n)
