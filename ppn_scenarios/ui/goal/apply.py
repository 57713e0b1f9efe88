"""Taking an answer into the reader's scenario with one click, and going back."""

from collections.abc import Mapping

import streamlit as st

from ppn_scenarios.analysis.goals.control import Control, with_settings
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui.visit import set_scenario


def offer_settings(
    label: str, key: str, changes: Mapping[Control, int], scenario: Scenario
) -> None:
    """Draw the button that takes some settings into the reader's scenario."""
    after = with_settings(scenario, dict(changes))
    st.button(
        label,
        key=f"apply_{key}",
        on_click=take,
        args=(after, scenario),
        disabled=after == scenario,
        icon=":material/input:",
    )


def take(after: Scenario, before: Scenario) -> None:
    """Make the settings the reader's scenario, and remember the one before."""
    st.session_state.before_goal = before
    set_scenario(after)


def put_back() -> None:
    """Go back to the scenario before the last settings were taken."""
    set_scenario(st.session_state.pop("before_goal"))


def offer_return(scenario: Scenario) -> None:
    """Draw the way back, while there is one."""
    before = st.session_state.get("before_goal")
    if before is not None and before != scenario:
        st.button(
            "Put back my scenario as it was",
            key="put_back",
            on_click=put_back,
            icon=":material/undo:",
        )
