"""All that is measured of a place, year by year, by name."""

from typing import Final, cast

import numpy as np

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.required import WORKLOAD
from ppn_scenarios.model.values import Values

from .places import ENGLAND, total
from .series import Measure, Series, once


def share(part: Array, whole: Array) -> Array:
    """Return part of whole, 0 where there is no whole."""
    out = np.zeros_like(part, dtype=float)
    np.divide(part, whole, out=out, where=whole > 0)
    return out


def stock(p: Projection, values: Array, place: str, after_area: int) -> Series:
    """Return a stock of a place."""
    return Series(p.years, total(values, p.baseline, place, after_area))


def trusts_share(p: Projection, values: Array, place: str) -> Series:
    """Return trusts of a kind as a share of the place's trusts."""
    trusts = total(p.baseline.trusts, p.baseline, place, after_area=1)
    found = total(values, p.baseline, place, after_area=1)
    return Series(p.years, share(found, np.broadcast_to(trusts, found.shape)))


def systems_share(p: Projection, values: Array, place: str) -> Series:
    """Return ICSs of a kind as a share of the place's ICSs."""
    systems = total(p.systems, p.baseline, place)
    return Series(p.years, share(total(values, p.baseline, place), systems))


def growth_since_2019(p: Projection, place: str) -> Series:
    """Return FTE above April 2019, which is published for England alone."""
    if place != ENGLAND:
        raise ValueError("staff in 2019 are published for England alone")
    fte = stock(p, p.fte, place, 1)
    return Series(fte.years, fte.values - p.baseline.history[2019])


def starts(p: Projection, place: str, families: slice) -> Series:
    """Return training starts of some families in each projected year."""
    values = total(p.flow("starts")[..., families], p.baseline, place, after_area=1)
    return Series(range(p.years[1], p.years[-1] + 1), values)


def starts_over_three_years(p: Projection, place: str) -> Series:
    """Return therapist and practitioner starts over each three years."""
    yearly = starts(p, place, slice(1, None))
    windows = np.lib.stride_tricks.sliding_window_view(yearly.values, 3, axis=-1)
    return Series(range(yearly.years[2], yearly.years[-1] + 1), windows.sum(axis=-1))


def posts_filled(p: Projection, place: str) -> Series:
    """Return staff in post as a share of funded posts."""
    posts = total(p.establishment, p.baseline, place, after_area=1)
    return Series(p.years, share(total(p.fte, p.baseline, place, after_area=1), posts))


def vacancy_rate(p: Projection, place: str) -> Series:
    """Return funded posts that nobody fills as a share of funded posts."""
    filled = posts_filled(p, place)
    return Series(filled.years, np.maximum(1 - filled.values, 0))


def cost(p: Projection, place: str, *parts: str) -> Series:
    """Return costs of a year together, £ thousand at constant prices."""
    return stock(p, sum(getattr(p, part) for part in parts), place, 0)


def comparable(p: Projection, values: Array) -> Array:
    """Return values (*batch, T), NaN where the staff needed are of one service alone.

    Staff in post of all services cannot be held against those.
    """
    method = np.asarray(cast(Values, p.scenario).need_method)
    return np.where(method[..., None] == WORKLOAD, np.nan, values)


def need_met(p: Projection, place: str) -> Series:
    """Return clinical FTE as a share of FTE needed by the method chosen; NaN for a workload."""
    needed = total(p.needed, p.baseline, place, after_area=1)
    clinical = total(p.clinical_fte, p.baseline, place, after_area=1)
    return Series(p.years, comparable(p, share(clinical, needed)))


def staff_gap(p: Projection, place: str) -> Series:
    """Return FTE needed by the method chosen less clinical FTE; NaN for a workload."""
    needed = total(p.needed, p.baseline, place, after_area=1)
    clinical = total(p.clinical_fte, p.baseline, place, after_area=1)
    return Series(p.years, comparable(p, needed - clinical))


COSTS: Final = ("pay_cost", "training_cost", "leadership_cost")
IF_COUNTED: Final = ("agency_cost", "replacement_cost")  # nothing until a reader enters a price

_WORK: Final[dict[str, Measure]] = {
    "fte": lambda p, place: stock(p, p.fte, place, 1),
    "clinical_fte": lambda p, place: stock(p, p.clinical_fte, place, 1),
    "unplaced": lambda p, place: stock(p, p.unplaced, place, 1),
    "people_seen": lambda p, place: stock(p, p.people_seen, place, 0),
    "could_lead": lambda p, place: stock(p, p.pool, place, 0),
    "trusts_posts": lambda p, place: trusts_share(p, p.posts, place),
    "trusts_led": lambda p, place: trusts_share(p, p.led, place),
    "trusts_supported": lambda p, place: trusts_share(p, p.led_supported, place),
    "trusts_executive": lambda p, place: trusts_share(p, p.led_executive, place),
    "systems_posts": lambda p, place: systems_share(p, p.system_posts, place),
    "systems_led": lambda p, place: systems_share(p, p.systems_led, place),
    "growth_since_2019": growth_since_2019,
    "psychology_starts": lambda p, place: starts(p, place, slice(0, 1)),
    "other_starts_three_years": starts_over_three_years,
    "funded_posts": lambda p, place: stock(p, p.establishment, place, 1),
    "posts_filled": posts_filled,
    "needed": lambda p, place: stock(p, p.needed, place, 1),
    "need_met": need_met,
    "staff_gap": staff_gap,
    "pay_cost": lambda p, place: cost(p, place, "pay_cost"),
    "training_cost": lambda p, place: cost(p, place, "training_cost"),
    "leadership_cost": lambda p, place: cost(p, place, "leadership_cost"),
    "agency_cost": lambda p, place: cost(p, place, "agency_cost"),
    "replacement_cost": lambda p, place: cost(p, place, "replacement_cost"),
    "cost": lambda p, place: cost(p, place, *COSTS),
    "vacancy_rate": vacancy_rate,
}
MEASURES: Final = {name: once(name, work) for name, work in _WORK.items()}
