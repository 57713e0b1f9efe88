"""A file of the reader's: a button that takes it away, and a panel that takes one in."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

import streamlit as st

from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.wording import literal

from .clock import zone

T = TypeVar("T")
MEGABYTES = 1  # the largest file that a browser may send
# Streamlit shows the server's refusal by its number alone.
REFUSED = "Error 413 means that this visit has sent all that it may: reload the page and try again."


def show_all_as_file(
    label: str, name: str, held: Sequence[T], write: Callable[[Sequence[T], str], str], *, key: str
) -> None:
    """Draw the button that takes away all that is held as one file, of a name with today's date.

    `held` is handed over now, for what makes the file when the button is pressed knows no session.
    """
    st.download_button(
        label,
        data=lambda: write(held, data_version()),
        file_name=f"{name}-{datetime.now(zone()):%Y-%m-%d}.json",
        mime="application/json",
        on_click="ignore",
        disabled=not held,
        key=key,
    )


def show_take_in(
    title: str, says: str, label: str, *, panel: str, field: str, take: Callable[[bytes], list[str]]
) -> None:
    """Draw a shut panel with a field for a JSON file, and what was said of the last one.

    `panel` and `field` are the keys of both. `take` is handed what a file holds, takes it in and
    returns what to say of it; it raises SavedFileError, in words, for what cannot be used.
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
    except SavedFileError as refusal:
        state[f"{field}_problem"] = str(refusal)
