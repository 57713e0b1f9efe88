"""Windows that follow the stage in the same browser: what they say to each other.

The stage says where it is on a channel that only pages of this address in this browser hear; the
other windows take it up as they would a link. Nothing of it goes through the server.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from .in_step import SCRIPT, STYLE

_WINDOWS = st.components.v2.component(
    "ppn_stage",
    html="<div class='windows'></div><span role='status'></span>",
    css=STYLE,
    js=SCRIPT,
)
KEY: Final = "stage_windows"
WORDS: Final = {
    "blocked": "The browser did not open the window. Open this address in a new one:",
    "deaf": "This browser cannot keep windows in step. Each shows what its own address says.",
    "alone": "No stage was found in this browser, so this window shows what its own address says. "
    "Open it from the stage, or open the stage in another window of this browser.",
    "left": "The stage does not answer. This window shows what it showed last.",
    "clock": "since the start",
    "clock_scene": "in this scene",
    "anew": "Start the clock again",
}


def draw_windows(data: Mapping[str, Any], on_followed: Callable[[], None]) -> None:
    """Draw the part; in a window that follows, `on_followed` is called when the stage moved on."""
    _WINDOWS(data={**data, **WORDS}, key=KEY, on_followed_change=on_followed)


def followed() -> Mapping[str, Any]:
    """Return what the stage said, as a stranger's: an empty mapping where its shape is another."""
    handed = getattr(st.session_state[KEY], "followed", None)
    return handed if isinstance(handed, Mapping) else {}
