"""Replay of the last change: the page as it was, a pause, and the page as it is."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.workshop.record import Move

from .visit import Visit

PAUSE: Final = timedelta(seconds=3)  # long enough to find a number and keep it in mind
BEFORE, AFTER = "before", "after"
SAID: Final = 3  # levers of a move that are named


@dataclass(frozen=True)
class LastMove:
    """The last move that led to the scenario in force, and the scenario before it."""

    move: Move
    before: Scenario

    @property
    def said(self) -> str:
        """The move in words, its first levers where there are many."""
        lines = self.move.said()
        more = f"; and {len(lines) - SAID} more" if len(lines) > SAID else ""
        return "; ".join(lines[:SAID]) + more


def last_move() -> LastMove | None:
    """Return the last move of the session, or None before the first."""
    state = st.session_state
    before = state.record.before(state.scenario)
    return LastMove(state.record.moves[-1], before) if before else None


def start() -> None:
    """Begin a replay: the page shows the scenario before the last move."""
    st.session_state.replaying = BEFORE


def show_after() -> None:
    """End the pause: the page shows the scenario in force again."""
    st.session_state.replaying = AFTER


def close() -> None:
    """Put the replay away."""
    st.session_state.replaying = ""


def shown(now: Visit) -> Visit:
    """Return what a page shows: in a replay's first part the scenario before the last move."""
    last = last_move()
    if st.session_state.get("replaying") == BEFORE and last:
        return replace(now, scenario=last.before)
    return now


def show_banner() -> None:
    """Say at the top of the page, during a replay, which change it is and what is shown."""
    phase, last = st.session_state.get("replaying"), last_move()
    if not phase or not last:
        return
    with st.container(key="replay_banner", horizontal=True, vertical_alignment="center"):
        if phase == BEFORE:
            said = "You see the page **before** it; the change follows."
            st.info(f"{last.said}. {said}", title="Replay of the last change")
            st.button("Go on", key="replay_now", on_click=show_after)
        else:
            said = "You see the page **after** it."
            st.info(f"{last.said}. {said}", title="Replay of the last change")
            st.button("Close", key="replay_close", on_click=close)


def go_on() -> None:
    """Wait out the pause of a replay; drawn last, so that it starts once the page is there."""
    if st.session_state.get("replaying") == BEFORE:
        st.session_state.replay_waited = False
        st.fragment(run_every=PAUSE)(wait)()


def wait() -> None:
    """Turn to the page after the change when called again: at first, a pause has yet to pass."""
    if st.session_state.replay_waited:
        show_after()
        st.rerun()
    st.session_state.replay_waited = True
