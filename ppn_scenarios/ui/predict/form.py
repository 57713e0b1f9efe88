"""What the room sees until the answer is revealed: the question, what it said, what is known."""

from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.visit import Visit, mirrored
from ppn_scenarios.wording import literal, predicted
from ppn_scenarios.wording.places import places
from ppn_scenarios.wording.predicted import ASKED
from ppn_scenarios.workshop.expectation import MOST_VOICES, Expectation

from .state import (
    FIELD,
    KEYS,
    asked_since,
    asking,
    choose,
    hear,
    reveal,
    room,
    start,
    stop,
    take_back,
)
from .typing import type_in
from .words import can_be_asked, room_said

SEVERAL: Final = (
    f"One figure for the room, or one for each person: up to {MOST_VOICES}, without names. Press "
    "Enter after each; several at once stand between semicolons."
)
NAMED: Final = 3  # moved levers
HIDDEN: Final = (
    "The answer is hidden on every page until you reveal it. Levers can be moved meanwhile; what "
    "they do stays hidden too."
)


def offer_prediction() -> None:
    """Draw the button that hides the answer and asks the room first."""
    st.button(
        "Predict first",
        key="predict_start",
        icon=":material/visibility_off:",
        on_click=start,
        shortcut=KEYS["start"],
    )


def show_form(now: Visit) -> None:
    """Draw the question, the field for figures, what was said so far, and what is known."""
    choose_question(now)
    section(asked(now))
    if take_figures(now):
        from .picture import show_known  # what draws charts is loaded when it is needed

        show_known(room(now.view), now.scenario, now.view.show)


def asked(now: Visit) -> str:
    """Return the question that the room is asked."""
    return predicted.question(asking(now.view), places()[now.view.place])


def take_figures(now: Visit) -> bool:
    """Draw the field for figures, and what was said so far; return whether there can be any."""
    measure, place = asking(now.view), places()[now.view.place]
    st.caption(f"{levers(now)} {HIDDEN}")
    if not can_be_asked(measure, place.code, now.scenario):
        st.warning(
            f"{place.opening} has one such organisation at most, so a share means nothing there. "
            "Choose another question, or stop and choose a larger place."
        )
        st.button("Stop predicting", key="predict_stop", on_click=stop)
        return False
    said = room(now.view)
    show_field(measure, said)
    with st.container(key="predict_so_far"):
        st.markdown(so_far(said))
    return True


def choose_question(now: Visit) -> None:
    """Draw the choice of what is predicted, of what makes sense of the place."""
    sound = [m for m in ASKED if can_be_asked(m, now.view.place, now.scenario)]
    measure = asking(now.view)
    st.segmented_control(
        "Question",
        sound if measure in sound else [*sound, measure],
        format_func=lambda name: ASKED[name].name,
        required=True,
        **mirrored("predict_measure", measure, choose),
    )


def show_field(measure: str, said: Expectation) -> None:
    """Draw the field for figures and the buttons beside it."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="predict_row"):
        st.text_input(
            ASKED[measure].typed,
            key=FIELD,
            help=SEVERAL,
            on_change=hear,
            autocomplete="off",
            width=400,
        )
        st.button(
            "Reveal",
            key="predict_reveal",
            type="primary",
            on_click=reveal,
            disabled=not said.voices,
            shortcut=KEYS["reveal"],
        )
        st.button(
            "Take back the last",
            key="predict_back",
            on_click=take_back,
            disabled=not said.voices,
        )
        st.button("Stop predicting", key="predict_stop", on_click=stop)
    type_in(
        f".st-key-{FIELD} input",
        ".st-key-predict_reveal button",
        KEYS["reveal"],
        ".st-key-told_close button",
        f"{asked_since()} {measure}",
    )
    if problem := st.session_state.get("voice_problem"):
        st.warning(literal(problem), title="It was not taken")


def so_far(said: Expectation) -> str:
    """Return what the room said so far."""
    if not said.voices:
        return SEVERAL
    return room_said(said)


def levers(now: Visit) -> str:
    """Return which scenario the question is about."""
    changes = [(ASSUMPTIONS[n].label, ASSUMPTIONS[n].show(v)) for n, v in changed(now)]
    if not changes:
        return "As things stand: no lever is moved."
    said = "; ".join(f"{label}: {value}" for label, value in changes[:NAMED])
    more = len(changes) - NAMED
    return f"With these levers: {said}{f'; and {more} more' if more > 0 else ''}."


def changed(now: Visit) -> list[tuple[str, float]]:
    """Return the levers that are moved, with their values."""
    return list(without_hypothesis(now.scenario).changes().items())
