"""The reader's hypothesis that leadership changes staffing: said apart from every result."""

from dataclasses import replace
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON

from .answers import projection
from .places import Place
from .wording import march, signed, staff_range

HYPOTHESES: Final = ("eps_ret", "eps_rec", "eps_train", "eps_prod")


def without_hypothesis(scenario: Scenario) -> Scenario:
    """Return the scenario with no effect of leadership on staffing: what every headline shows."""
    return replace(scenario, effects_on=0)


def show_hypothesis(scenario: Scenario, place: Place) -> None:
    """Say, apart from the headlines, what the reader's hypothesis on leadership would change."""
    plain = without_hypothesis(scenario)
    if not any(getattr(scenario, name) for name in HYPOTHESES) or not scenario.effects_on:
        return
    low, mid, high = MEASURES["fte"](projection(scenario), place.code).at(HORIZON)
    was = MEASURES["fte"](projection(plain), place.code).at(HORIZON)[1]
    st.warning(
        f"If leadership changed staffing as you suppose, {place.name} would have "
        f"{staff_range(low, mid, high)} staff in {march(HORIZON)} ({signed(mid - was, mid)}). No "
        "study has shown such an effect. The headlines, charts and tables below leave it out.",
        title="Your hypothesis, kept apart",
    )
