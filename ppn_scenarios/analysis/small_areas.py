"""What chance alone does to places with few people: who happens to leave, and who happens to come.

A projection gives expected numbers. Around them each person in post leaves, moves or is promoted by
the same chances (binomial), and as many are hired as come by chance (Poisson). Left out: chance in
hours worked and in training, and that an empty funded post invites a hire, so that where posts
limit hiring the true spread is smaller than this. Places are never put in order by such numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

import numpy as np

from ppn_scenarios.model import Baseline, Projection
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.dose import effects_of
from ppn_scenarios.model.exits import exits_of
from ppn_scenarios.model.values import Values, per_area

from .place_measures import MEASURES
from .places import place_index
from .series import Series

FEWEST_SHOWN: Final = 5  # people: a smaller number could be about somebody
OF_PEOPLE: Final = ("fte", "clinical_fte")  # the measures that chance is worked out for
# The middle 80% lies within so many standard deviations: normal(0.9), written out because loading
# what works it out takes a third of a second.
Z_80: Final = 1.2815515655446004


def shown(people: float) -> float | None:
    """Return a number of people as it may be shown: None where there are fewer than five.

    None is to be written as "fewer than 5", and covers nobody too.
    """
    return people if people >= FEWEST_SHOWN else None


@dataclass(frozen=True)
class Step:
    """The chances of one year in a place's areas: each (*batch, A, P, G) unless said."""

    people: Array  # expected in post at its start
    kept: Array  # chance to be in post, whatever the grade, at its end
    promoted: Array  # chance to rise, of those kept: none from the highest grade
    joining: Array  # expected to join during it and to be there at its end


def steps(projection: Projection, place: str) -> Iterator[Step]:
    """Yield the chances behind each year of a projection; raises ValueError for no such place."""
    p, here = projection, place_index(projection.baseline, place)
    s, inputs = cast(Values, p.scenario), p.baseline.inputs
    on = np.any(s.effects_on)  # else who leads need not be worked out
    for t in range(len(p.years) - 1):
        now = p.rates.at(t)
        dose = p.dose[..., t + 1, here] if on else np.zeros(1)
        retain = effects_of(dose, s).retain
        exits = exits_of(now, retain)
        people = p.in_post[..., t, here, :, :]
        kept = np.broadcast_to(exits.in_a_year.stay, people.shape).copy()
        able, out = people[..., 0] * kept[..., 0], p.flows.moved_out[..., t, here, :]
        kept[..., 0] *= 1 - np.divide(out, able, out=np.zeros_like(able), where=able > 0)
        promoted = np.zeros_like(people)
        promoted[..., :-1] = now.promotion
        flows = {name: flow[..., t, here, :] for name, flow in vars(p.flows).items()}
        hired = (flows["hired_returners"] + flows["hired_external"])[..., None] * inputs.entry_grade
        hired[..., 0] += flows["hired_new"] + flows["hired_unplaced"]
        stay = exits.in_half_a_year.stay
        yield Step(people, kept, promoted, hired * stay)


def per_head(projection: Projection, measure: str) -> Array:
    """Return a measure for one person (*batch, 1); ValueError for one that is not of people."""
    if measure not in OF_PEOPLE:
        raise ValueError(f"chance is worked out for {' and '.join(OF_PEOPLE)}, not for {measure}")
    s = cast(Values, projection.scenario)
    fte = per_area(s.participation)
    return fte * per_area(s.availability) if measure == "clinical_fte" else fte


def variance_by_area(projection: Projection, place: str, measure: str = "fte") -> Array:
    """Return the variance that chance alone gives each area of a place (*batch, T+1, areas).

    0 in the first year. Exact for the chances in `steps`: with people m, moved on by the matrix M
    and joined by h, the covariance C of grades becomes M C M' + diag(M m) - M diag(m) M' + diag(h).
    """
    covariance = np.zeros(1)
    heads: list[Array] = []
    for step in steps(projection, place):
        if covariance.ndim == 1:
            covariance = np.zeros((*step.people.shape, step.people.shape[-1]))
        grades = np.eye(step.people.shape[-1])
        up = np.eye(len(grades), k=-1)
        move = (step.kept * (1 - step.promoted))[..., None, :] * grades
        move = move + (step.kept * step.promoted)[..., None, :] * up
        back = np.swapaxes(move, -1, -2)
        gone_on = (move @ step.people[..., None])[..., 0]
        covariance = move @ (covariance - step.people[..., None] * grades) @ back
        covariance += (gone_on + step.joining)[..., None] * grades
        heads.append(covariance.sum(axis=(-3, -2, -1)))
    heads.insert(0, np.zeros_like(heads[0]))
    return np.stack(heads, axis=-2) * per_head(projection, measure)[..., None] ** 2


def variance(projection: Projection, place: str, measure: str = "fte") -> Series:
    """Return the variance that chance alone gives a place: (*batch, T+1), 0 in the first year."""
    by_area = variance_by_area(projection, place, measure)
    return Series(projection.years, by_area.sum(axis=-1))


def chance_band(projection: Projection, place: str, measure: str = "fte") -> Series:
    """Return (3, T+1): the expectation, and the ends of the middle 80% by chance alone.

    For the middle of the ways of sharing England out. Raises ValueError for another measure than
    FTE and clinical FTE.
    """
    spread = np.sqrt(variance(projection, place, measure).mid) * Z_80
    middle = MEASURES[measure](projection, place).mid
    return Series(projection.years, np.stack([middle, middle - spread, middle + spread]).clip(0))


def luck(baseline: Baseline, place: str, n: int, seed: int) -> Array:
    """Return standard normal numbers for `deviations`, the same for every scenario."""
    areas, (families, grades) = place_index(baseline, place), baseline.inputs.grade_share.shape
    rng = np.random.default_rng([seed, *place.encode()])
    return rng.standard_normal((n, len(baseline.years) - 1, len(areas), families, 3, grades))


def deviations(projection: Projection, place: str, lots: Array, measure: str = "fte") -> Array:
    """Return how far chance takes a place from what is expected: (n, T+1).

    `lots` (n, T, A, P, 3, G) are standard normal; the first two moments over time are those of
    `steps`. The projection has no batch axis, or one of n draws.
    """
    x = np.zeros(1)
    paths = [np.zeros(len(lots))]
    for t, step in enumerate(steps(projection, place)):
        keeping, rising, joining = np.moveaxis(lots[:, t], -2, 0)
        remain = step.people * step.kept
        x = x * step.kept + keeping * np.sqrt(remain * (1 - step.kept))
        up = x * step.promoted + rising * np.sqrt(remain * step.promoted * (1 - step.promoted))
        x = x - up + joining * np.sqrt(step.joining)
        x[..., 1:] += up[..., :-1]
        paths.append(x.sum(axis=(-3, -2, -1)))
    return np.stack(paths, axis=-1) * per_head(projection, measure)
