"""The first block of the home page: who leads, with posts and people kept apart."""

from functools import partial
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import lines
from ppn_scenarios.analysis.leaders import ICS, most_in_post, posts_and_people, trusts_together
from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import expected, march, months, of_organisations, percent
from ppn_scenarios.wording.leaders import TODAY
from ppn_scenarios.wording.places import Place, organisations

from .answers import as_things_stand, on_beliefs_alone, projection
from .cards import Card, Group
from .home_passports import OF_HEADLINES, of_types
from .levers import lever
from .passport import offer
from .section import section
from .table import show_table
from .take_away import titled

HOW_DRAWN: Final = " Dashed lines: the post exists. Solid lines: a leader is in post."
KINDS: Final = {"trusts": "Trusts", "systems": "ICSs"}


def cards(scenario: Scenario, place: Place) -> Group:
    """Return the headline numbers of leadership."""
    run = projection(scenario)
    then = posts_and_people(run, place.code, HORIZON)
    now = posts_and_people(run, place.code, TODAY)
    pairs = [("Trusts with a leader in post", trusts_together(then), trusts_together(now))]
    pairs += [
        ("ICSs with a lead in post", end, start)
        for end, start in zip(then, now, strict=True)
        if end.kind == ICS
    ]
    found = [
        Card(
            label=f"{label}, {march(HORIZON)}",
            value=percent(end.people_share),
            lines=(
                of_organisations(end.people, end.organisations),
                f"The post exists in {percent(end.posts_share)}",
                f"Assumed in 2026: {percent(start.people_share)}",
            ),
        )
        for label, end, start in pairs
        if end.organisations
    ]
    return Group(heading="Who leads?", cards=found, name="Leadership")


def show_starting_shares(scenario: Scenario) -> None:
    """Say that nobody has counted leaders, and let the reader enter what they know."""
    more = st.expander(
        "Nobody has published how many trusts have a leader. Enter what you know",
        key="starting_shares",
        on_change="rerun",
    )
    if more.open:
        with more:
            st.markdown(
                "Every leadership number here starts from these shares on 31 March 2026. They are "
                "placeholders without a source. If you know your trusts, set them."
            )
            for column, names in zip(
                st.columns(2), (STARTING_SHARES[:3], STARTING_SHARES[3:]), strict=True
            ):
                with column:
                    for name in names:
                        lever(name, scenario, prefix="start")


STARTING_SHARES: Final = (
    "cppo_base_mental_health",
    "cppo_base_acute",
    "cppo_base_acute_specialist",
    "cppo_base_community",
    "cppo_base_ambulance",
    "ics_base",
)


def show_evidence(scenario: Scenario, place: Place, show: str) -> None:
    """Draw posts and people over time as charts, or as the table behind them."""
    limit = percent(most_in_post(scenario.lead_turnover, scenario.fill_time))
    section(
        f"Leadership in {place.said}",
        f"**Posts are not people.** While leaders leave at the rate set here and posts take "
        f"about {months(scenario.fill_time)} to fill, at most {limit} of posts can have someone "
        f"in them.{'' if show == 'table' else HOW_DRAWN}",
    )
    if show == "table":
        show_by_type(scenario, place)
        for kind in KINDS:
            show_years(kind, scenario, place)
        return
    from .charts.lines import show_chart  # what draws charts is loaded after the answer

    for column, kind in zip(st.columns(2), KINDS, strict=True):
        said = f"{KINDS[kind]} in {place.said} with a leader in post, {march(HORIZON)}"
        with column, titled(said):
            found = drawn(kind, scenario, place)
            show_chart(kind, found, labelled, f"chart_{kind}", passport=OF_HEADLINES)
    show_by_type(scenario, place)


def drawn(kind: str, scenario: Scenario, place: Place) -> list[Line]:
    """Return the lines of posts and of people since today."""
    stands, mine = as_things_stand(), projection(scenario)
    honest = stands, on_beliefs_alone(scenario), mine
    found = [
        *lines.compared(f"{kind}_posts", stands, mine, place.code, kind="posts"),
        *lines.three_honest(f"{kind}_led", honest, place.code),
    ]
    return [line.since(TODAY) for line in found]


def labelled(line: Line, i: int) -> str:
    """Write a line's label: its name and its share."""
    return f"{line.name}\n{percent(line.value[i])}"


def show_by_type(scenario: Scenario, place: Place) -> None:
    """Draw the table of posts and people by type of organisation."""
    run = projection(scenario)
    rows = [
        (
            organisations()[then.kind],
            f"{then.organisations:.3g}",
            percent(now.people_share),
            expected(then.posts, then.organisations),
            expected(then.people, then.organisations),
        )
        for then, now in zip(
            *(posts_and_people(run, place.code, year) for year in (HORIZON, TODAY)), strict=True
        )
    ]
    show_table(
        f"Leadership in {place.said} by type of organisation (expected numbers)",
        (
            "Type",
            "Organisations",
            "Leader in post, 2026 (assumed)",
            "Post exists, 2037",
            "Leader in post, 2037",
        ),
        rows,
        numbers=(1, 2, 3, 4),
        passport="kinds",
    )
    offer("kinds", partial(of_types, scenario, place), scenario, (TODAY, HORIZON))


def show_years(kind: str, scenario: Scenario, place: Place) -> None:
    """Draw the table of one kind of organisation by year."""
    found = drawn(kind, scenario, place)
    in_post = "leader in post"
    names = {"projected": in_post, "believed": in_post, "posts": "post exists"}
    show_table(
        f"{KINDS[kind]} in {place.said}, share by year to 31 March",
        ("Year", *(f"{line.name}: {names[line.kind]}" for line in found)),
        [
            (str(year), *map(percent, values))
            for year, *values in zip(found[0].years, *(line.value for line in found), strict=True)
        ],
        numbers=range(1, len(found) + 1),
        passport=OF_HEADLINES,
    )
