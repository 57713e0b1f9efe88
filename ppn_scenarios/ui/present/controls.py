"""The keys of the stage, each of them a button too."""

from typing import Final

import streamlit as st

from ppn_scenarios.sharing.scenes import FIRST, STORYLINE
from ppn_scenarios.ui import replay
from ppn_scenarios.ui.choices import SHOWS
from ppn_scenarios.ui.predict.stage import measure_of
from ppn_scenarios.ui.predict.state import KEYS as PREDICT_KEYS
from ppn_scenarios.ui.predict.state import asking, start
from ppn_scenarios.ui.steps import KEYS as STEP_KEYS
from ppn_scenarios.ui.visit import Visit, history, mirrored, redo, set_view, undo, visit

from .follow import lead
from .keep import NAME, ask_scene
from .moves import AFTER, BEFORE, beside, open_scene, own_scenes, put_back, scene_of, talk

KEYS: Final = {
    **STEP_KEYS,
    "present": "Alt+P",
    "next": "Alt+N",
    "previous": "Alt+B",
    "choices": "Alt+X",
    "beliefs": "Alt+W",
    "table": "Alt+T",
    "hints": "Alt+K",
    "predict": PREDICT_KEYS["start"],
    "make": "Alt+M",
}
HINTS: Final = {"on": "Hide keys", "off": "Show keys"}


def show_controls(now: Visit) -> None:
    """Draw two rows of buttons, each with its key: ways through the talk, and what can be done."""
    with st.container(key="stage_keys"):
        with st.container(horizontal=True, vertical_alignment="center"):
            show_ways(now)
            if key("present", "Leave"):
                st.switch_page(scene_of(now.view.scene).page, query_params=visit().dated)
            lead(now)
        with st.container(horizontal=True, vertical_alignment="center"):
            show_steps()
            show_resets(now)
            if measure := measure_of(scene_of(now.view.scene).page):
                key("predict", "Predict", start, measure, off=bool(asking(now.view)))
            show = "chart" if now.view.show == "table" else "table"
            key("table", SHOWS[show], set_view, show=show)
            other = "off" if now.view.hints == "on" else "on"
            key("hints", HINTS[now.view.hints], set_view, hints=other)
            if key("make", NAME):
                st.session_state.scene_problem = ""
                ask_scene()


def key(
    name: str, label: str, act: object = None, *args: str, off: bool = False, **how: str
) -> bool:
    """Draw one button with its key; return whether it was pressed."""
    return st.button(
        label,
        key=f"stage_{name}",
        shortcut=KEYS[name],
        on_click=act,  # type: ignore[arg-type]
        args=args,
        kwargs=how,
        disabled=off,
    )


def show_ways(now: Visit) -> None:
    """Draw the ways to the scene before, to any scene, and to the next."""
    name = now.view.scene
    back, on = beside(name, BEFORE), beside(name, AFTER)
    stays = bool(asking(now.view))  # until the room has its answer, or stops
    key("previous", "Previous", open_scene, back or name, off=stays or back is None)
    names = {one: labelled(one) for one in (*STORYLINE, *own_scenes())}
    present = name if name in names else FIRST
    st.selectbox(
        "Scene",
        list(names),
        format_func=names.__getitem__,
        label_visibility="collapsed",
        width=360,
        disabled=stays,
        **mirrored("stage_scene", present, take_scene),
    )
    key("next", "Next", open_scene, on or name, off=stays or on is None)


def labelled(name: str) -> str:
    """Return what a scene is called in the list: its number in its talk, and its question."""
    names = talk(name)
    at = f"{names.index(name) + 1} of {len(names)}" if name in names else "Beside"
    mine = "My " if name in own_scenes() else ""
    return f"{mine}{at}: {scene_of(name).title}"


def take_scene() -> None:
    """Open the scene that was chosen from the list."""
    open_scene(st.session_state.stage_scene)


def show_steps() -> None:
    """Draw undo, redo and replay."""
    steps = history()
    key("undo", "Undo", undo, off=not steps.past)
    key("redo", "Redo", redo, off=not steps.future)
    key("replay", "Replay", replay.start, off=replay.last_move() is None)


def show_resets(now: Visit) -> None:
    """Draw the two resets, which leave each other's levers alone."""
    for name, kind, label in (
        ("choices", "choice", "Reset plan"),
        ("beliefs", "belief", "Reset beliefs"),
    ):
        key(name, label, put_back, kind, off=now.scenario.without(kind) == now.scenario)
