"""Passports of a year's flows: who joined, who left, and what that makes of staff in post."""

from typing import Final

from ppn_scenarios.analysis.flows import JOINED, LEFT, Balance, balance
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.model import Projection

from . import code
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
WAYS: Final = ("Middle of the proxies", "By Talking Therapies", "By mental health trusts")
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
    """Return the passports of a year's balance: of all groups together, then of each.

    The routes of who joined, and the causes of who left, stand in them as terms.
    """
    whole = balance(p, place, year)
    behind = influence(p.baseline, of(p), ["fte"], year, place)["fte"]
    levers = tuple(row.name for row in behind)
    groups = [(whole.together(), ""), *((whole.of([i]), n) for i, n in enumerate(whole.groups))]
    made = [
        passport(p, b, place, what, levers, group)
        for b, group in groups
        for what in ("joins", "leaves", "closing")
    ]
    return made if place == ENGLAND else [*made, *by_way(p, whole.together(), place, levers)]


def by_way(p: Projection, b: Balance, place: str, levers: tuple[str, ...]) -> list[Passport]:
    """Return the passports of every line of a place's balance, by each way of sharing it out."""
    lines = {"opening": b.opening, "closing": b.closing}
    flows = dict(b.joined) | dict(b.left)
    names = {"opening": f"In post, March {b.year - 1}", "closing": f"In post, March {b.year}"}
    made = []
    for what, values in (lines | flows).items():
        each = [float(value) for value in values[:, 0]]
        found = what if what in lines else f'{"joined" if what in b.joined else "left"}["{what}"]'
        made.append(
            Passport(
                label=f"{(names | NAMES)[what]}, by proxy",
                value=each[0],
                unit="people",
                formula="England's staff shared out by the middle of two proxies; then by each",
                terms=tuple(
                    Term(label=way, value=value, unit="people")
                    for way, value in zip(WAYS, each, strict=True)
                ),
                combine=lambda middle, *_: middle,
                rests_on=levers,
                inputs=INPUTS,
                figures=("esr_fte_2023",),
                bias=BIAS,
                code=code_of(p, place, b.year, found, ""),
                scenario=of(p),
                low=min(each),
                high=max(each),
            )
        )
    return made


def passport(
    p: Projection, b: Balance, place: str, what: str, levers: tuple[str, ...], group: str = ""
) -> Passport:
    """Return the passport of who joined, of who left, or of who is in post at the end.

    `b` is the balance of one group, named `group`, or of all of them together.
    """
    parts = {name: float(b.joined[name][0, 0]) for name in JOINED}
    label, formula = f"Joined in the year to March {b.year}", "All routes, added"
    if what == "leaves":
        parts = {name: float(b.left[name][0, 0]) for name in LEFT}
        label, formula = f"Left in the year to March {b.year}", "All causes, added"
    terms = [Term(label=NAMES[k], value=v, unit="people") for k, v in parts.items()]
    if what == "closing":
        label = f"In post, March {b.year}"
        formula = "In post a year before + joined - left"
        start, joined, left = (float(v[0, 0]) for v in (b.opening, b.joins, b.leaves))
        terms = [
            Term(label="In post a year before", value=start, unit="people"),
            Term(label="Joined", value=joined, unit="people"),
            Term(label="Left, taken off", value=-left, unit="people"),
        ]
    values = getattr(b, what)[:, 0]
    return Passport(
        label=f"{group.replace('_', ' ').capitalize()}: {label[0].lower()}{label[1:]}"
        if group
        else label,
        value=float(values[0]),
        unit="people",
        formula=formula,
        terms=tuple(terms),
        combine=added,
        rests_on=levers,
        inputs=INPUTS,
        figures=("esr_fte_2023",),
        bias=BIAS,
        code=code_of(p, place, b.year, what, group),
        scenario=of(p),
        low=float(values.min()),
        high=float(values.max()),
    )


def code_of(p: Projection, place: str, year: int, what: str, group: str) -> str:
    """Return code that prints one number of a year's balance, of a group or of all of them."""
    some = f".of([{p.baseline.inputs.names.index(group)}])" if group else ".together()"
    split = "by_profession=True" if len(p.baseline.inputs.names) > 3 else ""
    return (
        f"{code.PROJECT}from ppn_scenarios.analysis.flows import balance\n\n"
        f"plan = project(baseline({split}), {code.written(of(p))})\n"
        f'year = balance(plan, "{place}", {year}){some}\n'
        f"print(year.{what}[0, 0])\n"
    )
