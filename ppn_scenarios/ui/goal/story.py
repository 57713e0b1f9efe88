"""The story of the page: what is asked, the answer, each lever, several together, three routes."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis.goals import Alone, Together
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording import march
from ppn_scenarios.wording.goals.amounts import is_range
from ppn_scenarios.wording.goals.words import finding, what_is_asked
from ppn_scenarios.wording.places import Place

from . import slack_block
from .alone_block import show_each, show_picture
from .apply import offer_return
from .choice import Asked, choose_goal
from .found import all_together, each_alone
from .routes_block import show_routes
from .together_block import show_in_the_way, show_together

MIDDLE: Final = (
    "Staff of a place are given as the range of two estimates that disagree. What is needed, and "
    "whether it is enough, go by their middle, and so do the bars."
)


def show_goal(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw the page for a scenario without the reader's hypothesis."""
    asked = choose_goal(now, place)
    if why := asked.goal.why_not(baseline(), scenario):
        st.info(f"This goal cannot be answered here. {why}")
        return
    offer_return(now.scenario)
    alone = each_alone(scenario, asked.goal, asked.ticked)
    if asked.goal.gone(scenario):
        st.info(too_late(alone, place))
        return
    sought = None if alone.met or not asked.ticked else all_together(scenario, asked)
    st.info(finding(alone, sought, place))
    if is_range(asked.goal):
        st.caption(MIDDLE)
    if alone.met:
        show_what_is_left(alone, now, scenario)
        return
    if now.view.show == "chart":
        with titled(finding(alone, sought, place)):
            show_picture(alone, sought)
    if alone.levers:
        show_each(alone, scenario)
    if sought is not None:
        show_rest(sought, asked, now, scenario)


def show_what_is_left(alone: Alone, now: Visit, scenario: Scenario) -> None:
    """Draw how far levers could go before a goal that is reached is lost."""
    if now.view.show == "chart":
        slack_block.show_slack_picture(alone)
    if alone.levers:
        slack_block.show_each(alone, scenario)


def show_rest(sought: Together, asked: Asked, now: Visit, scenario: Scenario) -> None:
    """Draw several levers together, what stands in the way, and the routes."""
    show_together(sought, asked.goal, now, scenario)
    if sought.least is None:
        show_in_the_way(sought.binding, asked.goal, "in_the_way", scenario)
    show_routes(sought, asked.goal, now, scenario)


def too_late(found: Alone, place: Place) -> str:
    """Say that nothing chosen now can change a year, and what the model has for it."""
    goal = found.ground.goal
    verdict = "that is reached" if found.met else "that is not reached"
    return (
        f"**Too late to change.** Nothing that is chosen now acts before {march(goal.year)} ends. "
        f"{what_is_asked(found, place)}: {verdict}. Choose a later year to see what it would take."
    )
