"""The scenarios kept by name as one file, and a file taken in beside those that are kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import Kept, free_name
from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.wording import listed
from ppn_scenarios.workshop import session
from ppn_scenarios.workshop.resume import brought_back, left_out
from ppn_scenarios.workshop.shape import MOST_KEPT

from .kept import TAKEN, kept
from .kept_session import told
from .take_in import show_all_as_file, show_take_in
from .visit import current_session, take_session

A_SESSION: Final = b'{"model":"'  # how the text of one begins, and no file of scenarios


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
        "Its scenarios join those kept here. The scenario on screen stays as it is. A session that "
        "was taken away as it was is brought back.",
        "Scenario file (.json)",
        panel="take_in",
        field="kept_file",
        take=take,
    )


def take(content: bytes) -> list[str]:
    """Take in the scenarios of a file, or a whole session, and return what is to be said of it."""
    if content.startswith(A_SESSION):
        return take_whole(content)
    found, notes = scenario_file.read(content)
    st.session_state.kept, taken = beside(kept(), found)
    names = listed([f"“{name}”" for name in taken]) if taken else "nothing that is not kept already"
    return [f"Taken in: {names}.", *notes]


def take_whole(content: bytes) -> list[str]:
    """Bring back a session, and return what is to be said of it; SavedFileError where it cannot."""
    earlier, notes = session.read(content.decode("utf-8", "replace"))
    if not earlier:
        raise SavedFileError("The file is a session, but not a whole one. It was left out.")
    now = current_session()
    notes += left_out(earlier, now)
    take_session(brought_back(earlier, now, datetime.now(UTC)))
    return [f"Brought back: the session{told(earlier)}.", *notes]


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
