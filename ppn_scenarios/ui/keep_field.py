"""The field in which a reader names the scenario on screen, to keep it."""

from collections.abc import Callable

import streamlit as st

from ppn_scenarios.sharing.kept import LONGEST_NAME
from ppn_scenarios.wording import literal

from .kept import kept, suggested
from .visit import Visit


def ask_name(now: Visit, field: str, button: str, keep: Callable[[str], None]) -> None:
    """Draw the field and its button, and why the last name could not be had.

    `field` and `button` are their keys; `keep` is called with the first when the second is pressed.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Keep this scenario as",
            max_chars=LONGEST_NAME,
            placeholder=suggested(now.scenario, kept()),
            key=field,
            width=380,
        )
        st.button("Keep", key=button, on_click=keep, args=(field,))
    if problem := st.session_state.get("keep_problem"):
        st.warning(literal(problem), title="It was not kept")
