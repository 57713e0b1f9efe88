"""Passports of one place by each way of sharing England out, made into one with a range."""

from collections.abc import Sequence
from dataclasses import replace

from .passport import Passport


def ranged(ways: Sequence[Sequence[Passport]]) -> list[Passport]:
    """Return the passports of the middle way, the first, with the ends of all where they differ.

    Those of one figure have one label; a figure that some way has not is as the middle has it.
    """
    found = []
    for middle in ways[0]:
        values = [same.value for way in ways for same in way if same.label == middle.label]
        low, high = min(values), max(values)
        alike = high - low <= 1e-6 * max(abs(low), abs(high))
        found.append(middle if alike else replace(middle, low=low, high=high))
    return found
