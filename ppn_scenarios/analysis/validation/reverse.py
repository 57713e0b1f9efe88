"""The reverse test: how many must join each year to reach a number of staff."""

import math

from .given import number


def joiners_needed(now: float, target: float, years: float, hazard: float) -> float:
    """Return FTE that must join each year to go from `now` to `target` in some years.

    `hazard` is the total rate of leaving a year. With s = exp(-h) and joiners exposed for half a
    year, J = (target - now x s^T)(1 - s) / (s_half x (1 - s^T)). It needs no other assumption.
    """
    for name, value in (("now", now), ("target", target), ("years", years), ("hazard", hazard)):
        number(value, name)
    if years <= 0 or hazard < 0:
        raise ValueError("years must be above zero, and a hazard zero or more")
    if hazard == 0:
        return (target - now) / years
    stays, stays_half = math.exp(-hazard), math.exp(-hazard / 2)
    lasting = math.exp(-hazard * years)
    return (target - now * lasting) * (1 - stays) / (stays_half * (1 - lasting))
