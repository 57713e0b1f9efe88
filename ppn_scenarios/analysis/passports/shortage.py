"""Passports of what is short: the vacant share of each group's funded posts, year by year."""

from collections.abc import Iterable

from ppn_scenarios.analysis.flows import by_group
from ppn_scenarios.analysis.shortage import Short
from ppn_scenarios.model import Projection

from . import code
from .making import of, quotient
from .passport import Passport, Term
from .posts import MAKINGS


def of_short(p: Projection, place: str, rows: Iterable[Short]) -> list[Passport]:
    """Return the passport of the vacant posts of each group and year given."""
    return [of_vacant(p, place, row) for row in rows]


def of_vacant(p: Projection, place: str, row: Short) -> Passport:
    """Return the passport of one group's vacant posts in one year, by the middle estimate."""
    t, name = p.years.index(row.year), p.baseline.inputs.names[row.group].replace("_", " ")
    staff, posts = (
        float(by_group(values, p, place, t)[0, row.group]) for values in (p.fte, p.establishment)
    )
    return Passport(
        label=f"{name.capitalize()}: funded posts vacant, March {row.year}",
        value=row.vacant,
        unit="share",
        formula="1 - staff in post / funded posts, and never less than nothing (E12)",
        terms=(
            Term(label="Staff in post", value=staff, unit="FTE"),
            Term(label="Funded posts", value=posts, unit="FTE"),
        ),
        combine=lambda fte, funded: max(1 - quotient(fte, funded), 0.0),
        inputs=MAKINGS["vacancy_rate"].inputs,
        bias=f"{MAKINGS['vacancy_rate'].bias} No vacancies are published by group.",
        code=f"{code.PROJECT}from ppn_scenarios.analysis.shortage import short\n\n"
        f"{code.plan(p)}"
        f'rows = short(plan, "{place}")\n'
        f"wanted = {row.year}, {row.group}\n"
        "print(next(row.vacant for row in rows if (row.year, row.group) == wanted))\n",
        scenario=of(p),
    )
