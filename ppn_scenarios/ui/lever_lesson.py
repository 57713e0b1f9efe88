"""What a lever means, in full: the same in its drawer and on its page."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS, Scenario
from ppn_scenarios.assumptions.lesson import TITLES

from .lever_reach import show_reach
from .passport_evidence import CHECKED, Row, sources
from .section import section
from .table import Cell, show_table

FIRST: Final = ("example", "message", "acts")


def show_lesson(
    name: str, scenario: Scenario, prefix: str, control: Callable[[], None] | None = None
) -> None:
    """Draw what a lever is, means and does.

    `prefix` keeps drawer and page apart; `control` draws the lever itself, where it may be moved.
    """
    a = ASSUMPTIONS[name]
    st.caption(f"{a.group} · {KINDS[a.kind]}")
    st.markdown(f"**What it is.** {escaped(a.meaning)}")
    show_texts(name, FIRST)
    section("What it does from where you are")
    if control:
        control()
    show_reach(name, scenario, prefix)
    section("Who, what cost, for whom")
    show_texts(name, tuple(title for title in TITLES if title not in FIRST))
    show_facts(name, scenario, prefix)


def show_texts(name: str, which: tuple[str, ...]) -> None:
    """Draw some of the texts of a lesson, each after its title."""
    told = ASSUMPTIONS[name].lesson.texts()
    for text in which:
        st.markdown(f"**{TITLES[text]}.** {escaped(told[text])}")


def escaped(text: str) -> str:
    """Return plain text as Markdown that shows it as it is."""
    return text.replace("$", r"\\$").replace("*", r"\\*").replace("~", r"\\~")


def show_facts(name: str, scenario: Scenario, prefix: str) -> None:
    """Draw the lever's range, its default, the reader's value, and all that it rests on."""
    a = ASSUMPTIONS[name]
    rows: list[tuple[Cell, Cell]] = [
        ("As things stand", a.show(a.default)),
        ("Mine", a.show(getattr(scenario, name))),
    ]
    if not a.is_switch:
        span = ", ".join(a.option_labels) if a.options else f"{a.show(a.low)} to {a.show(a.high)}"
        rows.append(("Range", span))
    rows.append(("Rests on", a.rests_on))
    if a.evidence:
        rows.append(("Evidence", a.evidence))
    rows += [("Source", cited) for cited in sources_of(name)]
    show_table(
        f"{a.label}: range and sources",
        ("What", "This lever"),
        rows,
        wide=(1,),
        key=prefix,
        source="From the declaration of the lever and the register of sources.",
    )


def sources_of(name: str) -> list[Cell]:
    """Return the source of the number and those of the texts, as cells that link to them."""
    a, known = ASSUMPTIONS[name], sources()
    rows = [known[id] for id in dict.fromkeys((a.source_id, *a.lesson.sources))]
    return [
        (
            f"{row['title']} ({', '.join(filter(None, (row['published'], checked(row))))})",
            str(row["url"]),
        )
        for row in rows
    ]


def checked(row: Row) -> str:
    """Return how far a source was read, where that is worth a warning."""
    return CHECKED.get(str(row["status"]), "")
