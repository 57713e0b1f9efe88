"""The facilitator's guide, read from its document, part by part."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

FILE: Final = Path(__file__).parents[2] / "docs" / "FACILITATE.md"


@dataclass(frozen=True)
class Part:
    """A part of the guide: its title and its Markdown."""

    title: str
    text: str


@cache
def parts() -> tuple[Part, ...]:
    """Return what the guide begins with, under no title, and its parts in order."""
    first, *others = re.split(r"^## ", FILE.read_text("utf-8"), flags=re.MULTILINE)
    begins = Part("", first.partition("\n")[2].strip())
    return begins, *(Part(*map(str.strip, other.split("\n", 1))) for other in others)


def alone(text: str) -> str:
    """Return a part's text without its links to other parts, which may be shut."""
    return re.sub(r"\[([^\]]+)\]\(#[^)]*\)", r"*\1*", text)


def show_guide() -> None:
    """Draw the guide: its beginning, then every part under its title, to be opened."""
    begins, *others = parts()
    st.markdown(begins.text)
    for i, part in enumerate(others):
        with st.expander(part.title, key=f"guide_{i}"):
            st.markdown(alone(part.text))
