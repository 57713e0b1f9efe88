"""Passports of the measures of a projection: staff, posts and leaders, shares of need."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.analysis.places import total
from ppn_scenarios.analysis.sensitivity import swings
from ppn_scenarios.analysis.series import MEASURES
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection

from . import code
from .passport import Passport, Term

LEAST: Final = 1e-9  # a lever that moves a result by less, in proportion, is not behind it


@dataclass(frozen=True, kw_only=True)
class Making:
    """How a measure is made of other numbers of the same projection, place and year."""

    label: str
    unit: str
    formula: str
    terms: Callable[[Projection, str, int], tuple[Term, ...]]
    combine: Callable[..., float]
    bias: str
    inputs: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


def middle(p: Projection, values: object, place: str, year: int, after_area: int) -> float:
    """Return the middle estimate of a sum over a place's areas in a year."""
    summed = total(values, p.baseline, place, after_area)  # type: ignore[arg-type]
    return float(summed.reshape(-1, summed.shape[-1])[0, p.years.index(year)])


MAKINGS: Final[dict[str, Making]] = {
    "fte": Making(
        label="Staff in post",
        unit="FTE",
        formula="People in post x full-time equivalent per person (E10)",
        terms=lambda p, place, year: (
            Term(
                label="People in post",
                value=middle(p, p.in_post, place, year, 2),
                unit="people",
            ),
            Term(
                label="Full-time equivalent per person",
                value=float(p.scenario.participation),
                unit="FTE per person",
            ),
        ),
        combine=lambda people, each: people * each,
        bias="Likely low if the years to come are like 2019 to 2023: started in 2019, the model "
        "falls 17.6% short of the staff counted in 2023. Part of that growth may be recoding.",
        inputs=("stock_share", "grade_share", "opening_trainees", "external_share"),
        figures=("esr_fte_2023",),
    ),
}


def behind(baseline: Baseline, scenario: Scenario, measure: str, year: int) -> tuple[str, ...]:
    """Return the levers that move a measure of England around a scenario, widest swing first."""
    found = swings(baseline, scenario, measure, year)
    return tuple(row.name for row in found if row.width > LEAST * max(abs(row.now), 1e-12))


def of_measure(measure: str, p: Projection, place: str, year: int) -> Passport:
    """Return the passport of one measure of a place in a year, by the middle estimate.

    `p` is the projection of a single scenario. Raises KeyError for a measure that has none.
    """
    assert isinstance(p.scenario, Scenario), "a passport is of one scenario, not of draws"
    how = MAKINGS[measure]
    low, value, high = MEASURES[measure](p, place).at(year)
    return Passport(
        label=f"{how.label}, March {year}",
        value=value,
        unit=how.unit,
        formula=how.formula,
        terms=how.terms(p, place, year),
        combine=how.combine,
        rests_on=behind(p.baseline, p.scenario, measure, year),
        inputs=how.inputs,
        figures=how.figures,
        bias=how.bias,
        code=code.of_measure(measure, p.scenario, place, year),
        low=low,
        high=high,
    )
