"""What a group writes down: question, expectation, finding, decision and owner."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from ppn_scenarios.sharing.kept import tidy
from ppn_scenarios.ui.clock import day_and_time
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.visit import mirrored, set_scenario
from ppn_scenarios.wording import literal
from ppn_scenarios.workshop.record import LONGEST_TEXT, QUESTIONS, Finding

from .story import counted

HELP: Final = {
    "question": "What do you want to know of this scenario?",
    "expectation": "Before you look: what do you expect, and why?",
    "finding": "What does the explorer show, on which assumptions?",
    "decision": "What follows from it, if anything?",
    "owner": "A role is enough. Names stay in this browser and in the files you take away.",
}


def show_form() -> None:
    """Draw the five fields; what is typed is kept as it is typed, field by field."""
    section("Write it down")
    draft = st.session_state.draft
    first, *others = QUESTIONS
    field(first, draft)
    for pair in (others[:2], others[2:]):
        for column, name in zip(st.columns(2), pair, strict=True):
            with column:
                field(name, draft)
    if problem := st.session_state.get("draft_problem"):
        st.warning(literal(problem), title="It was not recorded")
    st.button(
        "Record this with the scenario on screen",
        key="record_finding",
        type="primary",
        on_click=record,
        disabled=not any(draft.values()),
    )


def field(name: str, draft: Mapping[str, str]) -> None:
    """Draw one field."""
    st.text_area(
        QUESTIONS[name],
        max_chars=LONGEST_TEXT,
        height=68,
        help=HELP[name],
        **mirrored(f"draft_{name}", draft.get(name, ""), take, name),
    )


def take(name: str) -> None:
    """Keep what was typed into a field."""
    state = st.session_state
    state.draft = {**state.draft, name: state[f"draft_{name}"]}


def record() -> None:
    """Record what is in the fields, or say which of them cannot be recorded and why."""
    state = st.session_state
    try:
        said = {
            name: tidy(state.draft.get(name, ""), LONGEST_TEXT, f"“{label}”")
            for name, label in QUESTIONS.items()
        }
    except ValueError as refusal:
        state.draft_problem = str(refusal)
        return
    one = Finding(at=datetime.now(UTC), scenario=state.scenario, **said)
    state.record, state.draft, state.draft_problem = state.record.found(one), {}, ""


def show_findings() -> None:
    """Draw what was recorded, the newest first, each with the way back to its scenario."""
    findings = st.session_state.record.findings
    if not findings:
        return
    section("What was recorded")
    for i in reversed(range(len(findings))):
        show_one(i, findings[i])


def show_one(i: int, one: Finding) -> None:
    """Draw one finding."""
    changes = len(one.scenario.changes())
    levers = f"{counted(changes, 'lever')} changed" if changes else "as things stand"
    with st.container(border=True, key=f"finding_{i}"):
        st.markdown(f"**Finding {i + 1}**, {day_and_time(one.at)}; its scenario: {levers}")
        st.markdown(
            "\n".join(
                f"- **{label}:** {literal(text)}"
                for name, label in QUESTIONS.items()
                if (text := getattr(one, name))
            )
        )
        with st.container(horizontal=True):
            st.button(
                f"Open the scenario of finding {i + 1}",
                key=f"open_{i}",
                on_click=set_scenario,
                args=(one.scenario,),
                disabled=one.scenario == st.session_state.scenario,
            )
            st.button(f"Change finding {i + 1}", key=f"change_{i}", on_click=change, args=(i,))
            st.button(f"Remove finding {i + 1}", key=f"drop_{i}", on_click=drop, args=(i,))


def change(i: int) -> None:
    """Take a finding back into the fields, with its scenario, to be recorded again."""
    state = st.session_state
    one: Finding = state.record.findings[i]
    state.draft = {name: getattr(one, name) for name in QUESTIONS}
    set_scenario(one.scenario)
    drop(i)


def drop(i: int) -> None:
    """Take a finding out of the record."""
    st.session_state.record = st.session_state.record.without(i)
