"""Nothing is lost: the session is kept in the reader's browser and taken up again from there."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

import streamlit as st

from ppn_scenarios.wording import literal
from ppn_scenarios.workshop import session
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.resume import brought_back, joined, left_out
from ppn_scenarios.workshop.session import Session
from ppn_scenarios.workshop.shape import LARGEST, TOO_LARGE, YEARS, sent

from .clock import day_and_time
from .kept_session import NOT_KEPT, TOO_LONG, show_as_it_was, told
from .link_notes import bullets
from .unseen import found
from .visit import current_session, take_session


def to_keep() -> dict[str, Any]:
    """Return what the browser is to keep of this visit, and what it must know of it."""
    state = st.session_state
    if "visit_id" not in state:
        state.visit_id, state.heard, state.settled = token_hex(8), False, False
        state.order = state.offered = state.got = None
        state.kept_notes, state.too_long, state.left_out = [], False, b""
    return {
        "visit": state.visit_id,
        "text": text(),
        "heard": state.heard,
        "settled": state.settled,
        "order": state.order,
        "got": state.got,
    }


def take_found() -> None:
    """Take up what the browser has just handed back."""
    take(found())


def text() -> str:
    """Return the session as text, nothing where nothing was made; written only when it changed."""
    state, now = st.session_state, current_session()
    steps = now.history.past or now.history.future
    written = now.record.findings or now.record.predictions or now.kept or now.room or now.scenes
    if not (steps or written or any(now.draft.values())):
        return ""
    if state.get("kept_session") != now:
        state.kept_session, whole = now, session.write(now)
        if sent(whole) <= LARGEST:
            state.kept_text = whole
        elif not state.too_long:
            state.kept_notes.append(TOO_LONG)
            state.too_long = True
    kept: str = state.get("kept_text", "")
    return kept


def take(handed: Mapping[str, Any]) -> None:
    """Take up what the browser hands back: this tab's session at once, another's as an offer."""
    state = st.session_state
    if failed := handed.get("failed"):  # it may be full at any time
        said = TOO_LARGE if failed == "TooLarge" else NOT_KEPT
        state.kept_notes += [said] if said not in state.kept_notes else []
    if is_asked_for(handed.get("asked")):
        state.got, handed = handed["asked"], {"other": handed.get("other")}
    elif state.heard or not handed or "back" in handed:
        return  # it is handed over until it is heard
    state.heard = True
    own = handed.get("own")
    if isinstance(own, str) and (earlier := read(own)):
        say(left_out(earlier, current_session()), own)
        take_session(joined(earlier, current_session(), datetime.now(UTC)))
    match handed.get("other"):
        case {"name": str(name), "at": int() | float() as at, "text": str(other), **more}:
            earlier, notes = session.read(other)
            when = moment(at)
            if not earlier and when:
                say(notes, other)
            elif when:
                older = more.get("older")
                state.offered = {"name": name, "at": when, "text": other, "older": bool(older)}


def read(text: str) -> Session | None:
    """Return the session in a text, and say what of it was left out."""
    earlier, notes = session.read(text)
    say(notes, text)
    return earlier


def say(notes: Sequence[str], text: str) -> None:
    """Say what of a text was left out, and keep it as it is: the browser is given another soon."""
    state = st.session_state
    state.kept_notes += notes
    if notes:
        state.left_out = text.encode("utf-8", "surrogatepass")  # it may break off within a letter


def is_asked_for(order: object) -> bool:
    """Return whether a browser hands over what it was asked for, and for the first time."""
    state = st.session_state
    return bool(state.order) and "after" in state.order and order == state.order["id"] != state.got


def moment(milliseconds: float) -> datetime | None:
    """Return the time that a browser gave; None for one that cannot be."""
    try:
        found = datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found if found.year in YEARS else None


def show_offer() -> None:
    """Offer the session of a tab that was closed, and say what of a session was left out."""
    state = st.session_state
    if state.kept_notes:
        with st.container(key="kept_notes"):
            st.warning(
                bullets([literal(note) for note in state.kept_notes]),
                title="About the session kept in this browser",
            )
            if state.left_out:
                st.caption(
                    "*Take it away as it was* gives you all of it as a file. The page Record takes "
                    "in one that is whole."
                )
            with st.container(horizontal=True):
                if state.left_out:
                    show_as_it_was(state.left_out)
                st.button("I have read this", on_click=have_read, key="dismiss_kept")
    if not state.offered:
        return
    with st.container(key="offer"):
        earlier, _ = session.read(state.offered["text"])
        held = told(earlier) if earlier else ""
        st.info(
            f"There is a session of {day_and_time(state.offered['at'])} in this browser{held}. "
            "Bring it back?",
            title="An earlier session",
        )
        with st.container(horizontal=True):
            st.button("Bring it back", key="offer_take", on_click=take_offered)
            if state.offered["older"]:
                st.button("An older session", key="offer_older", on_click=ask_for_older)
            st.button("Not now", key="offer_leave", on_click=settle)
            st.button("Delete it from this browser", key="offer_delete", on_click=delete_offered)


def have_read() -> None:
    """Put away what was said of a session, and what was left out of it."""
    st.session_state.kept_notes.clear()
    st.session_state.left_out = b""


def take_offered() -> None:
    """Bring back the session that was offered."""
    text: str = st.session_state.offered["text"]
    if earlier := read(text):
        say(left_out(earlier, current_session()), text)
        take_session(brought_back(earlier, current_session(), datetime.now(UTC)))
    settle()


def ask_for_older() -> None:
    """Have the browser hand over the session before the one that is offered."""
    state = st.session_state
    state.order = {"id": token_hex(4), "after": state.offered["name"]}
    state.offered = None


def settle() -> None:
    """Put the offer away for this tab."""
    st.session_state.offered, st.session_state.settled = None, True


def delete_offered() -> None:
    """Have the browser forget the session that was offered."""
    st.session_state.order = {"id": token_hex(4), "forget": st.session_state.offered["name"]}
    settle()


def start_afresh() -> None:
    """Begin a new session: nothing stays here or in the browser but the scenario in force."""
    state = st.session_state
    state.order = {"id": token_hex(4), "forget": "all"}
    take_session(Session(history=History(state.scenario)))
