"""What the scenarios set differently, in plain words."""

import streamlit as st

from ppn_scenarios.analysis.differences import Difference, differences
from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS
from ppn_scenarios.assumptions.conditions import NEEDS
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording import literal

from .chosen import Comparison


def show_differences(found: Comparison) -> None:
    """List what differs between the two scenarios, then all of them in a table."""
    section("What differs")
    rows = differences(found.was.scenario, found.now.scenario)
    st.markdown(f"From *{literal(found.was.name)}* to *{literal(found.now.name)}*:")
    if not rows:
        st.markdown("- Nothing: every lever is the same.")
    for kind, title in KINDS.items():
        mine = [difference for difference in rows if difference.kind == kind]
        if mine:
            st.markdown(
                f"**{title}**\n" + "\n".join(f"- {in_words(difference)}" for difference in mine)
            )
    if len(found.columns) > 2:
        show_all(found)


def in_words(difference: Difference) -> str:
    """Return one difference in words."""
    a = ASSUMPTIONS[difference.name]
    said = f"**{a.label}**: {a.show(difference.now)}, instead of {a.show(difference.was)}"
    if a.is_placeholder:
        said += " (no source)"
    if difference.idle and a.date_of:
        return (
            f"{said}. It counts for nothing while *{ASSUMPTIONS[a.date_of].label}* is not changed"
        )
    if difference.idle and NEEDS[difference.name] == "effects_on":
        return f"{said}. It is part of your hypothesis, which this page leaves out"
    if difference.idle:
        switch = ASSUMPTIONS[NEEDS[difference.name]].label
        return f"{said}. It counts for nothing while *{switch}* is off"
    return said


def show_all(found: Comparison) -> None:
    """Draw the levers that differ between any of the scenarios, side by side."""
    names = [
        name
        for name in ASSUMPTIONS
        if len({getattr(column.scenario, name) for column in found.columns}) > 1
    ]
    show_table(
        "Every lever that differs between these scenarios",
        ("Lever", "Kind", *(column.name for column in found.columns)),
        [
            (
                ASSUMPTIONS[name].label,
                KINDS[ASSUMPTIONS[name].kind],
                *(ASSUMPTIONS[name].show(getattr(c.scenario, name)) for c in found.columns),
            )
            for name in names
        ],
        source="The settings of each scenario; their sources are listed under Sources.",
    )
