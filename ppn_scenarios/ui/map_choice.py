"""A place chosen by a click on the map; the list of places does the same by keyboard."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from ppn_scenarios.opening import baseline

from .charts.maps import CLICKED
from .visit import set_view


def by_click(key: str, level: str) -> Callable[[], None]:
    """Return what a click on the map does; `level` says if it shows ICSs or regions."""
    if key not in st.session_state:  # the map is new, so nothing on it has been clicked
        st.session_state[f"{key}_seen"] = ()
    return partial(take_click, key, level)


def take_click(key: str, level: str) -> None:
    """Turn to the place that was clicked."""
    state = st.session_state
    now = tuple(str(row["code"]) for row in state[key].selection.get(CLICKED, ()))
    code = clicked(state[f"{key}_seen"], now)
    state[f"{key}_seen"] = now
    if code in baseline().areas:
        region = baseline().regions[baseline().areas.index(code)]
        set_view(place=region if level == "region" else code)


def clicked(seen: Sequence[str], now: Sequence[str]) -> str:
    """Return what was clicked: each click adds an area to those selected, or takes one away.

    Nothing where more than one changed, as when the browser clears them all.
    """
    changed = [code for code in now if code not in seen] or [c for c in seen if c not in now]
    return changed[0] if len(changed) == 1 else ""
