"""What a lever does from where the reader is: worked out once, drawn as sentences and charts."""

import re
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.lever_effect import RESULTS, LeverEffect, lever_effect
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.lever import of_change
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, Scenario, with_preset
from ppn_scenarios.assumptions.conditions import NEEDS
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording.hypothesis import HYPOTHESES

from .charts.changes import show_changes
from .hypothesis import without_hypothesis
from .lever_words import change, in_table, said, shown
from .shared import shared
from .table import show_table
from .take_away import titled

SUPPOSED: Final = "effects_on"
TOGETHER: Final = PRESETS["together"]
KEPT: Final = 128  # levers and scenarios; a few kilobytes each
UNIT: Final = re.compile(r" (people|FTE).*$| a year$")  # not needed beside a line
PLAN: Final = 1.0  # the way of need that follows the 2023 plan


@lru_cache(maxsize=KEPT)
def reach(scenario: Scenario, name: str) -> LeverEffect:
    """Return what a lever does from a scenario, worked out once for all readers."""
    return shared(lever_effect(baseline(), scenario, name))


def from_where(scenario: Scenario, name: str) -> tuple[Scenario, str]:
    """Return the scenario from which a lever is told, and what the reader must know of it.

    A lever that counts only with another is told with that other on. No effect of leadership on
    staffing is in it.
    """
    plain = without_hypothesis(scenario)
    switch = NEEDS.get(name, "")
    if switch == SUPPOSED or name == SUPPOSED:
        return replace(plain, **dict.fromkeys(HYPOTHESES, 0.0)), (
            "No headline, chart or table counts an effect of leadership on staffing, so nothing "
            "moves here. What you suppose is said apart, on the page “Are we on track?”."
        )
    if switch and not getattr(plain, switch):
        return replace(plain, **{switch: 1.0}), (
            f"It counts only while “{ASSUMPTIONS[switch].label}” is on, and it is off. What "
            "follows is with it on."
        )
    if name == "plan_reading" and plain.need_method != PLAN:
        return replace(plain, need_method=PLAN), (
            "It counts only while staff needed follow the 2023 plan, and they do not. What follows "
            "is as if they did."
        )
    if name == "need_method":
        return plain, (
            "It changes the staff needed. Each way answers a question of its own, so what they say "
            "is not set side by side."
        )
    choice = ASSUMPTIONS[name].date_of
    if choice and getattr(plain, choice) == ASSUMPTIONS[choice].default:
        return plain, f"It counts for nothing until you move “{ASSUMPTIONS[choice].label}”."
    waiting = ASSUMPTIONS[name].group == "When the plan starts"
    if waiting and not set(plain.changes()) & WAIT_FOR_THE_PLAN:
        return with_preset(plain, TOGETHER), (
            "You have changed no choice that waits for it. As an example, what follows is with "
            f"the choices of “{TOGETHER.label}”."
        )
    return plain, ""


WAIT_FOR_THE_PLAN: Final = {name for name, a in ASSUMPTIONS.items() if a.dated}


def show_reach(name: str, scenario: Scenario, prefix: str) -> None:
    """Draw what a lever does: sentences, a chart of each result that moves, and its numbers.

    `prefix` keeps the keys of the drawer and of the page apart.
    """
    start, note = from_where(scenario, name)
    effect = reach(start, name)
    if note:
        st.caption(note)
    if effect.moved or not note:  # a note on what moves nothing has said why
        with st.container(key=f"reach_said_{prefix}_{name}"):  # by its class it is said
            st.markdown("\n".join(f"- {sentence}" for sentence in said(effect)))
    for result in shown(effect):
        found = RESULTS[result]
        st.html(f"<div class='ppn-title'>{found.label}: how far from where you are, by year</div>")
        label = partial(labelled, effect, result)
        with titled(f"{found.label} in England: how far from where you are, by year"):
            show_changes(effect, result, label, f"{prefix}_{name}_{result}", passport="lever")
        listed = st.expander(
            "The same as a table", key=f"{prefix}_table_{name}_{result}", on_change="rerun"
        )
        if listed.open:
            with listed:
                show_years(effect, result, prefix)


def show_years(effect: LeverEffect, result: str, prefix: str) -> None:
    """Draw one result by year, with the lever at each setting."""
    found = RESULTS[result]
    counted = f" ({found.unit})" if found.unit in ("FTE", "people") else ""
    show_table(
        f"{found.label} in England{counted}, with this lever at each setting, and in brackets "
        "how far that is from where you are",
        ("31 March", *(heading(effect, position) for position in effect.positions)),
        [
            (str(year), *(in_table(effect, result, p, i) for p in effect.positions))
            for i, year in enumerate(effect.years)
        ],
        numbers=range(1, len(effect.positions) + 1),
        passport="lever",
        key=prefix,
    )


def heading(effect: LeverEffect, position: float) -> str:
    """Return the heading of one setting's column."""
    value = ASSUMPTIONS[effect.name].show(position)
    return f"{value} (where you are)" if position == effect.now else value


def labelled(effect: LeverEffect, result: str, position: float) -> str:
    """Return what stands at the end of one setting's line: the setting, and the difference."""
    value = UNIT.sub("", ASSUMPTIONS[effect.name].show(position))
    if position == effect.now:
        return f"Now: {value}"
    by = float(effect.change(result, position)[-1])
    value = value[0].upper() + value[1:]
    return f"{value}:{chr(10) if by else ' '}{change(by, RESULTS[result].unit)}"


def passports_of(name: str, scenario: Scenario, year: int) -> list[Passport]:
    """Return how each difference that is drawn is made in a year."""
    start, _ = from_where(scenario, name)
    effect = reach(start, name)
    return [
        of_change(effect, start, result, position, year)
        for result in shown(effect)
        for position in effect.others
    ]
