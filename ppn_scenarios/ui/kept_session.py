"""What is said of a session that a browser keeps, and its way out as it is."""

from datetime import datetime
from typing import Final

import streamlit as st

from ppn_scenarios.workshop.session import Session

from .clock import zone

NOT_KEPT: Final = (
    "This browser does not keep what you make here. Take your session away as a file before you "
    "close the page: it cannot be brought back otherwise."
)
TOO_LONG: Final = (
    "Your session is longer now than a browser can keep: what you make from here on is not kept. "
    "Take it away as files, on the page Record, and start a new session there."
)


def told(earlier: Session) -> str:
    """Return how much a session holds, in words."""
    counts = {
        "move": len(earlier.record.moves),
        "finding": len(earlier.record.findings),
        "prediction": len(earlier.record.predictions),
        "kept scenario": len(earlier.kept),
    }
    parts = [f"{n} {what}{'' if n == 1 else 's'}" for what, n in counts.items() if n]
    return f", with {', '.join(parts)}" if parts else ""


def show_as_it_was(text: bytes) -> None:
    """Draw the button that takes away all of a session of which something was left out."""
    st.download_button(
        "Take it away as it was",
        data=lambda: text,
        file_name=f"ppn-session-as-it-was-{datetime.now(zone()):%Y-%m-%d}.json",
        mime="application/json",
        on_click="ignore",
        key="take_as_it_was",
    )
