"""Costs as people say them: two figures, in the unit that people use."""

import math
from collections.abc import Callable


def pounds(thousand: float) -> str:
    """Write £ thousand to two figures, in the unit people say: £61,000, £4.2 million, £3 billion.

    Nearly every unit cost is a placeholder, so no further figure would mean anything.
    """
    return f"{'−' if thousand < 0 else ''}{sterling(two_figures(abs(thousand), round))}"


def two_figures(value: float, how: Callable[[float], float]) -> float:
    """Return a positive number to two figures, rounded by `how`: round, math.floor, math.ceil."""
    if value <= 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return step * how(round(value / step, 6))


def sterling(thousand: float) -> str:
    """Write a sum of £ thousand, not negative, that has been rounded."""
    whole = 1_000 * thousand
    if round(whole) >= 1_000_000_000:
        return f"£{whole / 1e9:,.5g} billion"
    if round(whole) >= 1_000_000:
        return f"£{whole / 1e6:,.5g} million"
    return f"£{whole:,.0f}" if whole >= 500 else "£0"


def pounds_range(low: float, mid: float, high: float) -> str:
    """Write £ thousand as a range where there is one, rounded outwards."""
    if high - low <= 1e-6 * abs(mid) or low < 0:
        return pounds(mid)
    return f"{sterling(two_figures(low, math.floor))} to {sterling(two_figures(high, math.ceil))}"


def signed_pounds(thousand: float) -> str:
    """Write a difference of £ thousand with its sign; or "no change"."""
    said = pounds(thousand)
    if said.endswith("£0"):
        return "no change"
    return said if thousand < 0 else f"+{said}"


def dearer(thousand: float) -> str:
    """Write how much more or less something costs, £ thousand; too little to tell is no more."""
    if abs(thousand) < 50:
        return "no extra cost"
    return f"{pounds(abs(thousand))} {'more' if thousand > 0 else 'less'}"
