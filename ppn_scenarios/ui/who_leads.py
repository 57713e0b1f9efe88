"""Who leads: the answer in words, four ways to be covered by year, and the ceiling on them."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis.leaders import most_in_post
from ppn_scenarios.analysis.lines import Line, level, projected
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.leading import of_ceiling, of_ways
from ppn_scenarios.analysis.policies import under
from ppn_scenarios.analysis.post_coverage import Covered, ceiling, covered
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import HORIZON

from .answers import projection
from .charts.paths import show_paths
from .leadership_block import TODAY
from .passport import offer
from .places import Place, organisations
from .table import show_table
from .wording import expected, march, of_organisations, percent

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
ONE_OR_A_PART: Final = 1.5  # organisations: fewer are one, or shares of boards that merged
LIMIT: Final = "Limit on people"


def show_finding(scenario: Scenario, place: Place) -> None:
    """Say in words who leads, what cannot be reached, and that nobody has counted."""
    st.info(finding(scenario, place))


def finding(scenario: Scenario, place: Place) -> str:
    """Return the answer in short sentences made from the numbers."""
    then, now = (together(scenario, place, year) for year in (HORIZON, TODAY))
    systems = next((r for r in covered(projection(scenario), place.code, HORIZON)
                    if r.kind == "ics"), None)  # fmt: skip
    words = [] if then else [f"{place.name} has no trusts."]
    if then:
        words.append(
            f"On these assumptions **{percent(then.in_post / then.organisations)} of trusts** in "
            f"{place.name} ({of_organisations(then.in_post, then.organisations)}) have a permanent "
            f"chief psychological professions officer in post in {march(HORIZON)}, and the post "
            f"exists in {percent(then.exists / then.organisations)}."
        )
    if systems:
        share = percent(systems.in_post / systems.organisations)
        words.append(
            f"Its ICS has a lead in post with a chance of **{share}**."
            if systems.organisations < ONE_OR_A_PART
            else f"Of its ICSs **{share}** have a lead in post."
        )
    most = most_in_post(scenario.lead_turnover, scenario.fill_time)
    words.append(
        f"A post in every organisation would mean people in at most about {percent(most)} of them, "
        "because leaders leave and posts take time to fill."
    )
    if then and now:
        words.append(
            f"**Nobody has counted who leads today**: {percent(now.in_post / now.organisations)} "
            "of trusts in 2026 is a placeholder. Enter your own below."
        )
    return " ".join(words)


def together(scenario: Scenario, place: Place, year: int) -> Covered | None:
    """Return all types of trust of a place as one row, if it has any."""
    rows = [r for r in covered(projection(scenario), place.code, year) if r.kind != "ics"]
    if not rows:
        return None
    parts = ("organisations", "exists", "in_post", "supported", "seated")
    return Covered("trusts", *(sum(getattr(row, part) for row in rows) for part in parts))


def show_coverage(scenario: Scenario, place: Place, show: str) -> None:
    """Draw the four ways to be covered by year, as charts or as tables, and by type."""
    st.subheader("Posts, people, support and a seat", anchor=False)
    kinds = [
        kind for kind in MEASURED if any(line.high[-1] for line in drawn(kind, scenario, place))
    ]
    if show == "chart":
        for column, kind in zip(st.columns(2), kinds, strict=False):
            with column:
                st.markdown(f"**{kind}** in {place.name}")
                show_paths(
                    "coverage",
                    drawn(kind, scenario, place),
                    labelled,
                    key=f"chart_ways_{kind}",
                    passport="ways",
                )
    else:
        for kind in kinds:
            show_years(kind, scenario, place)
    st.markdown(explained(scenario))
    show_by_type(scenario, place)
    offer("ways", lambda: made(scenario, place), scenario)


def explained(scenario: Scenario) -> str:
    """Say what limits people in post, with the numbers of the reader's own beliefs."""
    turnover, fill, removed = scenario.lead_turnover, scenario.fill_time, scenario.abolish
    most, required = most_in_post(turnover, fill), ceiling(under(scenario, "required"))
    here = ceiling(scenario)
    gone = ASSUMPTIONS["abolish"].show(removed)
    return (
        f"**100% of posts is at most about {percent(most)} of people.** While "
        f"{percent(turnover)} of leaders leave in a year and a post takes {fill:g} years to fill, "
        f"1 / (1 + {turnover:g} × {fill:g}) of posts have someone in them. With {gone} of posts "
        "removed as well, a rule for every organisation would in the long run mean a post in "
        f"{percent(required.posts)} and a leader in {percent(required.people)} of them. The rules "
        f"set here lead to {percent(here.posts)} and, as a limit on people, to "
        f"{percent(here.people)}. Both rates are borrowed from executive directors."
    )


def drawn(kind: str, scenario: Scenario, place: Place) -> list[Line]:
    """Return the lines of one kind of organisation since today, and the limit on people."""
    run, limit = projection(scenario), ceiling(scenario).people
    found = [
        projected(
            measure, WAYS[way], run, place.code, kind="posts" if way == "exists" else "projected"
        ).since(TODAY)
        for way, measure in MEASURED[kind].items()
    ]
    return [*found, level(LIMIT, "asked", (TODAY, HORIZON), (limit, limit))]


def labelled(line: Line, i: int) -> str:
    """Write a line's name and its share; a level on one row."""
    between = " " if line.kind == "asked" else "\n"
    return f"{line.name}{between}{percent(line.value[i])}"


def show_years(kind: str, scenario: Scenario, place: Place) -> None:
    """Draw one kind of organisation by year as a table."""
    found = [line for line in drawn(kind, scenario, place) if line.kind != "asked"]
    show_table(
        f"{kind} in {place.name}, share by year to 31 March",
        ("Year", *(line.name for line in found)),
        [
            (str(year), *map(percent, values))
            for year, *values in zip(found[0].years, *(line.value for line in found), strict=True)
        ],
        numbers=range(1, len(found) + 1),
        passport="ways",
    )


def show_by_type(scenario: Scenario, place: Place) -> None:
    """Draw the four ways by type of organisation."""
    run = projection(scenario)
    pairs = zip(*(covered(run, place.code, year) for year in (HORIZON, TODAY)), strict=True)
    show_table(
        f"Who leads in {place.name}, {march(HORIZON)}, by type of organisation (expected numbers)",
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


def made(scenario: Scenario, place: Place) -> list[Passport]:
    """Return the passports of the limit and of each way in each kind of organisation."""
    return [*of_ceiling(scenario), *of_ways(projection(scenario), place.code, HORIZON)]
