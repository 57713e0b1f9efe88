"""What a scenario means for one financial year: rates and numbers, shaped for the arrays."""

from dataclasses import dataclass
from typing import Protocol, cast

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .baseline import LONGEST_COURSE, Array, Baseline

PSYCHOLOGY_GROWTH_DUE = 2032  # growth in places "by 2031" is whole in the year from April 2031


class Values(Protocol):
    """Anything with an attribute for each assumption: a Scenario, or draws of (*batch,)."""

    def __getattr__(self, name: str) -> float | Array:
        """Return the value of one assumption."""


def per_area(value: float | Array) -> Array:
    """Shape a value of (*batch,) to meet arrays of (*batch, area)."""
    return np.asarray(value, dtype=float)[..., None]


def per_family(*values: float | Array) -> Array:
    """Shape one value for each family to meet arrays of (*batch, area, family)."""
    together = np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in values))
    return np.stack(together, axis=-1)[..., None, :]


def course_shares(*lengths: float | Array) -> Array:
    """Return the share of starters who qualify after each number of years (E2, W).

    Shape (*batch, 1, family, LONGEST_COURSE), each row summing to 1. A length of 1.5 sends half
    of starters to one year and half to two.
    """
    length = per_family(*lengths)[..., None] - 1
    return np.clip(1 - np.abs(np.arange(LONGEST_COURSE) - length), 0, 1)


@dataclass(frozen=True)
class Rates:
    """One year's rates; shapes are given against (*batch, area, family, grade)."""

    places: Array  # (*batch, 1, P) people a year in England
    fill: Array  # (*batch, 1, P)
    course: Array  # (*batch, 1, P, J)
    noncompletion: Array  # (*batch, 1, P)
    uptake: Array  # (*batch, 1, P)
    career: Array  # (*batch, 1, P) starters of each family who were practitioners
    mobility: Array  # (*batch, 1)
    leaving: Array  # (*batch, 1, P, G) hazard a year
    retiring: Array  # (*batch, 1, P, G) hazard a year
    promotion: Array  # (*batch, 1, P, 2)
    returning: Array  # (*batch, 1, 1)
    external: Array  # (*batch, 1, P) people a year in England
    post_growth: Array  # (*batch, 1)
    capped: Array  # (*batch, 1) 1 where posts limit hiring


def phase(scenario: Values, year: int) -> Array:
    """Return how far choices have taken effect in the year that ends in `year`: 0 to 1."""
    gone = year - np.asarray(scenario.plan_start, dtype=float)
    return cast(Array, np.clip(gone / np.asarray(scenario.plan_ramp, dtype=float), 0, 1))


def in_force(scenario: Values, name: str, year: int) -> Array:
    """Return a choice's value in a year: its default until the plan starts, then its own."""
    default = ASSUMPTIONS[name].default
    return default + phase(scenario, year) * (np.asarray(getattr(scenario, name)) - default)


def psychology_growth(scenario: Values, year: int) -> Array:
    """Return the growth in psychology places reached in a year, building up evenly."""
    start = np.asarray(scenario.plan_start, dtype=float)
    reached = np.clip((year - start) / np.maximum(PSYCHOLOGY_GROWTH_DUE - start, 1), 0, 1)
    return 1 + np.asarray(scenario.growth_cp_capt) * reached


def rates_for(scenario: Scenario | Values, baseline: Baseline, year: int) -> Rates:
    """Return the rates of the financial year that ends on 31 March of `year`."""
    s, inputs = cast(Values, scenario), baseline.inputs
    other = in_force(s, "places_other", year)[..., None] * inputs.other_places_share
    psychology = in_force(s, "places_cp", year) * psychology_growth(s, year)
    new_roles = in_force(s, "places_newrole", year)
    places = per_family(psychology, other[..., 1], other[..., 2] + new_roles)
    kept = 1 - per_area(in_force(s, "retention", year))[..., None, None]
    leaving = per_family(s.leave_psy, s.leave_ther, s.leave_prac)[..., None]
    retire = per_area(s.retire)[..., None, None]
    promote = np.stack(np.broadcast_arrays(s.promote_senior, s.promote_lead), axis=-1)
    return Rates(
        places=places,
        fill=per_family(s.fill_cp, s.fill_other, s.fill_other),
        course=course_shares(s.course_len_psy, s.course_len_ther, s.course_len_prac),
        noncompletion=per_family(s.noncompletion_psy, s.noncompletion_ther, s.noncompletion_prac),
        uptake=per_family(s.uptake_psy, s.uptake_ther, s.uptake_prac),
        career=per_family(s.career_psy, s.career_ther, 0.0),
        mobility=per_area(s.mobility),
        leaving=leaving * inputs.leaving_relative * kept,
        retiring=retire * inputs.retirement_relative,
        promotion=promote[..., None, None, :] * inputs.promotion_relative,
        returning=per_area(s.return_rate)[..., None],
        external=per_area(s.external)[..., None] * inputs.external_share,
        post_growth=per_area(in_force(s, "post_growth", year)),
        capped=per_area(s.cap_mode),
    )
