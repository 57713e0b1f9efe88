"""The stage: one question, its answer in words, one large picture, and levers to try."""

from html import escape
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import LEVERS
from ppn_scenarios.sharing.scenes import Scene
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis
from ppn_scenarios.ui.levers import lever
from ppn_scenarios.ui.predict import stage as predict
from ppn_scenarios.ui.predict.state import asking
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording.places import Place, places

from .answers import STAGED, Staged
from .controls import show_controls
from .follow import follow
from .look import look
from .moves import is_missing, scene_of
from .notes import show_notes_window

AS_IT_STANDS: Final = "as things stand"
KEY_ABOVE: Final = 150  # pixels of a key over a picture alone
PREDICTING: Final = "The room is predicting. The picture comes when the answer is shown."
MISSING: Final = (
    "This link opens a scene that somebody made and that is not in it. You see the first scene of "
    "the built-in storyline. Ask for their file of scenes."
)


def show_stage(now: Visit) -> None:
    """Draw the scene that the view names, with the reader's scenario and place."""
    scene, place = scene_of(now.view.scene), places()[now.view.place]
    staged = STAGED[scene.page]
    alone = now.view.window == "picture"
    if predict.is_on_stage(now) and now.view.window == "stage":
        show_prediction(now)
        return
    height = staged.height + (KEY_ABOVE if alone and staged.key else 0)
    st.html(look(height, now.view.hints == "on", alone))
    if now.view.window == "notes":
        show_notes_window(now)
        return
    with st.container(key="stage"):
        if alone:
            show_alone(now, scene, staged, place)
            return
        words, picture = st.columns([2, 3], gap="medium")
        with words:
            show_words(now, scene, staged, place)
        with picture:
            show_picture(now, scene, staged, place)
        show_controls(now)


def show_alone(now: Visit, scene: Scene, staged: Staged, place: Place) -> None:
    """Draw the picture alone, in the window for a projector; none while the room predicts."""
    show_question(now, scene)
    if asking(now.view):
        st.markdown(PREDICTING)
    else:
        if staged.key:
            staged.key(now, without_hypothesis(now.scenario))
        show_picture(now, scene, staged, place)
    follow(now)


def show_prediction(now: Visit) -> None:
    """Draw the question that the room is asked first or, once it is revealed, its answer."""
    st.html(look(predict.height_of(now), now.view.hints == "on"))
    with st.container(key="stage"):
        words, picture = st.columns([2, 3], gap="medium")
        with words:
            st.html(f"<h1 class='ppn-question'>{escape(predict.question(now))}</h1>")
            drawn = predict.show_words(now)
        with picture, st.container(key="stage_picture"):
            if drawn:
                predict.show_picture(now)
        show_controls(now)


def show_question(now: Visit, scene: Scene) -> None:
    """Draw the question, or say that the scene asked for is not here."""
    st.set_page_config(page_title=f"{scene.title} · on the stage · PPN Scenarios")
    with st.container(key="stage_question"):
        st.html(f"<h1 class='ppn-question'>{escape(scene.title)}</h1>")
    if is_missing(now.view.scene):
        st.warning(MISSING)


def show_words(now: Visit, scene: Scene, staged: Staged, place: Place) -> None:
    """Draw the question, the answer, and the levers that can be tried."""
    show_question(now, scene)
    with st.container(key="stage_answer"):
        st.markdown(staged.answer(now, without_hypothesis(now.scenario), place))
    if staged.key:
        staged.key(now, without_hypothesis(now.scenario))
    show_hypothesis(now.scenario, place)
    for name in scene.levers:
        with st.container(key=f"stage_lever_{name}"):
            lever(name, now.scenario, prefix="stage", helped=False)
    told, words = st.session_state.get("scene_said", (None, ""))
    if words and told == now.scenario:
        st.caption(words)


def show_picture(now: Visit, scene: Scene, staged: Staged, place: Place) -> None:
    """Draw the one picture, large, and what it is of and rests on beneath it."""
    with st.container(key="stage_picture"), titled(scene.title):
        staged.picture(now, without_hypothesis(now.scenario), place)
        st.caption(basis(now, place))


def basis(now: Visit, place: Place) -> str:
    """Return which place and scenario a picture is of, and how much of it rests on no source."""
    changed = len(without_hypothesis(now.scenario).changes())
    scenario = f"{changed} lever{'' if changed == 1 else 's'} changed" if changed else AS_IT_STANDS
    without = sum(lever.is_placeholder for lever in LEVERS.values())
    return f"{place.name}, {scenario}. {without} of the {len(LEVERS)} levers have no source."
