"""Passports of a year's flows: who joined, who left, and what that makes of staff in post."""

from typing import Final

from ppn_scenarios.analysis.flows import JOINED, LEFT, Balance, balance
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from . import code
from .cuts import Cut, cuts
from .influence import influence
from .making import added, of
from .passport import Passport, Term

NAMES: Final = {
    "hired_new": "Newly qualified, hired (E4, E5)",
    "hired_unplaced": "Qualified earlier without a post, hired (E5)",
    "hired_returners": "Returners, hired (E5, E9)",
    "hired_external": "From outside the NHS in England, hired (E5)",
    "voluntary": "Left the NHS (E6)",
    "retired": "Retired (E6)",
    "moved_out": "Moved into training (E7)",
}
INPUTS: Final = (
    "stock_share",
    "opening_trainees",
    "opening_recent_leavers",
    "external_share",
    "unplaced_reapply",
    "leavers_entering_pool",
)
BIAS: Final = (
    "Not known: most rates are placeholders. Leavers are of the NHS in England, so that moves "
    "between employers are in neither number. Started in 2019, the model falls short of the staff "
    "counted in 2023."
)


def of_year(p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of a year's balance: of all groups, of each, and by each proxy.

    The routes of who joined, and the causes of who left, stand in them as terms.
    """
    b = balance(p, place, year)
    behind = influence(p.baseline, of(p), ["fte"], year, place)["fte"]
    levers = tuple(row.name for row in behind)
    return [
        passport(p, b, place, what, levers, cut)
        for cut in cuts(b.groups, place)
        for what in ("opening", "joins", "leaves", "closing")
    ]


def passport(
    p: Projection, b: Balance, place: str, what: str, levers: tuple[str, ...], cut: Cut
) -> Passport:
    """Return the passport of who joined, who left, or who is in post before or after."""
    label, formula, parts = made_of(b, what)
    low, high = cut.ends(getattr(b, what))
    return Passport(
        label=cut.named(label),
        value=cut.of(getattr(b, what)),
        unit="people",
        formula=formula,
        terms=tuple(
            Term(label=name, value=cut.of(values), unit="people") for name, values in parts.items()
        ),
        combine=added,
        rests_on=levers,
        inputs=INPUTS,
        figures=("esr_fte_2023",),
        bias=BIAS,
        code=code_of(p, place, b.year, what, cut),
        scenario=of(p),
        low=low,
        high=high,
    )


def made_of(b: Balance, what: str) -> tuple[str, str, dict[str, Array]]:
    """Return how one number of a year is made: its label, its formula and the terms to add."""
    if what == "joins":
        routes = {NAMES[name]: b.joined[name] for name in JOINED}
        return f"Joined in the year to March {b.year}", "All routes, added", routes
    if what == "leaves":
        causes = {NAMES[name]: b.left[name] for name in LEFT}
        return f"Left in the year to March {b.year}", "All causes, added", causes
    after = {"Joined": b.joins, "Left, taken off": -b.leaves}
    if what == "closing":
        before = {"In post a year before": b.opening}
        return f"In post, March {b.year}", "In post a year before + joined - left", before | after
    undone = {"In post a year later": b.closing} | {k: -v for k, v in after.items()}
    formula = "In post a year later - joined + left: one year opens where the last closed"
    return f"In post, March {b.year - 1}", formula, undone


def code_of(p: Projection, place: str, year: int, what: str, cut: Cut) -> str:
    """Return code that prints one number of a year's balance."""
    return (
        f"{code.PROJECT}from ppn_scenarios.analysis.flows import balance\n\n"
        f"{code.plan(p)}"
        f'print(balance(plan, "{place}", {year}).{what}{cut.asked})\n'
    )
