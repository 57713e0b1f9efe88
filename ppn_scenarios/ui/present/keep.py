"""Making a scene of what is on the stage now."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import LEVERS
from ppn_scenarios.sharing.scenes import LEAST_MINUTES, LEVERS_TO_TRY, MOST_MINUTES, Scene
from ppn_scenarios.sharing.scenes.scene import LONGEST_NOTE, LONGEST_TITLE, MOST_SCENES
from ppn_scenarios.sharing.scenes.shape import seen
from ppn_scenarios.ui.over_page import over_page
from ppn_scenarios.ui.visit import set_scenes, visit
from ppn_scenarios.wording import literal

from .moves import scene_of

NAME: Final = "Make a scene"
FULL: Final = f"You have {MOST_SCENES} scenes, which is the most. Delete one on the page Talk."


@over_page(NAME, width="medium", on_dismiss="rerun")
def ask_scene() -> None:
    """Draw what is asked of a scene of one's own, and the button that makes it."""
    if len(st.session_state.scenes) >= MOST_SCENES:
        st.info(FULL)
        return
    st.markdown("A scene of your own keeps what you see now: the question, the place and the view.")
    fields(replace(scene_of(visit().view.scene), note=""))
    st.toggle(
        "Bring this scenario along",
        value=True,
        key="new_whole",
        help="Whoever opens the scene then sees this scenario, beliefs included, as one step that "
        "can be undone. Without it the scene shows the scenario that they have.",
    )
    done("Make the scene", "make_scene", make_scene)


def fields(scene: Scene) -> None:
    """Draw what is asked of every scene of one's own, as it is in a scene."""
    st.text_input("Question or title", scene.title, max_chars=LONGEST_TITLE, key="new_title")
    st.text_area(
        "What the speaker says", scene.note, max_chars=LONGEST_NOTE, key="new_note", height=110
    )
    st.multiselect(
        f"Levers to try on the stage (at most {LEVERS_TO_TRY})",
        list(LEVERS),
        list(scene.levers),
        format_func=lambda name: LEVERS[name].label,
        max_selections=LEVERS_TO_TRY,
        key="new_levers",
    )
    st.number_input("Minutes", LEAST_MINUTES, MOST_MINUTES, scene.minutes, key="new_minutes")


def done(label: str, key: str, act: Callable[..., None], *args: int) -> None:
    """Draw the button that ends the dialog, and why it could not."""
    if problem := st.session_state.get("scene_problem"):
        st.warning(literal(problem), title="It was not kept")
    pressed = st.button(label, key=key, type="primary", on_click=act, args=args)
    if pressed and not st.session_state.scene_problem:
        st.rerun()


def make_scene() -> None:
    """Make a scene of what is asked and seen, the last of the reader's own, or say why not."""
    state, now = st.session_state, visit()
    whole = now.scenario if state.new_whole else None
    page = scene_of(now.view.scene).page
    if scene := asked(Scene(title="?", page=page, view=seen(now.view), scenario=whole)):
        set_scenes((*state.scenes, scene))
        state.scene_said = (now.scenario, f"Made: scene {len(state.scenes)} of your own storyline.")


def asked(scene: Scene) -> Scene | None:
    """Return a scene with what is asked, or None where it cannot be, and the reason is kept."""
    state = st.session_state
    state.scene_problem = ""
    try:
        return replace(
            scene,
            title=state.new_title,
            note=state.new_note,
            minutes=int(state.new_minutes),
            levers=tuple(state.new_levers),
        )
    except ValueError as refusal:
        state.scene_problem = f"{refusal}."
        return None


@over_page("Change the words of a scene", width="medium", on_dismiss="rerun")
def ask_change(i: int) -> None:
    """Draw what is asked of one of the reader's scenes, to be changed."""
    st.markdown("What it shows stays: to show something else, make another scene on the stage.")
    fields(st.session_state.scenes[i])
    done("Keep the change", "change_scene", change_scene, i)


def change_scene(i: int) -> None:
    """Change the words of one of the reader's scenes, or say why not."""
    scenes: tuple[Scene, ...] = st.session_state.scenes
    if scene := asked(scenes[i]):
        set_scenes((*scenes[:i], scene, *scenes[i + 1 :]))
