"""The list of every target: what is asked, what follows, and what this model cannot say."""

import streamlit as st

from ppn_scenarios.analysis import Answer
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.targets import STANDINGS

from .answers import targets
from .places import Place
from .table import show_table
from .wording import first_met, march, percent, percent_range, staff, staff_range


def show_targets(scenario: Scenario, place: Place) -> None:
    """Draw the targets that the model projects, and one click below those it does not."""
    found = targets(scenario, place.code).values()
    st.subheader("Every target", anchor=False)
    show_table(
        f"Targets that the model projects, {place.name}",
        ("Target", "Asked for", "By", "This scenario", "First met", "Standing"),
        [
            (
                answer.target,
                amount(answer.threshold, answer.unit),
                march(answer.due) if answer.due else "no date set",
                projected(answer),
                first_met(answer),
                STANDINGS[answer.standing],
            )
            for answer in found
            if answer.projected
        ],
        numbers=(1, 3),
    )
    others = [answer for answer in found if not answer.projected]
    more = st.expander(
        "Targets that this model cannot answer",
        key="not_projected",
        on_change="rerun",
    )
    if more.open:
        with more:
            show_table(
                "Targets that are not projected, and why",
                ("Target", "Why not", "Standing"),
                [(a.target, a.why_not, STANDINGS[a.standing]) for a in others],
            )


def amount(value: float, unit: str) -> str:
    """Write a number in a target's unit."""
    if unit == "share":
        return percent(value)
    return f"{staff(value)} FTE" if unit == "FTE" else f"{value:,.0f} {unit}"


def projected(answer: Answer) -> str:
    """Write what a projection gives, as a range where there is one."""
    values = answer.low, answer.value, answer.high
    if answer.unit == "share":
        return percent_range(*values)
    if answer.unit == "FTE":
        return f"{staff_range(*values)} FTE"
    return f"{answer.value:,.0f} {answer.unit}"
