"""The panel of what to check: combinations that are implausible, calmly, each with a way out."""

from functools import lru_cache

import streamlit as st

from ppn_scenarios.analysis.cautions import Caution, cautions
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .answers import projection
from .hypothesis import without_hypothesis
from .visit import set_scenario


@lru_cache(maxsize=64)
def found(scenario: Scenario) -> tuple[Caution, ...]:
    """Return the cautions that hold of a scenario."""
    return tuple(cautions(projection(without_hypothesis(scenario)), scenario))


def draw_cautions(scenario: Scenario) -> None:
    """Draw the panel's button, with how many there are; the panel is built when it is opened."""
    held = found(scenario)
    panel = st.popover(
        f"{len(held)} to check" if held else "0 to check",
        key="cautions",
        on_change="rerun",
        help="Combinations of levers that are unlikely together or that do nothing",
    )
    if not panel.open:
        return
    with panel:
        if not held:
            st.markdown(
                "No combination of your levers is among those that are unlikely together or that "
                "do nothing. That does not make it likely."
            )
        for one in held:
            show_one(one, scenario)


def show_one(one: Caution, scenario: Scenario) -> None:
    """Draw one caution: what it means, what to do, and the button that does it."""
    st.markdown(f"**{one.title}**\n\n{one.means}\n\n*What you could do:* {one.advice}")
    after = one.fixed(scenario)
    st.button(
        doing(scenario, after),
        key=f"fix_{one.id}",
        on_click=set_scenario,
        args=(after,),
        disabled=after == scenario,
    )


def doing(scenario: Scenario, after: Scenario) -> str:
    """Return what a fix does, in words."""
    moves = [
        f"{a.label}: {a.show(value)}"
        for name, a in ASSUMPTIONS.items()
        if (value := getattr(after, name)) != getattr(scenario, name)
    ]
    if not moves:
        return "Nothing that one button could put right"
    return "Set " + "; ".join(moves[:2]) + (f" and {len(moves) - 2} more" if moves[2:] else "")
