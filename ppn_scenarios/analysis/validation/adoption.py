"""How fast organisations took up a role: a hazard fitted to any adoption curve."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from ppn_scenarios.model.baseline import Array

from .given import number

ORGANISATIONS: Final = 200  # that a share is taken to be of, where nobody says: about all trusts
LEAST, MOST = 1e-4, 50.0  # hazards a year that can be told from never and from at once
POINTS_DRAWN: Final = 25


@dataclass(frozen=True)
class AdoptionFit:
    """A fitted hazard a year with its 95% interval, and the curve that it implies.

    `curve` holds (years since start, share) pairs: at the data's own times first, and then evenly
    from the start to half as long again. `at_limit` says that the data do not bound the hazard.
    """

    hazard: float
    low: float
    high: float
    start: float  # share at the start
    ceiling: float
    fitted: tuple[tuple[float, float], ...]
    curve: tuple[tuple[float, float], ...]
    largest_miss: float  # between a point and the fitted curve, as a share
    at_limit: bool

    def share(self, years: float) -> float:
        """Return the share that the curve gives after some years."""
        return float(adopted(np.array([years]), self.hazard, self.start, self.ceiling)[0])


def adopted(years: Array, hazard: float, start: float = 0.0, ceiling: float = 1.0) -> Array:
    """Return the share of organisations that have the post, at a constant hazard a year."""
    return start + (ceiling - start) * -np.expm1(-hazard * years)


def checked(points: Iterable[Sequence[float]], ceiling: float) -> list[tuple[float, float]]:
    """Return the points in order of time, or refuse them with the reason."""
    pairs = list(points)
    for pair in pairs:
        if not isinstance(pair, tuple | list | np.ndarray) or len(pair) != 2:
            raise ValueError(f"{pair!r} is not a point: give (years since the start, share)")
    found = sorted((number(t, "a time"), number(s, "a share")) for t, s in pairs)
    for t, s in found:
        if t < 0:
            raise ValueError(f"{t:g} is before the start: times are years since the start")
        if not 0 <= s <= 1:
            raise ValueError(f"{s:g} is not a share of one (63% is 0.63)")
        if s > ceiling:
            raise ValueError(f"a share of {s:g} is above the ceiling of {ceiling:g}")
    for (t, s), (u, r) in pairwise(found):
        if t == u and s != r:
            raise ValueError(f"two shares are given for {t:g} years: {s:g} and {r:g}")
    if not any(t > 0 for t, _ in found):
        raise ValueError("at least one point must be later than the start")
    return found


def fit_adoption(
    points: Iterable[Sequence[float]],
    organisations: float = ORGANISATIONS,
    ceiling: float = 1.0,
) -> AdoptionFit:
    """Fit a constant hazard to (years since start, share) pairs, by maximum likelihood.

    A point at time 0 sets the share at the start; else it is 0. Shares are taken as counts of
    `organisations`. The interval is by profile likelihood, widened where the points scatter more
    than such counts would. Raises ValueError, with the reason, for points that cannot be.
    """
    if not 0 < number(ceiling, "the ceiling") <= 1:
        raise ValueError(f"a ceiling of {ceiling} is not a share of organisations")
    if number(organisations, "the number of organisations") <= 0:
        raise ValueError(f"{organisations:g} organisations cannot have been asked")
    from scipy import optimize, stats  # half a second, and no page needs it at first

    found = checked(points, ceiling)
    start = next((s for t, s in found if t == 0), 0.0)
    later = [(t, s) for t, s in found if t > 0]
    times, shares = (np.array(column) for column in zip(*later, strict=True))

    def loss(log_hazard: float) -> float:
        share = np.clip(adopted(times, np.exp(log_hazard), start, ceiling), 1e-9, 1 - 1e-9)
        likely = shares * np.log(share) + (1 - shares) * np.log(1 - share)
        return float(-organisations * likely.sum())

    bounds = (np.log(LEAST), np.log(MOST))
    best = optimize.minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-9})
    centre = float(best.x)
    hazard = float(np.exp(centre))
    expected = np.clip(adopted(times, hazard, start, ceiling), 1e-9, 1 - 1e-9)
    scatter = organisations * ((shares - expected) ** 2 / (expected * (1 - expected))).sum()
    spread = max(1.0, float(scatter) / max(len(later) - 1, 1)) if len(later) > 1 else 1.0
    allowed = float(stats.chi2.ppf(0.95, 1)) / 2 * spread

    def over(log_hazard: float) -> float:
        return loss(log_hazard) - loss(centre) - allowed

    low = optimize.brentq(over, bounds[0], centre) if over(bounds[0]) > 0 else bounds[0]
    high = optimize.brentq(over, centre, bounds[1]) if over(bounds[1]) > 0 else bounds[1]
    even = np.linspace(0, 1.5 * times[-1], POINTS_DRAWN)
    drawn = adopted(even, hazard, start, ceiling)
    return AdoptionFit(
        hazard=hazard,
        low=float(np.exp(low)),
        high=float(np.exp(high)),
        start=start,
        ceiling=ceiling,
        fitted=tuple(zip(map(float, times), map(float, expected), strict=True)),
        curve=tuple(zip(map(float, even), map(float, drawn), strict=True)),
        largest_miss=float(np.abs(shares - expected).max()),
        at_limit=low == bounds[0] or high == bounds[1],
    )
