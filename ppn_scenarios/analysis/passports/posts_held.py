"""Leadership posts that were held over a year: what leaders' time and cost are made of."""

from dataclasses import dataclass

import numpy as np

from ppn_scenarios.analysis.places import total
from ppn_scenarios.model import Projection

from .making import now


@dataclass(frozen=True)
class Held:
    """The mean number of posts held over a year, by the middle estimate of staff."""

    trusts: float
    systems: float


def held(p: Projection, place: str, year: int) -> Held:
    """Return the posts that were held over the year that ends in `year`."""
    led = p.leaders[p.years.index(year)].led
    both = (total(values, p.baseline, place) for values in (led.trusts, led.systems))
    return Held(*(float(np.ravel(values)[0]) for values in both))


def time_leading(p: Projection, place: str, year: int) -> float:
    """Return the FTE that leaders spent on leading in a year, replaced or not (E19)."""
    posts = held(p, place, year)
    return posts.trusts * now(p, "lead_wte", year) + posts.systems * now(p, "ics_wte", year)
