"""Which plans the reader holds against futures."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis.stress import MINE, plans_at_first
from ppn_scenarios.assumptions import PRESETS
from ppn_scenarios.sharing.view import MOST_PLANS, OWN, View, plans_in
from ppn_scenarios.ui.visit import mirrored, set_view
from ppn_scenarios.wording.futures import named

OPTIONS: Final = (MINE, *PRESETS)


def chosen(view: View) -> tuple[str, ...]:
    """Return the plans that a view compares, in the order in which they are listed."""
    names = plans_at_first(view.goal) if view.plans == OWN else plans_in(view.plans)
    return tuple(name for name in OPTIONS if name in (names or ()))


def choose_plans(view: View) -> None:
    """Draw the ticks of the plans."""
    with st.popover("Plans to compare", width="content"):
        st.caption(
            "A plan is a set of choices. All are run on your beliefs, and then on each future's. "
            f"At most {MOST_PLANS} at once."
        )
        st.pills(
            "Plans to compare",
            OPTIONS,
            selection_mode="multi",
            format_func=named,
            label_visibility="collapsed",
            **mirrored("stress_plans", list(chosen(view)), take_plans),
        )


def take_plans() -> None:
    """Take the plans that are ticked; with none, those of the goal."""
    ticked = [name for name in OPTIONS if name in st.session_state.stress_plans]
    set_view(plans=".".join(ticked[:MOST_PLANS]) or OWN)
