"""The change by cause, as a waterfall or a table, and the result by year beside it."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.comparable import unlike
from ppn_scenarios.analysis.lines import Line, projected
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.changes import Asked, of_all
from ppn_scenarios.analysis.passports.measures import of_measures
from ppn_scenarios.analysis.waterfall import Part, Waterfall
from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.overlay import show_overlay
from ppn_scenarios.ui.charts.waterfall import BELIEF, CHOICE, END, START, TOGETHER, Bar
from ppn_scenarios.ui.charts.waterfall import show_waterfall as draw_waterfall
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.wording import listed, literal, march
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.results import About, Result

from .answers import causes_of
from .chosen import Compared, Comparison

MOST: Final = 8  # bars of causes; the small ones of a kind are one
KIND_WORDS: Final = {BELIEF: "Belief", CHOICE: "Choice"}
HOW: Final = (
    "Each change is made alone, from {start}; what changes do only together stands apart, so the "
    "parts add up. Made in some order, each would have another part of it; no order is assumed."
)
MIDDLE: Final = (
    "By place, each bar is the middle of two proxies that disagree: an estimate, whose range is "
    "under *Side by side*."
)
TWO_STEPS: Final = (
    "*Are we on track?* splits the same change in two steps, beliefs first, so its choices hold "
    "what both do only together."
)


def show_causes(found: Comparison, about: About, place: Place, show: str) -> None:
    """Draw the waterfall, or its table, or say why there is none."""
    was, now, measure, year, result = found.was, found.now, about.measure, about.year, about.result
    st.markdown(f"**{result.label}, {march(year)}: the change by cause**")
    if reasons := found.apart(measure):
        st.caption(f"Not compared. {literal('; '.join(reasons))}.")
        return
    fall = causes_of(was.scenario, now.scenario, place.code).waterfall(measure, year)
    if not fall.parts:
        st.caption(f"Nothing differs between {literal(was.name)} and {literal(now.name)}.")
        return
    if show == "table":
        show_rows(found, fall, result)
    else:
        drawn = bars(found, fall, about, place)
        with titled(
            f"{result.label}, {place.name}, {march(year)}: the change by cause. {drawn[-1].label}"
        ):
            draw_waterfall(drawn, "waterfall", passport="causes")
    low, _, high = MEASURES[measure](projection(now.scenario), place.code).at(year)
    st.caption(f"{how(found, fall)} {MIDDLE if high - low > 1e-6 * high else ''}".strip())
    asked = Asked(
        label=f"{result.label}, {march(year)}, against {was.name}",
        unit=result.unit,
        measure=measure,
        place=place.code,
        year=year,
        was=was.scenario,
        now=now.scenario,
    )
    offer("causes", lambda: of_all(asked, fall, MOST), now.scenario)


def how(found: Comparison, fall: Waterfall) -> str:
    """Say how the bars are made, and how many changes have none."""
    words = [HOW.format(start=literal(found.was.name))]
    if {part.kind for part in fall.parts} == {BELIEF, CHOICE}:
        words.append(TWO_STEPS)
    if (idle := fall.idle()) == 1:
        words.append("1 change does nothing to this result alone and is left out.")
    elif idle:
        words.append(f"{idle} changes do nothing to this result alone and are left out.")
    return " ".join(words)


def bars(found: Comparison, fall: Waterfall, about: About, place: Place) -> list[Bar]:
    """Return the bars from the start to the end, as change from the start; ends say their range."""
    result, whole = about.result, max(abs(fall.start), abs(fall.end))

    def number(whose: Compared) -> str:
        series = MEASURES[about.measure](projection(whose.scenario), place.code)
        return result.write(*series.at(about.year))

    drawn = [Bar(START, f"{found.was.name}: {number(found.was)}", 0.0, 0.0)]
    at = 0.0
    for part in fall.shortened(MOST).parts:
        label = f"{KIND_WORDS[part.kind]} · {named(part)}: {result.change(part.effect, whole)}"
        drawn.append(Bar(part.kind, label, at, at + part.effect))
        at += part.effect
    if len(fall.parts) > 1:  # one cause alone does nothing together with others
        label = f"Together, beyond one by one: {result.change(fall.together, whole)}"
        drawn.append(Bar(TOGETHER, label, at, fall.change))
    label = f"{found.now.name}: {number(found.now)} ({result.change(fall.change, whole)})"
    drawn.append(Bar(END, label, 0.0, fall.change))
    return [Bar(b.kind, b.label, b.at * result.scale, b.to * result.scale) for b in drawn]


def named(part: Part) -> str:
    """Return what a part is called."""
    if len(part.causes) > 1:
        return f"{len(part.causes)} other {part.kind}s"
    return ASSUMPTIONS[part.levers[0]].label


def show_rows(found: Comparison, fall: Waterfall, result: Result) -> None:
    """Draw the table of every cause that moves the result."""
    whole = max(abs(fall.start), abs(fall.end))
    rows = [
        (named(part), KINDS[part.kind], result.change(part.effect, whole))
        for part in fall.parts
        if part.effect
    ]
    if len(fall.parts) > 1:
        rows.append(("Together, beyond one by one", "", result.change(fall.together, whole)))
    rows.append(("The whole change", "", result.change(fall.change, whole)))
    show_table(
        f"{result.label}: what each change does alone, from {found.was.name} to {found.now.name}",
        ("Change", "Kind", "Effect"),
        rows,
        numbers=(2,),
        passport="causes",
    )


def show_lines(found: Comparison, about: About, place: Place, show: str) -> None:
    """Draw the result by year under every scenario that can be compared."""
    measure, result = about.measure, about.result
    st.markdown(f"**{result.label} by year** ({result.shown})")
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
                [scaled(line, result.scale) for line in lines], said, "overlay", passport="lines"
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
