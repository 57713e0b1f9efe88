"""The story of the home page: the place, the finding, both blocks, what they rest on."""

from functools import partial

import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.assumptions.log import counts_by_status
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording import on_track, percent, staff
from ppn_scenarios.wording.places import Place

from . import joiners_block, leadership_block, staff_block
from .ahead import answer_ahead
from .answers import as_things_stand, headlines, projection
from .cards import show_groups
from .chances_block import show_chances
from .folded import folded
from .home_passports import OF_HEADLINES, of_headlines
from .later import later
from .passport import offer
from .section import section
from .split_block import show_split


def show_finding(scenario: Scenario, place: Place) -> None:
    """Say the answer in words made from the numbers."""
    said = finding(scenario, place)
    st.info(said)
    answer_ahead(scenario, place, said)


def finding(scenario: Scenario, place: Place) -> str:
    """Return the finding: staff against the plan, leaders, and what changed, in short sentences."""
    return on_track.finding(
        projection(scenario), as_things_stand(), headlines(scenario, place.code), place
    )


def show_blocks(scenario: Scenario, place: Place) -> None:
    """Draw both headline blocks side by side, what makes the difference above them."""
    show_split(scenario, place)
    blocks = [block.cards(scenario, place) for block in (leadership_block, staff_block)]
    show_groups(blocks, passport=OF_HEADLINES)
    offer(
        OF_HEADLINES, partial(of_headlines, scenario, place), scenario, projection(scenario).years
    )
    later(show_chances, scenario, place)
    leadership_block.show_starting_shares(scenario)


def show_changes(scenario: Scenario) -> None:
    """Draw the panel that lists what the scenario changes."""
    # The label stays the same whatever is set: a label that changed would shut the panel.
    folded("What this scenario changes", "changes", list_changes, scenario)


def list_changes(scenario: Scenario) -> None:
    """List what the scenario changes, in plain words."""
    lines = [changed(name, value) for name, value in scenario.changes().items()]
    said = "You see things as they stand. Move a lever to see what follows."
    st.markdown("\n".join(lines) or said)


def changed(name: str, value: float) -> str:
    """Return what a scenario changes of one lever, as a line of a list."""
    a = ASSUMPTIONS[name]
    return f"- **{a.label}**: {a.show(value)}, instead of {a.show(a.default)}"


def show_evidence(scenario: Scenario, place: Place, show: str) -> None:
    """Draw the charts of both blocks, or the tables behind them."""
    section(f"Staff in {place.said}")
    staff_block.show_evidence(scenario, place, show)
    joiners_block.show_joiners(scenario, place, show)
    leadership_block.show_evidence(scenario, place, show)


def show_sources() -> None:
    """Draw the panel that says what the numbers on this page rest on."""
    folded("Where these numbers come from", "sources", list_sources)


def list_sources() -> None:
    """Say what the numbers on this page rest on."""
    opened = baseline()
    rest = "; ".join(f"{label.lower()}, {n}" for label, n in counts_by_status().items())
    st.markdown(
        f"- **Staff in 2023** ({staff(opened.history[opened.year], exact=True)} FTE) and "
        f"growth since 2019 ({percent(opened.published['esr_growth_2019_23'])}): a written "
        f"parliamentary answer of March 2024, from staff records. 2019 is worked back.\n"
        f"- **Staff by ICS**: our estimate. England's number is spread by two open proxies, "
        f"finished Talking Therapies courses and therapists of mental health trusts. They "
        f"disagree, so a place is a range and never a rank.\n"
        f"- **Leaders in post**: published by nobody. The starting shares are placeholders.\n"
        f"- **The {len(LEVERS)} levers**: {rest}.\n"
        f"- **Places**: the 42 ICS footprints of 2022 to 2026. On 1 April 2026 they became 36 "
        f"boards; three were split between others, and all data here are on the 42.\n\n"
        f"Every lever, table and source is listed under *Where do these numbers come from?*"
    )
