"""The goal's measure year by year: as the reader has it, and on each route."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.goals import Goal, Together
from ppn_scenarios.analysis.lines import Line, level
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.paths import show_paths
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording.goals.amounts import amount, estimate

AS_NOW: Final = "As you have it"
FROM: Final = 2026
CHARTS: Final = {"FTE": "routes", "share": "routes_share"}


def show_years(all_: Together, goal: Goal, scenario: Scenario, show: str) -> None:
    """Draw how the goal's measure goes on each route, year by year, and how that is made."""
    found = list(paths(all_, goal, scenario))
    draw_years(found, all_, goal, show)
    offer("years", lambda year: made(all_, goal, scenario, year), scenario, found[0].years)


def draw_years(found: Sequence[Line], all_: Together, goal: Goal, show: str) -> None:
    """Draw paths as lines, or as the table behind them."""
    if show == "chart":
        st.markdown("**Year by year**, with each route set as above")
        asked = level("asked", "asked", (FROM, found[0].years[-1]), [all_.ground.asked] * 2)
        kind = CHARTS.get(goal.target.unit, "routes_people")
        show_paths(
            kind,
            [*found, asked],
            lambda line, i: label(goal, line, i),
            "chart_years",
            passport="years",
        )
        return
    show_table(
        "The goal year by year, with each route set as above",
        ("Year", *(line.name for line in found)),
        [
            (str(year), *(estimate(goal, line.value[i]) for line in found))
            for i, year in enumerate(found[0].years)
        ],
        numbers=range(1, len(found) + 1),
        passport="years",
    )


def paths(all_: Together, goal: Goal, scenario: Scenario) -> Iterator[Line]:
    """Yield the lines: as things are, then each route."""
    for name, run in runs(all_, scenario).items():
        series = MEASURES[goal.measure](projection(run), goal.place)
        low, value, high = (tuple(map(float, v)) for v in (series.low, series.mid, series.high))
        yield Line(name, "projected", tuple(series.years), low, value, high).since(FROM)


def runs(all_: Together, scenario: Scenario) -> dict[str, Scenario]:
    """Return the scenarios of the paths by name."""
    ways = {route.route.label: route.scenario(scenario) for route in all_.routes}
    return {AS_NOW: scenario} | ways


def made(all_: Together, goal: Goal, scenario: Scenario, year: int) -> list[Passport]:
    """Return the passport of each path in a year."""
    found = []
    for name, run in runs(all_, scenario).items():
        passport = of_measure(goal.measure, projection(run), goal.place, year)
        found.append(replace(passport, label=f"{name}: {passport.label}", scenario=run))
    return found


def label(goal: Goal, line: Line, i: int) -> str:
    """Write what stands beside a line: its name and its number."""
    if line.kind == "asked":
        return f"asked: {amount(goal, line.value[i])}"
    return f"{line.name}\n{estimate(goal, line.value[i])}"
