"""Staff year by year: training, joining, moving, leaving (E1-E5, E7-E9)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .baseline import PRACTITIONERS, Array, Inputs
from .dose import Effects
from .exits import Exits, exits_of
from .flows import Flows
from .memory import as_wide, batch_inside
from .rates import Rates

MOST_WHO_MOVE = 0.9  # of qualified practitioners: career moves cannot empty a grade


@dataclass(frozen=True)
class Staff:
    """People on 31 March. Trainees may be of a narrower batch, where they are alike in all runs."""

    in_post: Array  # (*batch, A, P, G)
    trainees: Array  # (*batch, A, P, J) by years until they qualify
    unplaced: Array  # (*batch, A, P) qualified, not hired
    recent_leavers: Array  # (*batch, A, P) who may return


@dataclass(frozen=True)
class Terms:
    """On what terms people start, join and go in a year.

    While leadership changes no staffing all but the exits are the same in all years, and these are
    in many: they are apart from `next_year` so that nothing is worked out again.
    """

    filled: Array  # (*batch, A, P) share of England's places that somebody fills here
    outside: Array  # (*batch, A, P) people who apply from outside
    share: Array  # (*batch, A, 1) of those who look for a post anywhere, who look here
    movable: Array  # (P,) share of the qualified who may leave their post to train
    exits: Exits


def terms_of(rates: Rates, effects: Effects, share: Array, inputs: Inputs) -> Terms:
    """Return the terms of a year; `share` (*batch, A, 1) spreads national numbers over areas."""
    total = np.maximum(share.sum(axis=-2, keepdims=True), 1e-300)
    return Terms(
        filled=batch_inside(rates.fill * (share * effects.train[..., None])),
        outside=batch_inside(rates.external * (share * effects.recruit[..., None])),
        share=batch_inside(share / total),
        movable=MOST_WHO_MOVE * (inputs.family == PRACTITIONERS),
        exits=exits_of(rates, effects.retain),
    )


def with_supervisors(starts: Array, each: Array, in_post: Array) -> Array:
    """Return the starts for which there are supervisors: `each` senior person can take so many.

    Infinitely many where supervisors are no limit (E1).
    """
    if each.min() == np.inf:
        return starts
    limits = np.isfinite(each)
    most = np.where(limits, each, 0) * in_post[..., 1:].sum(axis=-1)
    return np.where(limits, np.minimum(starts, most), starts)


def spread(completed: Array, mobility: Array, share: Array) -> Array:
    """Return the newly qualified where they look for a post: some look anywhere (E4)."""
    if completed.shape[-2] == 1 or not mobility.any():
        return completed
    roaming = completed * mobility[..., None]
    found = completed - roaming
    found += roaming.sum(axis=-2, keepdims=True) * share
    return found


def leave_to_train(staying: Array, asked: Array, movable: Array) -> Array:
    """Take those who train in another family out of practitioners in post; return them (E7).

    `asked` (*batch, A) are starters who should be among them.
    """
    able = staying[..., 0] * movable
    willing = np.maximum(able.sum(axis=-1), 1e-12)
    moved: Array = able * np.minimum(1.0, asked / willing)[..., None]
    staying[..., 0] -= moved
    return moved


def promote(staff: Array, promotion: Array) -> None:
    """Move staff up, a share of each grade, and lose none (E8)."""
    up = staff[..., :2] * promotion
    staff[..., :2] -= up
    staff[..., 1:] += up


def next_year(
    now: Staff, rates: Rates, terms: Terms, room_for: Array, inputs: Inputs
) -> tuple[Staff, Callable[[], Flows]]:
    """Move every area forward one year; return what can say who moved as well.

    `room_for` (*batch, A, P) is the most people there may be in post, infinite where posts do
    not limit hiring. Whoever moved is put together when it is asked for: most runs never are.
    """
    starts = with_supervisors(rates.places * terms.filled, rates.supervised, now.in_post)
    going_on = 1 - rates.noncompletion
    completions = now.trainees[..., 0] * going_on
    trainees = as_wide(starts[..., None] * rates.course, completions[..., None])
    trainees[..., :-1] += now.trainees[..., 1:] * going_on[..., None]

    a_year, half_a_year = terms.exits.in_a_year, terms.exits.in_half_a_year
    staying = now.in_post * a_year.stay
    moved_out = leave_to_train(staying, (starts * rates.career).sum(axis=-1), terms.movable)
    promote(staying, rates.promotion)

    qualified = spread(completions, rates.mobility, terms.share) * rates.uptake
    again = now.unplaced * inputs.unplaced_reapply
    back = now.recent_leavers * rates.returning
    candidates = qualified + again
    candidates += back
    candidates += terms.outside
    room = np.maximum(room_for - staying.sum(axis=-1), 0.0)
    chance = np.minimum(1.0, room / np.maximum(candidates, 1e-12))
    new, unplaced = qualified * chance, again * chance
    returners, external = back * chance, terms.outside * chance
    hires = np.empty_like(staying)  # to lie in memory as they do
    np.multiply((returners + external)[..., None], inputs.entry_grade, out=hires)
    hires[..., 0] += new + unplaced

    leaving = now.in_post * a_year.leave
    leaving += hires * half_a_year.leave
    voluntary = leaving.sum(axis=-1)
    entered_pool = voluntary * inputs.leavers_entering_pool
    staying += hires * half_a_year.stay
    still_unplaced = now.unplaced - unplaced
    still_away = now.recent_leavers - returners

    def who_moved() -> Flows:
        retired = now.in_post * a_year.retire + hires * half_a_year.retire
        return Flows(
            starts=starts,
            completions=completions,
            dropouts=now.trainees.sum(axis=-1) * rates.noncompletion,
            qualified=qualified,
            hired_new=new,
            hired_unplaced=unplaced,
            hired_returners=returners,
            hired_external=external,
            voluntary=voluntary,
            retired=retired.sum(axis=-1),
            moved_out=moved_out,
            unplaced_faded=still_unplaced * inputs.unplaced_fade,
            leavers_faded=still_away * inputs.recent_leaver_fade,
            entered_pool=entered_pool,
        )

    return Staff(
        in_post=staying,
        trainees=trainees,
        unplaced=still_unplaced * (1 - inputs.unplaced_fade) + (qualified - new),
        recent_leavers=still_away * (1 - inputs.recent_leaver_fade) + entered_pool,
    ), who_moved
