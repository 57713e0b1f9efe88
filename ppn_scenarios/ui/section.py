"""Headings, sent as they are shown.

A browser draws every element anew with each run. A heading of Streamlit's own is read as Markdown
each time and made ready to be linked to, which takes twice as long.
"""

import re
from html import escape

import streamlit as st


def section(heading: str, words: str = "") -> None:
    """Draw the heading of a section, and with it a paragraph below it.

    In `words`, what stands between two stars is strong.
    """
    below = f"<p class='ppn-lead'>{as_html(words)}</p>" if words else ""
    st.html(f"<h2 class='ppn-section'>{escape(heading, quote=False)}</h2>{below}")


def as_html(words: str) -> str:
    """Return words as HTML; all but the stars is shown as typed, and makes nothing."""
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(words, quote=False))
