"""Whose figures the spread of a result comes from: by what each belief rests on."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, STATUSES

from .sensitivity import Index

PLACEHOLDER: Final = "none"  # the status of a figure without a source


def shares_by_status(indices: Sequence[Index]) -> dict[str, tuple[float, float, float]]:
    """Return low, middle and high share of a result's variance for each status in STATUSES.

    What a group of beliefs does is at least the sum of what each does alone, and at most all that
    the others do not do alone; between them lies what beliefs do only together. The middle shares
    that out in proportion to each belief's part in it, so middles sum to 1. Both ends are widened
    by the error of the indices, taken as independent. All zero if the result does not vary.
    """
    return shares_by(indices, lambda name: ASSUMPTIONS[name].status, tuple(STATUSES))


def shares_by(
    indices: Sequence[Index], group_of: Callable[[str], str], groups: Sequence[str]
) -> dict[str, tuple[float, float, float]]:
    """Return low, middle and high share of the variance for each group of beliefs."""
    first = np.array([max(index.first, 0.0) for index in indices])
    whole = np.array([max(index.total, 0.0) for index in indices])
    if not first.sum() and not whole.sum():
        return dict.fromkeys(groups, (0.0, 0.0, 0.0))
    error = np.array([(index.first_range[1] - index.first_range[0]) / 2 for index in indices])
    first = first / max(1.0, first.sum())  # by chance the parts may pass the whole
    middle = first + together(first, whole)
    member = np.array([group_of(index.name) for index in indices])
    found = {}
    for group in groups:
        mine = member == group
        if not mine.any():
            found[group] = (0.0, 0.0, 0.0)
            continue
        share = min(float(middle[mine].sum()), 1.0)  # rounding may pass the whole
        low = first[mine].sum() - np.hypot.reduce(error[mine])
        high = 1 - first[~mine].sum() + np.hypot.reduce(error[~mine])
        found[group] = (
            float(np.clip(low, 0, share)),
            share,
            float(np.clip(high, share, 1)),
        )
    return found


def measure_next(indices: Sequence[Index]) -> list[Index]:
    """Return the placeholders whose measurement would take away most of the variance, best first.

    That share is the first-order index; placeholders that would take away nothing are left out.
    """
    rows = [row for row in indices if ASSUMPTIONS[row.name].is_placeholder and row.first > 0]
    return sorted(rows, key=lambda row: -row.first)


def together(first: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return each belief's part of what beliefs do only together; these sum to what is left."""
    left = 1 - first.sum()
    parts = np.maximum(whole - first, 0)
    if parts.sum() <= 0:
        parts = first
    shared: np.ndarray = left * parts / parts.sum()
    return shared
