"""The words of a page, explained where they stand: its short forms in full, and a list to open."""

from functools import cache
from html import escape
from pathlib import PurePosixPath

import streamlit as st

from ppn_scenarios.assumptions.glossary import GLOSSARY, IN_NAMES, WELL_KNOWN, Term
from ppn_scenarios.assumptions.glossary_document import of_page
from ppn_scenarios.tables import queries

from .table import Cell, show_table


def show_words(page: str, *, above: str = "", below: str = "") -> None:
    """Draw the short forms of a page in full, as the head of a list that opens by click or key.

    `above` and `below` are HTML that stands over and under it.
    """
    st.html(above + words(page) + below)


@cache
def words(page: str) -> str:
    """Return the list of a page as HTML: a disclosure that needs no pointer and no script."""
    terms = of_page(PurePosixPath(page).stem)
    short = [t for t in terms if t.is_short_form and t.name not in WELL_KNOWN]
    said = ", ".join(f"<b>{t.name}</b> {escape(t.spelt)}" for t in short)
    listed = "".join(f"<dt>{head(t)}</dt><dd>{escape(t.means)}</dd>" for t in terms)
    return (
        f"<details class='ppn-words'><summary>Words used here<span>{': ' if said else ''}{said}"
        f"</span></summary><dl>{listed}</dl></details>"
    )


def head(term: Term) -> str:
    """Return a term as the head of what it means, a short form in full beside it."""
    return f"{escape(term.name)}{', ' if term.spelt else ''}{escape(term.spelt)}"


def show_glossary() -> None:
    """Draw every word and short form with its meaning and whose meaning that is."""
    titles = {r["source_id"]: r for r in queries.sources().fillna("").to_dict("records")}

    def whose(term: Term) -> Cell:
        if not term.source_id:
            return "ours"
        return titles[term.source_id]["title"], titles[term.source_id]["url"]

    show_table(
        "Words and short forms, and what each means here",
        ("Word", "In full", "What it means here", "Whose meaning"),
        [
            *((t.name, t.spelt, t.means, whose(t)) for t in GLOSSARY),
            *((name, full, "In names of sources.", "theirs") for name, full in IN_NAMES.items()),
        ],
        wide=(2,),
        source="Declared in the project's glossary. Words are ours unless a source stands there.",
    )
