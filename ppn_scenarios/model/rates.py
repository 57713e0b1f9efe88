"""What a scenario means for each financial year: rates and numbers, shaped for the arrays.

Years are worked out together: `years` is (T, 1, ..., 1), with as many ones as there are batch
axes, so that what changes from year to year comes out with a time axis in front of the batch.
"""

from dataclasses import dataclass
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.posts import FREEZE_FROM

from .ages import paths_where
from .baseline import LONGEST_COURSE, Array, Baseline
from .memory import batch_inside, empty_inside
from .values import Values, in_force, own_or_planned, per_area, per_family

PSYCHOLOGY_GROWTH_DUE = 2032  # growth in places "by 2031" is whole in the year from April 2031


def course_shares(lengths: Array, known: Array) -> Array:
    """Return the share of starters who qualify after each number of years (E2, W).

    `lengths` (*batch, 1, P) are the levers', `known` (P,) a profession's own or NaN. Shape
    (*batch, 1, P, LONGEST_COURSE), each row summing to 1. A length of 1.5 sends half of starters
    to one year and half to two.
    """
    years = np.where(np.isnan(known), lengths, known) - 1
    shares = empty_inside((*years.shape, LONGEST_COURSE))
    for j in range(LONGEST_COURSE):
        shares[..., j] = 1 - np.abs(j - years)
    return np.maximum(shares, 0, out=shares)


BY_YEAR: Final = ("places", "supervised", "retention", "ageing", "post_growth")  # of Rates


@dataclass(frozen=True)
class Rates:
    """Rates by year; shapes are given against (*batch, area, family, grade).

    Those marked T have a time axis in front; `at` takes one year from them.
    """

    places: Array  # T: (*batch, 1, P) people a year in England
    supervised: Array  # T: (*batch, 1, 1) starters for each senior person; infinite: no limit
    fill: Array  # (*batch, 1, P)
    course: Array  # (*batch, 1, P, J)
    noncompletion: Array  # (*batch, 1, P)
    uptake: Array  # (*batch, 1, P)
    career: Array  # (*batch, 1, P) starters of each family who were practitioners
    mobility: Array  # (*batch, 1)
    leave: Array  # (*batch, 1, P, G) hazard a year, as things stand
    retention: Array  # T: (*batch, 1, 1, 1) what choices make of it
    retire: Array  # (*batch, 1, P, G) hazard a year, at today's ages
    ageing: Array  # T: (*batch, 1, 1, 1) what the ages of staff make of it
    promotion: Array  # (*batch, 1, P, 2)
    returning: Array  # (*batch, 1, 1)
    external: Array  # (*batch, 1, P) people a year in England
    post_growth: Array  # T: (*batch, 1)
    capped: Array  # (*batch, 1) 1 where posts limit hiring

    @property
    def leaving(self) -> Array:
        """Hazard a year of leaving (*batch, 1, P, G)."""
        return self.leave * self.retention

    @property
    def retiring(self) -> Array:
        """Hazard a year of retiring (*batch, 1, P, G)."""
        return self.retire * self.ageing

    def at(self, t: int) -> "Rates":
        """Return the rates of one year."""
        found, held = object.__new__(Rates), vars(self)
        vars(found).update(held, **{name: held[name][t] for name in BY_YEAR})
        return found


def psychology_growth(scenario: Values, years: Array) -> Array:
    """Return the growth in psychology places reached in each year, building up evenly."""
    start = own_or_planned(scenario, "growth_cp_capt", "start")
    reached = np.clip((years - start) / np.maximum(PSYCHOLOGY_GROWTH_DUE - start, 1), 0, 1)
    return 1 + np.asarray(scenario.growth_cp_capt) * reached


def growth_in_posts(scenario: Values, years: Array) -> Array:
    """Return the growth in funded posts of each year: none while they are frozen (E12)."""
    frozen = np.clip(np.asarray(scenario.post_freeze) - (years - FREEZE_FROM - 1), 0, 1)
    return in_force(scenario, "post_growth", years) * np.where(years > FREEZE_FROM, 1 - frozen, 1)


def ageing(scenario: Values, baseline: Baseline, years: Array) -> Array:
    """Return what the ages of staff make of retirement in each year (T, *batch): 1 if unused.

    `years` start with the first that is projected. Staff of all ages together grow as funded
    posts do.
    """
    on = np.asarray(scenario.age_model)
    if not on.any():
        return np.ones_like(years, dtype=float)
    return paths_where(on > 0, baseline.ages, scenario.retire, growth_in_posts(scenario, years))


def as_observed(places: Array, fill: Array, baseline: Baseline, years: Array) -> Array:
    """Return places with those years replaced whose starts were counted.

    The starts counted are divided by what the equations will multiply places by, so that exactly
    those people start.
    """
    if not baseline.observed_starts:
        return places
    share = baseline.share.sum(axis=-1)[..., None, None]
    whole = np.broadcast_shapes(places.shape, fill.shape, share.shape)
    places = np.array(np.broadcast_to(places, whole))
    for t, year in enumerate(np.ravel(years)):
        if (counted := baseline.observed_starts.get(int(year))) is not None:
            places[t] = counted / (np.maximum(fill, 1e-12) * share)
    return places


def supervised(scenario: Values, baseline: Baseline, years: Array) -> Array:
    """Return how many may start in each year for each senior person: (T, *batch, 1, 1) (E1).

    Infinite where supervisors are no limit, and in years whose starts were counted.
    """
    counted = np.isin(years, [*baseline.observed_starts])
    limits = (np.asarray(scenario.supervision_cap) > 0) & ~counted
    each = np.asarray(scenario.supervision_ratio) * np.asarray(scenario.participation)
    return per_area(np.where(limits, each, np.inf))[..., None]


def rates_for(scenario: Scenario | Values, baseline: Baseline, years: Array) -> Rates:
    """Return the rates of the financial years that end on 31 March of `years`."""
    s, inputs = cast(Values, scenario), baseline.inputs

    def each(*of_families: float | Array) -> Array:
        return per_family(of_families, inputs.family)

    other = per_area(in_force(s, "places_other", years))[..., None] * inputs.other_places_share
    psychology = in_force(s, "places_cp", years) * psychology_growth(s, years)
    new_roles = in_force(s, "places_newrole", years)
    places = other + each(psychology, 0.0, new_roles) * inputs.places_within
    fill = each(s.fill_cp, s.fill_other, s.fill_other)
    leaving = each(s.leave_psy, s.leave_ther, s.leave_prac)[..., None]
    retire = per_area(s.retire)[..., None, None]
    promote = per_family((s.promote_senior, s.promote_lead), np.arange(2))[..., None, :]
    found = Rates(
        places=as_observed(places, fill, baseline, years),
        supervised=supervised(s, baseline, years),
        fill=fill,
        course=course_shares(
            each(s.course_len_psy, s.course_len_ther, s.course_len_prac), inputs.course_years
        ),
        noncompletion=each(s.noncompletion_psy, s.noncompletion_ther, s.noncompletion_prac),
        uptake=each(s.uptake_psy, s.uptake_ther, s.uptake_prac),
        career=each(s.career_psy, s.career_ther, 0.0),
        mobility=per_area(s.mobility),
        leave=leaving * batch_inside(inputs.leaving_relative),
        retention=1 - per_area(in_force(s, "retention", years))[..., None, None],
        retire=retire * batch_inside(inputs.retirement_relative),
        ageing=ageing(s, baseline, years)[..., None, None, None],
        promotion=promote * batch_inside(inputs.promotion_relative),
        returning=per_area(s.return_rate)[..., None],
        external=per_area(s.external)[..., None] * inputs.external_share,
        post_growth=per_area(growth_in_posts(s, years)),
        capped=per_area(s.cap_mode),
    )
    vars(found).update((k, batch_inside(v, k in BY_YEAR)) for k, v in vars(found).items())
    return found
