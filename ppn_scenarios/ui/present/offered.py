"""The way from any page to the stage, at that page's question."""

from typing import Final

import streamlit as st

from ppn_scenarios.ui.visit import Visit, set_view, visit

from .moves import STAGE, scene_for

PRESENT: Final = "present"  # the key of the button


def offer_stage(page: str, now: Visit) -> None:
    """Draw the button that puts a page's question on the stage, scenario and place as they are."""
    name = scene_for(page, now.view)
    if st.button(
        "Present",
        key=PRESENT,
        icon=":material/present_to_all:",
        shortcut="Alt+P",
        help="One question at a time, large, by keyboard (Alt+P)",
        on_click=set_view,
        kwargs={"scene": name, "window": "stage"},
    ):
        st.switch_page(STAGE, query_params=visit().dated)
