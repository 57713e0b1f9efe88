"""The reader's hypothesis that leadership changes staffing: said apart from every result."""

from dataclasses import replace

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.measures import against, of_measure
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording.hypothesis import supposed, supposes
from ppn_scenarios.wording.places import Place

from .answers import projection
from .passport import offer


def without_hypothesis(scenario: Scenario) -> Scenario:
    """Return the scenario with no effect of leadership on staffing: what every headline shows."""
    return replace(scenario, effects_on=0) if scenario.effects_on else scenario


def show_hypothesis(scenario: Scenario, place: Place) -> None:
    """Say, apart from the headlines, what the reader's hypothesis on leadership would change."""
    with st.container():  # always there: else all below would be drawn anew as it comes or goes
        if not supposes(scenario):
            return
        run, plain = projection(scenario), projection(without_hypothesis(scenario))
        st.warning(
            f"{supposed(run, plain, place)} The headlines, charts and tables below leave it out.",
            title="Your hypothesis, kept apart",
        )
        offer("hypothesis", lambda: made(scenario, place), scenario)


def made(scenario: Scenario, place: Place) -> list[Passport]:
    """Return the passports of staff under the reader's hypothesis, and of what it changes."""
    run, plain = projection(scenario), projection(without_hypothesis(scenario))
    found = of_measure("fte", run, place.code, HORIZON)
    change = against("fte", run, plain, place.code, HORIZON)
    return [
        replace(found, label=f"{found.label}, on your hypothesis"),
        replace(
            change,
            label=f"{found.label}, what your hypothesis changes",
            formula="On your hypothesis - without it",
            terms=(
                replace(change.terms[0], label="On your hypothesis"),
                replace(change.terms[1], label="Without it"),
            ),
        ),
    ]
