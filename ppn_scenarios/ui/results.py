"""The choice of the result and the year that a page is about."""

import streamlit as st

from ppn_scenarios.sharing.view import YEARS
from ppn_scenarios.wording.results import RESULTS, About

from .visit import Visit, mirrored, take_view


def choose_result(now: Visit) -> None:
    """Draw the choice of result."""
    st.selectbox(
        "Result",
        list(RESULTS),
        format_func=lambda name: RESULTS[name].label,
        width=250,
        **mirrored("result", now.view.result, take_view, "result", "result"),
    )


def choose_year(now: Visit) -> None:
    """Draw the choice of year."""
    st.selectbox(
        "March of",
        YEARS,
        width=95,
        **mirrored("year", now.view.year, take_view, "year", "year"),
    )


def about(now: Visit) -> About:
    """Return what the reader has chosen the page to be about."""
    return About(now.view.result, int(now.view.year))
