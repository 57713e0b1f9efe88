"""How likely the answer is, given the assumptions: in words."""

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.draws import of_band, of_chance
from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording.chances import how_likely
from ppn_scenarios.wording.places import Place

from . import split_block, staff_block
from .answers import targets
from .draws import DRAWS, chances_of, every_outcome, outcomes
from .passport import offer


def show_chances(scenario: Scenario, place: Place) -> None:
    """Say in how many draws each target is reached, and between which years first.

    What is offered here explains the sentence on what makes the difference too.
    """
    st.markdown(said(scenario, place))
    offer(
        "chances",
        lambda year: [*made(scenario, place, year), *split_block.made(scenario, place)],
        scenario,
        years=range(staff_block.OPENING, HORIZON + 1),
    )


def said(scenario: Scenario, place: Place) -> str:
    """Return how sure the answer is, in short sentences made from the draws."""
    fte = outcomes(scenario, place.code)["fte"].band()
    return how_likely(chances_of(scenario, place.code), fte, DRAWS)


def made(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of the spread of draws in a year, and of the chance of each target."""
    found, known = every_outcome(scenario, place.code), targets(scenario, place.code)
    return [
        of_band(found["fte"], "fte", scenario, place.code, year),
        *(
            of_chance(found[str(TARGETS[answer.id].measure)], answer, scenario, place.code)
            for answer in known.values()
            if answer.projected and answer.standing != "past"
        ),
    ]
