"""Encouraged, encouraged harder, paid for or required: what each brings, and what it takes."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.lines import MINE, Line, level, projected
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.leading import of_years_taken
from ppn_scenarios.analysis.passports.measures import of_measures
from ppn_scenarios.analysis.policies import POLICIES, Path, compared, policy_of, under
from ppn_scenarios.analysis.post_coverage import ceiling
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording import few, listed, march, percent, pounds
from ppn_scenarios.wording.leaders import TODAY
from ppn_scenarios.wording.places import Place

from .answers import projection
from .charts.paths import show_paths
from .passport import offer
from .section import section
from .shared import shared
from .table import show_table
from .take_away import titled
from .ways_block import labelled

BETWEEN: Final = 2030
PRICES: Final = "at constant 2026/27 prices, from placeholders"


@lru_cache(maxsize=64)
def paths(scenario: Scenario, place: str) -> Mapping[str, Path]:
    """Return each policy's path in a place; one run for all of them."""
    return shared(compared(baseline(), scenario, place))


def show_policies(scenario: Scenario, place: Place, show: str) -> None:
    """Draw leaders in post under each policy, and what each takes."""
    section("Encourage, pay or require?")
    st.markdown(said(scenario, place))
    if show == "chart":
        with titled(said(scenario, place)):
            show_paths(
                "policies",
                drawn(scenario, place),
                labelled,
                key="chart_policies",
                passport="policies",
            )
    else:
        show_years(scenario, place)
    found = paths(scenario, place.code)
    show_table(
        f"Each policy in {place.said}; cost a year {PRICES}",
        (
            "Policy",
            f"Trusts with the post, {HORIZON}",
            f"Leader in post, {BETWEEN}",
            f"Leader in post, {HORIZON}",
            f"ICSs with a lead, {HORIZON}",
            f"Clinical FTE-years taken, {TODAY + 1} to {HORIZON}",
            f"Cost a year, {HORIZON}",
        ),
        [
            (
                POLICIES[name].name + (" (set here)" if name == policy_of(scenario) else ""),
                percent(path.exists[-1]),
                percent(path.in_post[path.years.index(BETWEEN)]),
                percent(path.in_post[-1]),
                percent(path.systems_in_post[-1]),
                few(float(path.taken.since(TODAY + 1))),
                pounds(float(path.taken.cost[-1])),
            )
            for name, path in found.items()
        ],
        numbers=range(1, 7),
        passport="policies",
    )
    offer(
        "policies",
        lambda year: made(scenario, place, year),
        scenario,
        years=range(TODAY, HORIZON + 1),
    )


def said(scenario: Scenario, place: Place) -> str:
    """Say what each policy brings, on the same beliefs, dates and terms of posts."""
    found = paths(scenario, place.code)
    brings = [
        f"{POLICIES[name].name.lower()} {percent(path.in_post[-1])}" for name, path in found.items()
    ]
    start, law = (ASSUMPTIONS[n].show(getattr(scenario, n)) for n in ("plan_start", "mandate_year"))
    return (
        f"Trusts with a leader in post in {march(HORIZON)}, on your beliefs: {listed(brings)}. "
        f"Encouraging harder and paying start on {start}, requiring on {law}, as set on the left. "
        "How fast each works, and how many would ever agree, is read from other roles, below."
    )


def drawn(scenario: Scenario, place: Place) -> list[Line]:
    """Return people in post in trusts under each policy, the reader's own, and the limit."""
    found = paths(scenario, place.code)
    limit = ceiling(under(scenario, "required")).people
    each = []
    for name, path in found.items():
        values = tuple(map(float, path.in_post))
        each.append(Line(POLICIES[name].name, "projected", tuple(path.years), *[values] * 3))
    if policy_of(scenario) is None:
        each.append(projected("trusts_led", MINE, projection(scenario), place.code))
    return [
        *(line.since(TODAY) for line in each),
        level("Limit if required", "asked", (TODAY, HORIZON), (limit, limit)),
    ]


def show_years(scenario: Scenario, place: Place) -> None:
    """Draw people in post under each policy by year as a table."""
    found = [line for line in drawn(scenario, place) if line.kind != "asked"]
    show_table(
        f"Trusts in {place.said} with a leader in post under each policy, by year to 31 March",
        ("Year", *(line.name for line in found)),
        [
            (str(year), *map(percent, values))
            for year, *values in zip(found[0].years, *(line.value for line in found), strict=True)
        ],
        numbers=range(1, len(found) + 1),
        passport="policies",
    )


def made(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of each policy in a year: posts, people, cost and time taken."""
    wanted = ["trusts_posts", "trusts_led", "systems_led", "leadership_cost"]
    named = {policy.name: under(scenario, key) for key, policy in POLICIES.items()}
    mine = {} if policy_of(scenario) else {MINE: scenario}
    found = []
    for name, each in (named | mine).items():
        run = projection(each)
        found += [
            replace(passport, label=f"{name}: {passport.label}", scenario=each)
            for passport in (
                *of_measures(wanted, run, place.code, year),
                of_years_taken(run, place.code, TODAY + 1),
            )
        ]
    return found
