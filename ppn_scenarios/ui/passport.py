"""The number passport: a drawer beside every group of figures, which says how each is made."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.tables import queries
from ppn_scenarios.wording import march

from .amounts import amount, markdown
from .over_page import over_page
from .passport_evidence import evidence

OPENER: Final = "How these numbers are made"
MANY: Final = 15  # passports: from more on, they can be looked for by name


def offer(
    key: str,
    build: Callable[..., Sequence[Passport]],
    scenario: Scenario,
    years: Sequence[int] = (),
) -> None:
    """Draw a quiet button that opens the passports of the figures beside it.

    `build` is called only when it is opened: with the year that the reader chooses among `years`,
    at first the last one, where figures of several years stand there. `key` must be unique on the
    page; cards, tables and charts name it as their `passport`.
    """
    if st.button(OPENER, key=f"passport_{key}", type="tertiary", icon=":material/fingerprint:"):
        drawer(build, scenario, years)


@over_page(OPENER, position="right", width=560)
def drawer(
    build: Callable[..., Sequence[Passport]], scenario: Scenario, years: Sequence[int]
) -> None:
    """Draw one passport for each figure: open where there is one, closed where there are more."""
    given = []
    if years:
        ordered = sorted(years, reverse=True)
        given.append(st.selectbox("Year", ordered, format_func=march, key="passport_year"))
    with st.spinner("Finding what can move these numbers"):
        passports = build(*given)
    if not passports:
        st.markdown("None of these figures has a value for this place and scenario.")
    for passport in looked_for(passports):
        name = f"{markdown(passport.label)}: **{markdown(headline(passport))}**"
        with st.expander(name, expanded=len(passports) == 1):
            show_passport(passport, passport.scenario or scenario)


def looked_for(passports: Sequence[Passport]) -> Sequence[Passport]:
    """Return passports; of many, those whose name holds what the reader looks for."""
    if len(passports) <= MANY:
        return passports
    words = str(st.text_input(f"Find one of {len(passports)} figures", key="passport_find") or "")
    found = named_like(passports, words)
    if not found:
        st.markdown("No figure here has that in its name.")
    return found


def named_like(passports: Sequence[Passport], words: str) -> Sequence[Passport]:
    """Return the passports whose name has every one of some words in it."""
    wanted = words.lower().split()
    return [p for p in passports if all(word in p.label.lower() for word in wanted)]


def show_passport(passport: Passport, scenario: Scenario) -> None:
    """Draw one passport: formula with live values, what it rests on, bias, and its code."""
    section(
        f"<h3>How it is made</h3><p>{escape(passport.formula)}</p>{values(passport)}"
        f"{spread(passport)}{evidence(passport, scenario)}"
        f"<h3>Which way it may be wrong</h3><p>{escape(passport.bias)}</p>"
        "<h3>Make it again</h3><p>Python, run in the project's folder, prints the number to its "
        "last digit.</p>"
    )
    st.code(passport.code, language="python", wrap_lines=True)
    if passport.sql:
        section("<p>Or ask the tables: <code>ppn_scenarios.tables.database.ask(sql)</code></p>")
        st.code(passport.sql, language="sql", wrap_lines=True)


def section(html: str) -> None:
    """Draw a part of a passport."""
    st.html(f"<div class='ppn-passport'>{html}</div>")


def values(passport: Passport) -> str:
    """Return the live values of the formula, one under the other, down to the figure."""
    names = {r["figure_id"]: r for r in queries.policy_figures().to_dict("records")}
    rows = [
        (str(names[t.figure]["label"]), amount(t.value, str(names[t.figure]["unit"])))
        if t.figure
        else (t.label, amount(t.value, t.unit))
        for t in passport.terms
    ]
    body = "".join(
        f"<tr><th scope='row'>{escape(label)}</th><td>{escape(value)}</td></tr>"
        for label, value in rows
    )
    result = f"<tr><th scope='row'>This gives</th><td>{amount(passport.value, passport.unit)}</td>"
    name = escape(f"{passport.label}: the values in its formula")
    return f"<table aria-label='{name}'>{body}{result}</tr></table>"


def ends(passport: Passport) -> tuple[float, float] | None:
    """Return the low and the high of a figure, where it has a range."""
    low, high = passport.low, passport.high
    if low is None or high is None or high - low <= 1e-6 * abs(passport.value):
        return None
    return low, high


def headline(passport: Passport) -> str:
    """Write a figure; one that has a range only as that, so that it never looks exact."""
    values = ends(passport) or (passport.value,)
    return " to ".join(amount(value, passport.unit) for value in values)


def spread(passport: Passport) -> str:
    """Return why a figure has a range, where it has one."""
    if not ends(passport):
        return ""
    return (
        "<p>This is the middle of the range above. The range is there because "
        f"{escape(passport.range_is)}.</p>"
    )
