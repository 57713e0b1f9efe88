"""Making a scene of what is on the stage now."""

from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import LEVERS
from ppn_scenarios.sharing.scenes import LEAST_MINUTES, LEVERS_TO_TRY, MOST_MINUTES, Scene
from ppn_scenarios.sharing.scenes.scene import LONGEST_NOTE, LONGEST_TITLE, MOST_SCENES
from ppn_scenarios.sharing.scenes.shape import seen
from ppn_scenarios.ui.visit import set_scenes, visit
from ppn_scenarios.wording import literal

from .moves import scene_of

NAME: Final = "Make a scene"
FULL: Final = f"You have {MOST_SCENES} scenes, which is the most. Delete one on the page Talk."


@st.dialog(NAME, width="medium", on_dismiss="rerun")
def ask_scene() -> None:
    """Draw what is asked of a scene of one's own, and the button that makes it."""
    if len(st.session_state.scenes) >= MOST_SCENES:
        st.info(FULL)
        return
    here = scene_of(visit().view.scene)
    st.markdown("A scene of your own keeps what you see now: the question, the place and the view.")
    st.text_input("Question or title", here.title, max_chars=LONGEST_TITLE, key="new_title")
    st.text_area("What the speaker says", max_chars=LONGEST_NOTE, key="new_note", height=110)
    st.multiselect(
        f"Levers to try on the stage (at most {LEVERS_TO_TRY})",
        list(LEVERS),
        list(here.levers),
        format_func=lambda name: LEVERS[name].label,
        max_selections=LEVERS_TO_TRY,
        key="new_levers",
    )
    st.number_input("Minutes", LEAST_MINUTES, MOST_MINUTES, here.minutes, key="new_minutes")
    st.toggle(
        "Bring this scenario along",
        value=True,
        key="new_whole",
        help="Whoever opens the scene then sees this scenario, beliefs included, as one step that "
        "can be undone. Without it the scene shows the scenario that they have.",
    )
    if problem := st.session_state.get("scene_problem"):
        st.warning(literal(problem), title="It was not made")
    if st.button("Make the scene", key="make_scene", type="primary", on_click=make_scene) and (
        not st.session_state.scene_problem
    ):
        st.rerun()


def make_scene() -> None:
    """Make a scene of what is asked and seen, the last of the reader's own, or say why not."""
    state, now = st.session_state, visit()
    state.scene_problem = ""
    try:
        scene = Scene(
            title=state.new_title,
            page=scene_of(now.view.scene).page,
            note=state.new_note,
            minutes=int(state.new_minutes),
            view=seen(now.view),
            levers=tuple(state.new_levers),
            scenario=now.scenario if state.new_whole else None,
        )
    except ValueError as refusal:
        state.scene_problem = f"{refusal}."
        return
    set_scenes((*state.scenes, scene))
    state.scene_said = (now.scenario, f"Made: scene {len(state.scenes)} of your own storyline.")
