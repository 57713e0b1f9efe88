"""What the room expected before it saw an answer, and what the answer was."""

from typing import Final

import streamlit as st

from ppn_scenarios.ui.clock import day_and_time
from ppn_scenarios.ui.predict.told import show_sources_of
from ppn_scenarios.ui.predict.words import told
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.workshop.minutes import FORETOLD

KEY: Final = "predictions"


def show_predictions() -> None:
    """Draw every prediction, the newest first, with its answer."""
    made = st.session_state.record.predictions
    if not made:
        return
    section("What the room expected")
    show_table(
        "Predictions of this session, before the answer was seen; the newest first",
        FORETOLD,
        [(day_and_time(one.at), *told(one).texts) for one in reversed(made)],
        wide=(3,),
        passport=KEY,
    )
    show_sources_of(made, KEY)
