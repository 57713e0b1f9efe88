"""The drawer that hands a scenario on: a title and a note, the link, its code, file and pack."""

from html import escape
from typing import Final

import streamlit as st

from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.about import file_name
from ppn_scenarios.sharing.kept import Kept, tidy
from ppn_scenarios.sharing.picture import qr_png, qr_svg
from ppn_scenarios.sharing.view import LABELS, LONGEST_TEXT, View
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.wording import literal

from .address import address, opens_elsewhere
from .copy_link import copy_link
from .kept import kept, suggested
from .over_page import over_page
from .visit import Visit, mirrored, set_view, visit

NAME: Final = "Share this scenario"
LONG: Final = 2_000  # characters: beyond this some mail programs break a link
CODE: Final = 440  # pixels: can be read from the back of a room
NO_PREVIEW: Final = (
    "Chat programs preview a link without opening the explorer, so what they show does not have "
    "your title: write it beside the link."
)
ONLY_HERE: Final = (
    "This explorer runs on your own computer: the link opens only here. Send the file."
)


def show_said(view: View) -> None:
    """Show what the sharer of a link wrote, as text and as theirs."""
    if not (view.title or view.remark):
        return
    title = f"<strong>{escape(view.title)}</strong>" if view.title else ""
    note = f"<span>{escape(view.remark)}</span>" if view.remark else ""
    with st.container(horizontal=True, vertical_alignment="center", key="said"):
        st.html(
            "<div class='ppn-said' role='note' aria-label='From whoever shared this link'>"
            f"<small>From whoever shared this link</small><bdi>{title}</bdi><bdi>{note}</bdi></div>"
        )
        st.button("Put it away", key="said_away", type="tertiary", on_click=forget)


def forget() -> None:
    """Take the title and the note out of the link."""
    set_view(title="", remark="")


def offer_share() -> None:
    """Draw the button that opens the drawer."""
    if st.button(NAME, key="hand_on", icon=":material/share:"):
        drawer()


@over_page(NAME, position="right", width=560, on_dismiss="rerun")
def drawer() -> None:
    """Draw what the link says, the link, its code, and the file."""
    from .offline import show_offline  # slides, reports and drawings load with the drawer
    from .pack import show_pack

    ask(visit())
    now = visit()
    whole = address(now)
    st.markdown(
        "The link carries your levers, beliefs, place and view, your title and note, and the "
        "versions of model and data. It does not carry the record or the scenarios you keep."
    )
    st.code(whole, language=None, wrap_lines=True)
    copy_link(now, "copy_link_share")
    st.caption(" ".join([length(whole), NO_PREVIEW]))
    if opens_elsewhere() is False:
        st.warning(ONLY_HERE)
    show_code(whole, now)
    show_file(now)
    link = whole if opens_elsewhere() else ""
    show_pack(now, link)
    show_offline(now, link)


def ask(now: Visit) -> None:
    """Draw the fields for the sharer's own title and note."""
    st.text_input(
        "Your title (optional)",
        max_chars=LONGEST_TEXT["title"],
        **mirrored("share_title", now.view.title, take_said, "title", "share_title"),
    )
    st.text_area(
        "Your note (optional)",
        max_chars=LONGEST_TEXT["remark"],
        height=90,
        help="Everybody who has the link can read both. Name no person.",
        **mirrored("share_note", now.view.remark, take_said, "remark", "share_note"),
    )
    if problem := st.session_state.get("share_problem"):
        st.warning(literal(problem), title="It was not taken")


def take_said(name: str, key: str) -> None:
    """Take the sharer's own text into the link, or say why it cannot be there."""
    state = st.session_state
    state.share_problem = ""
    try:
        set_view(**{name: tidy(state[key], LONGEST_TEXT[name], LABELS[name])})
    except ValueError as refusal:
        state.share_problem = f"{refusal}."


def length(whole: str) -> str:
    """Say how long a link is, and what to do where that may be too long."""
    said = f"{len(whole):,} characters"
    if len(whole) <= LONG:
        return f"{said}: short enough for e-mail."
    return f"{said}: some mail programs break a link as long as this. Send the file instead."


def show_code(whole: str, now: Visit) -> None:
    """Draw the link as a code for phones, large enough for a projector, and as a picture."""
    if opens_elsewhere() is None:
        return
    try:
        drawn = qr_svg(whole, now.view.title or "Link to this scenario")
    except ValueError as refusal:
        st.caption(str(refusal))
        return
    st.image(drawn, width=CODE, alt="QR code: the link above, for a phone")
    st.download_button(
        "The code as a picture (PNG)",
        data=lambda: qr_png(whole),
        file_name=file_name(f"code {now.view.title}", "png"),
        mime="image/png",
        on_click="ignore",
        key="take_code",
    )


def show_file(now: Visit) -> None:
    """Draw the scenario as a file, which keeps every value, and the way to take one in."""
    name = now.view.title or suggested(now.scenario, kept())
    one = Kept(name=name, scenario=now.scenario, note=now.view.remark, data=data_version())
    st.markdown(
        "**As a file.** It keeps every value, so that it means the same when defaults change."
    )
    st.download_button(
        "This scenario as a file (JSON)",
        data=lambda: scenario_file.write([one], data_version()),
        file_name=file_name(name, "json"),
        mime="application/json",
        on_click="ignore",
        key="take_scenario",
    )
    st.caption("A file is taken in on the page *Record*, beside the scenarios that are kept.")
