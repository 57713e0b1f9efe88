"""The minutes to take away: a web page, Markdown, and a table of moves."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

import pandas as pd
import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.spreadsheet import csv_text
from ppn_scenarios.tables.release import described
from ppn_scenarios.ui.address import of_scenario
from ppn_scenarios.ui.autosave import start_afresh
from ppn_scenarios.ui.clock import zone, zone_name
from ppn_scenarios.ui.home import finding
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.ui.predict import words
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.visit import Visit, current_session
from ppn_scenarios.wording.places import Place, places
from ppn_scenarios.workshop.minutes import NOT_ASSURED, Minutes
from ppn_scenarios.workshop.minutes_files import markdown, web_page
from ppn_scenarios.workshop.session import Session

COLUMNS: Final = ("at_utc", "lever", "label", "unit", "before", "after", "reason")


def show_take_away(now: Visit) -> None:
    """Draw the buttons; each file is made when its button is pressed."""
    section("Take it away")
    made = minutes_of(current_session(), places()[now.view.place])
    day = f"{datetime.now(zone()):%Y-%m-%d}"
    files: dict[str, tuple[str, str, Callable[[], str]]] = {
        "Minutes (web page)": ("html", "text/html", lambda: web_page(made)),
        "Minutes (Markdown)": ("md", "text/markdown", lambda: markdown(made)),
        "Moves (CSV)": ("csv", "text/csv", lambda: moves_csv(made)),
    }
    with st.container(horizontal=True):
        for label, (ending, kind, build) in files.items():
            name = "moves" if ending == "csv" else "minutes"
            st.download_button(
                label,
                data=build,
                file_name=f"ppn-scenarios-{name}-{day}.{ending}",
                mime=kind,
                on_click="ignore",
                key=f"take_{ending}",
            )
    with st.popover("Start a new session"):
        st.markdown(
            "This clears the record, the steps and the kept scenarios, here and in this browser, "
            "and what it keeps of other tabs. Take away what you need first. The scenario on "
            "screen stays."
        )
        st.button("Clear it and start anew", key="start_afresh", on_click=start_afresh)


def minutes_of(session: Session, place: Place) -> Minutes:
    """Return the minutes of a session, as seen from a place."""
    return Minutes(
        session=session,
        at=datetime.now(UTC),
        zone=zone(),
        zone_name=zone_name(),
        versions=versions(),
        link=of_scenario,
        answer=lambda scenario: answered(scenario, place),
        told=lambda one: words.told(one).texts,
    )


def versions() -> dict[str, str]:
    """Return the versions that everything taken away names, with the date of the data."""
    return {
        "Model version": MODEL_VERSION,
        "Data version": f"{described()}; staff counted on 31 March {baseline().year}",
    }


def answered(scenario: Scenario, place: Place) -> str:
    """Return what the first page says of a scenario, without its marks."""
    return finding(without_hypothesis(scenario), place).replace("**", "")


def told(name: str) -> tuple[str, str]:
    """Return a lever's label and unit."""
    return ASSUMPTIONS[name].label, ASSUMPTIONS[name].unit


def moves_csv(made: Minutes) -> str:
    """Return every lever of every move as CSV, in the model's own units."""
    rows = [
        (m.at.isoformat(timespec="seconds"), name, *told(name), was, now, m.reason)
        for m in made.record.moves
        for name, (was, now) in m.levers.items()
    ]
    about = {
        "Title": "Moves of a session of PPN Scenarios",
        "Unit": "as in the column; shares and rates are fractions of one",
        "Source": "recorded in the session; settings of levers, not results",
        **dict(made.versions),
        "Link": made.link(made.session.history.present),
        "To know": NOT_ASSURED,
    }
    return csv_text(pd.DataFrame(rows, columns=list(COLUMNS)), about)
