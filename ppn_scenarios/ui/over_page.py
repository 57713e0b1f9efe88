"""What opens over a page: a drawer at its side, or a box in its middle."""

from collections.abc import Callable
from typing import Any, ParamSpec

import streamlit as st

from .turns import in_turn

P = ParamSpec("P")


def over_page(title: str, **look: Any) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Return what makes a function draw over the page, under a title; `look` is that of st.dialog.

    It is drawn anew by itself when something in it is moved, and waits for its turn as pages do.
    """
    return lambda draw: st.dialog(title, **look)(in_turn(draw))
