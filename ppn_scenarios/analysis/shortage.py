"""Whether posts or people are short: which of the two binds, year by year and group by group."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from .flows import by_group

LEAST: Final = 1e-9  # of those who look for a post: fewer without one than this are none
POSTS, PEOPLE, NEITHER = "posts", "people", "neither"


@dataclass(frozen=True)
class Short:
    """What is short in one year for one group, by the middle estimate."""

    year: int
    group: int
    what: str  # POSTS: some who look find no post; PEOPLE: all are hired and posts stay vacant
    vacant: float  # share of funded posts at the end of the year
    waiting: float  # people qualified and without a post at the end of the year


def short(p: Projection, place: str) -> list[Short]:
    """Return what is short in each year and group of a place, by year, then group."""
    found = []
    for t, year in enumerate(p.years[1:], start=1):

        def of(values: Array, at: int) -> Array:
            return np.asarray(by_group(values, p, place, at)[0])

        posts, staff = of(p.establishment, t), of(p.fte, t)
        vacant = np.divide(posts - staff, posts, out=np.zeros_like(posts), where=posts > 0).clip(0)
        looked = of(p.flows.qualified, t - 1) + of(p.unplaced, t - 1) * reapplying(p)
        hired = of(p.flows.hired_new, t - 1) + of(p.flows.hired_unplaced, t - 1)
        waiting = of(p.unplaced, t)
        for group in range(len(posts)):
            turned_away = looked[group] - hired[group] > LEAST * max(looked[group], 1)
            what = POSTS if turned_away else PEOPLE if vacant[group] > LEAST else NEITHER
            found.append(Short(year, group, what, float(vacant[group]), float(waiting[group])))
    return found


def reapplying(p: Projection) -> float:
    """Return the share of those without a post who look again in a year."""
    return float(p.baseline.inputs.unplaced_reapply)
