"""Who leads: the answer in words."""

import streamlit as st

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.wording.leaders import finding
from ppn_scenarios.wording.places import Place

from .answers import projection


def show_finding(scenario: Scenario, place: Place) -> None:
    """Say in words who leads, what cannot be reached, and that nobody has counted."""
    said = finding(projection(scenario), place)
    st.info(f"{said} Enter your own below." if said.endswith("is a placeholder.") else said)
