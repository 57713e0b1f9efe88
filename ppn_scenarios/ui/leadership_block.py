"""The first block of the home page: who leads, with posts and people kept apart."""

from typing import Final

import pandas as pd
import streamlit as st

from ppn_scenarios.analysis import lines
from ppn_scenarios.analysis.leaders import ICS, most_in_post, posts_and_people
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.tables import queries

from .answers import as_things_stand, projection
from .cards import Card
from .cards import show_cards as cards_of
from .charts import COLOURS, show_chart
from .levers import lever
from .places import Place
from .table import show_table
from .wording import expected, march, of_organisations, percent

TODAY: Final = 2026
KINDS: Final = {"trusts": "Trusts", "systems": "ICSs"}


def show_cards(scenario: Scenario, place: Place) -> None:
    """Draw the headline numbers of leadership."""
    found = posts_and_people(projection(scenario), place.code, HORIZON)
    today = posts_and_people(projection(scenario), place.code, TODAY)
    st.subheader("Who leads?", anchor=False)
    cards = []
    for label, keep in (
        ("Trusts with a leader in post", found["kind"] != ICS),
        ("ICSs with a lead in post", found["kind"] == ICS),
    ):
        end, start = found[keep].sum(numeric_only=True), today[keep].sum(numeric_only=True)
        if not end["organisations"]:
            continue
        cards.append(
            Card(
                label=f"{label}, {march(HORIZON)}",
                value=percent(end["people"] / end["organisations"]),
                lines=(
                    of_organisations(end["people"], end["organisations"]),
                    f"The post exists in {percent(end['posts'] / end['organisations'])}",
                    f"Assumed in 2026: {percent(start['people'] / start['organisations'])}",
                ),
            )
        )
    cards_of(cards, "Leadership")


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
    st.markdown(
        f"**Posts are not people.** While leaders leave at the rate set here and posts take "
        f"{scenario.fill_time:g} years to fill, at most {limit} of posts can have someone in them."
    )
    if show == "table":
        show_by_type(scenario, place)
        for kind in KINDS:
            show_years(kind, scenario, place)
        return
    for column, kind in zip(st.columns(2), KINDS, strict=True):
        with column:
            st.markdown(f"**{KINDS[kind]}**: post exists (dashed) and leader in post (solid)")
            show_chart("posts", drawn(kind, scenario, place), key=f"chart_{kind}")
    show_by_type(scenario, place)


def measured(kind: str, scenario: Scenario, place: Place) -> dict[str, pd.DataFrame]:
    """Return the lines of people and of posts."""
    runs = as_things_stand(), projection(scenario)
    found = {
        "line": lines.measured(f"{kind}_led", *runs, place.code),
        "post": lines.measured(f"{kind}_posts", *runs, place.code),
    }
    return {which: frame[frame["year"] >= TODAY] for which, frame in found.items()}


def drawn(kind: str, scenario: Scenario, place: Place) -> pd.DataFrame:
    """Return the lines prepared for the chart."""
    found = [frame.assign(kind=which) for which, frame in measured(kind, scenario, place).items()]
    frame = pd.concat(found, ignore_index=True)
    frame["colour"] = frame["line"].map(COLOURS)
    at_end = (frame["year"] == HORIZON) & (frame["kind"] == "line")
    frame["label"] = (frame["line"] + "\n" + frame["value"].map(percent)).where(at_end)
    return frame


def show_by_type(scenario: Scenario, place: Place) -> None:
    """Draw the table of posts and people by type of organisation."""
    labels = dict(queries.trust_types()[["trust_type", "label"]].to_numpy()) | {ICS: "ICSs"}
    now = posts_and_people(projection(scenario), place.code, TODAY)
    then = posts_and_people(projection(scenario), place.code, HORIZON)
    rows = [
        (
            labels[kind] + ("" if kind == ICS else " trusts"),
            f"{all_of:.0f}",
            percent(share_now),
            expected(posts, all_of),
            expected(people, all_of),
        )
        for kind, all_of, posts, people, share_now in zip(
            *(then[c] for c in ("kind", "organisations", "posts", "people")),
            now["people_share"],
            strict=True,
        )
    ]
    show_table(
        f"Leadership in {place.name} by type of organisation (expected numbers)",
        (
            "Type",
            "Organisations",
            "Leader in post, 2026 (assumed)",
            "Post exists, 2037",
            "Leader in post, 2037",
        ),
        rows,
        numbers=(1, 2, 3, 4),
    )


def show_years(kind: str, scenario: Scenario, place: Place) -> None:
    """Draw the table of one kind of organisation by year."""
    found = measured(kind, scenario, place)
    names = {"line": "leader in post", "post": "post exists"}
    wide = pd.concat(
        {
            f"{line}: {names[which]}": part.set_index("year")["value"]
            for which, frame in found.items()
            for line, part in frame.groupby("line", sort=False)
        },
        axis=1,
    )
    show_table(
        f"{KINDS[kind]} in {place.name}, share by year to 31 March",
        ("Year", *wide.columns),
        [
            (str(year), *map(percent, row))
            for year, row in zip(wide.index, wide.to_numpy(), strict=True)
        ],
        numbers=range(1, len(wide.columns) + 1),
    )
