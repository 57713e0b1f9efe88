"""Who leads, year by year: posts of trusts and ICSs, and the dose that follows from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from . import leadership
from .axes import read_only
from .baseline import Array, Baseline
from .dose import next_dose
from .leadership import Pace, Posts
from .measures import Led
from .staffing import Staff


@dataclass(frozen=True)
class Leaders:
    """Posts on 31 March, the dose (*batch, A), and who led over the year that ends then."""

    trusts: Posts
    systems: Posts
    dose: Array
    led: Led


def eligible(staff: Staff, baseline: Baseline) -> Array:
    """Return the people who could take a leadership post (*batch, A)."""
    return cast(Array, baseline.inputs.lead_eligible * staff.in_post[..., -1].sum(axis=-1))


def led_by(trusts: Posts, systems: Posts) -> Led:
    """Return who leads on a day."""
    return Led(trusts.in_area(trusts.share_filled), systems.in_area(systems.share_filled))


def next_leaders(now: Leaders, staff: Staff, baseline: Baseline, pace: Pace, year: int) -> Leaders:
    """Return who leads a year on, and led over the year that ends in `year`.

    `staff` are those at its start. Trusts fill first; ICSs draw on whoever is left of the same
    people.
    """
    if year <= baseline.leadership_year:
        trusts, systems, led = now.trusts, now.systems, led_by(now.trusts, now.systems)
    else:
        pool = eligible(staff, baseline)
        trusts, in_trusts = leadership.next_year(now.trusts, pace, pool)
        left = np.maximum(pool - trusts.in_area(trusts.share_filled), 0)
        systems, in_systems = leadership.next_year(now.systems, pace, left)
        led = Led(trusts.in_area(in_trusts), systems.in_area(in_systems))
    return Leaders(trusts, systems, next_dose(now.dose, led.trusts, baseline, pace), led)


def once_asked(work: Callable[[], Sequence[Leaders]]) -> Callable[[], Sequence[Leaders]]:
    """Return who leads in all years, worked out when first asked for, then kept and read-only."""
    kept: list[Sequence[Leaders]] = []

    def found() -> Sequence[Leaders]:
        if not kept:
            made = work()
            for one in made if made[0].dose.flags.writeable else ():  # else of another run
                for part in (one.trusts, one.systems, one, one.led):
                    read_only(part)
            kept.append(made)
        return kept[0]

    return found
