"""Leadership posts that were held over a year: what leaders' time and cost are made of."""

from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from ppn_scenarios.analysis.places import total
from ppn_scenarios.model import Projection, leadership
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.project import next_leaders
from ppn_scenarios.model.rates import Values
from ppn_scenarios.model.staffing import Staff
from ppn_scenarios.model.start import Position

from .making import now


@dataclass(frozen=True)
class Held:
    """The mean number of posts held over a year, by the middle estimate of staff."""

    trusts: float
    systems: float


def held(p: Projection, place: str, year: int) -> Held:
    """Return the posts that were held over the year that ends in `year`.

    A projection keeps the ends of years alone, so the months of this one are run again.
    """
    b, s = p.baseline, cast(Values, p.scenario)
    if year == p.years[0]:
        return summed(p, p.led[..., 0, :, :], p.systems_led[..., 0, :], place)
    t = p.years.index(year) - 1
    batch = p.dose.ndim - 2
    years = np.array(p.years[1:]).reshape(-1, *[1] * batch)

    def then(values: Array, after: int) -> Array:
        return cast(Array, np.take(values, t, axis=values.ndim - 2 - after))

    def posts(organisations: Array, existing: Array, filled: Array) -> leadership.Posts:
        return leadership.Posts(organisations, existing - filled, filled)

    people: dict[str, Any] = {
        "in_post": then(p.in_post, 2),
        "trainees": then(p.trainees, 2),
        "unplaced": then(p.unplaced, 1),
        "recent_leavers": then(p.recent_leavers, 1),
    }
    trusts = posts(b.trusts + then(p.dose, 0)[..., None] * 0, then(p.posts, 1), then(p.led, 1))
    systems = (then(v, 0)[..., None] for v in (p.systems, p.system_posts, p.systems_led))
    start = Position(Staff(**people), trusts, posts(*systems), then(p.dose, 0))
    _, _, led = next_leaders(start, b, leadership.pace(s, years).at(t), year)
    return summed(p, led.trusts, led.systems, place)


def summed(p: Projection, trusts: Array, systems: Array, place: str) -> Held:
    """Return one year's posts held in a place, from (*batch, A, K) and (*batch, A)."""
    both = total(trusts, p.baseline, place, 1), total(systems, p.baseline, place)
    return Held(*(float(np.ravel(values)[0]) for values in both))


def time_leading(p: Projection, place: str, year: int) -> float:
    """Return the FTE that leaders spent on leading in a year, replaced or not (E19)."""
    posts = held(p, place, year)
    return posts.trusts * now(p, "lead_wte", year) + posts.systems * now(p, "ics_wte", year)
