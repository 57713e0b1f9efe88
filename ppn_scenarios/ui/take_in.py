"""A panel that takes in a file of the reader's, and says what came of it."""

from collections.abc import Callable

import streamlit as st

from ppn_scenarios.sharing.scenario_file import ScenarioFileError
from ppn_scenarios.wording import literal

MEGABYTES = 1  # the largest file that a browser may send
# Streamlit shows the server's refusal by its number alone.
REFUSED = "Error 413 means that this visit has sent all that it may: reload the page and try again."


def show_take_in(
    title: str, says: str, label: str, *, panel: str, field: str, take: Callable[[bytes], list[str]]
) -> None:
    """Draw a shut panel with a field for a JSON file, and what was said of the last one.

    `panel` and `field` are the keys of both. `take` is handed what a file holds, takes it in and
    returns what to say of it; it raises ScenarioFileError, in words, for what cannot be used.
    """
    opened = st.expander(title, key=panel, on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.caption(f"{says} {REFUSED}")
        st.file_uploader(
            label,
            key=field,
            type="json",
            max_upload_size=MEGABYTES,
            on_change=take_file,
            args=(field, take),
        )
        if problem := st.session_state.get(f"{field}_problem"):
            lines = "\n".join(f"- {literal(line)}" for line in problem.splitlines())
            st.warning(lines, title="Nothing was taken in")
        for note in st.session_state.get(f"{field}_notes", ()):
            st.markdown(literal(note))


def take_file(field: str, take: Callable[[bytes], list[str]]) -> None:
    """Take in the file that was chosen, or say why it cannot be used."""
    state = st.session_state
    state[f"{field}_problem"], state[f"{field}_notes"] = "", []
    if state[field] is None:
        return
    try:
        state[f"{field}_notes"] = take(state[field].getvalue())
    except ScenarioFileError as refusal:
        state[f"{field}_problem"] = str(refusal)
