"""Staff year by year: training, joining, moving, leaving (E1-E9)."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from .axes import Once
from .baseline import PRACTITIONERS, Array, Inputs
from .dose import Effects
from .memory import batch_inside
from .rates import Rates

MOST_WHO_MOVE = 0.9  # of qualified practitioners: career moves cannot empty a grade


@dataclass(frozen=True)
class Staff:
    """People on 31 March."""

    in_post: Array  # (*batch, A, P, G)
    trainees: Array  # (*batch, A, P, J) by years until they qualify
    unplaced: Array  # (*batch, A, P) qualified, not hired
    recent_leavers: Array  # (*batch, A, P) who may return


@dataclass(frozen=True)
class Flows:
    """People who moved during a year, each (*batch, A, P) unless said."""

    starts: Array
    completions: Array
    dropouts: Array
    qualified: Array  # completions who look for a post here
    hired_new: Array
    hired_unplaced: Array
    hired_returners: Array
    hired_external: Array
    voluntary: Array
    retired: Array
    moved_out: Array  # practitioners who left to train in another family
    unplaced_faded: Array
    leavers_faded: Array
    entered_pool: Array

    @property
    def hired(self) -> Array:
        """Everyone hired."""
        return self.hired_new + self.hired_unplaced + self.hired_returners + self.hired_external


@dataclass(frozen=True)
class Exits:
    """Two hazards a year that compete: to leave and to retire (E6)."""

    hazard: Array  # of either
    leaving: Array  # the share of those who go that leaves

    @classmethod
    def of(cls, leaving: Array, retiring: Array) -> "Exits":
        """Return them from the hazards of both."""
        hazard = leaving + retiring
        share = np.divide(leaving, hazard, out=np.zeros_like(hazard), where=hazard > 0)
        return cls(hazard, share)

    @Once
    def in_a_year(self) -> tuple[Array, Array]:
        """Return the chances to leave and to retire within a year."""
        return self.within(years=1)

    @Once
    def in_half_a_year(self) -> tuple[Array, Array]:
        """Return the chances of those who join in the middle of a year."""
        return self.within(years=0.5)

    def within(self, years: float) -> tuple[Array, Array]:
        """Return the chances to leave and to retire within `years`."""
        gone = -np.expm1(-self.hazard * years)
        leave = gone * self.leaving
        return leave, gone - leave


def exits_of(rates: Rates, retain: Array) -> Exits:
    """Return the hazards of a year; `retain` (*batch, A) is what leaders make of leaving."""
    return Exits.of(batch_inside(rates.leaving * retain[..., None, None]), rates.retiring)


def promoted(staff: Array, promotion: Array) -> Array:
    """Return staff after promotion, which moves people up and loses none (E8)."""
    up = staff[..., :2] * promotion
    after = np.copy(staff)  # unlike staff.copy(), in the same order in memory
    after[..., :2] -= up
    after[..., 1:] += up
    return after


def with_supervisors(starts: Array, each: Array, in_post: Array) -> Array:
    """Return the starts for which there are supervisors: `each` senior person can take so many.

    Infinitely many where supervisors are no limit (E1).
    """
    if np.isinf(each).all():
        return starts
    limits = np.isfinite(each)
    most = np.where(limits, each, 0) * in_post[..., 1:].sum(axis=-1)
    return np.where(limits, np.minimum(starts, most), starts)


def spread(completed: Array, mobility: Array, share: Array) -> Array:
    """Return the newly qualified where they look for a post: some look anywhere (E4)."""
    if not mobility.any():
        return completed
    roaming = (completed * mobility[..., None]).sum(axis=-2, keepdims=True)
    total = np.maximum(share.sum(axis=-2, keepdims=True), 1e-300)
    staying = completed * (1 - mobility[..., None])
    return cast(Array, staying + roaming * (share / total))


def next_year(
    now: Staff,
    rates: Rates,
    effects: Effects,
    room_for: Array,
    share: Array,
    inputs: Inputs,
    exits: Exits | None = None,
) -> tuple[Staff, Flows]:
    """Move every area forward one year.

    `room_for` (*batch, A, P) is the most people there may be in post, infinite where posts do
    not limit hiring; `share` (*batch, A, P) spreads national numbers over areas. `exits` are those
    of the rates and effects, where somebody has worked them out already.
    """
    exits = exits or exits_of(rates, effects.retain)
    starts = rates.places * rates.fill * (share * effects.train[..., None])
    starts = with_supervisors(starts, rates.supervised, now.in_post)
    completions = now.trainees[..., 0] * (1 - rates.noncompletion)
    dropouts = now.trainees.sum(axis=-1) * rates.noncompletion
    trainees = starts[..., None] * rates.course
    trainees[..., :-1] += now.trainees[..., 1:] * (1 - rates.noncompletion)[..., None]

    leave, retire = exits.in_a_year
    voluntary, retired = now.in_post * leave, now.in_post * retire
    staying = now.in_post - voluntary - retired
    asked = (starts * rates.career).sum(axis=-1)
    able = staying[..., 0] * (MOST_WHO_MOVE * (inputs.family == PRACTITIONERS))
    willing = np.maximum(able.sum(axis=-1), 1e-12)
    moved_out = able * np.minimum(1, asked / willing)[..., None]
    staying[..., 0] -= moved_out
    staying = promoted(staying, rates.promotion)

    qualified = spread(completions, rates.mobility, share) * rates.uptake
    again = now.unplaced * inputs.unplaced_reapply
    back = now.recent_leavers * rates.returning
    outside = rates.external * (share * effects.recruit[..., None])
    candidates = qualified + again + back + outside
    room = np.maximum(room_for - staying.sum(axis=-1), 0)
    chance = np.minimum(1, room / np.maximum(candidates, 1e-12))
    new, unplaced = qualified * chance, again * chance
    returners, external = back * chance, outside * chance
    hires = np.empty_like(staying)  # to lie in memory as they do
    np.multiply((returners + external)[..., None], inputs.entry_grade, out=hires)
    hires[..., 0] += new + unplaced

    leave, retire = exits.in_half_a_year
    early_voluntary, early_retired = hires * leave, hires * retire
    left = (voluntary + early_voluntary).sum(axis=-1)
    entered_pool = left * inputs.leavers_entering_pool
    still_unplaced = now.unplaced - unplaced
    still_away = now.recent_leavers - returners
    unplaced_faded = still_unplaced * inputs.unplaced_fade
    leavers_faded = still_away * inputs.recent_leaver_fade
    return Staff(
        in_post=staying + hires - early_voluntary - early_retired,
        trainees=trainees,
        unplaced=still_unplaced - unplaced_faded + qualified - new,
        recent_leavers=still_away - leavers_faded + entered_pool,
    ), Flows(
        starts=starts,
        completions=completions,
        dropouts=dropouts,
        qualified=qualified,
        hired_new=new,
        hired_unplaced=unplaced,
        hired_returners=returners,
        hired_external=external,
        voluntary=left,
        retired=(retired + early_retired).sum(axis=-1),
        moved_out=moved_out,
        unplaced_faded=unplaced_faded,
        leavers_faded=leavers_faded,
        entered_pool=entered_pool,
    )
