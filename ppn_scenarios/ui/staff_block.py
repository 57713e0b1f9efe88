"""The second block of the home page: how many staff, against each reading of the plan."""

from typing import Final

import pandas as pd
import streamlit as st

from ppn_scenarios.analysis import Answer, lines
from ppn_scenarios.analysis.series import MEASURES
from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.model import HORIZON

from .answers import as_things_stand, projection, targets
from .cards import Card
from .cards import show_cards as cards_of
from .charts import ASKED, COLOURS, show_chart
from .places import Place
from .table import show_table
from .wording import first_met, march, percent_range, signed, staff, staff_range

READINGS: Final = tuple(target.id for target in TARGETS.values() if target.line)


def show_cards(scenario: Scenario, place: Place) -> None:
    """Draw the headline numbers of staff."""
    st.subheader("How many staff?", anchor=False)
    low, mid, high = MEASURES["fte"](projection(scenario), place.code).at(HORIZON)
    before = MEASURES["fte"](as_things_stand(), place.code).at(HORIZON)[1]
    found = targets(scenario, place.code)
    against = f"{signed(mid - before, mid)} against things as they stand"
    changed = () if scenario == Scenario() else (against,)
    cards_of(
        (
            Card(
                label=f"Staff in post (FTE), {march(HORIZON)}",
                value=staff_range(low, mid, high),
                lines=(*changed, PUBLISHED if place.level == "england" else ESTIMATE),
            ),
            Card(
                label="Of the 2023 plan, by its lowest reading",
                value=reached(found[READINGS[0]]),
                lines=(
                    f"Reached: {first_met(found[READINGS[0]])}",
                    *(f"Reading {id[-1]}: {reached(found[id])}" for id in READINGS[1:]),
                ),
            ),
        ),
        "Staffing",
    )


def reached(answer: Answer) -> str:
    """Write how much of a target is reached."""
    return percent_range(*answer.shares)


PUBLISHED: Final = "Published for March 2023: 27,800"
ESTIMATE: Final = (
    "Estimated from two open proxies that disagree. The truth may lie outside this range: other "
    "proxies moved places by up to a fifth."
)


def drawn(scenario: Scenario, place: Place) -> pd.DataFrame:
    """Return recorded, asked and projected staff, prepared for the chart."""
    runs = as_things_stand(), projection(scenario)
    projected = lines.measured("fte", *runs, place.code).assign(kind="line")
    recorded = lines.recorded(runs[0], place.code).assign(kind="recorded")
    asked = lines.asked(runs[0], place.code)
    levels = [
        asked.assign(year=year, low=asked["value"], high=asked["value"], kind="asked")
        for year in (projected["year"].min(), HORIZON)
    ]
    frame = pd.concat([projected, recorded, *levels], ignore_index=True)
    frame["colour"] = frame["line"].map(COLOURS).fillna(ASKED)
    labelled = (frame["year"] == HORIZON) & (frame["kind"] == "line")
    labelled |= (frame["year"] != HORIZON) & frame["kind"].isin(["asked", "recorded"])
    labelled &= frame["year"] >= runs[0].baseline.year
    spread = [staff_range(*row) for row in frame[["low", "value", "high"]].to_numpy()]
    name = frame["line"].str.split(":").str[0]
    gap = frame["kind"].map({"asked": " "}).fillna("\n")
    frame["label"] = (name + gap + pd.Series(spread)).where(labelled)
    return frame.drop(columns="id")


def show_evidence(scenario: Scenario, place: Place, show: str) -> None:
    """Draw staff over time, or the table behind the chart; then every reading."""
    if show == "table":
        show_years(scenario, place)
    else:
        show_chart("staff", drawn(scenario, place), key="chart_staff")
    show_readings(scenario, place)


def show_readings(scenario: Scenario, place: Place) -> None:
    """Draw what each reading of the plan asks for, and when it is met."""
    found = targets(scenario, place.code)
    rows = [
        (
            TARGETS[id].line,
            staff(found[id].threshold),
            reached(found[id]),
            first_met(found[id]),
            TARGETS[id].meaning,
        )
        for id in READINGS
    ]
    whose = (
        "England"
        if place.level == "england"
        else f"{place.name}: England's number shared by registered population, which is our "
        "arithmetic and not policy"
    )
    show_table(
        f"The 2023 plan can be read in three ways ({whose})",
        ("Reading", "Asks for, FTE", f"Reached by {march(HORIZON)}", "First met", "What it means"),
        rows,
        numbers=(1, 2),
    )


def show_years(scenario: Scenario, place: Place) -> None:
    """Draw staff by year as a table."""
    runs = as_things_stand(), projection(scenario)
    frame = lines.measured("fte", *runs, place.code)
    wide = {
        str(line): {
            int(year): staff_range(low, mid, high)
            for year, low, mid, high in part[["year", "low", "value", "high"]].to_numpy()
        }
        for line, part in frame.groupby("line", sort=False)
    }
    recorded = lines.recorded(runs[0], place.code)
    published = {int(y): staff(v, exact=True) for y, v in recorded[["year", "value"]].to_numpy()}
    years = sorted({*published, *(y for line in wide.values() for y in line)})
    columns = ({"Recorded": published} if published else {}) | wide
    show_table(
        f"Staff in {place.name}, FTE on 31 March",
        ("Year", *columns),
        [(str(y), *(column.get(y, "") for column in columns.values())) for y in years],
        numbers=range(1, len(columns) + 1),
    )
