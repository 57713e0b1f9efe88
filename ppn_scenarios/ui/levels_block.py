"""The three levels of leadership that the PPN names, and which of them the model has."""

from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import Scenario

from .table import show_table

SOURCE: Final = (
    "Levels as named by the Psychological Professions Network, Developing the Right Psychological "
    "Professions Leadership in a Changing Landscape, 9 May 2022."
)


def show_levels(scenario: Scenario) -> None:
    """Say what the source asks for at each level, and what the model has of it."""
    st.markdown(
        "The recommendation speaks of care that is delivered at a neighbourhood, organisation or "
        "system level. The model has posts at two of them."
    )
    show_table(
        "Three levels of leadership",
        ("Level", "What the recommendation asks for", "In this model"),
        [
            (
                "Neighbourhood",
                "Input from all professions; it names no post",
                "Not modelled: no post is named at this level, none has been counted, and no open "
                "list of neighbourhoods with their staff was found",
            ),
            (
                "Organisation",
                "A chief psychological professions officer in every NHS organisation",
                "Modelled: a post in every trust, by type of trust. Other NHS organisations are "
                "not counted",
            ),
            (
                "System",
                "A senior psychological lead in every integrated care system, usually a CPPO",
                f"Modelled: a lead in every ICS, counted in {scenario.boards:.0f} boards",
            ),
        ],
        wide=(1, 2),
        source=SOURCE,
    )
