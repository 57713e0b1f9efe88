"""One lever per assumption, grouped into what we choose and how the world works."""

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import (
    ASSUMPTIONS,
    KINDS,
    LEVERS,
    PRESETS,
    Assumption,
    Scenario,
    preset_of,
    with_preset,
)
from ppn_scenarios.assumptions.conditions import NEEDS

from .lever_help import PRESS
from .predict.state import asking
from .section import section
from .visit import mirrored, set_scenario, take_lever, visit

OWN: Final = "own"
FORMATS: Final = {
    "share": "percent",
    "rate": "percent",
    "financial year": "1 April %d",
    "people a year": "%,d",
    "£ thousand": "£%dk",
}


def draw_levers(scenario: Scenario) -> None:
    """Draw the sidebar: main levers in view, the others one click below."""
    choose_preset(scenario)
    for kind, title in KINDS.items():
        section(title)
        mine = [name for name, a in LEVERS.items() if a.kind == kind]
        draw(scenario, (name for name in mine if LEVERS[name].main))
        others = [name for name in mine if not LEVERS[name].main]
        # A label that never changes: with a new one the panel would be a new panel, and closed.
        more = st.expander(f"{len(others)} more", key=f"more_{kind}", on_change="rerun")
        if more.open:
            with more:
                for group, names in groupby(others, lambda name: LEVERS[name].group):
                    st.subheader(group, anchor=False)
                    draw(scenario, names)
        changed = len(scenario.changes().keys() & set(others))
        note(f"Changed among these {len(others)}: {changed}" if changed else "")
        st.button(
            f"Put back: {title.lower()}",
            key=f"reset_{kind}",
            on_click=set_scenario,
            args=(scenario.without(kind),),
            disabled=scenario.without(kind) == scenario,
        )


def note(words: str) -> None:
    """Draw a quiet note, or keep its place: else all below would be drawn anew as it comes."""
    if words:
        st.caption(words)
    else:
        st.empty()


def draw(scenario: Scenario, names: Iterable[str]) -> None:
    """Draw some levers; a press on the help of each opens its drawer, and the help says so."""
    more = "" if asking(visit().view) else PRESS
    for name in names:
        lever(name, scenario, more=more)


def lever(
    name: str, scenario: Scenario, prefix: str = "lever", helped: bool = True, more: str = ""
) -> None:
    """Draw the control of one assumption, showing the scenario's value.

    `helped`, it says beside its name what it means in short, and there `more`.
    """
    a, value, key = ASSUMPTIONS[name], getattr(scenario, name), f"{prefix}_{name}"
    told = in_short(name, more) if helped else None
    off = name in NEEDS and not getattr(scenario, NEEDS[name])
    if a.is_switch:
        state = mirrored(key, bool(value), take_lever, name, key)
        st.toggle(labelled(a), help=told, disabled=off, width="stretch", **state)
        return
    if a.options:
        state = mirrored(key, float(value), take_lever, name, key)
        st.selectbox(labelled(a), a.options, format_func=a.show, help=told, **state)
        return
    state = mirrored(key, float(value), take_lever, name, key)
    st.slider(
        labelled(a),
        float(a.low),  # Streamlit refuses a slider that mixes 1 and 0.5
        float(a.high),
        step=float(a.step),
        value=float(a.default),  # else Streamlit reads the whole session to learn what it is
        format=FORMATS.get(a.unit, "%g"),
        help=told,
        disabled=off,
        **state,
    )


@cache
def in_short(name: str, more: str) -> str:
    """Return what a lever means in short, written once for the life of the server."""
    return explained(ASSUMPTIONS[name], more)


def labelled(a: Assumption) -> str:
    """Return a lever's label, which says so when its number has no source."""
    unit = (
        ""
        if a.unit in {"share", "rate", "switch", "financial year", "£ thousand", "option"}
        else a.unit
    )
    return a.label + (f", {unit}" if unit else "") + (" · no source" if a.is_placeholder else "")


def explained(a: Assumption, more: str = "") -> str:
    """Return what a lever means, `more`, its range and what its numbers rest on."""
    lines = [f"{a.meaning} {more}".strip()]
    if not a.is_switch:
        span = f"{a.show(a.low)} to {a.show(a.high)}"
        lines.append(f"As things stand: {a.show(a.default)}. Range: {span}.")
    if a.evidence:
        lines.append(a.evidence)
    if a.is_placeholder:
        lines.append("**No source was found: a placeholder.** Enter your own.")
    elif a.status == "borrowed":
        lines.append("Borrowed: published for another place, role or time.")
    return "\n\n".join(line.replace("$", r"\$") for line in lines)


def choose_preset(scenario: Scenario) -> None:
    """Draw the list of named scenarios; choosing one leaves beliefs as they are."""
    present = preset_of(scenario) or OWN
    options = [*PRESETS, *([OWN] if present == OWN else [])]

    def take() -> None:
        if (chosen := st.session_state.preset) in PRESETS:
            set_scenario(with_preset(st.session_state.scenario, PRESETS[chosen]))

    st.selectbox(
        "Start from",
        options,
        format_func=lambda name: PRESETS[name].label if name in PRESETS else "My own choices",
        help="A named set of choices. What you believe about the world stays as you set it.",
        **mirrored("preset", present, take),
    )
    note("" if present == OWN else PRESETS[present].meaning)
