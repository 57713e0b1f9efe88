"""What a year amounts to: FTE, clinical FTE, people seen and cost (E10, E13, E19)."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .baseline import Array, Baseline
from .rates import Values, in_force, per_area
from .staffing import Staff


@dataclass(frozen=True)
class Led:
    """Mean filled posts over a year: trusts (*batch, A, K) and ICSs (*batch, A)."""

    trusts: Array
    systems: Array


def fte_of(staff: Staff, scenario: Scenario | Values) -> Array:
    """Return FTE in post (*batch, A, P)."""
    s = cast(Values, scenario)
    return staff.in_post.sum(axis=-1) * per_area(s.participation)[..., None]


def leaders_fte(led: Led, scenario: Scenario | Values, year: int) -> Array:
    """Return the FTE that leaders spend on leading (*batch, A)."""
    s = cast(Values, scenario)
    trusts = led.trusts.sum(axis=-1) * per_area(in_force(s, "lead_wte", year))
    return trusts + led.systems * per_area(in_force(s, "ics_wte", year))


def clinical_fte(
    fte: Array, led: Led, scenario: Scenario | Values, baseline: Baseline, year: int
) -> Array:
    """Return FTE left for clinical work (*batch, A, P).

    Leaders stay in post and leave clinical work, as far as nobody is paid to replace them.
    """
    s = cast(Values, scenario)
    unreplaced = 1 - per_area(in_force(s, "backfill", year))
    away = (leaders_fte(led, s, year) * unreplaced)[..., None] * baseline.inputs.lead_from
    return fte * per_area(s.availability)[..., None] - away


def people_seen(
    clinical: Array, see: Array, scenario: Scenario | Values, baseline: Baseline, year: int
) -> Array:
    """Return people seen in a year (*batch, A): capacity, not waiting times or outcomes."""
    s = cast(Values, scenario)
    growth = (1 + np.asarray(s.productivity)) ** (year - baseline.year)
    return (clinical * baseline.inputs.cases).sum(axis=-1) * per_area(growth) * see


def pay_cost(staff: Staff, scenario: Scenario | Values, baseline: Baseline, year: int) -> Array:
    """Return the pay bill of a year, £ thousand at constant prices (*batch, A)."""
    s, inputs = cast(Values, scenario), baseline.inputs
    growth = (1 + inputs.real_pay_growth) ** (year - baseline.year)
    bill = (staff.in_post * inputs.pay_cost).sum(axis=(-2, -1))
    return cast(Array, bill * per_area(s.participation) * growth)


def training_cost(staff: Staff, baseline: Baseline) -> Array:
    """Return the cost of those in training, £ thousand at constant prices (*batch, A)."""
    return cast(Array, (staff.trainees.sum(axis=-1) * baseline.inputs.training_cost).sum(axis=-1))


def leadership_cost(led: Led, scenario: Scenario | Values, baseline: Baseline, year: int) -> Array:
    """Return the extra cost of leadership posts, £ thousand at constant prices (*batch, A).

    Leaders' pay at their clinical grade is already in the pay bill.
    """
    s = cast(Values, scenario)
    trusts = led.trusts.sum(axis=-1) * per_area(in_force(s, "post_cost", year))
    return trusts + led.systems * baseline.inputs.ics_post_cost
