"""What the reader asks for: a goal, its year, how much of it, and the levers that they control."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.assumptions.goals import GOALS, OURS, ticked_at_first
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import GOAL_YEARS, NO_LEVER, OWN, SHARES, View, ticks
from ppn_scenarios.ui.visit import Visit, mirrored, set_view, take_view
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import Place

LEAST: Final = {"cost": "Least extra cost", "move": "Least change"}


@dataclass(frozen=True)
class Asked:
    """A goal, and the levers that may be moved to reach it."""

    goal: Goal
    ticked: tuple[str, ...]
    least: str


def asked(view: View, place: Place) -> Asked:
    """Return what a view asks for: what it leaves open is the goal's own year, level and levers."""
    target = GOALS[view.goal]
    year = target.due or HORIZON if view.by == OWN else int(view.by)
    level = None if view.level == OWN else int(view.level) / 100
    chosen = ticked_at_first(view.goal) if view.ticked == OWN else ticks(view.ticked)
    return Asked(Goal(view.goal, year, place.code, level), chosen or (), view.least)


def choose_goal(now: Visit, place: Place) -> Asked:
    """Draw the choice of goal, year, how much and levers; return what is asked."""
    return ask_goal(now, place, lambda: choose_levers(asked(now.view, place)))


def ask_goal(now: Visit, place: Place, beside: Callable[[], None]) -> Asked:
    """Draw the choice of goal, year and how much, with `beside` on the same row."""
    present = asked(now.view, place)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Goal",
            list(GOALS),
            format_func=lambda id: GOALS[id].label,
            width=372,
            **mirrored("goal_id", now.view.goal, take_goal),
        )
        st.selectbox(
            "By",
            GOAL_YEARS,
            format_func=lambda year: march(int(year)),
            width=130,
            **mirrored("goal_by", str(present.goal.year), take_view, "by", "goal_by"),
        )
        if GOALS[now.view.goal].unit == "share":
            st.selectbox(
                "How much",
                SHARES,
                format_func=lambda percent: f"{percent}%",
                width=92,
                **mirrored("goal_level", level_of(present.goal), take_view, "level", "goal_level"),
            )
        beside()
    return present


def choose_levers(present: Asked) -> None:
    """Draw the ticks of the levers that the reader controls."""
    with st.popover("Levers we control", width="content"):
        st.caption(
            "Only ticked levers are moved. Those marked as beliefs are no choice in this explorer, "
            "but somebody may act on them: the answer says what they would have to become."
        )
        st.pills(
            "Levers that we control",
            OURS,
            selection_mode="multi",
            format_func=named,
            label_visibility="collapsed",
            **mirrored("goal_ticked", list(present.ticked), take_ticks),
        )


def named(lever: str) -> str:
    """Return a lever's name, marked if it is a belief."""
    a = ASSUMPTIONS[lever]
    return f"{a.label} (a belief)" if a.kind == "belief" else a.label


def level_of(goal: Goal) -> str:
    """Return the share asked for, as the list of shares has it."""
    return f"{100 * goal.threshold(baseline()):.0f}"


def take_goal() -> None:
    """Take another goal, with its own year, level and levers."""
    set_view(goal=st.session_state.goal_id, by=OWN, level=OWN, ticked=OWN)


def take_ticks() -> None:
    """Take the levers that are ticked, in the order in which they are listed."""
    chosen = [name for name in OURS if name in st.session_state.goal_ticked]
    set_view(ticked=".".join(chosen) or NO_LEVER)


def choose_least(now: Visit) -> None:
    """Draw the choice of what is to be least."""
    st.segmented_control(
        "Find the settings with the",
        list(LEAST),
        format_func=LEAST.__getitem__,
        required=True,
        **mirrored("goal_least", now.view.least, take_view, "least", "goal_least"),
    )
