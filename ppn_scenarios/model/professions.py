"""Three families split into professions: any split, in place of the one nobody has published."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from .baseline import FAMILIES, LONGEST_COURSE, Inputs

EXTENSIVE: Final = (
    "stock_share",
    "opening_trainees",
    "opening_recent_leavers",
    "opening_unplaced",
    "external_share",
    "other_places_share",
    "lead_from",
)
TRAINED: Final = frozenset({"opening_trainees", "other_places_share"})
INTENSIVE: Final = (
    "grade_share",
    "leaving_relative",
    "retirement_relative",
    "promotion_relative",
    "pay_cost",
    "training_cost",
    "cases",
)


@dataclass(frozen=True, kw_only=True)
class Profession:
    """One profession of a split: its family, its share of it, its course where that is known."""

    name: str
    family: str
    share: float  # of the family's staff, places and trainees
    course_years: float | None = None  # None: as the family's lever says
    places: float | None = None  # share of the family's training places; None: as its staff


def split(inputs: Inputs, professions: Sequence[Profession]) -> Inputs:
    """Return three families' inputs split into professions.

    Numbers of people are shared out by each profession's share of its family; rates are the
    family's own. Raises ValueError for an unknown family, a share out of range, a course that is
    too long, a name given twice, or shares that do not add up to 1.
    """
    names = [p.name for p in professions]
    if twice := [name for name in dict.fromkeys(names) if names.count(name) > 1]:
        raise ValueError(f"{twice[0]} is named twice; give each profession a name of its own")
    for p in professions:
        if p.family not in FAMILIES:
            raise ValueError(f"{p.name}: {p.family!r} is not one of {', '.join(FAMILIES)}")
        if not 0 <= p.share <= 1:
            raise ValueError(f"{p.name}: a share of {p.share:g} is not between 0 and 1")
        if p.course_years is not None and not 1 <= p.course_years <= LONGEST_COURSE:
            raise ValueError(f"{p.name}: {p.course_years:g} years is not 1 to {LONGEST_COURSE}")
    family = np.array([FAMILIES.index(p.family) for p in professions])
    within = np.array([p.share for p in professions], dtype=float)
    trained = np.array([p.share if p.places is None else p.places for p in professions])
    parts = {name: getattr(inputs, name)[family] for name in (*EXTENSIVE, *INTENSIVE)}
    for name in EXTENSIVE:
        by = trained if name in TRAINED else within
        parts[name] = parts[name] * by.reshape(-1, *[1] * (parts[name].ndim - 1))
    for part in parts.values():
        part.setflags(write=False)  # all readers share them
    years = [np.nan if p.course_years is None else p.course_years for p in professions]
    return replace(
        inputs,
        **parts,
        names=tuple(names),
        family=family,
        within=within,
        places_within=trained,
        course_years=np.array(years),
    )
