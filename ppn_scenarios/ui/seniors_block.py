"""Whether there are enough senior people to lead, and where they may run out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from math import isfinite
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.seniority import of_least, of_pool, of_posts
from ppn_scenarios.analysis.places import place_index
from ppn_scenarios.analysis.seniors import Seniors, by_system, least_eligible, seniors
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import few, heads_range, percent, staff
from ppn_scenarios.wording.leaders import TODAY
from ppn_scenarios.wording.places import Place, places

from .answers import projection
from .charts.paths import show_paths
from .passport import offer
from .section import section
from .shared import shared
from .table import show_table
from .take_away import titled

PEOPLE: Final = "People who could lead"
POSTS: Final = "Posts that exist"


@lru_cache(maxsize=32)
def systems(scenario: Scenario) -> Mapping[str, Seniors]:
    """Return the people and posts of every ICS, once for each scenario."""
    return shared(by_system(projection(scenario)))


@lru_cache(maxsize=32)
def least(scenario: Scenario) -> float:
    """Return the share of the top grade who must be able to lead."""
    return least_eligible(projection(scenario))


def show_seniors(scenario: Scenario, place: Place, show: str) -> None:
    """Draw people who could lead against posts, and list ICSs where they may run out."""
    section("Are there enough senior people?")
    run = projection(scenario)
    here = [run.baseline.areas[i] for i in place_index(run.baseline, place.code)]
    short = {code: systems(scenario)[code].short for code in here}
    st.markdown(said(scenario, place, {code: years for code, years in short.items() if years}))
    if show == "chart":
        with titled(f"People who could lead, in {place.said}, March {HORIZON}"):
            show_paths(
                "seniors", drawn(scenario, place), labelled, key="chart_seniors", passport="seniors"
            )
    else:
        show_years(scenario, place)
    if any(short.values()):
        show_list("Where senior people may run out", [c for c in here if short[c]], scenario)
    if place.level != "ics":
        more = st.expander(
            "Every ICS, in the order of the alphabet", key="every_system", on_change="rerun"
        )
        if more.open:
            with more:
                show_list(f"Senior people by ICS, {HORIZON}", here, scenario)
    offer(
        "seniors",
        lambda year: made(scenario, place, here, year),
        scenario,
        years=range(TODAY, HORIZON + 1),
    )


def said(scenario: Scenario, place: Place, short: dict[str, list[int]]) -> str:
    """Say whether anybody runs short, and how far that rests on an input without a source."""
    assumed = projection(scenario).baseline.inputs.lead_eligible
    need = least(scenario)
    who = "The ICS" if place.level == "ics" else f"{len(short)} of its ICSs" if short else "No ICS"
    first = min((years[0] for years in short.values()), default=None)
    answer = (
        f"**{who} may have fewer senior people than posts**, from {first} at the earliest: not "
        "every post there can have someone in it. They are listed below, in no order of need."
        if first
        else f"**{'The ICS does not run' if place.level == 'ics' else 'No ICS here runs'} short** "
        f"by {HORIZON}: more people could lead than there are posts."
    )
    return (
        f"{answer} That takes {percent(assumed)} of the most senior grade (8c and above) as able "
        "to lead, which has no source. "
        + (
            f"As long as more than {percent(need)} are, no ICS in England runs short."
            if need < 1
            else "Some ICS in England would run short whoever is able."
        )
        + " The model lets people lead only in the ICS where they work; trusts fill their posts "
        "first."
    )


def drawn(scenario: Scenario, place: Place) -> list[Line]:
    """Return people who could lead and posts that exist, since today."""
    found = seniors(projection(scenario), place.code)
    low, people, high, posts = (
        tuple(map(float, v)) for v in (found.low, found.people, found.high, found.posts)
    )
    years = tuple(found.years)
    return [
        Line(PEOPLE, "projected", years, low, people, high).since(TODAY),
        Line(POSTS, "posts", years, posts, posts, posts).since(TODAY),
    ]


def labelled(line: Line, i: int) -> str:
    """Write a line's name and its number; people in a place are a range."""
    number = few(line.value[i]) if line.kind == "posts" else of_people(line, i)
    return f"{line.name}\n{number}"


def of_people(line: Line, i: int) -> str:
    """Write people who could lead: England rounded, a place as a range in whole ones."""
    low, mid, high = line.low[i], line.value[i], line.high[i]
    return staff(mid) if high - low <= 1e-6 * mid else heads_range(low, high)


def show_years(scenario: Scenario, place: Place) -> None:
    """Draw people and posts by year as a table."""
    people, posts = drawn(scenario, place)
    show_table(
        f"Senior people in {place.said}, 31 March",
        ("Year", PEOPLE, POSTS),
        [
            (str(year), of_people(people, i), few(posts.value[i]))
            for i, year in enumerate(people.years)
        ],
        numbers=(1, 2),
        passport="seniors",
    )


def show_list(caption: str, codes: list[str], scenario: Scenario) -> None:
    """Draw ICSs in the order of the alphabet, each with its range and the years it may be short."""
    named = sorted((places()[code].name, systems(scenario)[code]) for code in codes)
    show_table(
        f"{caption} (estimates with ranges, in no order of need)",
        ("ICS", PEOPLE, "Organisations", POSTS, "May be short in"),
        [
            (
                name,
                heads_range(float(found.low[-1]), float(found.high[-1])),
                f"{found.organisations:.3g}",
                few(float(found.posts[-1])),
                years_of(found.short),
            )
            for name, found in named
        ],
        numbers=(1, 2, 3),
        passport="seniors",
    )


def years_of(short: list[int]) -> str:
    """Write the years in which a place may be short."""
    if not short:
        return "no year"
    whole = len(short) == short[-1] - short[0] + 1
    last = f"{short[0]}" if len(short) == 1 else f"{short[0]} to {short[-1]}"
    return last if whole else f"{len(short)} years from {short[0]} to {short[-1]}"


def made(scenario: Scenario, place: Place, here: list[str], year: int) -> list[Passport]:
    """Return the passports of people who could lead, of posts, and of how many must be able."""
    run = projection(scenario)
    each = [place.code, *here] if len(here) > 1 else [place.code]
    found = [
        replace(passport, label=f"{places()[code].name}: {passport.label}")
        for code in each
        for passport in (of_pool(run, code, year), of_posts(run, code, year))
    ]
    return [of_least(run), *found] if isfinite(least(scenario)) else found
