"""What the stage says and draws for each page that can stand on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui import atlas_words, flow_words, home, results
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.compare import finding as compared
from ppn_scenarios.ui.compare.chosen import comparison, keys
from ppn_scenarios.ui.goal.choice import asked
from ppn_scenarios.ui.goal.found import all_together, each_alone
from ppn_scenarios.ui.goal.story import too_late
from ppn_scenarios.ui.matters import finding as mattered
from ppn_scenarios.ui.matters.answers import swings_of
from ppn_scenarios.ui.record import story as record_story
from ppn_scenarios.ui.stress.choice import chosen
from ppn_scenarios.ui.stress.found import broken, stressed
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording import futures, leaders
from ppn_scenarios.wording.goals.words import finding as of_goal
from ppn_scenarios.wording.on_track import ONE_CASE
from ppn_scenarios.wording.places import Place

from . import pictures


def track(scenario: Scenario, place: Place) -> str:
    """Return the answer of the home page, without what points to another part of that page."""
    return home.finding(scenario, place).replace(f" {ONE_CASE}", "")


def matters(now: Visit, scenario: Scenario, place: Place) -> str:
    """Return what moves the result most."""
    about = results.about(now)
    if not mattered.has_value(scenario, about):
        return mattered.NO_VALUE.format(label=about.result.label)
    return mattered.finding(swings_of(scenario, about.measure, about.year), about)


def goal(now: Visit, scenario: Scenario, place: Place) -> str:
    """Return what it would take."""
    ask = asked(now.view, place)
    if why := ask.goal.why_not(baseline(), scenario):
        return f"This goal cannot be answered here. {why}"
    alone = each_alone(scenario, ask.goal, ask.ticked)
    if ask.goal.gone(scenario):
        return too_late(alone, place)
    sought = None if alone.met or not ask.ticked else all_together(scenario, ask)
    return of_goal(alone, sought, place)


def future(now: Visit, scenario: Scenario, place: Place) -> str:
    """Return whether the plan holds."""
    ask = asked(now.view, place)
    if why := ask.goal.why_not(baseline(), scenario):
        return f"This goal cannot be answered here. {why}"
    found = stressed(scenario, chosen(now.view), ask.goal)
    first = next(iter(found.plans))
    return futures.finding(found, first, broken(found.plans[first], ask.goal), place)


def plan(now: Visit, scenario: Scenario, place: Place) -> str:
    """Return what the plan changes."""
    return compared.finding(comparison(scenario, keys(now)), results.about(now), place)


@dataclass(frozen=True)
class Staged:
    """A page's answer in words and its one picture, which is `height` pixels high as drawn.

    A `key` to the picture stands under the words; with the picture alone, above it.
    """

    answer: Callable[[Visit, Scenario, Place], str]
    picture: Callable[[Visit, Scenario, Place], None]
    height: int
    key: Callable[[Visit, Scenario], None] | None = None


STAGED: Final[Mapping[str, Staged]] = MappingProxyType(
    {
        "app.py": Staged(lambda now, scenario, place: track(scenario, place), pictures.staff, 330),
        "pages/leaders.py": Staged(
            lambda now, scenario, place: leaders.finding(projection(scenario), place),
            pictures.leaders,
            330,
        ),
        "pages/flows.py": Staged(
            lambda now, scenario, place: flow_words.finding(scenario, place, now.view),
            pictures.year,
            430,
        ),
        "pages/places.py": Staged(
            lambda now, scenario, place: atlas_words.finding(scenario, place, now.view),
            pictures.places,
            560,
            pictures.key_to_places,
        ),
        "pages/compare.py": Staged(plan, pictures.plan, 400),
        "pages/matters.py": Staged(matters, pictures.matters, 510),
        "pages/goal.py": Staged(goal, pictures.goal, 400),
        "pages/stress.py": Staged(future, pictures.futures, 470),
        "pages/record.py": Staged(
            lambda now, scenario, place: record_story.said(st.session_state.record),
            pictures.record,
            330,
        ),
    }
)
