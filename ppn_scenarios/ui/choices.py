"""What a reader may choose on a page: the place, and chart or table."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from ppn_scenarios.wording.places import Place, places

from .visit import Visit, mirrored, take_view

SHOWS: Final = {"chart": "Chart", "table": "Table"}


def choose_place(
    now: Visit,
    *others: Callable[[Visit], object],
    width: int = 380,
    last: Callable[[], object] | None = None,
) -> Place:
    """Draw the choice of place and of chart or table; return the place.

    `others` draw choices of the page's own before them, in the same row, and `last` after them.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for other in others:
            other(now)
        st.selectbox(
            "Place",
            list(places()),
            format_func=lambda code: places()[code].option,
            width=width,
            **mirrored("place", now.view.place, take_view, "place", "place"),
        )
        choose_show(now)
        if last:
            last()
    return places()[now.view.place]


def choose_show(now: Visit) -> str:
    """Draw the choice of chart or table; return it."""
    st.segmented_control(
        "Show",
        list(SHOWS),
        format_func=SHOWS.__getitem__,
        required=True,
        **mirrored("show", now.view.show, take_view, "show", "show"),
    )
    return now.view.show
