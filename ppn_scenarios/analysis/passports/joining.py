"""Passports of the reverse test: how many must join a year."""

from ppn_scenarios.analysis.joiners import HAZARDS, Joiners, joining
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.validation.reverse import joiners_needed
from ppn_scenarios.assumptions import TARGETS
from ppn_scenarios.model import Projection

from . import code
from .influence import influence
from .making import of, product
from .passport import Passport, Term
from .targets import named


def of_joiners(row: Joiners) -> list[Passport]:
    """Return the passports of the FTE that must join a year: at the reader's rate, and others."""
    rates = ((row.hazard, row.mine), *zip(HAZARDS, row.by_hazard, strict=True))
    return [at_a_rate(row, hazard, value) for hazard, value in rates]


def at_a_rate(row: Joiners, hazard: float, value: float) -> Passport:
    """Return the passport of the FTE that must join a year at one rate of leaving."""
    target = TARGETS.get(row.id)
    name = f"Must join a year, {named(target)}" if target else "Joined a year, 2019 to 2023"
    years, mine = row.end - row.start, hazard == row.hazard
    return Passport(
        label=f"{name}, at {100 * hazard:.1f}% leaving" + (", set here" if mine else ""),
        value=value,
        unit="FTE",
        formula="(staff at the end - staff at the start x s^years)(1 - s) / (half a year's s x "
        "(1 - s^years)), where s = exp(-rate of leaving) is the share who stay a year",
        terms=(
            Term(label=f"Staff in March {row.start}", value=row.now, unit="FTE"),
            Term(label=f"Staff in March {row.end}", value=row.then, unit="FTE"),
            Term(label="Years between", value=years, unit="years"),
            Term(label="Rate of leaving and retiring", value=hazard, unit="rate"),
        ),
        combine=joiners_needed,
        rests_on=("leave_psy", "leave_ther", "leave_prac", "retire") if mine else (),
        figures=target.figures if target else ("esr_fte_2023", "esr_growth_2019_23"),
        bias="Growth from 2019 to 2023 may be partly recoding of staff, so the pace may be too "
        "high. The rate of leaving is the same for the years past and those to come.",
        code=(
            "from ppn_scenarios.analysis.validation.reverse import joiners_needed\n\n"
            f"print(joiners_needed({row.now!r}, {row.then!r}, {years}, {hazard!r}))\n"
        ),
    )


def of_brought(p: Projection) -> Passport:
    """Return the passport of the FTE that a scenario brings a year in England, on average."""
    value, each = joining(p), of(p).participation
    behind = influence(p.baseline, of(p), ["fte"], p.years[-1], ENGLAND)["fte"]
    return Passport(
        label="Joiners a year that this scenario brings",
        value=value,
        unit="FTE",
        formula="People hired a year, less practitioners who leave to train, on average x "
        "full-time equivalent per person",
        terms=(
            Term(label="People, on average", value=value / each, unit="people a year"),
            Term(label="Full-time equivalent per person", value=each, unit="FTE per person"),
        ),
        combine=product,
        rests_on=tuple(row.name for row in behind),
        inputs=("opening_trainees", "external_share"),
        bias="Likely low, as staff in post are: started in 2019, the model reaches fewer staff "
        "than were counted in 2023.",
        code=f"{code.PROJECT}from ppn_scenarios.analysis.joiners import joining\n\n"
        f"print(joining(project(baseline(), {code.written(of(p))})))\n",
        scenario=of(p),
    )
