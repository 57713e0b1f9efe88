"""What a reader is told of the link that they came by, and of values that were refused."""

from typing import Final

import streamlit as st

from ppn_scenarios.sharing import link

MOST_NOTES: Final = 12  # told at once


def bullets(notes: list[str]) -> str:
    """Return notes as a list, the first of many."""
    more = f"\n- and {len(notes) - MOST_NOTES} more" if len(notes) > MOST_NOTES else ""
    return "\n".join(f"- {note}" for note in notes[:MOST_NOTES]) + more


def show_notes() -> None:
    """Tell what a link said that could not be used, and what changed since, until dismissed."""
    notes: list[str] = st.session_state.notes
    if not notes:
        return
    since = [note for note in notes if note.startswith(link.SINCE)]
    unused = [note for note in notes if note not in since]
    with st.container(key="notes"):
        if unused:
            st.warning(bullets(unused), title="Some of this link could not be used")
        if since:
            st.warning(bullets(since), title="This link was made before something changed")
        st.button("I have read this", on_click=notes.clear, key="dismiss_notes")
