"""The change by cause, as a waterfall or a table, and the result by year beside it."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.passports.changes import Asked, of_all_ways
from ppn_scenarios.analysis.waterfall import Part, Waterfall, ends
from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.waterfall import BELIEF, CHOICE, END, START, TOGETHER, Bar
from ppn_scenarios.ui.charts.waterfall import show_waterfall as draw_waterfall
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.wording import literal, march
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.results import About, Result

from .answers import causes_of
from .chosen import Compared, Comparison

Ways = Sequence[Waterfall]  # by each way of sharing England out, the middle first
MOST: Final = 8  # bars of causes; the small ones of a kind are one
KIND_WORDS: Final = {BELIEF: "Belief", CHOICE: "Choice"}
HOW: Final = (
    "Each change is made alone, from {start}; what changes do only together stands apart, so the "
    "parts add up. Made in some order, each would have another part of it; no order is assumed."
)
MIDDLE: Final = (
    "By place, each number is a range over two proxies that disagree. A bar is drawn at their "
    "middle."
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
    each = causes_of(was.scenario, now.scenario, place.code)
    ways = [way.waterfall(measure, year) for way in each]
    fall = ways[0]
    if not fall.parts:
        st.caption(f"Nothing differs between {literal(was.name)} and {literal(now.name)}.")
        return
    if show == "table":
        show_rows(found, ways, result)
    else:
        drawn = bars(found, ways, about, place)
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
    offer("causes", lambda: of_all_ways(asked, ways, MOST), now.scenario)


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


def bars(found: Comparison, ways: Ways, about: About, place: Place) -> list[Bar]:
    """Return the bars from the start to the end, as change from the start.

    They are drawn by the middle of the ways of sharing England out; each says its range.
    """
    fall = ways[0]
    result, whole = about.result, max(abs(fall.start), abs(fall.end))

    def number(whose: Compared) -> str:
        series = MEASURES[about.measure](projection(whose.scenario), place.code)
        return result.write(*series.at(about.year))

    def write(of: Callable[[Waterfall], float]) -> str:
        return result.changes(ends(ways, of), whole)

    drawn = [Bar(START, f"{found.was.name}: {number(found.was)}", 0.0, 0.0)]
    at = 0.0
    for part in fall.shortened(MOST).parts:
        label = f"{KIND_WORDS[part.kind]} · {named(part)}: {write(effect_of(part))}"
        drawn.append(Bar(part.kind, label, at, at + part.effect))
        at += part.effect
    if len(fall.parts) > 1:  # one cause alone does nothing together with others
        label = f"Together, beyond one by one: {write(lambda way: way.together)}"
        drawn.append(Bar(TOGETHER, label, at, fall.change))
    label = f"{found.now.name}: {number(found.now)} ({write(lambda way: way.change)})"
    drawn.append(Bar(END, label, 0.0, fall.change))
    return [Bar(b.kind, b.label, b.at * result.scale, b.to * result.scale) for b in drawn]


def named(part: Part) -> str:
    """Return what a part is called."""
    if len(part.causes) > 1:
        return f"{len(part.causes)} other {part.kind}s"
    return ASSUMPTIONS[part.levers[0]].label


def effect_of(part: Part) -> Callable[[Waterfall], float]:
    """Return what reads the effect of a part's causes from a waterfall."""
    return lambda way: way.effect(part.causes)


def show_rows(found: Comparison, ways: Ways, result: Result) -> None:
    """Draw the table of every cause that moves the result."""
    fall = ways[0]
    whole = max(abs(fall.start), abs(fall.end))

    def write(of: Callable[[Waterfall], float]) -> str:
        return result.changes(ends(ways, of), whole)

    rows = [
        (named(part), KINDS[part.kind], write(effect_of(part)))
        for part in fall.parts
        if part.effect
    ]
    if len(fall.parts) > 1:
        rows.append(("Together, beyond one by one", "", write(lambda way: way.together)))
    rows.append(("The whole change", "", write(lambda way: way.change)))
    show_table(
        f"{result.label}: what each change does alone, from {found.was.name} to {found.now.name}",
        ("Change", "Kind", "Effect"),
        rows,
        numbers=(2,),
        passport="causes",
    )
