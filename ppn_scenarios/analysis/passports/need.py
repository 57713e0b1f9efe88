"""How need met, staff short of it and people seen are made."""

from typing import Final

from ppn_scenarios.model import Projection

from .making import (
    Making,
    Parts,
    by_hypothesis,
    difference,
    middle,
    of,
    product,
    products,
    quotient,
)
from .needed import needed, said_of_method
from .passport import Term


def clinical_and_needed(p: Projection, place: str, year: int) -> tuple[Term, Term]:
    """Return clinical staff, and staff needed, which need met and the gap are made of."""
    clinical = middle(p, p.clinical_fte, place, year, 1)
    return (
        Term(label="Clinical staff", value=clinical, unit="FTE"),
        Term(label="Staff needed", value=middle(p, p.needed, place, year, 1), unit="FTE"),
    )


def need_met(p: Projection, place: str, year: int) -> Parts:
    """Return clinical staff as a share of staff needed."""
    return Parts(
        formula="Clinical staff / staff needed (E10, E11)",
        terms=clinical_and_needed(p, place, year),
        combine=quotient,
        note=said_of_method(p),
    )


def staff_gap(p: Projection, place: str, year: int) -> Parts:
    """Return staff needed less clinical staff."""
    return Parts(
        formula="Staff needed - clinical staff (E10, E11)",
        terms=clinical_and_needed(p, place, year)[::-1],
        combine=difference,
        note=said_of_method(p),
    )


def people_seen(p: Projection, place: str, year: int) -> Parts:
    """Return clinical staff of each family times the people that each sees."""
    inputs, years = p.baseline.inputs, year - p.years[0]
    terms: list[Term] = []
    for i, name in enumerate(inputs.names):
        clinical = middle(p, p.clinical_fte[..., i], place, year)
        seen = float(inputs.cases[i])
        terms += [
            Term(label=f"Clinical staff: {name}", value=clinical, unit="FTE"),
            Term(label=f"People seen by each: {name}", value=seen, unit="people a year"),
        ]
    terms += [
        Term(label="Change in people seen", value=of(p).productivity, unit="rate"),
        Term(label="Years since 2023", value=years, unit="years"),
    ]

    def combine(*values: float) -> float:
        both = 2 * len(inputs.names)
        growth, gone, *more = values[both:]
        return product(products(*values[:both]) * (1 + growth) ** gone, *more)

    whole = middle(p, p.people_seen, place, year)
    more = by_hypothesis(p, whole, combine(*(term.value for term in terms)))
    return Parts(
        formula="Clinical staff of each family x people seen by each, added, x (1 + change) to the "
        "power of the years since (E13)",
        terms=(*terms, *more),
        combine=combine,
    )


NO_SAY: Final = "Could be wrong either way: how need grows is borrowed from another workforce."

MAKINGS: Final[dict[str, Making]] = {
    "needed": Making(
        label="Staff needed",
        unit="FTE",
        parts=needed,
        bias=NO_SAY,
        inputs=("stock_share",),
        figures=("esr_fte_2023",),
    ),
    "need_met": Making(
        label="Need met",
        unit="share",
        parts=need_met,
        bias="Likely high at the start, by how it is defined: what funded posts met in 2023 counts "
        "as the need then, and whoever went without is not in it. Later it rests on how fast need "
        "grows, which is borrowed.",
        inputs=("stock_share",),
        figures=("esr_fte_2023",),
    ),
    "staff_gap": Making(
        label="Staff short of need",
        unit="FTE",
        parts=staff_gap,
        bias="Likely low at the start, by how it is defined: need that nobody met in 2023 is not "
        "in it. Later it rests on how fast need grows, which is borrowed.",
        inputs=("stock_share",),
        figures=("esr_fte_2023",),
    ),
    "people_seen": Making(
        label="People seen",
        unit="people a year",
        parts=people_seen,
        bias="Could be wrong either way: people seen by each clinician are placeholders. It is "
        "capacity, and says nothing of waiting or outcomes.",
        inputs=("cases", "stock_share"),
        figures=("esr_fte_2023",),
    ),
}
