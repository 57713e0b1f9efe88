"""The scenarios kept by name as one file, and a file taken in beside those that are kept."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import Kept, free_name
from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.wording import listed
from ppn_scenarios.workshop.shape import MOST_KEPT

from .kept import TAKEN, kept
from .take_in import show_all_as_file, show_take_in


def show_kept_file() -> None:
    """Draw the button that takes all kept scenarios away, and the field that takes a file in."""
    mine = list(kept().values())
    with st.container(horizontal=True):
        show_all_as_file(
            "All kept scenarios as one file",
            scenario_file.FORMAT,
            mine,
            scenario_file.write,
            key="take_kept",
        )
    show_take_in(
        "Take in a scenario file",
        "Its scenarios join those kept here. The scenario on screen stays as it is.",
        "Scenario file (.json)",
        panel="take_in",
        field="kept_file",
        take=take,
    )


def take(content: bytes) -> list[str]:
    """Take in the scenarios of a file, and return what is to be said of it."""
    found, notes = scenario_file.read(content)
    st.session_state.kept, taken = beside(kept(), found)
    names = listed([f"“{name}”" for name in taken]) if taken else "nothing that is not kept already"
    return [f"Taken in: {names}.", *notes]


def beside(present: dict[str, Kept], found: Sequence[Kept]) -> tuple[dict[str, Kept], list[str]]:
    """Return the kept scenarios with those of a file beside them, and the names those now have.

    One that is there already is not taken twice. SavedFileError where there is no room.
    """
    new = [one for one in found if one not in present.values()]
    if len(present) + len(new) > MOST_KEPT:
        room = MOST_KEPT - len(present)
        raise SavedFileError(
            f"The file has {len(new)} scenarios; there is room for {room}. Remove some kept here."
        )
    whole = dict(present)
    for one in new:
        name = free_name(one.name, (*whole, *TAKEN))
        whole[name] = replace(one, name=name)
    return whole, list(whole)[len(present) :]
