"""The stage: one question, its answer in words, one large picture, and levers to try."""

from html import escape

import streamlit as st

from ppn_scenarios.sharing.scenes import Scene
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis
from ppn_scenarios.ui.levers import lever
from ppn_scenarios.ui.predict import stage as predict
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording.places import Place, places

from .answers import STAGED, Staged
from .controls import show_controls
from .look import look
from .moves import is_missing, scene_of

MISSING = (
    "This link opens a scene that somebody made and that is not in it. You see the first scene of "
    "the built-in storyline. Ask for their file of scenes."
)


def show_stage(now: Visit) -> None:
    """Draw the scene that the view names, with the reader's scenario and place."""
    scene, place = scene_of(now.view.scene), places()[now.view.place]
    if predict.is_on_stage(now):
        show_prediction(now)
        return
    staged = STAGED[scene.page]
    st.html(look(staged.height, now.view.hints == "on"))
    with st.container(key="stage"):
        words, picture = st.columns([2, 3], gap="medium")
        with words:
            show_words(now, scene, staged, place)
        with picture, st.container(key="stage_picture"):
            show_picture(now, scene, staged, place)
        show_controls(now)


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


def show_words(now: Visit, scene: Scene, staged: Staged, place: Place) -> None:
    """Draw the question, the answer, and the levers that can be tried."""
    st.html(f"<h1 class='ppn-question'>{escape(scene.title)}</h1>")
    if is_missing(now.view.scene):
        st.warning(MISSING)
    with st.container(key="stage_answer"):
        st.markdown(staged.answer(now, without_hypothesis(now.scenario), place))
    show_hypothesis(now.scenario, place)
    for name in scene.levers:
        with st.container(key=f"stage_lever_{name}"):
            lever(name, now.scenario, prefix="stage", helped=False)
    told, words = st.session_state.get("scene_said", (None, ""))
    if words and told == now.scenario:
        st.caption(words)


def show_picture(now: Visit, scene: Scene, staged: Staged, place: Place) -> None:
    """Draw the one picture, large."""
    with titled(scene.title):
        staged.picture(now, without_hypothesis(now.scenario), place)
