"""The one part of a page that nobody sees: its scripts, and what they hear and hand back.

They are one part, because each part costs the server and the browser as much as a button does.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from .keeper import AWAY, BACK, KEEPER
from .lever_help import HELPS
from .spoken import SPOKEN, WORDS

KEY: Final = "unseen"
# Each script gives back a function of what the server sends it and of a way to answer. One that
# fails is told to the browser's log, and does not keep the others from their work.
SCRIPTS: Final = {"keeper": KEEPER, "spoken": SPOKEN, "helps": HELPS}
BEGIN: Final = """
export default function ({ data, setTriggerValue }) {
  for (const [name, part] of Object.entries(parts))
    try { part(data[name], setTriggerValue) } catch (problem) { console.error(problem) }
}
"""


def together(*names: str) -> str:
    """Return some of the scripts as the one of a part."""
    parts = "".join(f"{name}: (() => {{{SCRIPTS[name]}}})(),\n" for name in names)
    return f"const parts = {{\n{parts}}}{BEGIN}"


_UNSEEN: Final = st.components.v2.component(
    "ppn_unseen", html="<span></span>", js=together(*SCRIPTS)
)
_SPOKEN: Final = st.components.v2.component(
    "ppn_spoken", html="<span></span>", js=together("spoken")
)


def draw_spoken() -> None:
    """Draw what a window that follows has of the part: it keeps nothing."""
    _SPOKEN(data={"spoken": WORDS}, key=KEY)


def draw_unseen(kept: Mapping[str, Any], on_found: Callable[[], None], heard: bool) -> object:
    """Draw the part, and return what was pressed, as a stranger's: of any shape, mostly nothing.

    `kept` is the session to keep; `on_found` is called when a browser has one to hand back. Only
    where presses on the help of levers are `heard`, they are told.
    """
    data = {
        "keeper": {**kept, "away": AWAY, "back": BACK},
        "spoken": WORDS,
        "helps": {"heard": heard},
    }
    asked: object = _UNSEEN(
        data=data, key=KEY, on_found_change=on_found, on_asked_change=lambda: None
    ).asked
    return asked if heard else None


def found() -> Mapping[str, Any]:
    """Return what a browser hands back, as a stranger's: nothing where it is of another shape."""
    handed = getattr(st.session_state[KEY], "found", None)
    return handed if isinstance(handed, Mapping) else {}
