"""What matters most, in words made from the numbers."""

import math

import streamlit as st

from ppn_scenarios.analysis.tornado import Tornado
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.wording import march
from ppn_scenarios.wording.results import About

from .answers import swings_of
from .words import reach

NO_VALUE = (
    "*{label}* has no value to compare: with staff needed worked out from the workload of Talking "
    "Therapies alone, staff of all services cannot be held against them. Choose another result, "
    "or another way to work out the staff needed."
)


def has_value(scenario: Scenario, about: About) -> bool:
    """Return whether the result has a value under the scenario."""
    return not math.isnan(swings_of(scenario, about.measure, about.year).now)


def show_finding(scenario: Scenario, about: About) -> bool:
    """Say the answer; return whether there is one."""
    if not has_value(scenario, about):
        st.info(NO_VALUE.format(label=about.result.label))
        return False
    st.info(finding(swings_of(scenario, about.measure, about.year), about))
    return True


def finding(found: Tornado, about: About) -> str:
    """Return what moves the result most among choices and among beliefs."""
    result = about.result
    said = result.said.format(
        value=result.write(found.now, found.now, found.now), place="England", when=march(about.year)
    )
    words = [f"On your scenario {said}."]
    if found.choices:
        words.append(f"Of what we choose, most hangs on {reach(found.choices[0], result)}.")
    else:
        words.append("Nothing that we choose moves it.")
    if found.beliefs:
        words.append(f"Of how the world works, most hangs on {reach(found.beliefs[0], result)}.")
    else:
        words.append("Nothing that we believe moves it.")
    return " ".join(words)
