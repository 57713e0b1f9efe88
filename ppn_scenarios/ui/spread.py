"""What the answer rests on: every input's status, and its share of the spread of results."""

from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.checks import of_inputs
from ppn_scenarios.analysis.passports.spread import of_status
from ppn_scenarios.analysis.sensitivity_shares import shares_by_status
from ppn_scenarios.assumptions import STATUSES, Scenario
from ppn_scenarios.assumptions.assumption import A_SETTING
from ppn_scenarios.assumptions.log import counts_by_status
from ppn_scenarios.model import HORIZON
from ppn_scenarios.tables import queries
from ppn_scenarios.wording import march, percent

from .charts.stacks import STATUS_COLOURS, Part, show_stacks
from .indices import SAMPLES, indices
from .passport import offer
from .section import section
from .table import show_table
from .take_away import titled

RESULTS: Final = {"fte": "staff", "trusts_led": "trusts with a leader"}
NAMES: Final = {
    "none": "No source",
    "borrowed": "Borrowed",
    "derived": "Our arithmetic",
    "sourced": "Published",
}
WORDS: Final = {
    "none": "figures without a source",
    "borrowed": "borrowed figures",
    "derived": "our arithmetic on published figures",
    "sourced": "published figures",
}
Shares = Mapping[str, tuple[float, float, float]]


@lru_cache(maxsize=16)
def shares(scenario: Scenario, measure: str) -> Shares:
    """Return low, middle and high share of a result's spread by what figures rest on."""
    return MappingProxyType(shares_by_status(indices(scenario, measure, HORIZON)))


def show_picture(scenario: Scenario) -> None:
    """Draw whose figures the spread of results comes from."""
    section("What the answer rests on")
    wholes = {
        f"Spread of {name}": [
            Part(status, NAMES[status], shares(scenario, measure)[status][1])
            for status in STATUS_COLOURS
        ]
        for measure, name in RESULTS.items()
    }
    with titled(f"What the spread of results in {march(HORIZON)} comes from, for England"):
        show_stacks(wholes, "chart_spread", passport="spread")
    st.caption(
        f"What the spread of results in {march(HORIZON)} comes from, for England and your "
        "scenario: the share of its variance over independent draws of every belief (Sobol "
        "indices)."
    )


@cache
def counts() -> Mapping[str, tuple[int, int, int]]:
    """Return how many levers, other inputs and policy figures have each status."""
    levers = counts_by_status()
    inputs = Counter(queries.model_inputs()["status"])
    figures = Counter(queries.policy_figures()["status"])
    found = {s: (levers[STATUSES[s]], inputs[s], figures[s]) for s in STATUS_COLOURS}
    return MappingProxyType(found)


def show_statuses(scenario: Scenario) -> None:
    """Draw how many inputs of each kind rest on what, and what share of the spread is theirs."""
    found = {measure: shares(scenario, measure) for measure in RESULTS}
    rows = [
        (
            STATUSES[status],
            *map(str, numbers),
            *(said(*found[measure][status]) for measure in RESULTS),
        )
        for status, numbers in counts().items()
    ]
    settings = counts_by_status()[A_SETTING]
    show_table(
        "What every input rests on, and the share of the spread that is theirs",
        (
            "Rests on",
            "Levers",
            "Other inputs",
            "Policy figures",
            *(f"Spread of {name}" for name in RESULTS.values()),
        ),
        [*rows, (A_SETTING, str(settings), "0", "0", *("none" for _ in RESULTS))],
        numbers=range(1, 4 + len(RESULTS)),
        passport="spread",
    )
    st.caption(
        "What we choose is no uncertainty, and is held as you set it. Inputs that no lever sets "
        "are held still too: none of this spread is theirs, though nearly all of them have no "
        "source. "
        "A value of your own counts under what its default rests on."
    )
    offer("spread", lambda: made(scenario), scenario)


def said(low: float, middle: float, high: float) -> str:
    """Write a share of a spread with the range of it."""
    if high < 0.005:
        return "none"
    return f"{percent(middle)} ({percent(low)} to {percent(high)})"


def made(scenario: Scenario) -> list[Passport]:
    """Return the passports of each share of the spread, and of how many inputs rest on what."""
    inputs = [of_inputs(s, STATUSES[s], numbers) for s, numbers in counts().items()]
    inputs.append(of_inputs("", A_SETTING, (counts_by_status()[A_SETTING], 0, 0)))
    spreads = [
        of_status(status, WORDS[status], found, scenario, measure, HORIZON, SAMPLES)
        for measure in RESULTS
        for found in (indices(scenario, measure, HORIZON),)
        for status in STATUS_COLOURS
    ]
    return [*spreads, *inputs]
