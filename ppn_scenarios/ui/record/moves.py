"""Every move of the session, with its time and a reason."""

from typing import Final

import streamlit as st

from ppn_scenarios.sharing.kept import LONGEST_REASON, tidy
from ppn_scenarios.ui.clock import day_and_time
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.visit import mirrored
from ppn_scenarios.wording import literal
from ppn_scenarios.workshop.record import Move

SHOWN: Final = 15  # moves in view; the file has them all
SOURCE: Final = "Recorded in this session: settings of levers, not results."


def show_moves() -> None:
    """Draw the moves, the newest first, and the field for a reason."""
    moves = st.session_state.record.moves
    if not moves:
        return
    section("Every move")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        # A key of its own for each number of moves: after a new move, that one is chosen.
        newest = list(reversed(range(len(moves))))
        which = st.selectbox(
            "Give a reason for",
            newest,
            format_func=lambda i: f"{day_and_time(moves[i].at)}, {in_short(moves[i])}",
            key=f"reason_of_{len(moves)}",
            width=430,
        )
        st.text_input(
            "Why was it moved? (optional)",
            max_chars=LONGEST_REASON,
            width=430,
            **mirrored(f"reason_{which}", moves[which].reason, take, which),
        )
    if problem := st.session_state.get("reason_problem"):
        st.warning(literal(problem), title="The reason was not kept")
    older = len(moves) - SHOWN
    show_table(
        "Moves of this session, the newest first"
        + (f"; {older} older ones are in the file" if older > 0 else ""),
        ("When", "What moved", "Why"),
        [
            (day_and_time(moves[i].at), "; ".join(moves[i].said()), moves[i].reason)
            for i in newest[:SHOWN]
        ],
        wide=(1, 2),
        source=SOURCE,
    )


def in_short(move: Move) -> str:
    """Return the first lever of a move in words, and how many more there are."""
    first, *others = move.said()
    return first + (f" and {len(others)} more" if others else "")


def take(which: int) -> None:
    """Keep the reason of a move, or say why it cannot be kept."""
    state = st.session_state
    try:
        reason = tidy(state[f"reason_{which}"], LONGEST_REASON, "The reason")
    except ValueError as refusal:
        state.reason_problem = str(refusal)
        return
    state.record, state.reason_problem = state.record.because(reason, which), ""
