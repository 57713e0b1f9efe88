"""Dates of single choices: apart from the levers, and built only when somebody asks."""

from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import OWN_DATES, Scenario

from .levers import draw

TITLE: Final = "Own dates for single choices"


def draw_own_dates(scenario: Scenario) -> None:
    """Draw the panel of dates, for the choices that a reader has made or dated."""
    changed = scenario.changes().keys()
    panel = st.expander(TITLE, key="own_dates", on_change="rerun")
    if panel.open:
        with panel:
            st.caption(
                "Choices start, and build up, with the plan. Here one may have dates of its own. "
                "Only choices that you have moved are listed: dates of others change nothing."
            )
            listed = (
                name
                for name, date in OWN_DATES.items()
                if date.date_of in changed or name in changed
            )
            draw(scenario, listed)
            if not any(date.date_of in changed for date in OWN_DATES.values()):
                st.markdown("You have moved no choice that can have dates of its own.")
    if dated := len(OWN_DATES.keys() & changed):
        st.caption(f"Own dates set: {dated}")
