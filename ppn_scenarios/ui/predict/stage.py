"""The question and, once it is revealed, its answer, as they stand on the stage."""

from types import MappingProxyType
from typing import Final

import streamlit as st

from ppn_scenarios.ui.visit import Visit

from . import form, told
from .picture import height, show_known
from .state import asking, room

# What is asked of a scene, by the page that it shows.
MEASURES: Final = MappingProxyType(
    {"app.py": "fte", "pages/leaders.py": "trusts_led", "pages/compare.py": "fte"}
)


def measure_of(page: str) -> str:
    """Return what a room can predict of a page on the stage, or nothing."""
    return MEASURES.get(page, "")


def is_on_stage(now: Visit) -> bool:
    """Return whether the stage shows a question or its answer in place of its scene."""
    return bool(asking(now.view)) or told.in_view(now) is not None


def question(now: Visit) -> str:
    """Return the question."""
    one = told.in_view(now)
    return told.asked_of(one) if one else form.asked(now)


def height_of(now: Visit) -> int:
    """Return how high the pictures are together, in pixels as drawn."""
    one = told.in_view(now)
    return height(one.room if one else room(now.view))


def show_words(now: Visit) -> bool:
    """Draw what stands beside the picture; return whether there is a picture."""
    one = told.in_view(now)
    if one is None:
        form.choose_question(now)
        return form.take_figures(now)
    with st.container(key="stage_answer"):
        st.markdown(told.said(one, now))
    told.show_ways_on(one, now)
    return True


def show_picture(now: Visit) -> None:
    """Draw the picture, large."""
    one = told.in_view(now)
    if one:
        told.show_picture(one, now)
    else:
        show_known(room(now.view), now.scenario, now.view.show)
