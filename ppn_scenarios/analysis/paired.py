"""The difference between two scenarios over the same draws: surer than either by itself."""

from .uncertainty import Outcomes


def paired(one: Outcomes, other: Outcomes) -> Outcomes:
    """Return what one scenario has beyond another in each draw.

    Both must come from the same seed, number of draws, measure and place, so that a draw is the
    same world in both; ValueError where they cannot.
    """
    if one.values.shape != other.values.shape or one.years != other.years:
        raise ValueError("these are not the same draws of two scenarios")
    return Outcomes(one.years, one.values - other.values)
