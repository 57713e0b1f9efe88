"""How fast other roles spread, beside the paces set here for this one."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.paces import of_pace
from ppn_scenarios.analysis.spread import Curve, curves
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.tables import queries
from ppn_scenarios.wording import percent

from .charts.adoption import Point, show_adoption
from .passport import offer
from .table import Cell, show_table
from .take_away import titled

SHORT: Final = {  # what stands beside a point, and where; the table has each name in full
    "ahp_chief_answered": ("Chief AHP", "below end"),
    "ahp_chief_floor": ("or at least", "above end"),
    "ahp_on_board": ("Chief AHP on the board", "above"),
    "ftsu_2017": ("Speak Up Guardian", "above"),
    "ppn_2017": ("Networks, paid for from 2020", "after"),
    "directors": ("Medical and nursing directors (recalled)", "above"),
}
RESTS_ON: Final = {"sourced": "as published", "derived": "our arithmetic"}
CHECKED: Final = {
    "verified": "page read",
    "third_party_copy": "read in a copy",
    "recalled": "recalled, and not re-read",
}
HOW: Final = {
    "encouraged": "encouraged",
    "voluntary": "left to each",
    "paid for": "paid for nationally",
    "required": "required of trusts",
    "law": "law",
}
AFTER: Final = (1, 3, 5, 8)  # years


def show_roles(scenario: Scenario, show: str) -> None:
    """Draw how far other roles had spread when somebody counted, and the paces set here."""
    st.markdown(
        "No count of this post exists, so its paces are read from other roles. Chief allied health "
        "professionals (AHPs) were encouraged; Freedom to Speak Up Guardians were required of "
        "trusts; regional psychological professions networks spread slowly until they were paid "
        "for; medical and nursing directors are required by law. None is this role. Curves show "
        "this post, from none, at the paces set here; bars are as wide as the start is uncertain."
    )
    rows = [{str(k): v for k, v in r.items()} for r in queries.role_adoption().to_dict("records")]
    found = curves(scenario)
    if show == "chart":
        with titled("How fast other roles spread, and the paces set here for this post"):
            show_adoption([*counted(rows), *curved(found)], key="chart_roles", passport="roles")
    show_table(
        "Other roles, when somebody counted",
        ("Role", "Had it", "When", "How", "Source", "How to read it"),
        [told(row) for row in rows],
        numbers=(1,),
        wide=(5,),
        source="Each source says what its figure is of. None is a count of this post.",
    )
    show_table(
        "Organisations where this post would exist, from none, at the paces set here",
        ("How", *(f"After {y} year{'s' if y > 1 else ''}" for y in AFTER)),
        [(curve.name, *(percent(curve.share(y)) for y in AFTER)) for curve in found],
        numbers=range(1, len(AFTER) + 1),
        passport="roles",
    )
    offer("roles", lambda: made(scenario), scenario)


def counted(rows: list[dict[str, object]]) -> list[Point]:
    """Return the points of other roles; what a law says holds from its first day."""
    return [
        Point(
            name=str(row["label"]),
            years=0.0 if row["how"] == "law" else float(str(row["years_low"])),
            until=10.0 if row["how"] == "law" else float(str(row["years_high"])),
            share=float(str(row["share"])),
            label=beside(row),
            side=SHORT.get(str(row["point_id"]), ("", "above"))[1],
        )
        for row in rows
    ]


def beside(row: dict[str, object]) -> str:
    """Return what stands beside a point: its name and share, or nothing."""
    name = SHORT.get(str(row["point_id"]), ("",))[0]
    share = "" if row["how"] in ("law", "voluntary") else f" {percent(float(str(row['share'])))}"
    return f"{name}{share}" if name else ""


def curved(found: list[Curve]) -> list[Point]:
    """Return the points of the curves of this post; each is named at its end."""
    return [
        Point(
            name=curve.name,
            years=years,
            until=years,
            share=share,
            label=f"{curve.name}\n{percent(share)}" if years == curve.points[-1][0] else "",
            curve=True,
        )
        for curve in found
        for years, share in curve.points
    ]


def told(row: dict[str, object]) -> tuple[Cell, ...]:
    """Return a row of the table of other roles."""
    low, high = (float(str(row[name])) for name in ("years_low", "years_high"))
    of = "" if row["how"] == "law" else f" of {float(str(row['organisations'])):.0f}"
    return (
        str(row["label"]),
        f"{percent(float(str(row['share'])))}{of}",
        str(row["period"]) + ("" if row["how"] == "law" else f", {after(low, high)}"),
        HOW[str(row["how"])],
        (str(row["title"]), str(row["url"] or "")),
        f"{row['note']} ({RESTS_ON[str(row['status'])]}; {CHECKED[str(row['checked'])]})",
    )


def after(low: float, high: float) -> str:
    """Write how many years a role had been there, as a range where that is uncertain."""
    least, most = f"{round(low, 1):g}", f"{round(high, 1):g}"
    if least == most == "0":
        return "as it began"
    return f"after {least if least == most else f'{least} to {most}'} years"


def made(scenario: Scenario) -> list[Passport]:
    """Return the passport of each pace, after as many years as the table has."""
    return [of_pace(curve, years) for curve in curves(scenario) for years in AFTER]
