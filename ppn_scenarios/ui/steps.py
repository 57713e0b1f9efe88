"""At the top of the levers: undo, redo, replay, what to check, and what moved."""

from typing import Final

import streamlit as st

from .cautions import draw_cautions
from .moved import show_moved
from .predict.state import asking
from .replay import last_move, start
from .visit import Visit, history, redo, undo

KEYS: Final = {"undo": "Alt+Z", "redo": "Alt+Y", "replay": "Alt+L"}


def draw_steps(now: Visit) -> None:
    """Draw undo, redo and replay, always in the same place, and the panel of what moved."""
    steps = history()
    with st.container(horizontal=True, key="steps"):
        st.button(
            "Undo",
            key="undo",
            help=f"Take the last change back ({KEYS['undo']})",
            on_click=undo,
            disabled=not steps.past,
            shortcut=KEYS["undo"],
        )
        st.button(
            "Redo",
            key="redo",
            help=f"Make it again ({KEYS['redo']})",
            on_click=redo,
            disabled=not steps.future,
            shortcut=KEYS["redo"],
        )
        st.button(
            "Replay",
            key="replay",
            help="Show the page as it was before the last change, then as it is "
            f"({KEYS['replay']})",
            on_click=start,
            disabled=last_move() is None,
            shortcut=KEYS["replay"],
        )
        if asking(now.view):  # what moved, and what to check, would give the answer away
            return
        draw_cautions(now.scenario)
    panel = st.expander("What moved?", key="moved", on_change="rerun")
    if panel.open:
        with panel:
            show_moved(now)
