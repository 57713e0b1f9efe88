"""How costs are made: pay, training, leadership posts."""

from typing import Final

import numpy as np

from ppn_scenarios.model import Projection

from .making import (
    Making,
    Parts,
    added,
    flowed,
    middle,
    now,
    of,
    product,
    products,
    quotient,
)
from .passport import Term
from .posts_held import held

COMPARE: Final = (
    "Could be wrong either way: every unit cost is a placeholder. Compare two scenarios; do not "
    "read the level."
)
UNKNOWN: Final = "As good as the price that you entered: no figure was found, and 0 counts nothing."


def pay(p: Projection, place: str, year: int) -> Parts:
    """Return staff of each family times their average pay, grown."""
    inputs, each = p.baseline.inputs, of(p).participation
    terms: list[Term] = []
    for i, name in enumerate(inputs.names):
        by_grade = [
            middle(p, p.in_post[..., i, g], place, year) * each
            for g in range(inputs.pay_cost.shape[-1])
        ]
        bill = sum(
            staff * float(cost) for staff, cost in zip(by_grade, inputs.pay_cost[i], strict=True)
        )
        staff = sum(by_grade)
        terms += [
            Term(label=f"Staff: {name}", value=staff, unit="FTE"),
            Term(label=f"Pay of each: {name}", value=quotient(bill, staff), unit="£ thousand"),
        ]
    terms += [
        Term(label="Growth in pay above prices", value=inputs.real_pay_growth, unit="rate"),
        Term(label="Years since 2023", value=year - p.years[0], unit="years"),
    ]
    return Parts(
        formula="Staff of each family x what one costs on average, added, x (1 + growth in pay) "
        "to the power of the years since",
        terms=tuple(terms),
        combine=lambda *values: products(*values[:-2]) * (1 + values[-2]) ** values[-1],
    )


def training(p: Projection, place: str, year: int) -> Parts:
    """Return trainees of each family times what one costs."""
    inputs = p.baseline.inputs
    terms: list[Term] = []
    for i, name in enumerate(inputs.names):
        number = middle(p, p.trainees[..., i, :], place, year, 1)
        cost = float(inputs.training_cost[i])
        terms += [
            Term(label=f"Trainees: {name}", value=number, unit="people"),
            Term(label=f"Cost of each a year: {name}", value=cost, unit="£ thousand"),
        ]
    return Parts(
        formula="Trainees of each family x what one costs a year, added",
        terms=tuple(terms),
        combine=products,
    )


def leading(p: Projection, place: str, year: int) -> Parts:
    """Return leadership posts held, times what one costs."""
    posts, of_trust = held(p, place, year), now(p, "post_cost", year)
    of_system = float(p.baseline.inputs.ics_post_cost)
    return Parts(
        formula="Posts held over the year x extra cost of a post, for trusts and for ICSs (E19)",
        terms=(
            Term(label="Trust posts held, on average", value=posts.trusts, unit="posts"),
            Term(label="Extra cost of each a year", value=of_trust, unit="£ thousand"),
            Term(label="ICS posts held, on average", value=posts.systems, unit="posts"),
            Term(label="Extra cost of each ICS post", value=of_system, unit="£ thousand"),
        ),
        combine=products,
    )


def covering(p: Projection, place: str, year: int) -> Parts:
    """Return vacant posts times the share covered and what that costs."""
    s, vacant = of(p), np.maximum(p.establishment - p.fte, 0)
    number = middle(p, vacant, place, year, 1)
    return Parts(
        formula="Vacant funded posts x share covered x cost of each",
        terms=(
            Term(label="Vacant funded posts", value=number, unit="FTE"),
            Term(label="Share of them covered", value=s.agency_cover, unit="share"),
            Term(label="Cost of each a year", value=s.agency_price, unit="£ thousand"),
        ),
        combine=product,
    )


def replacing(p: Projection, place: str, year: int) -> Parts:
    """Return those who left or retired in the year, times what replacing one costs."""
    gone = p.flows.voluntary + p.flows.retired
    number = 0.0 if year == p.years[0] else flowed(p, gone, place, year)
    return Parts(
        formula="People who left or retired in the year x cost of replacing each",
        terms=(
            Term(label="People who left or retired", value=number, unit="people"),
            Term(label="Cost of each", value=of(p).replacement_price, unit="£ thousand"),
        ),
        combine=product,
    )


def together(p: Projection, place: str, year: int) -> Parts:
    """Return pay, training and leadership posts added up."""
    return Parts(
        formula="Pay + training + leadership posts",
        terms=(
            Term(label="Pay", value=middle(p, p.pay_cost, place, year), unit="£ thousand"),
            Term(
                label="Training", value=middle(p, p.training_cost, place, year), unit="£ thousand"
            ),
            Term(
                label="Leadership posts",
                value=middle(p, p.leadership_cost, place, year),
                unit="£ thousand",
            ),
        ),
        combine=added,
    )


MAKINGS: Final[dict[str, Making]] = {
    "pay_cost": Making(
        label="Pay",
        unit="£ thousand",
        parts=pay,
        bias=COMPARE,
        inputs=("pay_cost", "real_pay_growth", "grade_share", "stock_share"),
        figures=("esr_fte_2023",),
    ),
    "training_cost": Making(
        label="Training",
        unit="£ thousand",
        parts=training,
        bias=COMPARE,
        inputs=("training_cost", "opening_trainees"),
    ),
    "leadership_cost": Making(
        label="Leadership posts",
        unit="£ thousand",
        parts=leading,
        bias=COMPARE,
        inputs=("ics_post_cost", "lead_eligible"),
    ),
    "agency_cost": Making(
        label="Agency cover of vacant posts",
        unit="£ thousand",
        parts=covering,
        bias=UNKNOWN,
    ),
    "replacement_cost": Making(
        label="Replacing leavers",
        unit="£ thousand",
        parts=replacing,
        bias=UNKNOWN,
    ),
    "cost": Making(
        label="Pay, training and leadership posts",
        unit="£ thousand",
        parts=together,
        bias=COMPARE,
        inputs=("pay_cost", "real_pay_growth", "training_cost", "ics_post_cost"),
        figures=("esr_fte_2023",),
    ),
}
