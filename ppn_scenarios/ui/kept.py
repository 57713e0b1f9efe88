"""Scenarios that a reader keeps by name: in the session, and so in the reader's browser."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.differences import differences
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.sharing.kept import LONGEST_NAME, Kept
from ppn_scenarios.tables.database import data_version

from .visit import set_scenario

MOST: Final = 12  # scenarios kept at once
TAKEN: Final = ("My scenario", *(preset.label for preset in PRESETS.values()))


def kept() -> dict[str, Kept]:
    """Return the scenarios that the reader keeps, by name, in the order they were kept."""
    found: dict[str, Kept] = st.session_state.kept
    return found


def make(
    name: str,
    scenario: Scenario,
    present: Collection[str],
    reasons: Mapping[str, str] = MappingProxyType({}),
) -> Kept:
    """Return a scenario to keep, stamped with today's model and data.

    Of the `reasons` given in the session, by lever, those for levers that it changes go with it.

    Raises ValueError, in words, for a name that cannot be shown, is too long, or is taken.
    """
    if len(present) >= MOST:
        raise ValueError(f"{MOST} scenarios are kept already. Remove one first.")
    why = {lever: reasons[lever] for lever in scenario.changes() if lever in reasons}
    one = Kept(name=name, scenario=scenario, reasons=why, data=data_version())
    taken = {other.casefold() for other in (*present, *TAKEN)}
    if one.name.casefold() in taken:
        raise ValueError(f"“{one.name}” is the name of another scenario. Choose another name.")
    return one


def suggested(scenario: Scenario, present: Collection[str]) -> str:
    """Return a name made from what a scenario changes, that is not taken."""
    found = differences(Scenario(), scenario)
    parts = [f"{ASSUMPTIONS[d.name].label} {ASSUMPTIONS[d.name].show(d.now)}" for d in found]
    base = ", ".join(parts[:2]) + (f" and {len(parts) - 2} more" if len(parts) > 2 else "")
    base = base or "Nothing changed"
    if len(base) > LONGEST_NAME - 3:
        base = f"{len(parts)} changes"
    taken = {other.casefold() for other in (*present, *TAKEN)}
    numbered = (base if n == 1 else f"{base} {n}" for n in range(1, MOST + 2))
    return next(name for name in numbered if name.casefold() not in taken)


def keep(key: str) -> None:
    """Keep the reader's scenario under the name in a text field, or say why it cannot be kept."""
    state = st.session_state
    try:
        name = state[key].strip() or suggested(state.scenario, kept())
        one = make(name, state.scenario, kept(), state.record.reasons())
    except ValueError as refusal:
        state.keep_problem = str(refusal)
        return
    state.kept = {**kept(), one.name: one}
    state.keep_problem = ""
    state[key] = ""


def remove(name: str) -> None:
    """Forget a scenario."""
    st.session_state.kept = {n: one for n, one in kept().items() if n != name}


def load(name: str) -> None:
    """Make a kept scenario the one in force."""
    set_scenario(kept()[name].scenario)


def run_again(name: str) -> None:
    """Stamp a kept scenario with today's model and data, so that it can be compared again."""
    old = kept()[name]
    new = replace(old, model=MODEL_VERSION, data=data_version())
    st.session_state.kept = {**kept(), name: new}
