"""Leadership posts month by month: created, filled, left, removed (E14-E18)."""

from dataclasses import dataclass, replace
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .baseline import Array, Baseline
from .rates import Values, in_force, per_area

MONTHS = 12
DT = 1 / MONTHS


@dataclass(frozen=True)
class Posts:
    """Expected numbers of organisations, (*batch, area, type)."""

    organisations: Array  # how many there are, with a post or without
    vacant: Array  # the post exists and nobody, or an interim, holds it
    filled: Array  # a permanent leader is in post

    @property
    def established(self) -> Array:
        """Organisations where the post exists, filled or not."""
        return self.vacant + self.filled


@dataclass(frozen=True)
class Pace:
    """How fast posts and their effects come and go, each (*batch, 1, 1) unless said.

    Those marked T have a time axis in front; `at` takes one year from them.
    """

    establish: Array  # T: hazard a year, before imitation
    imitate: Array  # T: hazard a year, at full adoption
    ceiling: Array  # T: share that would ever have the post
    support: Array  # T: of the post, 0 to 1 (*batch, 1)
    fill: Array  # share of vacant posts filled in a month
    leave: Array  # share of leaders who leave in a month
    cut: Array  # share of posts removed in a month
    act: Array  # share of its way to full effect that a leader goes in a year (*batch, 1)

    def at(self, t: int) -> "Pace":
        """Return the pace of one year."""
        return replace(
            self,
            establish=self.establish[t],
            imitate=self.imitate[t],
            ceiling=self.ceiling[t],
            support=self.support[t],
        )


def chance(hazard: Array) -> Array:
    """Return the chance that an event of a yearly hazard happens within a month."""
    return cast(Array, -np.expm1(-hazard * DT))


def pace(scenario: Scenario | Values, years: Array) -> Pace:
    """Return the pace of the financial years that end on 31 March of `years` (T, *batch)."""
    s = cast(Values, scenario)

    def shaped(value: float | Array) -> Array:
        return per_area(value)[..., None]

    required = np.asarray(s.mandate) * (years > np.asarray(s.mandate_year))
    encouraged = np.asarray(s.h_encourage) * (1 + in_force(s, "encouragement", years))
    ceiling = np.where(required > 0, s.ceiling_mandated, s.ceiling_encouraged)
    return Pace(
        establish=shaped(np.where(required > 0, s.h_mandate, encouraged)),
        imitate=shaped(np.where(required > 0, 0.0, s.h_imitation)),
        ceiling=shaped(np.minimum(ceiling, 1)),
        support=per_area(in_force(s, "support", years)),
        fill=chance(1 / shaped(s.fill_time)),
        leave=chance(shaped(s.lead_turnover)),
        cut=chance(shaped(s.abolish)),
        act=-np.expm1(-1 / per_area(s.tau_dose)),
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
    return Posts(organisations, vacant, filled)


def adopted(established: Array, organisations: Array) -> Array:
    """Return the share of all organisations where the post exists (*batch, 1, 1)."""
    everywhere = np.maximum(organisations.sum(axis=(-2, -1), keepdims=True), 1e-12)
    return cast(Array, established.sum(axis=(-2, -1), keepdims=True) / everywhere)


def possible(wanted: Array, filled: Array, pool: Array) -> Array:
    """Return the share of `wanted` that the people left in the pool can fill (*batch, area, 1)."""
    free = np.maximum(pool - filled.sum(axis=-1), 0)
    return cast(Array, np.minimum(1, free / np.maximum(wanted.sum(axis=-1), 1e-12))[..., None])


def next_year(now: Posts, pace: Pace, pool: Array) -> tuple[Posts, Array]:
    """Return the posts a year on, and the mean number filled over the year.

    `pool` (*batch, area) is the number of people who could lead; it limits filling where there
    are more organisations than people. Every month moves posts; each line below is one flow.
    """
    scarce = bool((now.organisations.sum(axis=-1) > pool).any())
    spreads = bool(pace.imitate.any())
    most = pace.ceiling * now.organisations
    create, kept = chance(pace.establish), 1 - pace.cut
    staying = (1 - pace.leave) * kept
    vacant, filled = now.vacant, now.filled
    months = np.zeros_like(filled)
    for _ in range(MONTHS):
        established = vacant + filled
        if spreads:
            everywhere = adopted(established, now.organisations)
            create = chance(pace.establish + pace.imitate * everywhere)
        created = np.maximum(most - established, 0) * create
        filling = vacant * pace.fill
        if scarce:
            filling = filling * possible(filling, filled, pool)
        vacant = (vacant - filling) * kept + created + filled * pace.leave
        filled = filled * staying + filling
        months += filled
    return Posts(now.organisations, vacant, filled), months * DT


def next_dose(dose: Array, occupied: Array, baseline: Baseline, pace: Pace) -> Array:
    """Return the leadership dose of each area a year on, between 0 and 1 (E17)."""
    trusts = baseline.trusts.sum(axis=-1)
    led = occupied.sum(axis=-1)
    coverage = np.divide(led, trusts, out=np.zeros_like(led), where=trusts > 0)
    return cast(Array, dose + pace.act * (coverage * pace.support - dose))


@dataclass(frozen=True)
class Effects:
    """What leadership does to flows, each (*batch, area): exactly 1 while switched off (E18)."""

    recruit: Array
    train: Array
    retain: Array
    see: Array


NO_EFFECT: Final = np.ones(1)  # for every area


def effects_of(dose: Array, scenario: Scenario | Values) -> Effects:
    """Return the multipliers that a dose has on flows."""
    s = cast(Values, scenario)
    if not np.any(s.effects_on):
        return Effects(NO_EFFECT, NO_EFFECT, NO_EFFECT, NO_EFFECT)

    def per_dose(effect: float | Array) -> Array:
        return per_area(np.asarray(s.effects_on) * np.asarray(effect)) * dose

    return Effects(
        recruit=1 + per_dose(s.eps_rec),
        train=1 + per_dose(s.eps_train),
        retain=1 - per_dose(s.eps_ret),
        see=1 + per_dose(s.eps_prod),
    )
