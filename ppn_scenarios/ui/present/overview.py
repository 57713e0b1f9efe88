"""The page on a talk: both storylines with their notes, to begin from and to print."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

import streamlit as st

from ppn_scenarios.assumptions import LEVERS, PRESETS
from ppn_scenarios.sharing.scenes import FIRST, STORYLINE, Scene
from ppn_scenarios.ui.pages import PAGES
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.visit import visit
from ppn_scenarios.wording import listed, literal

from .moves import STAGE, open_scene, own_scenes
from .notes import minutes

PRINTED: Final = """<style>@media print{
[data-testid=stSidebar],[data-testid=stHeader],.st-key-menu,.st-key-share_row,.st-key-own_scenes,
.st-key-begin,.ppn-phone,[class*="st-key-open_"],.st-key-unseen{display:none!important}
[class*="st-key-scene_"]{break-inside:avoid}}</style>"""
HOW: Final = (
    "On the stage every question stands alone, with its answer and one picture. **Alt+N** goes on, "
    "**Alt+B** goes back, and every other key is beside its button. *Speaker's notes* and *Picture "
    "window* open windows that follow the stage in this browser, for a second screen."
)
TO_PRINT: Final = (
    "To have the notes on paper, print this page: levers, menu and buttons are left out."
)


def show_overview() -> None:
    """Say what there is to show, and draw the ways onto the stage."""
    st.html(PRINTED)
    st.markdown(said(own_scenes()))  # no finding: these are no results
    with st.container(horizontal=True, key="begin"):
        begin("Present the built-in storyline", FIRST, "primary")
        if mine := own_scenes():
            begin("Present my own storyline", next(iter(mine)), "secondary")
    st.markdown(HOW)


def said(mine: Mapping[str, Scene]) -> str:
    """Return what there is to show, in words."""
    built_in = [scene for scene in STORYLINE.values() if not scene.beside]
    more = len(STORYLINE) - len(built_in)
    words = (
        f"The built-in storyline has **{len(built_in)} scenes** and takes about "
        f"**{minutes(whole(built_in))}**; {more} more stand beside it."
    )
    if not mine:
        return f"{words} You have made none of your own yet: *Make a scene* on the stage does."
    number = f"**{len(mine)} scene{'' if len(mine) == 1 else 's'}**"
    return f"{words} Your own has {number} and takes about {minutes(whole(mine.values()))}."


def whole(scenes: Iterable[Scene]) -> int:
    """Return how long some scenes take together, in minutes."""
    return sum(scene.minutes for scene in scenes)


def begin(label: str, name: str, kind: Literal["primary", "secondary"]) -> None:
    """Draw a button that goes onto the stage at a scene."""
    pressed = st.button(
        label,
        key=f"begin_{name}",
        type=kind,
        on_click=open_scene,
        args=(name,),
    )
    if pressed:
        st.switch_page(STAGE, query_params=visit().dated)


def show_storyline() -> None:
    """Draw the built-in scenes with their notes, in order."""
    section("The built-in storyline")
    st.caption(TO_PRINT)
    number = 0
    for name, scene in STORYLINE.items():
        number += not scene.beside
        show_scene(name, scene, "Beside" if scene.beside else str(number))


def show_scene(name: str, scene: Scene, number: str) -> None:
    """Draw one scene: its question, where it comes from, its note, and the way to it."""
    with st.container(border=True, key=f"scene_{name}"):
        st.subheader(f"{number}. {literal(scene.title)}", anchor=False)
        st.markdown(f"{minutes(scene.minutes)} · from the page *{PAGES[scene.page].name}*")
        st.markdown(literal(scene.note) or "No note.")
        for line in details(scene):
            st.caption(line)
        if st.button("Open on the stage", key=f"open_{name}", on_click=open_scene, args=(name,)):
            st.switch_page(STAGE, query_params=visit().dated)


def details(scene: Scene) -> list[str]:
    """Return what a scene lets a room try, and what it sets."""
    lines = []
    if scene.levers:
        lines.append(f"To try: {listed([LEVERS[name].label for name in scene.levers])}.")
    if scene.plan:
        lines.append(f"Sets the plan “{PRESETS[scene.plan].label}”: choices only.")
    if scene.scenario is not None:
        levers = len(scene.scenario.changes())
        changed = (
            f"{levers} lever{'' if levers == 1 else 's'} changed" if levers else "no lever changed"
        )
        lines.append(f"Brings its own scenario, {changed}, beliefs included.")
    return lines
