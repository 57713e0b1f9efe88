"""The whole address of what a reader sees, as the server knows it."""

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from .visit import Visit


def address(now: Visit) -> str:
    """Return the link to a visit; without the server's name where the browser did not say it."""
    parts = urlsplit(st.context.url or "")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(now.parameters), ""))
