"""Draws of what we do not know, made once for each scenario and place, and shared by everyone."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import replace
from functools import lru_cache
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.apart import COULD_LEAD, for_leaders, for_staff, parted, plenty
from ppn_scenarios.analysis.chances import Chance, chances, measures_of
from ppn_scenarios.analysis.uncertainty import Outcomes, simulate
from ppn_scenarios.assumptions import ASSUMPTIONS, TARGETS, Scenario
from ppn_scenarios.opening import baseline

from .answers import HEADLINES, headlines, targets
from .shared import shared

SPOKEN_OF: Final = tuple(dict.fromkeys(str(TARGETS[id].measure) for id in HEADLINES))
DRAWS: Final = 512  # England in about 30 ms, and a share of draws to within two in a hundred


def outcomes(
    scenario: Scenario, place: str, measures: tuple[str, ...] = SPOKEN_OF
) -> Mapping[str, Outcomes]:
    """Return some measures over draws, by measure; say so where that takes long.

    A place can be drawn alone unless its organisations follow what others do.
    """
    slow = place != ENGLAND and bool(scenario.h_imitation)
    with st.spinner(f"Drawing {DRAWS} times what we do not know") if slow else nullcontext():
        # No target is measured against need, so its method must not make a place need the others.
        plain = ASSUMPTIONS["need_method"].default
        if scenario.need_method != plain:
            scenario = replace(scenario, need_method=plain)
        return drawn(scenario, place, measures)


def every_outcome(scenario: Scenario, place: str) -> Mapping[str, Outcomes]:
    """Return all that targets measure over draws, by measure: more than the headlines need."""
    return outcomes(scenario, place, tuple(measures_of(targets(scenario, place).values())))


@lru_cache(maxsize=64)
def drawn(scenario: Scenario, place: str, wanted: tuple[str, ...]) -> Mapping[str, Outcomes]:
    """Return outcomes by measure; outside England with the chance of who leaves and comes.

    Of England, staff and leaders are drawn apart where they are: a lever moves one of them.
    """
    of_staff, of_leaders = parted(wanted)
    if place == ENGLAND and not scenario.effects_on:
        staff = some_drawn(for_staff(scenario), place, (*of_staff, COULD_LEAD))
        leaders = leaders_drawn(for_leaders(scenario), (*of_leaders, COULD_LEAD))
        if all(plenty(found[COULD_LEAD], baseline()) for found in (staff, leaders)):
            both = {**staff, **leaders}
            return shared({name: both[name] for name in wanted})
    return some_drawn(scenario, place, wanted)


@lru_cache(maxsize=64)
def some_drawn(scenario: Scenario, place: str, measures: tuple[str, ...]) -> Mapping[str, Outcomes]:
    """Return outcomes of some measures: an array of 60 kB each."""
    wanted = [(measure, place) for measure in measures]
    found = simulate(baseline(), scenario, wanted, n=DRAWS, small=place != ENGLAND)
    return shared({measure: found[measure, place] for measure, _ in wanted})


@lru_cache(maxsize=128)
def leaders_drawn(scenario: Scenario, measures: tuple[str, ...]) -> Mapping[str, Outcomes]:
    """Return outcomes of England that stay as levers of staff are moved; kept for many readers."""
    return some_drawn(scenario, ENGLAND, measures)


@lru_cache(maxsize=64)
def chances_of(scenario: Scenario, place: str) -> Mapping[str, Chance]:
    """Return how often draws reach each of the headline targets in a place, by its id."""
    return shared(chances(outcomes(scenario, place), headlines(scenario, place).values()))


@lru_cache(maxsize=16)
def every_chance(scenario: Scenario, place: str) -> Mapping[str, Chance]:
    """Return how often draws reach each target that is projected in a place, by its id."""
    return shared(chances(every_outcome(scenario, place), targets(scenario, place).values()))
