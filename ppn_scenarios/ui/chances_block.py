"""How likely the answer is, given the assumptions: in words."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.chances import Chance
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.draws import of_band, of_chance
from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import in_draws, listed, march, met_between, staff_range
from ppn_scenarios.wording.places import Place

from . import split_block, staff_block
from .answers import targets
from .draws import DRAWS, chances_of, outcomes
from .home_passports import READINGS
from .passport import offer

EVERYWHERE: Final = {"T1": "every trust", "T2": "every ICS"}


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
    found = chances_of(scenario, place.code)
    fte = outcomes(scenario, place.code)["fte"].band()
    spread = staff_range(fte.p10[-1], fte.p50[-1], fte.p90[-1])
    often = {id: how_often(found[id]) for id in READINGS}
    asked = [
        f"{'reading' if len(ids) == 1 else 'readings'} {listed([id[-1] for id in ids])} in {words}"
        for words, ids in grouped(often).items()
    ]
    led = grouped({id: in_draws(found[id].share) for id in EVERYWHERE if id in found})
    everywhere = [
        f"{listed([EVERYWHERE[id] for id in ids], 'or')} a leader in post in {words}"
        for words, ids in led.items()
    ]
    return (
        f"**How likely is that, given these assumptions?** Each of {DRAWS} draws takes every "
        f"belief from its own range. Eight in ten give {spread} staff in {march(HORIZON)}. By then "
        f"they reach {listed(asked)}, and give {listed(everywhere)}. Most of these ranges have no "
        "source, so the draws explore them and are no probabilities."
    )


def grouped(words: Mapping[str, str]) -> dict[str, list[str]]:
    """Return which targets have the same words."""
    found: dict[str, list[str]] = {}
    for id, said in words.items():
        found.setdefault(said, []).append(id)
    return found


def how_often(chance: Chance) -> str:
    """Write in how many draws a target is reached, and between which years first."""
    often = in_draws(chance.share)
    if chance.early is None:
        return often
    return f"{often} (first met {met_between(chance.early, chance.late)})"


def made(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of the spread of draws in a year, and of the chance of each target."""
    found, known = outcomes(scenario, place.code), targets(scenario, place.code)
    return [
        of_band(found["fte"], "fte", scenario, place.code, year),
        *(
            of_chance(found[str(TARGETS[answer.id].measure)], answer, scenario, place.code)
            for answer in known.values()
            if answer.projected and answer.standing != "past"
        ),
    ]
