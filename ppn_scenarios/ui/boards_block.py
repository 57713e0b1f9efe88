"""Leads counted in 42 footprints, 36 boards or about 26: what mergers alone change."""

from dataclasses import replace
from functools import cache
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.leaders import ICS, Led, posts_and_people
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables import queries
from ppn_scenarios.wording import count, listed, march, percent

from .answers import projection
from .passport import offer
from .section import section
from .table import show_table

OPTIONS: Final = tuple(int(n) for n in ASSUMPTIONS["boards"].options)
SOURCE: Final = (
    "Organisation Data Service, April 2026, as documented by the RCPCH. Registered people: our "
    "arithmetic on GP registrations of December 2025. Of Frimley outside East Berkshire no split "
    "was read, so two boards have half each: a placeholder. Trusts by their record of July 2026."
)


def show_boards(scenario: Scenario, view: View) -> None:
    """Draw the leads wanted and expected by the number of boards, then the boards of 2026."""
    year = int(view.map_year)
    section("42, 36 or 26 boards?")
    rows = {number: led(scenario, number, year) for number in OPTIONS}
    st.markdown(said(rows, year))
    show_table(
        f"ICS leads in England by how many boards should have one, {march(year)}",
        ("Boards", "Leads wanted", "Expected in post", "Share", "People to each board"),
        [
            (
                ASSUMPTIONS["boards"].show(number)
                + (" (set in your scenario)" if number == scenario.boards else ""),
                f"{row.organisations:.0f}",
                count(row.people),
                percent(row.people_share),
                f"{people() / number / 1e6:.1f} million",
            )
            for number, row in rows.items()
        ],
        numbers=(1, 2, 3, 4),
        passport="boards",
    )
    offer("boards", lambda: made(scenario, year), scenario)
    more = st.expander("The 36 boards of April 2026", key="board_list", on_change="rerun")
    if more.open:
        with more:
            show_table(
                "Boards of April 2026, and the ICSs that they came from",
                ("Board", "From", "Registered people", "Trusts"),
                of_2026(),
                numbers=(2, 3),
                wide=(1,),
                source=SOURCE,
            )


def led(scenario: Scenario, boards: int, year: int) -> Led:
    """Return the leads of England if they are counted in so many boards."""
    run = projection(replace(scenario, boards=boards))
    return next(row for row in posts_and_people(run, ENGLAND, year) if row.kind == ICS)


def said(rows: dict[int, Led], year: int) -> str:
    """Return what mergers alone change, in words made from the numbers."""
    most, least = rows[max(rows)], rows[min(rows)]
    same = percent(most.people_share) == percent(least.people_share)
    share = f"the share stays {percent(most.people_share)}" if same else "the share moves little"
    return (
        f"Fewer boards need fewer leads: with the same assumptions {count(most.people)} leads are "
        f"expected in {march(year)} in {max(rows)} boards, {count(least.people)} in {min(rows)}, "
        f"and {share}. So a target of *every ICS* comes nearer by mergers alone in number, not in "
        "share, and each lead covers more people. Which boards merge into 26 is not published."
    )


@cache
def people() -> float:
    """Return registered people in England."""
    return float(queries.systems()["registered_population"].sum())


def of_2026() -> list[tuple[str, str, str, str]]:
    """Return each board with where it came from, its people and its trusts, by name."""
    systems = queries.systems().set_index("ics_code")
    trusts = queries.trusts()["board_2026_code"].value_counts()
    rows = []
    for code, parts in queries.succession().groupby("board_code"):
        sources = [
            systems.loc[row["ics_code"], "short_name"]
            + ("" if row["weight"] == 1 else f" ({percent(row['weight'])} of it)")
            for row in parts.to_dict("records")
        ]
        each = parts["ics_code"].map(systems["registered_population"]) * parts["weight"]
        rows.append(
            (
                str(parts["board_name"].iloc[0]),
                "unchanged" if list(parts["ics_code"]) == [code] else listed(sources),
                f"{each.sum():,.0f}",
                f"{int(trusts.get(code, 0))}",
            )
        )
    return sorted(rows)


def made(scenario: Scenario, year: int) -> list[Passport]:
    """Return the passports of the share of leads in post by number of boards."""
    return [
        replace(found, label=f"{found.label}, {number} boards", scenario=plan)
        for number in OPTIONS
        for plan in [replace(scenario, boards=number)]
        for found in [of_measure("systems_led", projection(plan), ENGLAND, year)]
    ]
