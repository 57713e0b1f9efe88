"""Passports of the reverse test: how many must join a year."""

from ppn_scenarios.analysis.joiners import Joiners
from ppn_scenarios.analysis.validation.reverse import joiners_needed
from ppn_scenarios.assumptions import TARGETS

from .passport import Passport, Term


def of_joiners(row: Joiners) -> Passport:
    """Return the passport of the FTE that must join a year, at the reader's rate of leaving."""
    target = TARGETS.get(row.id)
    name = f"Must join a year: {target.line}" if target else "Joined a year, 2019 to 2023"
    years = row.end - row.start
    return Passport(
        label=name,
        value=row.mine,
        unit="FTE",
        formula="(staff at the end - staff at the start x s^years)(1 - s) / (half a year's s x "
        "(1 - s^years)), where s = exp(-rate of leaving) is the share who stay a year",
        terms=(
            Term(label=f"Staff in March {row.start}", value=row.now, unit="FTE"),
            Term(label=f"Staff in March {row.end}", value=row.then, unit="FTE"),
            Term(label="Years between", value=years, unit="years"),
            Term(label="Rate of leaving and retiring", value=row.hazard, unit="number"),
        ),
        combine=joiners_needed,
        rests_on=("leave_psy", "leave_ther", "leave_prac", "retire"),
        figures=target.figures if target else ("esr_fte_2023", "esr_growth_2019_23"),
        bias="Growth from 2019 to 2023 may be partly recoding of staff, so the pace may be too "
        "high. The rate of leaving is the same for the years past and those to come.",
        code=(
            "from ppn_scenarios.analysis.validation.reverse import joiners_needed\n\n"
            f"print(joiners_needed({row.now!r}, {row.then!r}, {years}, {row.hazard!r}))\n"
        ),
    )
