"""Whether the room is predicting, and what it can do: start, say figures, reveal, stop."""

from datetime import UTC, datetime
from typing import Final

import streamlit as st

from ppn_scenarios.sharing.view import NOT_PREDICTED, TOLD, View
from ppn_scenarios.ui.visit import set_view
from ppn_scenarios.wording.predicted import ASKED
from ppn_scenarios.wording.results import RESULTS
from ppn_scenarios.workshop.expectation import Expectation, read_voices
from ppn_scenarios.workshop.record import Prediction

from .words import said

KEYS: Final = {"start": "Alt+G", "reveal": "Alt+A"}
FIELD: Final = "voice"
FIRST: Final = next(iter(ASKED))


def asking(view: View) -> str:
    """Return the measure that the room is predicting, or nothing: then answers may be shown."""
    return view.predict if view.predict in ASKED else ""


def room(view: View) -> Expectation:
    """Return what the room said so far to the question in view."""
    found: Expectation | None = st.session_state.room
    if found and (found.measure, found.place) == (view.predict, view.place):
        return found
    return Expectation(measure=view.predict, place=view.place)


def start(measure: str = FIRST) -> None:
    """Hide every answer, and ask a question: at first the one about staff."""
    st.session_state.replaying = ""
    forget(measure)


def asked_since() -> int:
    """Return how often a question was begun in this visit: a new one each time."""
    times: int = st.session_state.get("predict_times", 0)
    return times


def choose() -> None:
    """Ask the question that was chosen."""
    if (chosen := st.session_state.predict_measure) in ASKED:
        forget(chosen)


def stop() -> None:
    """Show the page again without a prediction."""
    forget(NOT_PREDICTED)


def forget(predict: str) -> None:
    """Turn to a question, or to none, without any figure said so far."""
    state = st.session_state
    state.room, state.voice_problem = None, ""
    state.predict_times = asked_since() + 1
    set_view(predict=predict)


def hear() -> None:
    """Take what was typed as figures, or say what cannot be one and leave it in its field."""
    state = st.session_state
    measure = asking(state.view)
    if not measure:
        return
    try:
        voices = read_voices(state[FIELD], RESULTS[measure].unit, ASKED[measure].most)
        state.room = room(state.view).heard(voices)
    except ValueError as refusal:
        state.voice_problem = f"{refusal}."
    else:
        state[FIELD], state.voice_problem = "", ""


def take_back() -> None:
    """Take back the last figure."""
    st.session_state.room = room(st.session_state.view).without_last()


def reveal() -> None:
    """Record what the room expected, and show the answer beside it.

    Nothing is revealed while nobody said anything, or while what was typed is no figure.
    """
    state = st.session_state
    if state.get("voice_problem") or not asking(state.view) or not room(state.view).voices:
        return
    one = Prediction(at=datetime.now(UTC), scenario=state.scenario, room=room(state.view))
    before = state.record.predictions[-1:]
    state.record, state.room = state.record.predicted(one), None
    state.draft = {**state.draft, **written(one, [said(old) for old in before])}
    set_view(predict=TOLD)


def written(one: Prediction, before: list[dict[str, str]]) -> dict[str, str]:
    """Return what a prediction writes into the record's fields, and never over anybody's words.

    `before` is what the prediction before it wrote, which may give way.
    """
    draft = st.session_state.draft
    ours = {name: {"", *(old[name] for old in before)} for name in said(one)}
    return {name: text for name, text in said(one).items() if draft.get(name, "") in ours[name]}


def close() -> None:
    """Put the answer beside the expectation away; it stays in the record."""
    set_view(predict=NOT_PREDICTED)
