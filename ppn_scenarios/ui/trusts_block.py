"""The trusts of a place: by type with what is assumed, and each by name with nothing about it."""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import streamlit as st

from ppn_scenarios.analysis.leaders import ICS, posts_and_people
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables import queries
from ppn_scenarios.wording import expected, march, percent
from ppn_scenarios.wording.places import Place, organisations

from .answers import projection
from .home_passports import of_types
from .passport import offer
from .section import section
from .shared import shared
from .table import show_table

UNKNOWN: Final = (
    "**Nobody has counted which trusts have a leader.** So nothing is said of any named trust: "
    "each shows what is assumed for its type, and no trust is judged."
)
CLOSED: Final = " (closed by July 2026)"
SOURCE: Final = (
    "NHS England, NHS Workforce Statistics, November 2025 (trusts, types and ICS of headquarters); "
    "Organisation Data Service, July 2026 (boards and closures). The share is your own lever for "
    "that type of trust, or a placeholder."
)


def show_trusts(scenario: Scenario, place: Place, view: View) -> None:
    """Draw trusts by type, then, when opened, every trust of the place by name."""
    section(f"Trusts in {place.said}")
    st.markdown(UNKNOWN)
    show_types(scenario, place, int(view.map_year))
    found = in_place(place)
    many = "one trust" if len(found) == 1 else f"{len(found)} trusts"
    more = st.expander(f"The {many} by name", key="trust_list", on_change="rerun")
    if more.open:
        with more:
            show_table(
                f"Trusts in {place.said}, November 2025",
                (
                    "Trust",
                    "Type",
                    "ICS",
                    "Board of 2026",
                    "Assumed share of its type with a leader",
                ),
                [
                    (
                        row["name"]
                        + (" (closed by July 2026)" if row["closed_by_2026_07"] else ""),
                        row["type_label"],
                        row["ics_name"],
                        row["board"],
                        percent(getattr(scenario, f"cppo_base_{row['trust_type']}")),
                    )
                    for row in found
                ],
                numbers=(4,),
                source=SOURCE,
            )


@lru_cache(maxsize=64)
def in_place(place: Place) -> Sequence[Mapping[Hashable, Any]]:
    """Return the trusts of a place by name, each with the name of its board of 2026."""
    boards = dict(queries.boards_2026()[["board_code", "name"]].to_numpy())
    region = place.code if place.level == "region" else None
    ics = place.code if place.level == "ics" else None
    rows = queries.trusts(ics, region).sort_values("name").to_dict("records")
    named = ({**row, "board": boards.get(row["board_2026_code"], "not recorded")} for row in rows)
    return shared(tuple(named))


def show_types(scenario: Scenario, place: Place, year: int) -> None:
    """Draw how many trusts of each type there are, and how many are expected to have a leader."""
    rows = [r for r in posts_and_people(projection(scenario), place.code, year) if r.kind != ICS]
    show_table(
        f"Trusts in {place.said} by type",
        (
            "Type",
            "Trusts",
            "Assumed share with a leader, March 2026",
            f"Expected with a leader, {march(year)}",
        ),
        [
            (
                organisations()[row.kind],
                f"{row.organisations:.0f}",
                percent(getattr(scenario, f"cppo_base_{row.kind}")),
                expected(row.people, row.organisations),
            )
            for row in rows
        ],
        numbers=(1, 2, 3),
        passport="trusts",
    )
    offer("trusts", lambda: of_types(scenario, place, year), scenario)
