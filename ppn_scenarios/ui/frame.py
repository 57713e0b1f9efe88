"""What every page shares: configuration, menu, levers, the link and the small print."""

from typing import Final

import streamlit as st

from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.tables.errors import DataError
from ppn_scenarios.tables.release import described
from ppn_scenarios.wording import literal

from .autosave import show_offer, take_found, to_keep
from .copy_link import copy_link
from .later import begin, draw_the_rest, last
from .lever_help import open_asked
from .levers import draw_levers
from .link_notes import show_notes
from .menu import draw_menu
from .own_dates import draw_own_dates
from .pages import BARE, PAGES
from .predict.gate import keep_hidden
from .predict.state import asking
from .replay import go_on, show_banner, shown
from .share import offer_share, show_said
from .statement import offer_statement
from .steps import draw_steps
from .style import STYLE
from .turns import begin_run, end_run
from .unseen import draw_spoken, draw_unseen
from .visit import Visit, visit, write_address
from .warm import warm
from .words import show_words

WHERE: Final = (
    "<p class='ppn-phone ppn-where'>The levers are in the panel behind » at the top left.</p>"
)


def frame(page: str) -> Visit:
    """Draw everything around a page and return what the reader has set.

    Must be called first. Stops the page with a plain message if the data cannot be trusted, and
    with a question while the room predicts.
    """
    question = (PAGES | BARE)[page].question
    st.set_page_config(page_title=f"{question} · PPN Scenarios", page_icon="🧭", layout="wide")
    st.html(STYLE)
    begin_run()
    try:
        warm()
    except DataError as error:
        listed = "\n".join(f"- {literal(line)}" for line in str(error).splitlines())
        st.error(listed, title="The data did not pass their checks, so nothing is shown")
        st.stop()
    begin()
    if page in BARE:
        return bare(page)
    now = visit()
    draw_menu(page, now)
    with st.sidebar:
        draw_steps(now)
    write_address(now)
    show_words(page, above=f"<h1 class='ppn-question'>{question}</h1>", below=WHERE)
    show_said(now.view)
    show_notes()
    asked = draw_unseen(to_keep(), take_found, heard=not asking(now.view))
    show_offer()
    # The answer first: levers show by themselves where they were moved to.
    last(open_asked, asked, now.scenario, place=st.sidebar)
    last(draw_levers, now.scenario, place=st.sidebar)
    last(draw_own_dates, now.scenario, place=st.sidebar)
    keep_hidden(page, now)
    show_banner()
    return shown(now)


def bare(page: str) -> Visit:
    """Draw what a page for a room has of the frame, which nobody sees, and return the visit."""
    now = visit()
    write_address(now)
    if now.view.window == "stage":  # other windows make nothing that could be kept
        show_notes()
        draw_unseen(to_keep(), take_found, heard=False)
        show_offer()
        keep_hidden(page, now)
    else:
        draw_spoken()
    show_banner()
    return shown(now)


def small_print(bare: bool = False) -> None:
    """Draw the foot of a page: versions, status and, unless it is bare, the link; then the rest."""
    go_on()
    if not bare and not asking(visit().view):  # what is handed on holds the answer
        hand_on()
    st.caption(
        f"Consequences of assumptions, not a forecast. Model {MODEL_VERSION}, data "
        f"{described()}. Not yet assured. Contains public sector information licensed under "
        "the Open Government Licence v3.0. An independent project: not an NHS service."
    )
    draw_the_rest()
    end_run()


def hand_on() -> None:
    """Draw the two ways to hand on what is seen, and the way to the accessibility statement."""
    with st.container(horizontal=True, vertical_alignment="center", key="share_row"):
        copy_link(visit())
        offer_share()
        offer_statement()
