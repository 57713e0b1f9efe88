"""The whole address of what a reader sees, to hand on: with the data and the day it was made."""

from typing import Final
from urllib.parse import SplitResult, urlencode, urlsplit, urlunsplit

import streamlit as st

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.view import View

from .visit import Visit

ONLY_HERE: Final = ("localhost", "127.0.0.1", "::1", "0.0.0.0")


def query(now: Visit) -> str:
    """Return the parameters of a link to a visit, as they stand after the question mark."""
    return urlencode(now.dated)


def place() -> SplitResult:
    """Return where the browser says that it is; nothing where that is no address of a web page."""
    try:
        found = urlsplit(st.context.url or "")
    except ValueError:
        return urlsplit("")
    return found if found.scheme in ("http", "https") and found.hostname else urlsplit("")


def address(now: Visit) -> str:
    """Return the link to a visit; without the server's name where the browser did not say it."""
    parts = place()
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query(now), ""))


def of_scenario(scenario: Scenario) -> str:
    """Return the link to a scenario on the first page; from its root where no server is named."""
    parts = place()
    root = st.get_option("server.baseUrlPath").strip("/")
    path = f"/{root}/" if root else "/"
    asked = query(Visit(scenario, View()))
    return urlunsplit((parts.scheme, parts.netloc, path, asked, ""))


def opens_elsewhere() -> bool | None:
    """Return whether other computers can know this address; None where nobody said it."""
    name = place().hostname
    return None if name is None else name not in ONLY_HERE
