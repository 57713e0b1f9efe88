"""The reader's own storyline: its order, and the file that carries it."""

from typing import Final

import streamlit as st

from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.sharing.scenes import MOST_SCENES, Scene, scene_file
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.take_in import show_all_as_file, show_take_in
from ppn_scenarios.ui.visit import set_scenes
from ppn_scenarios.wording import literal
from ppn_scenarios.wording.places import places

from .keep import ask_change
from .moves import own_scenes
from .overview import show_scene

IN_LINK: Final = "Your scenes are in the link and in this browser."
TOO_LONG: Final = (
    "Your scenes are too long for a link: they are kept in this browser. Take the file to show "
    "them elsewhere."
)


def show_own() -> None:
    """Draw the reader's own scenes, each with what can be done to it, and the file."""
    section("My own storyline")
    mine = own_scenes()
    if mine:
        st.caption(IN_LINK if st.session_state.view.scenes else TOO_LONG)
    else:
        st.markdown("Press *Make a scene* on the stage, or take in a file of scenes.")
    for i, (name, scene) in enumerate(mine.items()):
        show_scene(name, scene, str(i + 1))
        with st.container(horizontal=True, key=f"open_row_{name}"):
            last = len(mine) - 1
            act("Earlier", f"earlier_{i}", swapped(i, i - 1) if i else None, scene)
            act("Later", f"later_{i}", swapped(i, i + 1) if i < last else None, scene)
            act("Delete", f"delete_{i}", without(i), scene)
            if st.button("Change the words", key=f"scene_act_change_{i}"):
                st.session_state.scene_problem = ""
                ask_change(i)
    show_file()


def act(label: str, key: str, scenes: tuple[Scene, ...] | None, scene: Scene) -> None:
    """Draw a button that leaves some scenes in place of those there are."""
    st.button(
        label,
        key=f"scene_act_{key}",
        help=f"{label}: {literal(scene.title)}",
        on_click=set_scenes,
        args=(scenes or (),),
        disabled=scenes is None,
    )


def swapped(i: int, other: int) -> tuple[Scene, ...]:
    """Return the reader's scenes with two of them in each other's place."""
    scenes = list(st.session_state.scenes)
    scenes[i], scenes[other] = scenes[other], scenes[i]
    return tuple(scenes)


def without(i: int) -> tuple[Scene, ...]:
    """Return the reader's scenes without one."""
    scenes: tuple[Scene, ...] = st.session_state.scenes
    return (*scenes[:i], *scenes[i + 1 :])


def show_file() -> None:
    """Draw the button that takes the scenes away, and the field that takes a file in."""
    mine: tuple[Scene, ...] = st.session_state.scenes
    with st.container(key="own_scenes"):
        show_all_as_file(
            "My scenes as a file", scene_file.FORMAT, mine, scene_file.write, key="take_scenes"
        )
        show_take_in(
            "Take in a file of scenes",
            "Its scenes join your own. The scenario on screen stays as it is.",
            "File of scenes (.json)",
            panel="scenes_in",
            field="scene_file",
            take=take,
        )


def take(content: bytes) -> list[str]:
    """Take in the scenes of a file, and return what is to be said of it."""
    mine: tuple[Scene, ...] = st.session_state.scenes
    found, notes = scene_file.read(content, places())
    new = tuple(scene for scene in found if scene not in mine)
    if (room := MOST_SCENES - len(mine)) < len(new):
        raise SavedFileError(
            f"The file has {len(new)} scenes; there is room for {room}. Delete some of yours."
        )
    set_scenes((*mine, *new))
    taken = f"{len(new)} scene{'' if len(new) == 1 else 's'}" if new else "nothing that is not here"
    had = len(found) - len(new) if new else 0
    here = f" Here already: {had}." if had else ""
    return [f"Taken in: {taken}.{here}", *notes]
