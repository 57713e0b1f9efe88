"""The number passport: a drawer beside every group of figures, which says how each is made."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.assumptions import ASSUMPTIONS, STATUSES, Scenario
from ppn_scenarios.tables import queries

from .table import Cell, show_table
from .wording import percent, staff

OPENER: Final = "How these numbers are made"
MOST_LEVERS: Final = 8  # listed one by one: the widest


def offer(key: str, build: Callable[[], Sequence[Passport]], scenario: Scenario) -> None:
    """Draw a quiet button that opens the passports of the figures beside it.

    `build` is called only when it is opened. `key` must be unique on the page.
    """
    if st.button(OPENER, key=f"passport_{key}", type="tertiary", icon=":material/fingerprint:"):
        drawer(build(), scenario)


@st.dialog("How these numbers are made", position="right", width=560)
def drawer(passports: Sequence[Passport], scenario: Scenario) -> None:
    """Draw passports one under the other."""
    for passport in passports:
        show_passport(passport, scenario)


def show_passport(passport: Passport, scenario: Scenario) -> None:
    """Draw one passport: formula with live values, what it rests on, bias, and its code."""
    st.subheader(f"{passport.label}: {amount(passport.value, passport.unit)}", anchor=False)
    st.markdown(f"**How:** {passport.formula}")
    show_table(
        f"{passport.label}: the values in it",
        ("Part", "Value"),
        [(term.label, amount(term.value, term.unit)) for term in passport.terms],
        numbers=(1,),
    )
    if passport.rests_on:
        show_levers(passport, scenario)
    if rows := cited(passport):
        show_table(
            f"{passport.label}: published figures and inputs",
            ("What", "Value", "Rests on", "Source", "Date"),
            rows,
            numbers=(1,),
        )
    st.markdown(f"**Which way it may be wrong:** {passport.bias}")
    st.markdown("**Make it again** (Python, in the project's folder):")
    st.code(passport.code, language="python", wrap_lines=True)


def show_levers(passport: Passport, scenario: Scenario) -> None:
    """Draw the levers behind a figure, those that can move it most first."""
    sources = {r["source_id"]: r for r in queries.sources().to_dict("records")}
    rows: list[tuple[Cell, ...]] = []
    for name in passport.rests_on[:MOST_LEVERS]:
        a = ASSUMPTIONS[name]
        source = sources[a.source_id]
        rows.append(
            (
                a.label,
                a.show(getattr(scenario, name)),
                a.rests_on,
                (str(source["title"]), str(source["url"] or "")),
                str(source["published"]),
            )
        )
    more = len(passport.rests_on) - len(rows)
    show_table(
        f"{passport.label}: the levers behind it, those that can move it most first",
        ("Lever", "Now", "Rests on", "Source", "Date"),
        rows,
        numbers=(1,),
    )
    if more > 0:
        st.caption(f"And {more} that can move it less: see *What matters most*.")


def cited(passport: Passport) -> list[tuple[Cell, ...]]:
    """Return a row for each published figure and each input that no lever sets."""
    sources = {r["source_id"]: r for r in queries.sources().to_dict("records")}
    rows: list[tuple[Cell, ...]] = []

    def row(label: str, value: str, status: str, source_id: str) -> tuple[Cell, ...]:
        source = sources[source_id]
        named = (str(source["title"]), str(source["url"] or ""))
        return (label, value, STATUSES[status], named, str(source["published"]))

    for r in queries.policy_figures().to_dict("records"):
        if r["figure_id"] in passport.figures:
            value = amount(float(r["value"]), str(r["unit"]))
            rows.append(row(str(r["label"]), value, str(r["status"]), str(r["source_id"])))
    for r in queries.model_inputs().to_dict("records"):
        if r["input"] in passport.inputs:
            where = ", ".join(str(r[k]) for k in ("family", "grade") if r[k] and r[k] != "all")
            label = f"{r['meaning'] or r['input']}" + (f" ({where})" if where else "")
            value = f"{float(r['value']):.4g}"
            rows.append(row(label, value, str(r["status"]), str(r["source_id"])))
    for source_id in passport.sources:
        rows.append(row(str(sources[source_id]["note"] or ""), "", "sourced", source_id))
    return rows


def amount(value: float, unit: str) -> str:
    """Write a value in its unit, as exactly as a reader may want to check it."""
    if unit == "share":
        return percent(value) if abs(value) >= 0.1 else f"{100 * value:.2g}%"
    if unit == "year":
        return f"{value:.0f}"
    if unit in ("FTE", "people", "posts"):
        return f"{staff(value, exact=True)} {unit}"
    if unit == "£ thousand":
        return f"£{value:,.0f}k"
    return f"{value:,.4g} {unit}" if unit != "number" else f"{value:,.4g}"
