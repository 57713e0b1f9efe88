"""Leadership posts month by month: created, filled, left, removed (E14, E15)."""

from dataclasses import dataclass, replace
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .baseline import Array
from .memory import batch_inside
from .values import Values, in_force, per_area, started

MONTHS = 12
DT = 1 / MONTHS
BY_MONTH: Final = ("establish", "ceiling", "fill", "leave", "cut")  # of Pace, without imitation


@dataclass(frozen=True)
class Posts:
    """Organisations, and the shares of them that have the post, each (*batch, area, type).

    Shares are of one area, which stands for all, as long as nothing sets areas apart.
    """

    organisations: Array  # how many there are, with a post or without
    share_vacant: Array  # the post exists and nobody, or an interim, holds it
    share_filled: Array  # a permanent leader is in post

    @property
    def vacant(self) -> Array:
        """Expected organisations whose post nobody, or an interim, holds."""
        return self.organisations * self.share_vacant

    @property
    def filled(self) -> Array:
        """Expected organisations with a permanent leader."""
        return self.organisations * self.share_filled

    @property
    def established(self) -> Array:
        """Expected organisations where the post exists, filled or not."""
        return self.organisations * (self.share_vacant + self.share_filled)

    def in_area(self, share: Array) -> Array:
        """Return how many organisations of all types a share is (*batch, area)."""
        return batch_inside((self.organisations * share).sum(axis=-1))


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
    year: Array  # T: (T, 3, 3, *batch, 1, 1), see `a_whole_year`

    def at(self, t: int) -> "Pace":
        """Return the pace of one year."""
        now = ("establish", "imitate", "ceiling", "support", "year")
        return replace(self, **{name: getattr(self, name)[t] for name in now})


def chance(hazard: Array) -> Array:
    """Return the chance that an event of a yearly hazard happens within a month."""
    return cast(Array, -np.expm1(-hazard * DT))


def pace(scenario: Scenario | Values, years: Array) -> Pace:
    """Return the pace of the financial years that end on 31 March of `years` (T, *batch)."""
    s = cast(Values, scenario)

    def shaped(value: float | Array) -> Array:
        return per_area(value)[..., None]

    required = np.asarray(s.mandate) * (years > np.asarray(s.mandate_year)) > 0
    paid_for = np.asarray(s.funding) * started(s, "funding", years) > 0
    agree = np.asarray(s.h_encourage) * (1 + in_force(s, "encouragement", years))
    agree = np.where(paid_for, np.maximum(s.h_funded, agree), agree)
    would = np.asarray(s.ceiling_encouraged)
    would = np.where(paid_for, np.maximum(s.ceiling_funded, would), would)

    def required_or(free: Array, by_law: float | Array) -> Array:
        together = np.where(paid_for, np.maximum(by_law, free), by_law)
        return np.where(required, together, free)

    found = Pace(
        establish=shaped(required_or(agree, s.h_mandate)),
        imitate=shaped(np.where(required & ~paid_for, 0.0, s.h_imitation)),
        ceiling=shaped(np.minimum(required_or(would, s.ceiling_mandated), 1)),
        support=per_area(in_force(s, "support", years)),
        fill=chance(1 / shaped(s.fill_time)),
        leave=chance(shaped(s.lead_turnover)),
        cut=chance(shaped(s.abolish)),
        act=-np.expm1(-1 / per_area(s.tau_dose)),
        year=np.zeros(0),
    )
    return replace(found, year=a_whole_year(found))


def a_whole_year(pace: Pace) -> Array:
    """Return what a year makes of possible, vacant and filled posts, while these alone matter.

    Each month then is a sum of fixed parts of the three, and so is a year. First axis: vacant and
    filled at its end, mean filled; second axis: the part of each of the three in it. Time is first.
    """
    unlike = np.any(np.diff(pace.establish, axis=0), axis=tuple(range(1, pace.establish.ndim)))
    first = np.flatnonzero(np.concatenate([[True], unlike]))  # of years that follow and are alike
    vacant, filled = np.eye(3)[1:].reshape(2, 3, *[1] * pace.establish.ndim)
    every = replace(pace, establish=pace.establish[first], ceiling=np.ones(1), imitate=np.zeros(1))
    after, mean = month_by_month(Posts(np.ones_like(vacant), vacant, filled), every, None)
    parts = np.stack([after.share_vacant, after.share_filled, mean])
    parts[:, 1:] -= parts[:, :1]
    alike = np.cumsum(np.concatenate([[0], unlike]))
    every_year: Array = np.moveaxis(parts, 2, 0)[alike]
    return every_year


def opening_posts(organisations: Array, led: Array, scenario: Scenario | Values) -> Posts:
    """Return the posts at the start: `led` is the share with a permanent leader, per type.

    A post that is left stands vacant for a while, so where leaders are there are also some vacant
    posts: as many as turnover and time to fill imply. Without them the first year would show a
    fall that nobody caused.
    """
    s = cast(Values, scenario)
    churn = per_area(np.asarray(s.lead_turnover) * np.asarray(s.fill_time))[..., None]
    return Posts(organisations, np.minimum(led * churn, 1 - led), led)


def adopted(established: Array, organisations: Array) -> Array:
    """Return the share of all organisations where the post exists (*batch, 1, 1)."""
    everywhere = np.maximum(organisations.sum(axis=(-2, -1), keepdims=True), 1e-12)
    return cast(Array, established.sum(axis=(-2, -1), keepdims=True) / everywhere)


def next_year(now: Posts, pace: Pace, pool: Array) -> tuple[Posts, Array]:
    """Return the posts a year on, and the mean share filled over the year (*batch, area, type).

    `pool` (*batch, area) is the number of people who could lead; it limits filling where there
    are more organisations than people.
    """
    scarce = bool((now.organisations.sum(axis=-1) > pool).any())
    if scarce or pace.imitate.any():
        return month_by_month(now, pace, pool if scarce else None)
    vacant, filled, mean = (
        part[0] * pace.ceiling + part[1] * now.share_vacant + part[2] * now.share_filled
        for part in pace.year
    )
    above = np.broadcast_to(now.share_vacant + now.share_filled > pace.ceiling, mean.shape)
    if above.any():  # no post is created there until enough have been cut

        def there(values: Array) -> Array:
            return np.broadcast_to(values, above.shape)[above]

        paces = replace(pace, **{name: there(getattr(pace, name)) for name in BY_MONTH})
        few = Posts(np.ones(1), there(now.share_vacant), there(now.share_filled))
        after, mean[above] = month_by_month(few, paces, None)
        vacant[above], filled[above] = after.share_vacant, after.share_filled
    return Posts(now.organisations, vacant, filled), mean


def month_by_month(now: Posts, pace: Pace, pool: Array | None) -> tuple[Posts, Array]:
    """Return the posts a year on, and the mean share filled, with all that can limit them.

    `pool` is None where people are plenty.
    """
    spreads = bool(pace.imitate.any())
    create, kept = chance(pace.establish), 1 - pace.cut
    staying = (1 - pace.leave) * kept
    vacant, filled, months = now.share_vacant, now.share_filled, np.zeros(1)
    for _ in range(MONTHS):
        established = vacant + filled
        if spreads:
            everywhere = adopted(established * now.organisations, now.organisations)
            create = chance(pace.establish + pace.imitate * everywhere)
        created = np.maximum(pace.ceiling - established, 0) * create
        filling = vacant * pace.fill
        if pool is not None:  # people left in it are shared out among the vacancies
            free = np.maximum(pool - now.in_area(filled), 0)
            share = np.minimum(1, free / np.maximum(now.in_area(filling), 1e-12))
            filling = filling * share[..., None]
        vacant = (vacant - filling) * kept + created + filled * pace.leave
        filled = filled * staying + filling
        months = months + filled
    return Posts(now.organisations, vacant, filled), months * DT
