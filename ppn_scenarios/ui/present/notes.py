"""The window of the speaker: the note, what comes next, and the time."""

from html import escape

import streamlit as st

from ppn_scenarios.assumptions import LEVERS
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording import listed, literal

from .follow import follow
from .moves import AFTER, beside, own_scenes, scene_of, talk

REMOTE = "Page Down and Page Up move the stage from this window too."


def show_notes_window(now: Visit) -> None:
    """Draw the note of the scene on the stage, in type that can be read from a lectern."""
    name = now.view.scene
    scene, after = scene_of(name), beside(name, AFTER)
    st.set_page_config(page_title=f"Notes: {scene.title} · PPN Scenarios")
    with st.container(key="stage_notes"):
        st.html(
            f"<p class='ppn-at'>{escape(where(name))}</p>"
            f"<h1 class='ppn-question'>{escape(scene.title)}</h1>"
        )
        st.markdown(literal(scene.note) or "This scene has no note.")
        if scene.levers:
            st.markdown(f"**To try:** {listed([LEVERS[one].label for one in scene.levers])}.")
        following = f"{scene_of(after).title}" if after else "nothing: this is the last scene."
        st.markdown(f"**Next:** {literal(following)}")
        st.markdown(f"**Time:** about {minutes(scene.minutes)} for this scene.")
        follow(now)
        st.caption(REMOTE)


def where(name: str) -> str:
    """Return where in its talk a scene is, in words."""
    names = talk(name)
    whose = " of my storyline" if name in own_scenes() else ""
    if name not in names:
        return "Beside the storyline"
    return f"Scene {names.index(name) + 1} of {len(names)}{whose}"


def minutes(number: int) -> str:
    """Write a number of minutes."""
    return f"{number} minute{'' if number == 1 else 's'}"
