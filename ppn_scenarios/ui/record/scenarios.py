"""The scenarios kept by name: their notes and the reasons for their levers, and their file."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.sharing.kept import LONGEST_NOTE, LONGEST_REASON, Kept
from ppn_scenarios.ui.keep_field import ask_name
from ppn_scenarios.ui.kept import keep, kept, load, remove
from ppn_scenarios.ui.kept_file import show_kept_file
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.visit import Visit, mirrored
from ppn_scenarios.wording import literal

FIELD = "record_keep_name"


def show_scenarios(now: Visit) -> None:
    """Draw the field that keeps this scenario, those kept so far, and their file."""
    section("Scenarios kept by name")
    ask_name(now, FIELD, "record_keep", keep)
    for i, one in enumerate(kept().values()):
        show_one(i, one)
    show_kept_file()


def show_one(i: int, one: Kept) -> None:
    """Draw one kept scenario; its note and reasons are built when it is opened."""
    said = literal(one.name)
    with st.container(key=f"kept_{i}"):
        panel = st.expander(said, key=f"kept_open_{i}", on_change="rerun")
        if not panel.open:
            return
        with panel:
            show_texts(i, one)
            with st.container(horizontal=True):
                st.button(f"Load {said}", key=f"load_{i}", on_click=load, args=(one.name,))
                st.button(f"Remove {said}", key=f"remove_{i}", on_click=remove, args=(one.name,))


def show_texts(i: int, one: Kept) -> None:
    """Draw the note, and a reason for each lever that the scenario changes."""
    st.text_area(
        "Note",
        max_chars=LONGEST_NOTE,
        height=68,
        **mirrored(f"note_{i}", one.note, take_note, one.name, f"note_{i}"),
    )
    changes = one.scenario.changes()
    if not changes:
        st.markdown("It changes no lever: as things stand.")
    for name, value in changes.items():
        a, key = ASSUMPTIONS[name], f"why_{i}_{name}"
        st.text_input(
            f"Why {a.label}: {a.show(value)}",
            max_chars=LONGEST_REASON,
            placeholder="Your reason (optional)",
            **mirrored(key, one.reasons.get(name, ""), take_reason, one.name, name, key),
        )
    if problem := st.session_state.get("text_problem"):
        st.warning(literal(problem), title="The text was not kept")


def take_note(name: str, key: str) -> None:
    """Take a new note into a kept scenario."""
    text = st.session_state[key]
    change(name, lambda one: replace(one, note=text))


def take_reason(name: str, lever: str, key: str) -> None:
    """Take a new reason for a lever into a kept scenario."""
    text = st.session_state[key]
    change(name, lambda one: replace(one, reasons={**one.reasons, lever: text}))


def change(name: str, how: Callable[[Kept], Kept]) -> None:
    """Put a changed scenario in the place of a kept one, or say why it cannot be."""
    state = st.session_state
    try:
        state.kept = {**kept(), name: how(kept()[name])}
    except ValueError as refusal:
        state.text_problem = str(refusal)
    else:
        state.text_problem = ""
