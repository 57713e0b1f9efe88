"""The parts of the page on levers: choose one by group, read about it, go to the next."""

from functools import partial
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import GROUPS, LEVERS
from ppn_scenarios.opening import baseline

from .lever_lesson import show_lesson
from .lever_reach import passports_of
from .levers import lever
from .passport import offer
from .section import section
from .visit import Visit, mirrored, set_view, take_view

BY_GROUP: Final = {
    group: [name for name, a in LEVERS.items() if a.group == group] for group in GROUPS
}
IN_ORDER: Final = [name for names in BY_GROUP.values() for name in names]


def choose_lever(now: Visit) -> str:
    """Draw the choice of group and lever, and the way to the one before and after; return it."""
    name = now.view.lever
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Group",
            list(BY_GROUP),
            width=265,
            **mirrored("lever_group", LEVERS[name].group, take_group),
        )
        st.selectbox(
            "Lever",
            BY_GROUP[LEVERS[name].group],
            format_func=lambda one: LEVERS[one].label,
            width=330,
            **mirrored("lever_read", name, take_view, "lever", "lever_read"),
        )
        at = IN_ORDER.index(name)
        for label, to in (("Previous", at - 1), ("Next", at + 1)):
            there = IN_ORDER[to % len(IN_ORDER)]
            st.button(
                label,
                key=f"lever_{label.lower()}",
                help=LEVERS[there].label,
                on_click=read,
                args=(there,),
            )
    st.caption(f"Lever {at + 1} of {len(IN_ORDER)}")
    return name


def take_group() -> None:
    """Turn to the first lever of the group that was chosen."""
    if names := BY_GROUP.get(st.session_state.lever_group):
        read(names[0])


def read(name: str) -> None:
    """Turn to a lever."""
    set_view(lever=name)


def show_lever(name: str, now: Visit) -> None:
    """Draw one lever in full: its lesson, its control, and how its numbers are made."""
    section(LEVERS[name].label)

    def control() -> None:
        with st.container(width=420):
            lever(name, now.scenario, prefix="read")

    show_lesson(name, now.scenario, "page", control)
    offer("lever", partial(passports_of, name, now.scenario), now.scenario, baseline().years)
