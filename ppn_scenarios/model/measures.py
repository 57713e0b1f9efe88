"""What years amount to: FTE, clinical FTE, people seen and cost (E10, E13, E19).

All years at once: stocks, like `years`, have a time axis in front of the batch.
"""

from dataclasses import dataclass
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .baseline import Array, Baseline
from .values import Values, in_force, per_area


@dataclass(frozen=True)
class Led:
    """Mean filled posts over each year, of trusts and of ICSs (T, *batch, A)."""

    trusts: Array
    systems: Array


def fte_of(people: Array, scenario: Scenario | Values) -> Array:
    """Return the FTE of people in post (T, *batch, A, P)."""
    s = cast(Values, scenario)
    return people * per_area(s.participation)[..., None]


ENOUGH_TIME: Final = 0.5  # FTE: with less than half a week to lead, a post is not supported


def supported(scenario: Scenario | Values, years: Array) -> Array:
    """Return the share of leaders with protected time and support (*batch, 1).

    None where the time protected is under half a week, which is a judgement without a source;
    else the support index, read as the share of posts that have it.
    """
    s = cast(Values, scenario)
    enough = in_force(s, "lead_wte", years) >= ENOUGH_TIME
    return per_area(enough * in_force(s, "support", years))


def leaders_fte(led: Led, scenario: Scenario | Values, years: Array) -> Array:
    """Return the FTE that leaders spend on leading (T, *batch, A)."""
    s = cast(Values, scenario)
    trusts = led.trusts * per_area(in_force(s, "lead_wte", years))
    return trusts + led.systems * per_area(in_force(s, "ics_wte", years))


def clinical_fte(
    fte: Array, led: Led, scenario: Scenario | Values, baseline: Baseline, years: Array
) -> Array:
    """Return FTE left for clinical work (T, *batch, A, P).

    Leaders stay in post and leave clinical work, as far as nobody is paid to replace them.
    """
    s = cast(Values, scenario)
    unreplaced = 1 - per_area(in_force(s, "backfill", years))
    away = (leaders_fte(led, s, years) * unreplaced)[..., None] * baseline.inputs.lead_from
    return fte * per_area(s.availability)[..., None] - away


def people_seen(
    clinical: Array, see: Array, scenario: Scenario | Values, baseline: Baseline, years: Array
) -> Array:
    """Return people seen in a year (T, *batch, A): capacity, not waiting times or outcomes."""
    s = cast(Values, scenario)
    growth = (1 + np.asarray(s.productivity)) ** (years - baseline.year)
    cases: Array = np.einsum("...p,p->...", clinical, baseline.inputs.cases)
    return cases * per_area(growth) * see


def pay_cost(
    in_post: Array, scenario: Scenario | Values, baseline: Baseline, years: Array
) -> Array:
    """Return the pay bill of a year, £ thousand at constant prices (T, *batch, A)."""
    s, inputs = cast(Values, scenario), baseline.inputs
    growth = (1 + inputs.real_pay_growth) ** (years - baseline.year)
    bill = np.einsum("...pg,pg->...", in_post, inputs.pay_cost)
    return cast(Array, bill * per_area(s.participation) * per_area(growth))


def training_cost(trainees: Array, baseline: Baseline) -> Array:
    """Return the cost of those in training, £ thousand at constant prices (T, *batch, A)."""
    return cast(Array, np.einsum("...pj,p->...", trainees, baseline.inputs.training_cost))


def agency_cost(fte: Array, posts: Array, scenario: Scenario | Values) -> Array:
    """Return the cost of covering vacant posts, £ thousand at constant prices (T, *batch, A).

    Nothing until a reader says how many are covered and at what cost: neither is published.
    """
    s = cast(Values, scenario)
    vacant = np.maximum(posts - fte, 0).sum(axis=-1)
    return cast(Array, vacant * per_area(np.asarray(s.agency_cover) * np.asarray(s.agency_price)))


def replacement_cost(gone: Array, scenario: Scenario | Values) -> Array:
    """Return the cost of replacing those who left or retired, £ thousand (T+1, *batch, A).

    `gone` (T, *batch, A, P) are people; who left before the first year is not known, so it is 0.
    """
    s = cast(Values, scenario)
    cost = gone.sum(axis=-1) * per_area(s.replacement_price)
    return np.concatenate([np.zeros_like(cost[:1]), cost])


def leadership_cost(
    led: Led, scenario: Scenario | Values, baseline: Baseline, years: Array
) -> Array:
    """Return the extra cost of leadership posts, £ thousand at constant prices (T, *batch, A).

    Leaders' pay at their clinical grade is already in the pay bill.
    """
    s = cast(Values, scenario)
    trusts = led.trusts * per_area(in_force(s, "post_cost", years))
    return trusts + led.systems * baseline.inputs.ics_post_cost
