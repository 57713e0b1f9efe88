"""What leadership posts take out of practice, and what they cost."""

import streamlit as st

from ppn_scenarios.analysis.passports.leading import of_taken
from ppn_scenarios.analysis.passports.measures import of_measures
from ppn_scenarios.analysis.policies import POLICIES, policy_of
from ppn_scenarios.analysis.taken import taken
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import few, march, percent, pounds
from ppn_scenarios.wording.places import Place

from .answers import projection
from .cards import Card, show_cards
from .passport import offer
from .policies_block import PRICES, paths
from .section import section


def show_taken(scenario: Scenario, place: Place) -> None:
    """Draw what the posts take out of practice and cost, in the last year."""
    section("What do the posts take?")
    run = projection(scenario)
    fte, people, cost = taken(run, place.code).at(HORIZON)
    was = paths(scenario, place.code)["as_now"].taken.at(HORIZON)
    more = f"{{}} against {POLICIES['as_now'].name.lower()}"
    mine = policy_of(scenario) != "as_now"
    show_cards(
        (
            Card(
                label=f"Clinical time taken (FTE), {march(HORIZON)}",
                value=few(fte),
                lines=(more.format(plus(fte - was[0])),) if mine else (),
            ),
            Card(
                label=f"People not seen for it, {HORIZON}",
                value=few(people),
                lines=(more.format(plus(people - was[1])),) if mine else (),
            ),
            Card(label=f"Cost a year, {HORIZON}", value=pounds(cost), lines=(PRICES,)),
        ),
        "What the posts take",
        passport="taken",
    )
    st.markdown(
        f"Leaders stay in post and give up clinical time: {scenario.lead_wte:g} FTE in a trust and "
        f"{scenario.ics_wte:g} in an ICS. Somebody is paid to replace {percent(scenario.backfill)} "
        "of it. The cost is the higher pay of the post and its support. The pay of those who "
        "replace leaders is not in it. No benefit is taken off, "
        "because none has been shown."
    )
    offer("taken", lambda: [*of_taken(run, place.code, HORIZON),
          *of_measures(["leadership_cost"], run, place.code, HORIZON)], scenario)  # fmt: skip


def plus(value: float) -> str:
    """Write a difference that may be small, with its sign; or "no change"."""
    number = few(abs(value))
    return f"{'+' if value > 0 else '−'}{number}" if float(number.replace(",", "")) else "no change"
