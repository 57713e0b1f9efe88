"""What a scenario means for each financial year: rates and numbers, shaped for the arrays.

Years are worked out together: `years` is (T, 1, ..., 1), with as many ones as there are batch
axes, so that what changes from year to year comes out with a time axis in front of the batch.
"""

from dataclasses import dataclass, replace
from typing import Final, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.own_dates import WITH_THE_PLAN, own_date
from ppn_scenarios.assumptions.posts import FREEZE_FROM

from .ages import paths_where
from .baseline import LONGEST_COURSE, Array, Baseline
from .memory import batch_inside

PSYCHOLOGY_GROWTH_DUE = 2032  # growth in places "by 2031" is whole in the year from April 2031


class Values(Protocol):
    """Anything with an attribute for each assumption: a Scenario, or draws of (*batch,)."""

    def __getattr__(self, name: str) -> float | Array:
        """Return the value of one assumption."""


def per_area(value: float | Array) -> Array:
    """Shape a value of (*batch,) to meet arrays of (*batch, area)."""
    return cast(Array, np.asarray(value, dtype=float)[..., None])


def per_family(*values: float | Array) -> Array:
    """Shape one value for each family to meet arrays of (*batch, area, family)."""
    together = np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in values))
    return np.stack(together, axis=-1)[..., None, :]


def course_shares(lengths: Array, known: Array) -> Array:
    """Return the share of starters who qualify after each number of years (E2, W).

    `lengths` (*batch, 1, P) are the levers', `known` (P,) a profession's own or NaN. Shape
    (*batch, 1, P, LONGEST_COURSE), each row summing to 1. A length of 1.5 sends half of starters
    to one year and half to two.
    """
    years = np.where(np.isnan(known), lengths, known)[..., None] - 1
    return cast(Array, np.clip(1 - np.abs(np.arange(LONGEST_COURSE) - years), 0, 1))


BY_YEAR: Final = ("places", "supervised", "leaving", "retiring", "post_growth")  # of Rates


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
    leaving: Array  # T: (*batch, 1, P, G) hazard a year
    retiring: Array  # T: (*batch, 1, P, G) hazard a year
    promotion: Array  # (*batch, 1, P, 2)
    returning: Array  # (*batch, 1, 1)
    external: Array  # (*batch, 1, P) people a year in England
    post_growth: Array  # T: (*batch, 1)
    capped: Array  # (*batch, 1) 1 where posts limit hiring

    def at(self, t: int) -> "Rates":
        """Return the rates of one year."""
        return replace(self, **{name: getattr(self, name)[t] for name in BY_YEAR})


def own_or_planned(scenario: Values, name: str, which: str) -> Array:
    """Return a choice's own date, or the plan's where it has none: `which` is start or ramp."""
    mine = np.asarray(getattr(scenario, own_date(name, which)), dtype=float)
    of_plan = np.asarray(getattr(scenario, f"plan_{which}"), dtype=float)
    return np.where(mine != WITH_THE_PLAN, mine, of_plan)


def started(scenario: Values, name: str, years: Array) -> NDArray[np.bool_]:
    """Return whether a choice that acts at once has started in each year."""
    return years > own_or_planned(scenario, name, "start")


def phase(scenario: Values, name: str, years: Array) -> Array:
    """Return how far a choice has taken effect in the years that end in `years`: 0 to 1."""
    gone = years - own_or_planned(scenario, name, "start")
    return np.clip(gone / own_or_planned(scenario, name, "ramp"), 0, 1)


def in_force(scenario: Values, name: str, years: Array) -> Array:
    """Return a choice's value in each year: its default until it starts, then towards its own."""
    default = ASSUMPTIONS[name].default
    mine = np.asarray(getattr(scenario, name))
    return default + phase(scenario, name, years) * (mine - default)


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
        return per_family(*of_families)[..., inputs.family]

    other = per_area(in_force(s, "places_other", years))[..., None] * inputs.other_places_share
    psychology = in_force(s, "places_cp", years) * psychology_growth(s, years)
    new_roles = in_force(s, "places_newrole", years)
    places = other + each(psychology, 0.0, new_roles) * inputs.places_within
    fill = each(s.fill_cp, s.fill_other, s.fill_other)
    kept = 1 - per_area(in_force(s, "retention", years))[..., None, None]
    leaving = each(s.leave_psy, s.leave_ther, s.leave_prac)[..., None]
    retire = per_area(s.retire)[..., None, None]
    promote = np.stack(np.broadcast_arrays(s.promote_senior, s.promote_lead), axis=-1)
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
        leaving=leaving * inputs.leaving_relative * kept,
        retiring=retire
        * inputs.retirement_relative
        * ageing(s, baseline, years)[..., None, None, None],
        promotion=promote[..., None, None, :] * inputs.promotion_relative,
        returning=per_area(s.return_rate)[..., None],
        external=per_area(s.external)[..., None] * inputs.external_share,
        post_growth=per_area(growth_in_posts(s, years)),
        capped=per_area(s.cap_mode),
    )
    return replace(found, **{k: batch_inside(v, k in BY_YEAR) for k, v in vars(found).items()})
