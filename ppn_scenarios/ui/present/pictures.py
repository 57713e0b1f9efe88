"""The one picture, or table, of each page that can stand on the stage, by the page's own parts."""

from functools import partial

import streamlit as st

from ppn_scenarios.analysis.passports import stress as stress_passports
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui import atlas, atlas_table, flow_block, flows, results, staff_block, ways_block
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.flow import show_flow
from ppn_scenarios.ui.charts.futures import show_futures
from ppn_scenarios.ui.charts.lines import show_chart
from ppn_scenarios.ui.charts.maps import show_map
from ppn_scenarios.ui.charts.paths import show_paths
from ppn_scenarios.ui.compare import years
from ppn_scenarios.ui.compare.chosen import comparison, keys
from ppn_scenarios.ui.goal import alone_block, slack_block
from ppn_scenarios.ui.goal.choice import asked
from ppn_scenarios.ui.goal.found import all_together, each_alone
from ppn_scenarios.ui.home_passports import of_staff
from ppn_scenarios.ui.matters import panels
from ppn_scenarios.ui.matters.answers import swings_of
from ppn_scenarios.ui.matters.finding import has_value
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.record import finding as record_form
from ppn_scenarios.ui.stress import story as stress_story
from ppn_scenarios.ui.stress.choice import chosen
from ppn_scenarios.ui.stress.found import stressed
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording.futures import named
from ppn_scenarios.wording.leaders import TODAY
from ppn_scenarios.wording.places import Place

MOST_BARS = 2  # of a panel: a room reads no more


def staff(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw staff by year, against what the plan asks for."""
    if now.view.show == "table":
        staff_block.show_years(scenario, place)
    else:
        drawn = staff_block.drawn(scenario, place)
        show_chart("staff", drawn, staff_block.labelled, key="stage_staff", passport="staff")
    offer("staff", partial(of_staff, scenario, place), scenario, projection(scenario).years)


def leaders(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw posts and people in trusts by year; in a place without trusts, in its ICSs."""
    kind = next(iter(ways_block.kinds_of(scenario, place)), None)
    if kind is None:
        return  # nobody leads anywhere, as the answer says
    if now.view.show == "table":
        ways_block.show_years(kind, scenario, place)
    else:
        drawn = ways_block.drawn(kind, scenario, place)
        show_paths("coverage", drawn, ways_block.labelled, key="stage_ways", passport="ways")
    years = range(TODAY, HORIZON + 1)
    offer("ways", partial(ways_block.made, scenario, place), scenario, years)


def year(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw who joined in a year, and what they made up for."""
    balance = flows.balance_of(scenario, place, now.view)
    if now.view.show == "table":
        flow_block.show_groups(balance, place)
    else:
        columns, ribbons = flow_block.picture(balance, place)
        show_flow(columns, ribbons, "stage_flow", passport="flow")
    offer("flow", partial(flow_block.made, scenario, place, now.view), scenario)


def places(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw the map."""
    if now.view.show == "table":
        atlas_table.show_places(scenario, place, now.view)
    else:
        areas = atlas.areas(scenario, place, now.view)
        show_map(now.view.map_kind, areas, "stage_map", passport="map")
    offer("map", partial(atlas.made, scenario, place, now.view), scenario)


def key_to_places(now: Visit, scenario: Scenario) -> None:
    """Draw the key to the map."""
    if now.view.show == "chart":
        st.html(atlas.key(scenario, now.view))


def plan(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw a result by year under the reader's scenario and those beside it."""
    found = comparison(scenario, keys(now))
    years.show_by_year(found, results.about(now), place, now.view.show, "stage_overlay")


def matters(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw what moves the result most: choices beside beliefs."""
    about = results.about(now)
    if not has_value(scenario, about):
        return
    found = swings_of(scenario, about.measure, about.year)
    panels.draw_panels(found, about, now.view.show, MOST_BARS, beside=False)
    offer("swings", partial(panels.made, scenario, about), scenario)


def goal(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw how far each lever reaches towards the goal, or could lose it where it is reached."""
    ask = asked(now.view, place)
    if ask.goal.why_not(baseline(), scenario) or ask.goal.gone(scenario):
        return
    alone = each_alone(scenario, ask.goal, ask.ticked)
    if not alone.levers:
        return
    block = slack_block if alone.met else alone_block
    if now.view.show == "table":
        block.show_each(alone, scenario)  # which offers its passports itself
        return
    if alone.met:
        slack_block.show_slack_picture(alone)
    else:
        alone_block.show_picture(alone, all_together(scenario, ask))
    key = "slack" if alone.met else "one_lever"
    offer(key, lambda: list(block.made(alone, scenario)), scenario)


def futures(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw plans against futures."""
    ask = asked(now.view, place)
    if ask.goal.why_not(baseline(), scenario):
        return
    found = stressed(scenario, chosen(now.view), ask.goal)
    if now.view.show == "table":
        stress_story.show_cells(found)
    else:
        show_futures(list(stress_story.drawn(found)), "stage_futures", passport="futures")
    offer("futures", lambda: list(stress_passports.of_values(found, named)), scenario)


def record(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw the fields for what the room found and decides."""
    record_form.show_form()
