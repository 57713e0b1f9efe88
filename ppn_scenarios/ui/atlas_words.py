"""What the map says, in words made from the numbers."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.atlas import ABOVE, BELOW, PROXIED
from ppn_scenarios.analysis.leaders import ICS, posts_and_people
from ppn_scenarios.analysis.supply import agreement
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import march, percent
from ppn_scenarios.wording.atlas import told_apart
from ppn_scenarios.wording.places import Place, organisations

from .answers import projection
from .mapped import SHOWN, class_of, classes, counted, estimates, of_level

MANY: Final = {"ics": "ICSs", "region": "regions"}


def show_finding(scenario: Scenario, place: Place, view: View) -> None:
    """Say the answer in words made from the numbers, then what can and cannot be read."""
    st.info(finding(scenario, place, view))
    st.markdown(
        "**Can be read:** a place's trusts, the estimated size of its staff, how unsure that is. "
        "**Cannot:** which place has the widest gap, or any order; who is better staffed (for each "
        f"person the two proxies hardly agree: correlation {agreement(baseline()):.2f}); which "
        "trust has a leader."
    )


def finding(scenario: Scenario, place: Place, view: View) -> str:
    """Return the finding on one measure: England, the chosen place, and how many stand apart."""
    year, shown = int(view.map_year), SHOWN[view.measure]
    found = estimates(scenario, view.measure, year)
    words = [opening(scenario, view.measure, year)]
    if place.code != ENGLAND and found[place.code].mid == found[place.code].mid:
        look = class_of(view.measure, found, place.code)
        verdict = classes(view.measure)[look].meaning
        undone = look in (BELOW, ABOVE) and view.measure in PROXIED
        words.append(
            f"**{place.opening}, {shown.range(found[place.code])}**: {verdict}"
            f"{', which another proxy could undo' if undone else ''}."
        )
    words.append(apart(scenario, view.measure, year, view.map_level))
    return " ".join(word for word in words if word)


def opening(scenario: Scenario, measure: str, year: int) -> str:
    """Return England's value in a sentence."""
    value = estimates(scenario, measure, year)[ENGLAND].mid
    if value != value:
        return "By workload, need cannot be held against all staff: choose another method of need."
    said = SHOWN[measure].write(value)
    return {
        "per_100k": f"On these assumptions England has **{said} full-time equivalent staff for "
        f"every 100,000 registered people** in {march(year)}.",
        "trusts_led": f"A permanent leader is expected in **{said} of England's trusts** in "
        f"{march(year)}. {by_type(scenario, year)}",
        "systems_led": f"A permanent lead is expected in **{said} of England's ICSs** in "
        f"{march(year)}.",
        "need_met": f"England's clinical staff meet **{said} of need** in {march(year)}.",
        "vacancy_rate": f"**{said} of funded posts** in England are vacant in {march(year)}.",
        "width": f"Staff of each place in {march(year)} are an estimate with a range.",
    }[measure]


def by_type(scenario: Scenario, year: int) -> str:
    """Return the gap between kinds of trust, which is where leadership differs."""
    rows = [r for r in posts_and_people(projection(scenario), ENGLAND, year) if r.kind != ICS]
    ends = [pick(rows, key=lambda r: r.people_share) for pick in (max, min)]
    most, least = (f"{percent(r.people_share)} of {organisations()[r.kind].lower()}" for r in ends)
    if percent(ends[0].people_share) == percent(ends[1].people_share):
        return "All kinds of trust come out alike."
    return f"The gap is between kinds of trust: {most} against {least}, from assumed shares."


def apart(scenario: Scenario, measure: str, year: int, level: str) -> str:
    """Return how many places can be told apart from England."""
    found = estimates(scenario, measure, year)
    counts, whole = counted(measure, found, level), len(of_level(level))
    who = MANY[level]
    if measure == "width":
        return (
            f"The range is wider than half of its middle in **{counts[2]} of {whole} {who}**, and "
            f"narrower than a fifth in {counts[0]}."
        )
    if found[ENGLAND].mid != found[ENGLAND].mid:
        return ""
    return told_apart(counts, whole, who, proxied=measure in PROXIED)
