"""Any back-test held against the bands that were declared beforehand."""

import numpy as np

from .bands import COVERAGE, FEWEST_POINTS, FURTHER, ONE_YEAR, THREE_YEARS
from .check import UNTESTED, Result, judged
from .compare import Backtest


def against_bands(b: Backtest) -> dict[str, Result]:
    """Return what passed, failed or could not be tested, by what was asked."""
    start = b.years[0]
    ahead = {year - start: abs(error) for year, error in b.error.items()}
    found = {}
    for name, band, longest in (
        ("one year", ONE_YEAR, 1),
        ("three years", THREE_YEARS, 3),
        ("further", FURTHER, None),
    ):
        errors = [e for years, e in ahead.items() if longest is None or years <= longest]
        reached = errors and (max(ahead) > 3 if longest is None else longest in ahead)
        found[name] = (
            judged(band.holds(float(np.mean(errors))), f"mean error {np.mean(errors):.1%}")
            if reached
            else Result(UNTESTED, "no count so far ahead")
        )
    value = f"{round(b.inside * len(ahead))} of {len(ahead)} points inside the interval"
    found["interval"] = (
        judged(COVERAGE.holds(b.inside), value)
        if len(ahead) >= FEWEST_POINTS
        else Result(UNTESTED, value, f"A share needs at least {FEWEST_POINTS} points.")
    )
    found["naive"] = judged(b.beats_naive, f"error {b.mape:.1%}; naive {b.naive_mape:.1%}")
    return found
