"""Parts of a page that come second: a line each, and built once a reader opens them."""

from collections.abc import Callable

import streamlit as st


def folded(label: str, key: str, show: Callable[..., None], *args: object) -> None:
    """Draw a panel that holds a part of the page, which is built only while it is open.

    `key` names the panel; `show` is called with `args` inside it.
    """
    panel = st.expander(label, key=key, on_change="rerun")
    if panel.open:
        with panel:
            show(*args)
