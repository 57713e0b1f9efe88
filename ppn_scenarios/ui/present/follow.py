"""What the stage tells the windows that follow it, and how they take it up."""

from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

import streamlit as st

from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.scenes import written
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.ui.visit import Visit, current_session, take_session
from ppn_scenarios.wording.places import places
from ppn_scenarios.workshop.history import History

from .windows import draw_windows, followed

WINDOWS: Final = {"notes": "Speaker's notes", "picture": "Picture window"}


def lead(now: Visit) -> None:
    """Tell the other windows what is on the stage, and draw the buttons that open them.

    In a replay they are told the scenario that the stage shows.
    """
    draw_windows(
        {
            "role": "stage",
            "message": {
                "query": query(now, "stage"),
                "own": written.write(st.session_state.scenes),
                "scene": now.view.scene,
            },
            "windows": [
                {"name": name, "label": label, "query": query(now, name)}
                for name, label in WINDOWS.items()
            ],
        },
        take_followed,
    )


def query(now: Visit, window: str) -> str:
    """Return the parameters of a link to what is on the stage, in one kind of window."""
    return urlencode(link.write(now.scenario, replace(now.view, window=window)))


def follow(now: Visit) -> None:
    """Take up whatever the stage shows from now on."""
    state = st.session_state
    data: dict[str, Any] = {"query": state.get("followed", ""), "own": state.get("own", "")}
    draw_windows({"role": now.view.window, **data}, take_followed)


def take_followed() -> None:
    """Take up what the stage said, as a stranger's link: this window makes no steps of its own."""
    state, handed = st.session_state, followed()
    told, own = handed.get("query"), handed.get("own")
    if not isinstance(told, str) or not isinstance(own, str):
        return
    state.followed, state.own = told, own
    window: str = state.view.window
    given = parse_qs(told, keep_blank_values=True)
    scenario, view, _ = link.read(given, places(), data_version())
    scenes, _ = written.read(own, places())
    take_session(replace(current_session(), history=History(scenario), scenes=scenes))
    state.view = replace(view, window=window, scenes=state.view.scenes)
