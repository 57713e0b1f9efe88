"""The result by year, under every scenario that can be compared."""

import streamlit as st

from ppn_scenarios.analysis.comparable import unlike
from ppn_scenarios.analysis.lines import Line, projected
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.measures import of_measures
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.overlay import show_overlay
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.wording import listed, literal, march
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.results import About, Result

from .chosen import Comparison


def show_lines(found: Comparison, about: About, place: Place, show: str) -> None:
    """Draw the result by year under every scenario that can be compared."""
    st.markdown(f"**{about.result.label} by year** ({about.result.shown})")
    show_by_year(found, about, place, show, "overlay")


def show_by_year(found: Comparison, about: About, place: Place, show: str, key: str) -> None:
    """Draw the lines, or their table, and name what cannot be compared."""
    measure, result = about.measure, about.result
    columns = [c for c in found.columns if not unlike(measure, c.made, found.mine.made)]
    left_out = [literal(c.name) for c in found.columns if c not in columns]
    if not columns:
        st.caption("No scenario has a value that can be compared.")
        return
    lines = [projected(measure, c.name, projection(c.scenario), place.code) for c in columns]
    if show == "table":
        show_years(lines, result, place)
    else:
        said = [
            [result.write(*v) for v in zip(line.low, line.value, line.high, strict=True)]
            for line in lines
        ]
        with titled(f"{result.label}, {place.name}, {march(lines[0].years[-1])}"):
            show_overlay(
                [scaled(line, result.scale) for line in lines], said, key, passport="lines"
            )
    if left_out:
        st.caption(f"Left out, because it cannot be compared: {listed(left_out)}.")

    def made() -> list[Passport]:
        year = lines[0].years[-1]
        some = [of_measures([measure], projection(c.scenario), place.code, year) for c in columns]
        return [passport for passports in some for passport in passports]

    offer("lines", made, found.mine.scenario)


def scaled(line: Line, scale: float) -> Line:
    """Return a line in a chart's unit."""
    low, value, high = (
        tuple(scale * v for v in values) for values in (line.low, line.value, line.high)
    )
    return Line(line.name, line.kind, line.years, low, value, high)


def show_years(lines: list[Line], result: Result, place: Place) -> None:
    """Draw the result by year as a table."""
    rows = []
    for i, year in enumerate(lines[0].years):
        cells = (result.write(line.low[i], line.value[i], line.high[i]) for line in lines)
        rows.append((str(year), *cells))
    show_table(
        f"{result.label}, {place.name}, on 31 March",
        ("Year", *(line.name for line in lines)),
        rows,
        numbers=range(1, len(lines) + 1),
        passport="lines",
    )
