"""Passports of what can be set against a share of the staff of mental health trusts."""

from typing import Final

from ppn_scenarios.model import Projection

from . import code
from .making import middle, of, quotient
from .passport import Passport, Term

TOTAL: Final = "All staff groups"
THERAPEUTIC: Final = "Scientific, therapeutic & technical staff"
SOURCE: Final = "nhse-turnover-2025-11"
COUNTED: Final = "esr_fte_2023"
CLAIM: Final = "pp_share_mh_trust"
ASK: Final = (
    "from ppn_scenarios.tables import queries\n\n"
    'staff = queries.staff_by_group("mental_health").set_index("staff_group").fte\n'
)
TOO_HIGH: Final = (
    "Too high: many psychological professions work in other trusts, and none of those is taken off."
)


def of_therapeutic(part: float, whole: float) -> Passport:
    """Return the passport of scientific, therapeutic and technical staff among all staff."""
    return Passport(
        label="Scientific, therapeutic and technical staff of mental health trusts, share of all",
        value=quotient(part, whole),
        unit="share",
        formula="Their FTE / all staff, November 2025",
        terms=(
            Term(label="Scientific, therapeutic and technical staff", value=part, unit="FTE"),
            Term(label="All staff, resident doctors left out", value=whole, unit="FTE"),
        ),
        combine=quotient,
        sources=(SOURCE,),
        bias="As a measure of psychological professions too high: it holds every therapist and "
        "scientist. Some practitioners may be counted in other groups.",
        code=f'{ASK}print(staff["{THERAPEUTIC}"] / staff["{TOTAL}"])\n',
    )


def of_all_counted(counted: float, whole: float) -> Passport:
    """Return the passport of all who are counted in the NHS, if all worked in these trusts."""
    return Passport(
        label="All psychological professions counted in March 2023, over staff of mental health "
        "trusts",
        value=quotient(counted, whole),
        unit="share",
        formula="All psychological professions of the NHS in England / all staff of mental health "
        "trusts",
        terms=(
            Term(label="Counted in March 2023", value=counted, unit="FTE", figure=COUNTED),
            Term(label="All staff of mental health trusts, 2025", value=whole, unit="FTE"),
        ),
        combine=quotient,
        figures=(COUNTED, CLAIM),
        sources=(SOURCE,),
        bias=f"{TOO_HIGH} The two dates differ by two and a half years.",
        code=f'from ppn_scenarios import baseline\n{ASK}print(baseline().fte / staff["{TOTAL}"])\n',
    )


def of_projected(p: Projection, year: int, whole: float) -> Passport:
    """Return the passport of all staff projected, if all worked in these trusts."""
    staff = middle(p, p.fte, "england", year, 1)
    return Passport(
        label=f"All psychological professions projected for March {year}, over staff of mental "
        "health trusts",
        value=quotient(staff, whole),
        unit="share",
        formula="Staff in post in England / all staff of mental health trusts in November 2025",
        terms=(
            Term(label=f"Staff in post, March {year}", value=staff, unit="FTE"),
            Term(label="All staff of mental health trusts, 2025", value=whole, unit="FTE"),
        ),
        combine=quotient,
        sources=(SOURCE,),
        bias=TOO_HIGH,
        code=f"{code.PROJECT}from ppn_scenarios.analysis import MEASURES\n{ASK}"
        f"plan = project(baseline(), {code.written(of(p))})\n"
        f'fte = MEASURES["fte"](plan, "england").at({year})[1]\n'
        f'print(fte / staff["{TOTAL}"])\n',
    )


def of_claim(share: float, whole: float) -> Passport:
    """Return the passport of how many staff the stated share would be."""
    return Passport(
        label="Staff that the stated share would be",
        value=share * whole,
        unit="FTE",
        formula="Stated share x all staff of mental health trusts in November 2025",
        terms=(
            Term(label="Stated by the PPN in 2022", value=share, unit="share", figure=CLAIM),
            Term(label="All staff of mental health trusts, 2025", value=whole, unit="FTE"),
        ),
        combine=lambda part, staff: part * staff,
        figures=(CLAIM,),
        sources=(SOURCE,),
        bias="The share was stated for 2022, and trusts' staff of that year are not in our tables: "
        "with fewer staff then, it would be fewer.",
        code=f"from ppn_scenarios import baseline\n{ASK}"
        f'print(baseline().published["{CLAIM}"] * staff["{TOTAL}"])\n',
    )
