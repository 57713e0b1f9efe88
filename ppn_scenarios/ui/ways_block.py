"""Four ways to be covered by year and by type of organisation, and the ceiling on them."""

from dataclasses import replace
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.leaders import most_in_post
from ppn_scenarios.analysis.lines import Line, level, projected
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.draws import of_band
from ppn_scenarios.analysis.passports.leaders import of_kind
from ppn_scenarios.analysis.passports.leading import of_ceiling, of_ways
from ppn_scenarios.analysis.policies import under
from ppn_scenarios.analysis.post_coverage import ceiling, covered
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import expected, listed, march, months, percent
from ppn_scenarios.wording.leaders import TODAY
from ppn_scenarios.wording.places import Place, organisations

from .answers import projection
from .charts.paths import show_paths
from .draws import outcomes
from .passport import offer
from .section import section
from .table import show_table
from .take_away import titled

WAYS: Final = {
    "exists": "Post exists",
    "in_post": "Leader in post",
    "supported": "With time and support",
    "seated": "Among the executives",
}
MEASURED: Final = {
    "Trusts": {
        "exists": "trusts_posts",
        "in_post": "trusts_led",
        "supported": "trusts_supported",
        "seated": "trusts_executive",
    },
    "ICSs": {"exists": "systems_posts", "in_post": "systems_led"},
}
SPOKEN: Final = {"Trusts": "trusts", "ICSs": "ICSs"}
LIMIT: Final = "Limit on people"


def show_coverage(scenario: Scenario, place: Place, show: str) -> None:
    """Draw the four ways to be covered by year, as charts or as tables, and by type."""
    section("Posts, people, support and a seat")
    kinds = kinds_of(scenario, place)
    if show == "chart":
        for column, kind in zip(st.columns(2), kinds, strict=False):
            with column:
                st.markdown(f"**{kind}** in {place.said}")
                with titled(f"{kind} in {place.said}, {march(HORIZON)}"):
                    show_paths(
                        "coverage",
                        drawn(kind, scenario, place),
                        labelled,
                        key=f"chart_ways_{kind}",
                        of=kind,
                        passport="ways",
                    )
    else:
        for kind in kinds:
            show_years(kind, scenario, place)
    st.markdown(f"{how_sure(scenario, place, kinds)}\n\n{explained(scenario)}")
    show_by_type(scenario, place)
    offer(
        "ways",
        lambda year: made(scenario, place, year),
        scenario,
        years=range(TODAY, HORIZON + 1),
    )


def kinds_of(scenario: Scenario, place: Place) -> list[str]:
    """Return the kinds of organisation of which a place has any."""
    return [k for k in MEASURED if any(line.high[-1] for line in drawn(k, scenario, place))]


def how_sure(scenario: Scenario, place: Place, kinds: list[str]) -> str:
    """Say how far people in post spread over draws of what nobody knows."""
    said = []
    for kind in kinds:
        band = outcomes(scenario, place.code)[MEASURED[kind]["in_post"]].band()
        said.append(f"{percent(band.p10[-1])} to {percent(band.p90[-1])} of {SPOKEN[kind]}")
    return (
        f"**How sure is that, given these assumptions?** In eight of ten draws of every belief, "
        f"{listed(said)} have a leader in post in {march(HORIZON)}. The lines take "
        "every belief at its most likely value, which is not the middle of the draws. Most ranges "
        "have no source, so the draws explore them and are no probabilities."
    )


def explained(scenario: Scenario) -> str:
    """Say what limits people in post, with the numbers of the reader's own beliefs."""
    turnover, fill, removed = scenario.lead_turnover, scenario.fill_time, scenario.abolish
    most, required = most_in_post(turnover, fill), ceiling(under(scenario, "required"))
    here = ceiling(scenario)
    gone = ASSUMPTIONS["abolish"].show(removed)
    return (
        f"**100% of posts is at most about {percent(most)} of people.** While "
        f"{percent(turnover)} of leaders leave in a year and a post takes about "
        f"{months(fill)} to fill, no more have someone in them. {gone} of posts are "
        "removed as well. So a rule for every organisation would in the long run mean a "
        f"post in {percent(required.posts)} of them and a leader in {percent(required.people)}. "
        f"The rules set here lead to {percent(here.posts)} and, as a limit on people, to "
        f"{percent(here.people)}. Both rates are borrowed from executive directors."
    )


def drawn(kind: str, scenario: Scenario, place: Place) -> list[Line]:
    """Return the lines of one kind of organisation since today, and the limit on people."""
    run, limit = projection(scenario), ceiling(scenario).people
    found = [
        projected(
            measure, WAYS[way], run, place.code, kind="posts" if way == "exists" else "projected"
        )
        for way, measure in MEASURED[kind].items()
    ]
    spread = outcomes(scenario, place.code)[MEASURED[kind]["in_post"]].band()
    low, high = (tuple(map(float, ends)) for ends in (spread.p10, spread.p90))
    found = [replace(f, low=low, high=high) if f.name == WAYS["in_post"] else f for f in found]
    return [
        *(line.since(TODAY) for line in found),
        level(LIMIT, "asked", (TODAY, HORIZON), (limit, limit)),
    ]


def labelled(line: Line, i: int) -> str:
    """Write a line's name and its share; a level on one row."""
    between = " " if line.kind == "asked" else "\n"
    return f"{line.name}{between}{percent(line.value[i])}"


def show_years(kind: str, scenario: Scenario, place: Place) -> None:
    """Draw one kind of organisation by year as a table."""
    found = [line for line in drawn(kind, scenario, place) if line.kind != "asked"]
    (held,) = (line for line in found if line.name == WAYS["in_post"])
    columns = (*(line.value for line in found), held.low, held.high)
    show_table(
        f"{kind} in {place.said}, share by year to 31 March",
        ("Year", *(line.name for line in found), "1 draw in 10 below", "1 draw in 10 above"),
        [
            (str(year), *map(percent, values))
            for year, *values in zip(held.years, *columns, strict=True)
        ],
        numbers=range(1, len(columns) + 1),
        passport="ways",
    )


def show_by_type(scenario: Scenario, place: Place) -> None:
    """Draw the four ways by type of organisation."""
    run = projection(scenario)
    pairs = zip(*(covered(run, place.code, year) for year in (HORIZON, TODAY)), strict=True)
    show_table(
        f"Who leads in {place.said}, {march(HORIZON)}, by type of organisation (expected numbers)",
        ("Type", "Organisations", f"In post, {TODAY} (assumed)", *WAYS.values()),
        [
            (
                organisations()[then.kind],
                f"{then.organisations:.3g}",
                percent(now.in_post / now.organisations),
                *(said(getattr(then, way), then.organisations) for way in WAYS),
            )
            for then, now in pairs
        ],
        numbers=range(1, 3 + len(WAYS)),
        passport="ways",
    )


def said(found: float | None, all_of: float) -> str:
    """Write an expected number and its share, or that the model has none."""
    return "not modelled" if found is None else expected(found, all_of)


def made(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of a year: each way, its draws, each type, and the limit."""
    run, draws = projection(scenario), outcomes(scenario, place.code)
    kinds = [row.kind for row in covered(run, place.code, year)]
    bands = [
        of_band(draws[ways["in_post"]], ways["in_post"], scenario, place.code, year)
        for ways in MEASURED.values()
    ]
    types = [of_kind(k, organisations()[k], run, place.code, year) for k in kinds]
    return [
        *of_ways(run, place.code, year),
        *bands,
        *(passport for some in types for passport in some),
        *of_ceiling(scenario),
    ]
