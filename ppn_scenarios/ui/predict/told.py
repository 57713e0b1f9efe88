"""The answer beside what the room expected, until it is put away."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.sharing.view import TOLD
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording.places import places
from ppn_scenarios.wording.predicted import question
from ppn_scenarios.wording.results import RESULTS
from ppn_scenarios.workshop.expectation import Expectation
from ppn_scenarios.workshop.record import Prediction

from .state import close, start
from .words import answer, is_known, model_says, room_said, tally

NO_JUDGE: Final = (
    "The model is no judge: it says what follows from assumptions. Ask what the room took into "
    "account that the model does not, and the other way round."
)
RECORDED: Final = "It stands in the record with its time; write there what you decide."


def show_told(now: Visit) -> None:
    """Draw the last prediction and its answer, while they are in view."""
    one = in_view(now)
    if not one:
        return
    with st.container(border=True, key="told"):
        st.markdown(f"**{asked_of(one)}**")
        st.info(said(one, now), title="What the room expected, and what the model says")
        show_picture(one, now)
        show_ways_on(one, now)


def in_view(now: Visit) -> Prediction | None:
    """Return the last prediction while its answer is in view beside it."""
    made: tuple[Prediction, ...] = st.session_state.record.predictions
    if now.view.predict != TOLD or not made or not is_known(made[-1].room):
        return None
    return made[-1]


def asked_of(one: Prediction) -> str:
    """Return the question that was asked."""
    return question(one.room.measure, places()[one.room.place])


def said(one: Prediction, now: Visit) -> str:
    """Return what the room expected, what the model says, and what it would say now."""
    words = (
        room_said(one.room),
        model_says(one.room, one.scenario),
        tally(one.room, one.scenario),
        since(one.room, one.scenario, now.scenario),
    )
    return " ".join(filter(None, words))


def show_picture(one: Prediction, now: Visit) -> None:
    """Draw the answer over what was expected, and offer how it is made."""
    from .picture import KEY, show_answer  # what draws charts is loaded when it is needed

    show_answer(one.room, one.scenario, now.scenario, now.view.show)
    asked = [(one.room, scenario) for scenario in (one.scenario, now.scenario)]
    offer(KEY, lambda: made_of(asked), one.scenario)


def show_ways_on(one: Prediction, now: Visit) -> None:
    """Say what a difference means, and draw what can be done next."""
    st.caption(f"{NO_JUDGE} {RECORDED}")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Put it away", key="told_close", on_click=close)
        again = (one.room.measure,)
        st.button("Predict again", key="told_again", on_click=start, args=again)
        st.page_link("pages/record.py", label="Open the record", query_params=now.dated)


def since(room: Expectation, then: Scenario, now: Scenario) -> str:
    """Return what the levers as they are now would give, where they moved since."""
    if without_hypothesis(then) == without_hypothesis(now):
        return ""
    found = RESULTS[room.measure].write(*answer(room.measure, room.place, now))
    return f"With the levers as they are now it would say {found}."


def show_sources_of(made: Sequence[Prediction], key: str) -> None:
    """Offer the passports of the answers to some predictions."""
    asked = [(one.room, one.scenario) for one in made if is_known(one.room)]
    offer(key, lambda: made_of(asked), made[-1].scenario)


def made_of(asked: Sequence[tuple[Expectation, Scenario]]) -> list[Passport]:
    """Return the passports of the answers, each once."""
    answers = dict.fromkeys((r.measure, r.place, without_hypothesis(s)) for r, s in asked)
    return [
        replace(of_measure(measure, projection(s), place, HORIZON), scenario=s)
        for measure, place, s in answers
    ]
