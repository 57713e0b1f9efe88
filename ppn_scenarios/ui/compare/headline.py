"""The same headline numbers under every scenario, side by side."""

import streamlit as st

from ppn_scenarios.model import HORIZON
from ppn_scenarios.ui.draws import DRAWS
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording import literal, march
from ppn_scenarios.wording.places import Place

from .cells import is_refusal, rows
from .chosen import Comparison
from .side_passports import made


def show_headlines(found: Comparison, place: Place) -> None:
    """Draw the table, and say what its brackets are."""
    section("Side by side")
    table = rows(found, place)
    # A column that holds reasons is text, and wraps.
    columns = zip(*(cells for _, cells in table), strict=True)
    numbers = [i for i, cells in enumerate(columns, start=1) if not any(map(is_refusal, cells))]
    show_table(
        f"{place.name}, {march(HORIZON)}; costs a year at constant prices, from placeholders",
        ("Result", *(column.name for column in found.columns)),
        [(label, *cells) for label, cells in table],
        numbers=numbers,
        passport="headlines",
        wraps=True,
    )
    st.caption(
        f"In brackets, the difference from {literal(found.was.name)}. The spread is the middle 8 "
        f"in 10 of {DRAWS} draws of every belief. A difference in draws is over the same draws of "
        "both. Most ranges have no source, so neither is a probability."
    )
    offer("headlines", lambda: made(found, place), found.mine.scenario)
