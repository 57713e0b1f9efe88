"""The years: from a baseline and a scenario to a projection."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from . import leadership, staffing
from .baseline import Array, Baseline
from .begun import staff_begun
from .dose import effects_of
from .exits import exits_of
from .flows import Flows
from .leading import Leaders, next_leaders, once_asked
from .memory import batch_inside
from .projection import Projection
from .rates import Rates, rates_for
from .required import check_need
from .start import opening_leaders, opening_staff
from .values import Values, per_area

NO_DOSE: Final = np.zeros(1)
MOVES_KEPT: Final = 200  # areas in all runs: of more, few ask who moved, and to keep it costs more


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


def years_of(baseline: Baseline, batch: tuple[int, ...]) -> Array:
    """Return the financial years of stocks (T+1, 1, ..., 1), in front of a batch."""
    return np.array(baseline.years).reshape(-1, *[1] * len(batch))


def follow(baseline: Baseline, s: Values, staff: Sequence[staffing.Staff]) -> Iterator[Leaders]:
    """Yield who leads in each year, which rests on the staff of the year before.

    `staff` may still grow while years are taken from this one by one.
    """
    years = years_of(baseline, staff[0].unplaced.shape[:-2])
    now, pace = opening_leaders(baseline, s), leadership.pace(s, years[1:])
    yield now
    for t, year in enumerate(baseline.years[1:]):
        now = next_leaders(now, staff[t], baseline, pace.at(t), year)
        yield now


def as_in_years_before(rates: Rates) -> list[int]:
    """Return for each year the first of those up to it in which people leave and retire alike."""
    alike = np.ones(len(rates.retention) - 1, dtype=bool)
    for values in (rates.retention, rates.ageing):
        alike &= (values[1:] == values[:-1]).all(axis=tuple(range(1, values.ndim)))
    found = [0]
    for t, same in enumerate(alike, start=1):
        found.append(found[-1] if same else t)
    return found


def with_staff_of(run: Projection, scenario: Scenario | Values) -> Projection:
    """Return the projection of a scenario that differs from a run's in leadership posts alone.

    Raises ValueError where leadership changes staffing, because then staff differ too.
    """
    s = cast(Values, scenario)
    if np.any(s.effects_on) or np.any(run.values.effects_on):
        raise ValueError("staff of another scenario are not these where leadership changes them")
    who_leads = once_asked(lambda: list(follow(run.baseline, s, run.staff)))
    return replace(run, scenario=scenario, who_leads=who_leads)


def project(
    baseline: Baseline, scenario: Scenario | Values, begun: Projection | None = None
) -> Projection:
    """Return the projection of a scenario from a baseline to March 2037.

    The first years of `begun`, a run from the same baseline in which leadership changes no
    staffing either, are taken over as far as all is the same in them.

    Raises ValueError if the baseline lists a trust type that no assumption covers, or lacks what
    the chosen way to say how many staff are needed rests on.
    """
    s = cast(Values, scenario)
    missing = [k for k in baseline.trust_types if not hasattr(scenario, f"cppo_base_{k}")]
    if missing:
        raise ValueError(f"no assumption gives the starting share of {', '.join(missing)} trusts")
    check_need(s, baseline)
    staff = [opening_staff(baseline, s)]
    years = years_of(baseline, staff[0].unplaced.shape[:-2])
    rates = rates_for(s, baseline, years[1:])
    posts = funded_posts(baseline, s, rates.post_growth)
    room = room_for(posts[1:], rates, baseline, s)
    share = batch_inside(baseline.share[..., None])
    if begun is not None:
        staff = staff_begun(begun, rates, room, staff[0])
    taken = len(staff) - 1
    few = staff[0].unplaced[..., 0].size <= MOVES_KEPT
    kept: list[Callable[[], Flows]] = []
    as_in = as_in_years_before(rates)
    held: list[tuple[int, staffing.Terms | None]] = [(0, None)]

    def next_staff(t: int, dose: Array) -> tuple[staffing.Staff, Callable[[], Flows]]:
        """Return staff a year on from the year `t`, and who moved, under a year's dose."""
        now, here = rates.at(t), baseline.inputs
        first, terms = held[0]
        if led or terms is None:
            terms = staffing.terms_of(now, effects_of(dose, s), share, here)
        elif first != as_in[t]:
            terms = replace(terms, exits=exits_of(now, effects_of(dose, s).retain))
        held[0] = (as_in[t], terms)
        return staffing.next_year(staff[t], now, terms, room[t], here)

    # Where leaders change staffing, both go on together. Elsewhere who leads may never be asked.
    following = follow(baseline, s, staff) if np.any(s.effects_on) else None
    led = [next(following)] if following else []
    for t in range(taken, len(years) - 1):
        if following:
            led.append(next(following))
        after, who_moved = next_staff(t, led[-1].dose if led else NO_DOSE)
        staff.append(after)
        if few:
            kept.append(who_moved)

    def moved(t: int) -> Flows:
        """Return who moved in the year `t`, worked out again if it was not kept."""
        if begun is not None and t < taken:
            return begun.moved(t)
        if kept:
            return kept[t - taken]()
        return next_staff(t, led[t + 1].dose if led else NO_DOSE)[1]()

    return Projection(
        baseline=baseline,
        scenario=scenario,
        time=years,
        staff=staff,
        who_leads=once_asked(lambda: led or list(follow(baseline, s, staff))),
        moved=moved,
        funded=posts,
        rates=rates,
        room=room,
    )
