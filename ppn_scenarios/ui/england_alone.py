"""What a page says where it answers for England, and the reader has chosen a place."""

import streamlit as st

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.wording.places import places


def say_england_alone(place: str) -> None:
    """Say that the numbers here are England's, if another place is set."""
    if place != ENGLAND:
        st.caption(
            f"You look at {places()[place].said}. What stands here is worked out for England "
            "alone: levers act on the whole country, and staff of a place are a share of it."
        )
