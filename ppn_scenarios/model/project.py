"""The years: from a baseline and a scenario to a projection."""

from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from . import leadership, staffing
from .baseline import Array, Baseline
from .dose import effects_of, next_dose
from .leadership import Pace
from .measures import Led
from .memory import batch_inside
from .projection import Projection
from .rates import Rates, Values, per_area, rates_for
from .required import check_need
from .staffing import Flows
from .start import Position, opening_position
from .years import eligible

MOVES_KEPT: Final = 2_000  # areas in all runs: of more, few ask who moved, and it is much to keep


def funded_posts(baseline: Baseline, scenario: Values, post_growth: Array) -> Array:
    """Return funded posts, FTE (T+1, *batch, A, P): the first year's, grown each year (E12)."""
    fte = baseline.fte * baseline.share[..., None] * baseline.inputs.stock_share
    opening = fte / (1 - per_area(scenario.vacancy0))[..., None]
    growth = np.cumprod(np.concatenate([np.ones_like(post_growth[:1]), 1 + post_growth]), axis=0)
    return batch_inside(opening * growth[..., None], time=True)


def room_for(posts: Array, rates: Rates, baseline: Baseline, scenario: Values) -> Array:
    """Return the most people that posts allow, infinite where posts do not limit hiring (E5)."""
    heads = posts * (1 + baseline.inputs.over_establishment)
    heads = heads / per_area(scenario.participation)[..., None]
    return np.where(rates.capped[..., None] > 0, heads, np.inf)


def led_by(now: Position) -> Led:
    """Return who leads on the day of a position."""
    trusts, systems = now.trusts, now.systems
    return Led(trusts.in_area(trusts.share_filled), systems.in_area(systems.share_filled))


def next_leaders(
    now: Position, baseline: Baseline, pace: Pace, year: int
) -> tuple[leadership.Posts, leadership.Posts, Led]:
    """Return trust and ICS posts a year on, and who led over the year.

    Trusts fill first; ICSs draw on whoever is left of the same people.
    """
    if year <= baseline.leadership_year:
        return now.trusts, now.systems, led_by(now)
    pool = eligible(now.staff, baseline)
    trusts, in_trusts = leadership.next_year(now.trusts, pace, pool)
    left = np.maximum(pool - trusts.in_area(trusts.share_filled), 0)
    systems, in_systems = leadership.next_year(now.systems, pace, left)
    return trusts, systems, Led(trusts.in_area(in_trusts), systems.in_area(in_systems))


def project(baseline: Baseline, scenario: Scenario | Values) -> Projection:
    """Return the projection of a scenario from a baseline to March 2037.

    Raises ValueError if the baseline lists a trust type that no assumption covers, or lacks what
    the chosen way to say how many staff are needed rests on.
    """
    s = cast(Values, scenario)
    missing = [k for k in baseline.trust_types if not hasattr(scenario, f"cppo_base_{k}")]
    if missing:
        raise ValueError(f"no assumption gives the starting share of {', '.join(missing)} trusts")
    check_need(s, baseline)
    now = opening_position(baseline, s)
    batch = now.dose.shape[:-1]
    years = np.array(baseline.years).reshape(-1, *[1] * len(batch))
    rates, pace = rates_for(s, baseline, years[1:]), leadership.pace(s, years[1:])
    posts = funded_posts(baseline, s, rates.post_growth)
    room = room_for(posts[1:], rates, baseline, s)
    share = batch_inside(np.broadcast_to(baseline.share[..., None], now.staff.unplaced.shape))
    path, led = [now], [led_by(now)]
    kept: list[Flows] = []

    def next_staff(t: int, staff: staffing.Staff, dose: Array) -> tuple[staffing.Staff, Flows]:
        """Return staff a year on from the year `t`, and who moved, under a year's dose."""
        effects, here = effects_of(dose, s), baseline.inputs
        return staffing.next_year(staff, rates.at(t), effects, room[t], share, here)

    for t, year in enumerate(baseline.years[1:]):
        this_pace = pace.at(t)
        trusts, systems, leaders = next_leaders(now, baseline, this_pace, year)
        dose = next_dose(now.dose, leaders.trusts, baseline, this_pace)
        staff, flows = next_staff(t, now.staff, dose)
        if dose.size <= MOVES_KEPT:
            kept.append(flows)
        now = Position(staff, trusts, systems, dose)
        path.append(now)
        led.append(leaders)

    def moved(t: int) -> Flows:
        """Return who moved in the year `t`, worked out again if it was not kept."""
        return kept[t] if kept else next_staff(t, path[t].staff, path[t + 1].dose)[1]

    return Projection(
        baseline=baseline,
        scenario=scenario,
        time=years,
        path=path,
        leading=led,
        moved=moved,
        funded=posts,
    )
