"""What each change of the project did to the headline results, read from its changelog."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

from .section import section
from .table import show_table

FILE: Final = Path(__file__).parents[2] / "CHANGELOG.md"
STATEMENT: Final = "Headline results"


@dataclass(frozen=True)
class Entry:
    """One version: its title, what it says of the headline results, and its table of them."""

    title: str
    statement: str
    rows: tuple[tuple[str, ...], ...]  # the heading first; empty where there is no table


def entries(text: str) -> list[Entry]:
    """Return the versions of a changelog, the newest first.

    Raises ValueError, naming the version, for one that does not say what it did to the headlines.
    """
    found = []
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, _, body = part.partition("\n")
        paragraphs = [" ".join(p.split()) for p in body.split("\n\n")]
        said = next((p for p in paragraphs if p.startswith(STATEMENT)), None)
        if said is None:
            raise ValueError(f"the changelog does not say what {title.strip()} did to the results")
        found.append(Entry(title.strip(), said, table_in(body)))
    return found


def table_in(body: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of the first Markdown table in some text, without the line of dashes."""
    first = re.search(r"(?:^\|.*\n?)+", body, flags=re.MULTILINE)
    lines = first.group().strip().splitlines() if first else []
    cells = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)
    return tuple(row for row in cells if not set("".join(row)) <= set("-: "))


def show_changes() -> None:
    """Draw what each version did to the headline results."""
    section("What changed, and what it did to the results")
    for entry in entries(FILE.read_text("utf-8")):
        st.markdown(f"**{entry.title}.** {entry.statement}")
        if entry.rows:
            head, *rows = entry.rows
            show_table(
                f"Results as stated with {entry.title}",
                head,
                rows,
                source="CHANGELOG.md, as written for the version.",
            )
