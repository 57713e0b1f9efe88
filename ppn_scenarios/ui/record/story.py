"""What the record holds so far, in words."""

import streamlit as st

from ppn_scenarios.ui.clock import day_and_time, zone_name
from ppn_scenarios.wording import listed
from ppn_scenarios.workshop.record import Record


def show_story() -> None:
    """Say how much is recorded, and where it is kept."""
    st.info(said(st.session_state.record))
    st.caption(
        f"Times are in {zone_name()}. The record is kept in this browser and nowhere else: it "
        "survives a reload and a restart of the server. Write no names of patients in it."
    )


def said(record: Record) -> str:
    """Return what a record holds, in words."""
    if not record.moves and not record.findings and not record.predictions:
        return (
            "**Nothing is recorded yet.** Move a lever, or write down your question below. Both "
            "are recorded with their time, and can be taken away as minutes."
        )
    decided = sum(bool(one.decision) for one in record.findings)
    owned = sum(bool(one.decision and one.owner) for one in record.findings)
    parts = [counted(len(record.findings), "finding"), counted(len(record.moves), "move")]
    if record.predictions:
        parts.append(counted(len(record.predictions), "prediction"))
    words = [f"So far this session recorded **{listed(parts)}**."]
    if record.findings:
        who = "" if not decided else f", {owned or 'none'} of them with an owner"
        words.append(f"{counted(decided, 'decision').capitalize()} {was(decided)} taken{who}.")
    if record.moves:
        last = record.moves[-1]
        words.append(f"The last move was at {day_and_time(last.at)}.")
    for what, most in record.full().items():
        words.append(
            f"No more than {most:,} {what} have room: each new one takes the place of the oldest. "
            "Take the minutes away, and start a new session."
        )
    return " ".join(words)


def counted(number: int, what: str) -> str:
    """Write a number of things: no moves, 1 move, 2 moves."""
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def was(number: int) -> str:
    """Return the verb for a number of things."""
    return "was" if number == 1 else "were"
