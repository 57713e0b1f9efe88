"""The reverse test: how many must join a year for each reading of the plan."""

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st

from ppn_scenarios.analysis.joiners import HAZARDS, PACE, Joiners, hazard_of, joiners, joining
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.joining import of_brought, of_joiners
from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording import percent, staff
from ppn_scenarios.wording.places import Place

from .answers import on_beliefs_alone, projection
from .folded import folded
from .passport import offer
from .shared import shared
from .table import show_table
from .take_away import titled

ONLY_ENGLAND = (
    "Not said here, because it is published for England alone: staff before 2023, and what the "
    "plan asks of a place. So there is no pace to hold its joiners against. The readings above "
    "share England's number out by population, which is our arithmetic."
)


@lru_cache(maxsize=256)
def needed(hazard: float) -> Mapping[str, Joiners]:
    """Return what 2019 to 2023 took and what each reading needs, at a rate of leaving."""
    return shared(joiners(baseline(), hazard))


@lru_cache(maxsize=256)
def hazard(beliefs: Scenario) -> float:
    """Return the rate at which staff leave or retire on a reader's beliefs alone."""
    return hazard_of(on_beliefs_alone(beliefs))


def show_joiners(scenario: Scenario, place: Place, show: str) -> None:
    """Draw how many must join a year, or say why that cannot be said of this place."""
    folded("How many must join a year?", "joining", show_needed, scenario, place, show)


def show_needed(scenario: Scenario, place: Place, show: str) -> None:
    """Draw what the panel holds: in words, as a chart unless tables are shown, as a table."""
    if place.level != "england":
        st.markdown(ONLY_ENGLAND)
        return
    found = needed(hazard(scenario.beliefs_only()))
    pace = found[PACE]
    words = said(found, scenario)
    st.markdown(words)
    if show == "chart":
        from .charts.ranges import Range, show_ranges  # loaded after the answer

        with titled(words):
            show_ranges(
                "joiners",
                [
                    Range(
                        row=name_of(row),
                        low=min(row.by_hazard),
                        high=max(row.by_hazard),
                        value=row.mine,
                        label=cell(row.mine, pace.mine),
                    )
                    for row in found.values()
                ],
                Range(row="", low=0, high=0, value=pace.mine, label="The pace of 2019 to 2023"),
                key="chart_joiners",
                passport="joiners",
            )
    paces = (*pace.by_hazard, pace.mine)
    show_table(
        "FTE who must join a year, by the share of staff who leave or retire in a year",
        ("Reading", *(f"At {percent(h)}" for h in HAZARDS), f"At {leaving(pace)}, set here"),
        [(name_of(row), *map(cell, (*row.by_hazard, row.mine), paces)) for row in found.values()],
        numbers=range(1, len(HAZARDS) + 2),
        passport="joiners",
    )
    offer("joiners", lambda: made(scenario), scenario)


def said(found: Mapping[str, Joiners], scenario: Scenario) -> str:
    """Say what each reading needs against the pace, and what this scenario brings."""
    pace = found[PACE]
    needs = [
        f"{id[-1]} would take {staff(row.mine)}, {times(row, pace)}"
        for id, row in found.items()
        if id != PACE
    ]
    return (
        f"The growth of 2019 to 2023 took about {staff(pace.mine)} full-time equivalent joiners a "
        f"year, if {leaving(pace)} of staff leave or retire in a year as set here. A year from "
        f"2023 on, reading {'; '.join(needs)}. This scenario brings "
        f"{staff(joining(projection(scenario)))} a year on average. The test needs no model, only "
        "the rate of leaving; the growth until 2023 may be partly recoding of staff. "
        f"Bars run from {percent(HAZARDS[0])} to {percent(HAZARDS[-1])} "
        "leaving, with a dot at the rate set here."
    )


def leaving(row: Joiners) -> str:
    """Write the rate of leaving that the reader's beliefs give."""
    return f"{100 * row.hazard:.1f}%"


def times(row: Joiners, pace: Joiners) -> str:
    """Write a number of joiners as a multiple of the pace."""
    return f"{row.mine / pace.mine:.1f} times the pace"


def name_of(row: Joiners) -> str:
    """Return what a row is called."""
    return TARGETS[row.id].line.split(":")[0] if row.id != PACE else "2019 to 2023"


def cell(value: float, pace: float) -> str:
    """Write joiners a year, with their multiple of the pace at the same rate of leaving."""
    return staff(value) if value == pace else f"{staff(value)} (×{value / pace:.1f})"


def made(scenario: Scenario) -> list[Passport]:
    """Return the passport of each number of joiners."""
    rows = needed(hazard(scenario.beliefs_only())).values()
    brought = of_brought(projection(scenario))
    return [brought, *(passport for row in rows for passport in of_joiners(row))]
