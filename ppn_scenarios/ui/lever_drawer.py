"""The drawer of a lever: a press on the help beside its name opens it at the side."""

import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording import march

from .amounts import markdown
from .lever_lesson import show_lesson
from .lever_reach import passports_of
from .over_page import over_page
from .passport import OPENER, headline, show_passport
from .visit import set_view, visit


def open_drawer(name: str, scenario: Scenario) -> None:
    """Open the drawer of a lever: its lesson, how its numbers are made, and the way to the page."""
    title = ASSUMPTIONS[name].label
    over_page(title, position="right", width=560)(show_drawer)(name, scenario)


def show_drawer(name: str, scenario: Scenario) -> None:
    """Draw what a drawer holds."""
    show_lesson(name, scenario, "drawer")
    made = st.expander(OPENER, key="drawer_made", on_change="rerun")
    if made.open:
        with made:
            years = sorted(baseline().years, reverse=True)
            year = st.selectbox("Year", years, format_func=march, key="drawer_year")
            for passport in passports_of(name, scenario, year):
                st.markdown(f"**{markdown(passport.label)}: {markdown(headline(passport))}**")
                show_passport(passport, scenario)
    # A link would open the page at the lever that this session read last: the session is the truth.
    if st.button("Read more on the page of levers", key="drawer_more", icon=":material/menu_book:"):
        set_view(lever=name)
        st.switch_page("pages/levers.py", query_params=visit().dated)
