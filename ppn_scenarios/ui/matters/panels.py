"""Two panels of bars: what we choose, and how the world works."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.analysis.passports.sensitivity import of_swing
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.sensitivity import Swing
from ppn_scenarios.analysis.tornado import Tornado
from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS, Scenario
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.tornado import Bar, show_tornado
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.wording import march
from ppn_scenarios.wording.results import About

from .answers import swings_of
from .words import ends, named

MOST: Final = 6  # bars of a panel; the table has all


def show_panels(scenario: Scenario, about: About, show: str) -> None:
    """Draw both panels side by side, or their tables."""
    found, result = swings_of(scenario, about.measure, about.year), about.result
    st.markdown(f"**{result.label} in England, {march(about.year)}**: {within(result.shown)}")
    draw_panels(found, about, show)
    st.caption(counted(found))
    offer("swings", lambda: made(scenario, about), scenario)


def draw_panels(
    found: Tornado, about: About, show: str, most: int = MOST, beside: bool = True
) -> None:
    """Draw the bars of both panels on one axis, at most so many in each, or their tables.

    Not `beside` each other, the second stands under the first.
    """
    result = about.result
    panels = {"choice": found.choices, "belief": found.beliefs}
    if show == "table":
        for kind, rows in panels.items():
            show_rows(kind, rows, about)
        return
    drawn = [row for rows in panels.values() for row in rows[:most]]
    values = [v * result.scale for row in drawn for v in (row.at_low, row.at_high)]
    values.append(found.now * result.scale)
    columns = st.columns(2, gap="medium") if beside else [st.container(), st.container()]
    for column, (kind, rows) in zip(columns, panels.items(), strict=True):
        with column:
            show_panel(kind, rows, about, found.now, (min(values), max(values)), most)
    st.caption(
        f"Each lever alone goes to both ends of its range. The mark on each bar is your scenario: "
        f"{result.write(found.now, found.now, found.now)}."
    )


def counted(found: Tornado) -> str:
    """Say how many levers move the result, and how many by nothing."""
    moving, still = len(found.choices) + len(found.beliefs), len(found.still)
    return (
        f"{moving} levers move this result; {still} move it by nothing, and are listed below "
        "under *Levers that have no bar*."
    )


def show_panel(
    kind: str,
    rows: Sequence[Swing],
    about: About,
    now: float,
    axis: tuple[float, float],
    most: int = MOST,
) -> None:
    """Draw one panel under its own title."""
    st.html(f"<h2 class='ppn-title'>{KINDS[kind]}</h2>")
    if not rows:
        st.caption("Nothing here moves this result.")
        return
    scale = about.result.scale
    bars = []
    for row in rows[:most]:
        low, high = sorted((row.at_low * scale, row.at_high * scale))
        bars.append(Bar(named(row.name), low, high, *ends(row, about.result)))
    with titled(
        f"{about.result.label}, England, {march(about.year)}: {KINDS[kind]}. What moves it most is "
        f"{bars[0].name}"
    ):
        show_tornado(bars, kind, now * scale, axis, f"tornado_{kind}", passport="swings")
    if (more := len(rows) - most) > 0:
        st.caption(f"And {more} that move it less: choose Table.")


def show_rows(kind: str, rows: Sequence[Swing], about: About) -> None:
    """Draw the table of one panel: every lever that moves the result."""
    result = about.result

    def at(value: float, position: float, name: str) -> str:
        return f"{result.write(value, value, value)} at {ASSUMPTIONS[name].show(position)}"

    show_table(
        f"{KINDS[kind]}: {within(result.label)} with each lever at either end of its range",
        ("Lever", "At its low end", "At its high end", "Rests on"),
        [
            (
                ASSUMPTIONS[row.name].label,
                at(row.at_low, ASSUMPTIONS[row.name].low, row.name),
                at(row.at_high, ASSUMPTIONS[row.name].high, row.name),
                ASSUMPTIONS[row.name].rests_on,
            )
            for row in rows
        ],
        passport="swings",
    )


def made(scenario: Scenario, about: About) -> list[Passport]:
    """Return the passports of the result and of every swing that is drawn."""
    found = swings_of(scenario, about.measure, about.year)
    now = of_measure(about.measure, projection(scenario), ENGLAND, about.year)
    rows = sorted((*found.choices, *found.beliefs), key=lambda row: -row.width)
    return [now, *(of_swing(row, scenario, about.measure, about.year) for row in rows)]
