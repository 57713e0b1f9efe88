"""The first years of a run, taken over from another run in which all is the same so far."""

from collections.abc import Iterator
from dataclasses import fields

import numpy as np

from .baseline import Array
from .memory import batch_inside
from .rates import BY_YEAR, Rates
from .staffing import Staff
from .years import Years


def staff_of_batch(staff: Staff, batch: tuple[int, ...]) -> Staff:
    """Return the staff of a run for a wider batch: as views, which take no memory."""
    narrow = staff.unplaced.ndim - 2
    if staff.unplaced.shape[:narrow] == batch:
        return staff
    held = {field.name: getattr(staff, field.name) for field in fields(staff)}
    return Staff(**{k: np.broadcast_to(v, (*batch, *v.shape[narrow:])) for k, v in held.items()})


def staff_begun(begun: Years, rates: Rates, room: Array, opening: Staff) -> list[Staff]:
    """Return the staff of the years, from the first on, up to which all is as in another run.

    The opening ones alone, if anything differs from then on. Leadership must not change staffing.
    """
    last = years_alike(begun, rates, room, opening)
    if not last:
        return [opening]
    batch = opening.unplaced.shape[:-2]
    taken = (staff_of_batch(now, batch) for now in begun.staff[1 : last + 1])
    return [opening, *(Staff(**{k: batch_inside(v) for k, v in vars(t).items()}) for t in taken)]


def years_alike(begun: Years, rates: Rates, room: Array, opening: Staff) -> int:
    """Return in how many years, from the first on, staff go on as in another run."""
    if not all(same(*pair) for pair in throughout(begun, rates, opening)):
        return 0
    mine = [(getattr(rates, k), getattr(begun.rates, k)) for k in BY_YEAR if k != "post_growth"]
    mine.append((room, begun.room))  # through which growth in posts acts
    for t in range(len(room)):
        if not all(same(own[t], other[t]) for own, other in mine):
            return t
    return len(room)


def throughout(begun: Years, rates: Rates, opening: Staff) -> Iterator[tuple[Array, Array]]:
    """Yield what holds in all years, and what another run has for it."""
    for own, other in ((opening, begun.staff[0]), (rates, begun.rates)):
        for name in (field.name for field in fields(own)):
            if name not in BY_YEAR:
                yield getattr(own, name), getattr(other, name)


def same(own: Array, other: Array) -> bool:
    """Return whether arrays that go together, one perhaps wider, are equal throughout."""
    return bool((own == other).all())
