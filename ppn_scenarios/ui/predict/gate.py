"""What keeps the answer off every page while the room predicts."""

from typing import Final

import streamlit as st

from ppn_scenarios.ui.later import end_here
from ppn_scenarios.ui.visit import Visit

from .form import show_form
from .state import asking, stop

HOME: Final = "app.py"
STAGE: Final = "pages/present.py"  # draws the question itself
GUIDE: Final = "pages/guide.py"  # holds no answer


def keep_hidden(page: str, now: Visit) -> None:
    """While the room predicts, draw the question in place of the page, and end the page there."""
    if not asking(now.view) or page in (STAGE, GUIDE):
        return
    if page == HOME:
        show_form(now)
    else:
        st.info(
            "This page could give the answer away. It opens again when you reveal the answer, or "
            "stop predicting.",
            title="The room is predicting",
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(HOME, label="Go to the question", query_params=now.dated)
            st.button("Stop predicting", key="predict_stop", on_click=stop)
    end_here()
