"""The session as one web page that needs no network: for the day when the room has none."""

from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.about import file_name
from ppn_scenarios.sharing.kept import LONGEST_NAME, Kept
from ppn_scenarios.sharing.offline import offline
from ppn_scenarios.sharing.scenes import STORYLINE, written
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.wording.places import places

from .address import address
from .kept import kept
from .pack import Wanted, bar, briefing_of, quiet, told_of, wanted_by
from .turns import costly
from .visit import Visit

MEGABYTE: Final = 1_000_000
NOW: Final = " (in force)"  # after the name of a scenario that shares it with one that is kept


@dataclass(frozen=True)
class Session:
    """What a page is about: the scenario in force, and those that are kept beside it."""

    mine: Wanted
    beside: tuple[Wanted, ...]
    scenes: str  # the reader's own, as text; empty where the built-in ones are told


@costly(4)
def page(session: Session) -> bytes:
    """Return the page, made once: 0.1 MB, and as much for each two that are kept."""
    mine = session.mine
    if mine.name in {one.name for one in session.beside}:
        mine = replace(mine, name=f"{mine.name[: LONGEST_NAME - len(NOW)]}{NOW}")
    everyone = (mine, *session.beside)
    file = scenario_file.write([as_kept(one) for one in everyone], data_version()).encode()
    named = file_name(mine.name, "json")
    own, _ = written.read(session.scenes, places())
    scenes = own or tuple(STORYLINE.values())
    short = [briefing_of(one, in_short=True) for one in session.beside]
    return offline(told_of(mine), short, file, named, scenes).encode()


def as_kept(wanted: Wanted) -> Kept:
    """Return a scenario as a file keeps it."""
    return Kept(
        name=wanted.name,
        scenario=wanted.scenario,
        note=wanted.note,
        reasons=dict(wanted.reasons),
        data=data_version(),
    )


def session_of(now: Visit, link: str, mine: Wanted) -> Session:
    """Return what a page of this visit is about: `mine`, and every other scenario that is kept."""
    others = [one for one in kept().values() if one.scenario != now.scenario]
    scenes = written.write(st.session_state.scenes)
    return Session(mine, tuple(beside(one, now, link, mine) for one in others), scenes)


def beside(one: Kept, now: Visit, link: str, mine: Wanted) -> Wanted:
    """Return what is wanted of a scenario that is kept, seen from the same place."""
    view = replace(now.view, title="", remark="")
    return replace(
        mine,
        scenario=one.scenario,
        name=one.name,
        note=one.note,
        reasons=tuple(one.reasons.items()),
        link=address(Visit(one.scenario, view)) if link else "",
        told=quiet,
    )


def show_offline(now: Visit, link: str) -> None:
    """Draw the button that makes the page, then the page itself."""
    st.markdown(
        "**As one web page, for a room without a network.** The same findings with charts and "
        "tables, the scenarios you keep, notes to speak from and the scenario as a file. It opens "
        "in any browser and needs nothing else. It can be presented with the keyboard, and printed."
    )
    progress = st.empty()
    mine = wanted_by(now, link, lambda share, what: bar(progress, share, what))
    session = session_of(now, link, mine)
    asked_for = (replace(session, mine=replace(mine, told=quiet)),)
    st.button("Make the web page", key="make_offline", on_click=want, args=asked_for)
    if st.session_state.get("offline") != session:
        return
    made = page(session)
    progress.empty()
    st.download_button(
        f"Web page (HTML, {len(made) / MEGABYTE:.1f} MB)",
        data=made,
        file_name=file_name(f"session {mine.name}", "html"),
        mime="text/html",
        on_click="ignore",
        key="take_offline",
    )


def want(session: Session) -> None:
    """Remember what a page was asked for about: for anything else, it is to be asked for anew."""
    st.session_state.offline = session
