"""The accessibility statement, read from its document: one press away at the foot of every page."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

from .over_page import over_page

FILE: Final = Path(__file__).parents[2] / "docs" / "ACCESSIBILITY.md"
NAME: Final = "Accessibility"


@cache
def statement() -> str:
    """Return the statement as Markdown, without its title and without links to other documents."""
    whole = FILE.read_text("utf-8").partition("\n")[2].strip()
    return re.sub(r"\[([^\]]+)\]\((?!https?:)[^)]*\)", r"\1", whole)


def offer_statement() -> None:
    """Draw the quiet button that opens the statement."""
    if st.button(NAME, key="statement", type="tertiary"):
        drawer()


@over_page("Accessibility statement", position="right", width=720)
def drawer() -> None:
    """Draw the statement."""
    st.markdown(statement())
