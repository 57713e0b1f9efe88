"""The board pack: slides and a report of what the reader sees, made when asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.briefing import Briefing, briefing
from ppn_scenarios.sharing.about import file_name
from ppn_scenarios.sharing.report import ReportError, report
from ppn_scenarios.sharing.slides import slides
from ppn_scenarios.wording import literal
from ppn_scenarios.wording.places import places

from .clock import zone
from .goal.choice import Asked, asked
from .kept import kept, suggested
from .turns import costly
from .visit import Visit
from .workings import KEPT_BY_PAGES

SLIDES: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def quiet(share: float, what: str) -> None:
    """Hear how far the work is and say nothing."""


@dataclass(frozen=True)
class Wanted:
    """What a pack is about; `told` hears how far it is, and is alike to what keeps packs."""

    scenario: Scenario
    place: str
    name: str
    note: str
    reasons: tuple[tuple[str, str], ...]
    link: str
    asked: Asked
    day: date
    told: Callable[[float, str], None] = field(compare=False, default=quiet)


@dataclass(frozen=True)
class Pack:
    """The files of a pack, and what its maker must be told; no PDF where it could not be made."""

    slides: bytes
    pdf: bytes
    to_know: str


@costly(8)
def told_of(wanted: Wanted) -> Briefing:
    """Return the briefing of what is wanted, worked out once for all its files: 60 KB."""
    return briefing_of(wanted)


def briefing_of(wanted: Wanted, *, in_short: bool = False) -> Briefing:
    """Return the briefing of what is wanted, or its main findings, from what pages keep."""
    return briefing(
        wanted.scenario,
        places()[wanted.place],
        name=wanted.name,
        note=wanted.note,
        reasons=dict(wanted.reasons),
        link=wanted.link,
        goal=wanted.asked.goal,
        ticked=wanted.asked.ticked,
        least=wanted.asked.least,
        made=wanted.day,
        told=wanted.told,
        workings=KEPT_BY_PAGES,
        in_short=in_short,
    )


@costly(8)
def pack(wanted: Wanted) -> Pack:
    """Return the files, made once: about 0.6 MB."""
    found = told_of(wanted)
    drawn = slides(found)
    try:
        made = report(found)
    except ReportError as error:
        return Pack(drawn, b"", str(error))
    return Pack(drawn, made.pdf, made.unshown)


def wanted_by(now: Visit, link: str, told: Callable[[float, str], None]) -> Wanted:
    """Return what a pack of this visit is about, with the reasons of a scenario that is kept."""
    mine = next((one for one in kept().values() if one.scenario == now.scenario), None)
    given = st.session_state.record.reasons()
    reasons = mine.reasons if mine else {k: v for k, v in given.items() if v}
    return Wanted(
        scenario=now.scenario,
        place=now.view.place,
        name=now.view.title or (mine.name if mine else suggested(now.scenario, kept())),
        note=now.view.remark or (mine.note if mine else ""),
        reasons=tuple(reasons.items()),
        link=link,
        asked=asked(now.view, places()[now.view.place]),
        day=datetime.now(zone()).date(),
        told=told,
    )


def show_pack(now: Visit, link: str) -> None:
    """Draw the button that makes a board pack, then its files; `link` goes onto the pack."""
    st.markdown(
        "**As a board pack.** Slides whose charts can be edited, and the same as an accessible "
        "PDF: the findings, what you changed, leaders, places, what it would take, bad futures, "
        "what would change our mind, assumptions and limits. It takes about ten seconds."
    )
    progress = st.empty()
    wanted = wanted_by(now, link, lambda share, what: bar(progress, share, what))
    asked_for = (replace(wanted, told=quiet),)
    st.button("Make the board pack", key="make_pack", on_click=want, args=asked_for)
    if st.session_state.get("pack") != wanted:
        return
    found = pack(wanted)
    progress.empty()
    offer(found, wanted)


def want(wanted: Wanted) -> None:
    """Remember what a pack was asked for about: for anything else, it is to be asked for anew."""
    st.session_state.pack = wanted


def bar(progress: DeltaGenerator, share: float, what: str) -> None:
    """Show how far the work is."""
    progress.progress(share, what)


def offer(found: Pack, wanted: Wanted) -> None:
    """Draw the files, or why one of them could not be made."""
    with st.container(horizontal=True):
        st.download_button(
            "Slides (PPTX)",
            data=found.slides,
            file_name=file_name(f"board pack {wanted.name}", "pptx"),
            mime=SLIDES,
            on_click="ignore",
            key="take_slides",
        )
        if found.pdf:
            st.download_button(
                "Report (PDF)",
                data=found.pdf,
                file_name=file_name(f"board pack {wanted.name}", "pdf"),
                mime="application/pdf",
                on_click="ignore",
                key="take_report",
            )
    if found.to_know:
        st.warning(literal(found.to_know))
