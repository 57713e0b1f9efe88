"""What a figure rests on, as lists: levers by how far they move it, inputs, published figures."""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import Any, Final

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.influence import shares_by_basis
from ppn_scenarios.assumptions import ASSUMPTIONS, STATUSES, Scenario
from ppn_scenarios.assumptions.assumption import SETTING
from ppn_scenarios.tables import queries
from ppn_scenarios.wording import listed, percent

from .amounts import amount, input_amount
from .table import cell_html

MOST_LEVERS: Final = 8  # listed one by one: the widest
LEAST_SAID: Final = 0.005  # of what levers can do: a smaller part is not named
PLACEHOLDER: Final = "placeholder"  # the source of what has none
CHECKED: Final = {  # how far a source was read, where that is worth a warning
    "recalled": "not read again",
    "third_party_copy": "read in a copy",
}
Row = dict[str, Any]


def sources() -> dict[str, Row]:
    """Return every source by its id."""
    rows = queries.sources().fillna({"url": "", "note": ""}).to_dict("records")
    return {str(row["source_id"]): {str(k): v for k, v in row.items()} for row in rows}


def evidence(passport: Passport, scenario: Scenario) -> str:
    """Return everything that a figure rests on as HTML: an empty part is left out."""
    known = sources()
    parts = (
        ("What can move it", moves(passport, scenario, known)),
        ("Published figures", [*figures(passport, known), *cited(passport, known)]),
        ("Inputs that no lever sets", inputs(passport, known)),
    )
    html = ""
    for title, items in parts:
        if items:
            body = "".join(f"<li>{item}</li>" for item in items)
            intro = influence_said(passport) if title == parts[0][0] else ""
            html += f"<h3>{title}</h3>{intro}<ul>{body}</ul>"
    return html


def influence_said(passport: Passport) -> str:
    """Return what the levers' numbers rest on, by their share of what levers can do."""
    shares = {k: v for k, v in shares_by_basis(passport).items() if v >= LEAST_SAID}
    if not shares:
        return ""
    first, *others = [(percent(v), BASES.get(k, k)) for k, v in shares.items()]
    named = listed([f"{first[0]} rests {first[1]}", *(f"{share} {on}" for share, on in others)])
    return f"<p>Of all that the levers can do to this number, {escape(named)}.</p>"


BASES: Final = {
    STATUSES["none"]: "on placeholders without a source",
    STATUSES["borrowed"]: "on figures borrowed from another place, role or time",
    STATUSES["derived"]: "on our arithmetic on published figures",
    STATUSES["sourced"]: "on published figures",
    "A setting, not a figure": "on switches and dates",
}


def moves(passport: Passport, scenario: Scenario, known: dict[str, Row]) -> list[str]:
    """Return the levers behind a figure, those that can move it most first."""
    widest = max(passport.swings, default=0.0)
    items = []
    for i, name in enumerate(passport.rests_on[:MOST_LEVERS]):
        a = ASSUMPTIONS[name]
        switch, span = a.is_switch, f"{a.show(a.low)} to {a.show(a.high)}"
        by, bar = "" if switch else f"Its range: {span}. ", ""
        if passport.swings:
            width = passport.swings[i]
            what = "Switching it" if switch else f"Its range, {span},"
            by = f"{what} moves this by {apart(width, passport.unit)}. "
            bar = f"<i style='width:{100 * width / widest:.0f}%'></i>"
        now = escape(a.show(float(getattr(scenario, name))))
        basis = "" if a.source_id == SETTING else based(a.status, a.source_id, known)
        items.append(
            f"<b>{escape(a.label)}</b>: {now}{bar}<small>{escape(by)}{basis or a.rests_on + '.'}"
            "</small>"
        )
    if more := len(passport.rests_on) - len(items):
        items.append(f"<small>And {more} more that can move it less.</small>")
    return items


def apart(width: float, unit: str) -> str:
    """Write how far apart two values are: of percentages it is in points."""
    if unit != "share":
        return amount(width, unit)
    said = f"{100 * width:.1f}"
    return {"0.0": "less than 0.1 points", "1.0": "1 point"}.get(said, f"{said} points")


def figures(passport: Passport, known: dict[str, Row]) -> list[str]:
    """Return the published figures behind a figure."""
    return [
        f"<b>{escape(str(r['label']))}</b>: {escape(amount(float(r['value']), str(r['unit'])))}, "
        f"{escape(str(r['period']))}<small>{based(str(r['status']), str(r['source_id']), known)}"
        "</small>"
        for r in queries.policy_figures().to_dict("records")
        if r["figure_id"] in passport.figures
    ]


def cited(passport: Passport, known: dict[str, Row]) -> list[str]:
    """Return what else a figure cites."""
    return [
        f"{escape(str(known[id]['note']))}<small>{link(id, known)}</small>"
        for id in passport.sources
    ]


def inputs(passport: Passport, known: dict[str, Row]) -> list[str]:
    """Return the inputs that no lever sets, one line for each name."""
    rows = [r for r in queries.model_inputs().to_dict("records") if r["input"] in passport.inputs]
    items = []
    for _, several in groupby(rows, lambda r: r["input"]):
        mine = list(several)
        values = [float(r["value"]) for r in mine]
        unit = str(mine[0]["unit"])
        said = input_amount(values[0], unit)
        if len(mine) > 1:
            low, high = (input_amount(v, unit) for v in (min(values), max(values)))
            said = f"{len(mine)} values, {low} to {high}"
        meaning = min((str(r["meaning"]) for r in mine), key=len)  # what they have in common
        items.append(
            f"<b>{escape(meaning)}</b>: {escape(said)}<small>{' '.join(bases(mine, known))}</small>"
        )
    return items


def bases(rows: Iterable[Any], known: dict[str, Row]) -> list[str]:
    """Return what some inputs rest on, each basis once."""
    return list(dict.fromkeys(based(str(r["status"]), str(r["source_id"]), known) for r in rows))


def based(status: str, source_id: str, known: dict[str, Row]) -> str:
    """Return a status in words and, where there is one, its source with its date."""
    words = STATUSES[status]
    return f"{words}." if source_id == PLACEHOLDER else f"{words}: {link(source_id, known)}."


def link(source_id: str, known: dict[str, Row]) -> str:
    """Return a source as a link, its date, and a warning where it was not read itself."""
    source = known[source_id]
    warned = CHECKED.get(str(source["status"]), "")
    dated = ", ".join(str(word) for word in (source["published"], warned) if word)
    return f"{cell_html((str(source['title']), str(source['url'])))} ({escape(dated)})"
