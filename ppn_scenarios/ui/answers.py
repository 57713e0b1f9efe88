"""Projections and answers, computed once for each scenario and shared by everyone."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ppn_scenarios.analysis import Answer, answers
from ppn_scenarios.analysis.apart import for_leaders, for_staff, led_as
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Projection, project, with_staff_of
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording.chances import EVERYWHERE
from ppn_scenarios.wording.on_track import READINGS

from .shared import shared

STANDS: Final = Scenario()
HEADLINES: Final = (*READINGS, *EVERYWHERE)  # targets that are spoken of wherever a plan is
KEPT = 48  # scenarios; 1.3 MB each, less where they share staff or leaders
HALVES: Final = 200  # what a hundred readers come back to with each change


@lru_cache(maxsize=KEPT)
def projection(scenario: Scenario) -> Projection:
    """Return a scenario's projection; its arrays are read-only, since all readers share them.

    Staff and leaders are those of other scenarios where that is exact: a lever moves one of them.
    """
    staff, leaders = for_staff(scenario), for_leaders(scenario)
    if scenario.effects_on or staff == scenario:
        run = project(baseline(), scenario)
    else:
        run = with_staff_of(half(staff), scenario)
    return shared(run if leaders == scenario else led_as(run, half(leaders)))


@lru_cache(maxsize=HALVES)
def half(scenario: Scenario) -> Projection:
    """Return the projection of what stays as a reader moves a lever; it is kept for longer.

    With many readers, else, each would push out what the others need again.
    """
    return projection(scenario)


def as_things_stand() -> Projection:
    """Return the projection that every scenario is compared with."""
    return projection(STANDS)


def on_beliefs_alone(scenario: Scenario) -> Projection:
    """Return the projection of a reader's beliefs without any choice of theirs."""
    return half(scenario.beliefs_only())


@lru_cache(maxsize=8 * KEPT)
def headlines(scenario: Scenario, place: str) -> Mapping[str, Answer]:
    """Return how a scenario measures up in a place against the targets of HEADLINES, by id."""
    return shared(answers(projection(scenario), place, HEADLINES))


@lru_cache(maxsize=8 * KEPT)
def targets(scenario: Scenario, place: str) -> Mapping[str, Answer]:
    """Return how a scenario measures up in a place against every target, by id."""
    return shared(answers(projection(scenario), place))
