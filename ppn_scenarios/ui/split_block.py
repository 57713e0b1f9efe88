"""What makes the difference: what we believe, and what we do, in one sentence each."""

from dataclasses import replace

import streamlit as st

from ppn_scenarios.analysis.gap import Gap, gap
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.gaps import of_gap
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.split import SUBJECTS, what_makes_it

from .answers import as_things_stand, on_beliefs_alone, projection


def split(scenario: Scenario, place: Place, measure: str) -> Gap:
    """Return how a measure's difference from things as they stand comes about."""
    runs = as_things_stand(), on_beliefs_alone(scenario), projection(scenario)
    return gap(runs, measure, HORIZON, place.code)


def show_split(scenario: Scenario, place: Place) -> None:
    """Say how much of each difference comes from beliefs and how much from choices."""
    gaps = {s.measure: split(scenario, place, s.measure) for s in SUBJECTS}
    if said := what_makes_it(gaps, scenario, place):
        st.markdown(said)
    else:
        st.empty()  # where a sentence comes or goes, all below would be drawn anew


def made(scenario: Scenario, place: Place) -> list[Passport]:
    """Return the passports of each difference, and of what the reader's beliefs alone give."""
    if scenario == Scenario():
        return []
    believed, found = on_beliefs_alone(scenario), []
    for subject in SUBJECTS:
        what = subject.name.removeprefix("points of ")
        label = f"Difference in {what}, {march(HORIZON)}"
        found.append(of_gap(split(scenario, place, subject.measure), label, subject.unit, scenario))
        alone = of_measure(subject.measure, believed, place.code, HORIZON)
        found.append(replace(alone, label=f"{alone.label}, on your beliefs alone"))
    return found
