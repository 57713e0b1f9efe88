"""Series that a reader hands in: taken as they are, or refused with the reason."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Final, cast

import numpy as np

from ppn_scenarios.model.baseline import Array

Starts = float | Sequence[float]
SHRINKS, GROWS = 0.67, 1.5  # a year: beyond these, two neighbours are likely in different units
LEAST, MOST = 0.01, 1e8  # FTE that could be a national workforce, in thousands or in ones
NUMBERS: Final = (int, float, np.integer, np.floating)  # and neither truth values nor text
NAMED: Final = 5  # years named in a refusal


def whole_number(value: object, what: str) -> int:
    """Return a whole number such as a year, refused where it is none."""
    if isinstance(value, NUMBERS) and not isinstance(value, bool) and float(value).is_integer():
        return int(value)
    raise ValueError(f"{what} is {value!r}, which is not a whole number")


def number(value: object, what: str) -> float:
    """Return a finite number, refused in words where it is none."""
    if isinstance(value, bool) or not isinstance(value, NUMBERS):
        raise ValueError(f"{what} is {value!r}, which is not a number")
    if not math.isfinite(value):
        raise ValueError(f"{what} is {value}, which is a gap and not a number")
    return float(value)


def by_year(series: object, what: str) -> Iterator[tuple[int, object]]:
    """Yield the years of a mapping (or of a pandas Series) in order, with what they hold."""
    if not isinstance(series, Mapping) and not (
        hasattr(series, "items") and hasattr(series, "keys")
    ):
        raise ValueError(f"{what} must map years to numbers, as in {{2019: 1200, 2020: 1250}}")
    found = {}
    for year, value in series.items():
        whole = whole_number(year, f"a year of {what}")
        if whole in found:
            raise ValueError(f"{what} has the year {whole} twice")
        found[whole] = value
    yield from sorted(found.items())


def history_of(series: object, start: int, end: int, allow_gaps: bool) -> dict[int, float]:
    """Return FTE by year up to `end`, in order of years; later years are left out.

    Refused: a start or an end that is not there; a year missing in between, unless `allow_gaps`
    or unless only start and end are given; FTE that can be no number of staff; neighbours so far
    apart that they are unlikely to be of the same staff in the same unit.
    """
    if end <= start:
        raise ValueError(f"the end, {end}, must come after the start, {start}")
    found = {
        year: number(value, f"the history's FTE of {year}")
        for year, value in by_year(series, "the history")
        if year <= end
    }
    for year, fte in found.items():
        if not LEAST <= fte <= MOST:
            raise ValueError(f"the history's FTE of {year} is {fte:g}, which is no number of staff")
    for name, year in (("start", start), ("end", end)):
        if year not in found:
            raise ValueError(f"the history has no FTE for the {name}, {year}")
    if not allow_gaps and set(found) != {start, end}:
        refuse_gaps(found, min(found), end, "the history", " (or say allow_gaps=True)")
    for (a, before), (b, after) in pairwise(found.items()):
        a_year = (after / before) ** (1 / (b - a))
        if not SHRINKS <= a_year <= GROWS:
            raise ValueError(
                f"the history goes from {before:,.0f} FTE in {a} to {after:,.0f} in {b}, a factor "
                f"of {a_year:.3g} a year: are both the same staff, in the same unit?"
            )
    return found


def starts_of(
    series: object, start: int, end: int, names: Sequence[str], split: Array
) -> dict[int, Array]:
    """Return training starts (P,) by year up to `end`; later years are left out.

    A single number is split over families (or professions) in proportion to `split` (P,).
    Refused: a year missing after the start or between years given, and numbers below 0.
    """
    found = {
        year: starts_in(year, value, names, split)
        for year, value in by_year(series, "the training starts")
        if year <= end
    }
    first = min([start + 1, *found])
    hint = f": {start + 1} to {end} are needed, and the starts of autumn {end - 1} belong to {end}"
    refuse_gaps(found, first, end, "the training starts", hint)
    return found


def starts_in(year: int, value: object, names: Sequence[str], split: Array) -> Array:
    """Return one year's training starts (P,)."""
    what = f"the number of training starts of {year}"
    if not isinstance(value, list | tuple | np.ndarray) or not np.ndim(value):
        parts = cast(Array, number(value, what) * split / split.sum())
    else:
        if len(value) != len(names):
            raise ValueError(f"{what} needs one number, or {len(names)}: {', '.join(names)}")
        parts = np.array([number(part, what) for part in value])
    if (parts < 0).any():
        raise ValueError(f"{what} is below 0")
    return parts


def refuse_gaps(found: Mapping[int, object], first: int, last: int, what: str, hint: str) -> None:
    """Refuse a series that lacks a year between two, naming the first few that it lacks."""
    missing = list(islice((y for y in range(first, last + 1) if y not in found), NAMED + 1))
    if missing:
        named = ", ".join(map(str, missing[:NAMED])) + (" ..." if len(missing) > NAMED else "")
        raise ValueError(f"a gap: {what} has nothing for {named}{hint}")
