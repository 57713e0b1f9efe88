"""Leadership posts month by month: created, filled, left, removed (E14-E18)."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .baseline import Array, Baseline
from .rates import Values, in_force, per_area

MONTHS = 12
DT = 1 / MONTHS


@dataclass(frozen=True)
class Posts:
    """Expected numbers of organisations, (*batch, area, type); the three sum to a constant."""

    none: Array  # no post
    vacant: Array  # the post exists and nobody, or an interim, holds it
    filled: Array  # a permanent leader is in post

    @property
    def established(self) -> Array:
        """Organisations where the post exists, filled or not."""
        return self.vacant + self.filled


@dataclass(frozen=True)
class Pace:
    """The hazards of one year, each (*batch, 1, 1)."""

    establish: Array  # a year, before imitation
    imitate: Array  # a year, at full adoption
    ceiling: Array  # share that would ever have the post
    fill: Array  # share of vacant posts filled in a month
    leave: Array  # share of leaders who leave in a month
    cut: Array  # share of posts removed in a month


def chance(hazard: Array) -> Array:
    """Return the chance that an event of a yearly hazard happens within a month."""
    return -np.expm1(-hazard * DT)


def pace(scenario: Scenario | Values, year: int) -> Pace:
    """Return the pace of the financial year that ends on 31 March of `year`."""
    s = cast(Values, scenario)

    def shaped(value: float | Array) -> Array:
        return per_area(value)[..., None]

    required = np.asarray(s.mandate) * (year > np.asarray(s.mandate_year))
    encouraged = np.asarray(s.h_encourage) * (1 + in_force(s, "encouragement", year))
    return Pace(
        establish=shaped(np.where(required > 0, s.h_mandate, encouraged)),
        imitate=shaped(np.where(required > 0, 0.0, s.h_imitation)),
        ceiling=shaped(np.where(required > 0, s.ceiling_mandated, s.ceiling_encouraged)),
        fill=chance(1 / shaped(s.fill_time)),
        leave=chance(shaped(s.lead_turnover)),
        cut=chance(shaped(s.abolish)),
    )


def opening_posts(organisations: Array, led: Array, scenario: Scenario | Values) -> Posts:
    """Return the posts at the start: `led` is the share with a permanent leader, per type.

    A post that is left stands vacant for a while, so where leaders are there are also some vacant
    posts: as many as turnover and time to fill imply. Without them the first year would show a
    fall that nobody caused.
    """
    s = cast(Values, scenario)
    churn = per_area(np.asarray(s.lead_turnover) * np.asarray(s.fill_time))[..., None]
    filled = organisations * led
    vacant = np.minimum(filled * churn, organisations - filled)
    return Posts(none=organisations - filled - vacant, vacant=vacant, filled=filled)


def next_month(now: Posts, pace: Pace, pool: Array) -> Posts:
    """Move every organisation forward one month.

    `pool` (*batch, area) is the number of people who could lead; it limits filling.
    """
    total = now.none + now.established
    everywhere = np.maximum(total.sum(axis=(-2, -1), keepdims=True), 1e-12)
    adopted = now.established.sum(axis=(-2, -1), keepdims=True) / everywhere
    willing = np.clip(pace.ceiling * total - now.established, 0, now.none)
    created = willing * chance(pace.establish + pace.imitate * adopted)
    wanted = now.vacant * pace.fill
    free = np.maximum(pool - now.filled.sum(axis=-1), 0)
    filling = wanted * np.minimum(1, free / np.maximum(wanted.sum(axis=-1), 1e-12))[..., None]
    leaving = now.filled * pace.leave
    cut_vacant = (now.vacant - filling) * pace.cut
    cut_filled = (now.filled - leaving) * pace.cut
    return Posts(
        none=now.none - created + cut_vacant + cut_filled,
        vacant=now.vacant + created - filling + leaving - cut_vacant,
        filled=now.filled + filling - leaving - cut_filled,
    )


def next_year(now: Posts, pace: Pace, pool: Array) -> tuple[Posts, Array]:
    """Return the posts a year on, and the mean number filled over the year."""
    occupied = np.zeros_like(now.filled)
    for _ in range(MONTHS):
        now = next_month(now, pace, pool)
        occupied = occupied + now.filled * DT
    return now, occupied


def next_dose(
    dose: Array, occupied: Array, baseline: Baseline, scenario: Scenario | Values, year: int
) -> Array:
    """Return the leadership dose of each area a year on, between 0 and 1 (E17)."""
    s = cast(Values, scenario)
    trusts = baseline.trusts.sum(axis=-1)
    coverage = np.divide(
        occupied.sum(axis=-1), trusts, out=np.zeros(occupied.shape[:-1]), where=trusts > 0
    )
    step = -np.expm1(-1 / per_area(s.tau_dose))
    return cast(Array, dose + step * (coverage * per_area(in_force(s, "support", year)) - dose))


@dataclass(frozen=True)
class Effects:
    """What leadership does to flows, each (*batch, area): exactly 1 while switched off (E18)."""

    recruit: Array
    train: Array
    retain: Array
    see: Array


def effects_of(dose: Array, scenario: Scenario | Values) -> Effects:
    """Return the multipliers that a dose has on flows."""
    s = cast(Values, scenario)

    def per_dose(effect: float | Array) -> Array:
        return per_area(np.asarray(s.effects_on) * np.asarray(effect)) * dose

    return Effects(
        recruit=1 + per_dose(s.eps_rec),
        train=1 + per_dose(s.eps_train),
        retain=1 - per_dose(s.eps_ret),
        see=1 + per_dose(s.eps_prod),
    )
