"""The same headline numbers under every scenario, side by side."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.comparable import unlike
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.changes import Asked, of_change
from ppn_scenarios.analysis.passports.draws import among_beliefs, of_band
from ppn_scenarios.analysis.passports.measures import MAKINGS, of_measures
from ppn_scenarios.analysis.passports.targets import of_targets
from ppn_scenarios.analysis.waterfall import Waterfall
from ppn_scenarios.assumptions import TARGETS
from ppn_scenarios.model import HORIZON
from ppn_scenarios.ui.answers import projection, targets
from ppn_scenarios.ui.home_passports import READINGS
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.places import Place
from ppn_scenarios.ui.results import RESULTS, of_pounds, of_shares
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.wording import (
    first_met,
    literal,
    march,
    percent_range,
    pounds_range,
    signed,
    staff_range,
)

from .answers import DRAWS, staff_in_draws
from .chosen import Compared, Comparison

Write = Callable[[float, float, float], str]
Change = Callable[[float, float], str]
COSTS: Final = {
    "pay_cost": "Cost of pay",
    "training_cost": "Cost of training",
    "leadership_cost": "Cost of leadership posts",
}
NOT_COMPARED: Final = "not compared: "
SHARES: Final = ("trusts_led", "systems_led", "need_met", "vacancy_rate")
MEASURED: Final = ("fte", *SHARES, *COSTS)


def show_headlines(found: Comparison, place: Place) -> None:
    """Draw the table, and say what its brackets are."""
    st.subheader("Side by side", anchor=False)
    for i, column in enumerate(found.columns, start=1):
        whole = f"{DRAWS} draws of {column.name}, scenario {i} of {len(found.columns)}"
        with st.spinner(literal(whole)):
            staff_in_draws(column.scenario, place.code)
    table = rows(found, place)
    # A column that holds reasons is text, and wraps.
    columns = zip(*(cells for _, cells in table), strict=True)
    numbers = [i for i, cells in enumerate(columns, start=1) if not any(map(is_refusal, cells))]
    show_table(
        f"{place.name}, {march(HORIZON)}; costs a year at constant prices, from placeholders",
        ("Result", *(column.name for column in found.columns)),
        [(label, *cells) for label, cells in table],
        numbers=numbers,
        passport="headlines",
    )
    st.caption(
        f"In brackets, the difference from {literal(found.was.name)}. The spread is the middle 8 "
        f"in 10 of {DRAWS} draws of every belief; most ranges have no source, so it is no "
        "probability."
    )
    offer("headlines", lambda: made(found, place), found.mine.scenario)


def rows(found: Comparison, place: Place) -> list[tuple[str, list[str]]]:
    """Return each row's label and its cells."""
    table = [
        row(found, place, "Staff in post (FTE)", "fte", staff_range, signed),
        ("8 in 10 draws", [spread(found, c, place) for c in found.columns]),
    ]
    for id in READINGS:
        table.append(
            (
                f"{TARGETS[id].line.split(':')[0]} of the 2023 plan",
                [reached(found, c, id, place) for c in found.columns],
            )
        )
    for measure in SHARES:
        result = RESULTS[measure]
        table.append(row(found, place, result.label, measure, result.write, of_shares))
    for measure, label in COSTS.items():
        table.append(row(found, place, label, measure, pounds_range, of_pounds))
    return table


def row(
    found: Comparison, place: Place, label: str, measure: str, write: Write, change: Change
) -> tuple[str, list[str]]:
    """Return one measure's row."""
    return label, [cell(found, c, measure, place, write, change) for c in found.columns]


def is_refusal(cell: str) -> bool:
    """Return whether a cell says why there is no number in it."""
    return cell.startswith(NOT_COMPARED)


def refused(found: Comparison, column: Compared, measure: str) -> str:
    """Return why a scenario is not held beside the reader's; nothing where it is."""
    reasons = unlike(measure, column.made, found.mine.made)
    return f"{NOT_COMPARED}{'; '.join(r[0].lower() + r[1:] for r in reasons)}" if reasons else ""


def cell(
    found: Comparison, column: Compared, measure: str, place: Place, write: Write, change: Change
) -> str:
    """Return one cell: the value and the difference, or why it is not compared."""
    if reason := refused(found, column, measure):
        return reason
    low, mid, high = MEASURES[measure](projection(column.scenario), place.code).at(HORIZON)
    if column.scenario == found.was.scenario or unlike(measure, found.was.made, column.made):
        return write(low, mid, high)
    before = MEASURES[measure](projection(found.was.scenario), place.code).at(HORIZON)[1]
    return f"{write(low, mid, high)} ({change(mid - before, mid)})"


def spread(found: Comparison, column: Compared, place: Place) -> str:
    """Return the middle 80% of draws of staff."""
    if reason := refused(found, column, "fte"):
        return reason
    band = staff_in_draws(column.scenario, place.code).band()
    return staff_range(float(band.p10[-1]), float(band.p50[-1]), float(band.p90[-1]))


def reached(found: Comparison, column: Compared, id: str, place: Place) -> str:
    """Return how much of a reading is reached, and when it is first met."""
    if reason := refused(found, column, "fte"):
        return reason
    answer = targets(column.scenario, place.code)[id]
    return f"{percent_range(*answer.shares)}; {first_met(answer)}"


def made(found: Comparison, place: Place) -> list[Passport]:
    """Return the passports of the table, scenario by scenario, with its name before each."""
    passports = []
    for column in found.columns:
        run, some = (
            projection(column.scenario),
            [m for m in MEASURED if not refused(found, column, m)],
        )
        if "fte" not in some:
            continue
        run = projection(column.scenario)
        mine = of_measures(some, run, place.code, HORIZON)
        mine += of_targets(READINGS, run, place.code)
        draws = staff_in_draws(column.scenario, place.code)
        band = of_band(draws, "fte", column.scenario, place.code, HORIZON)
        mine.append(among_beliefs(band, mine[0]))
        mine += differences_of(found, column, place)
        passports += [replace(one, label=f"{column.name}: {one.label}") for one in mine]
    return passports


def differences_of(found: Comparison, column: Compared, place: Place) -> list[Passport]:
    """Return the passports of the differences in brackets."""
    was, passports = found.was, []
    for measure in MEASURED:
        if column.scenario == was.scenario or refused(found, column, measure):
            continue
        if unlike(measure, was.made, column.made):
            continue
        end, start = (
            MEASURES[measure](projection(one.scenario), place.code).at(HORIZON)[1]
            for one in (column, was)
        )
        asked = Asked(
            label=f"{MAKINGS[measure].label}, {march(HORIZON)}, against {was.name}",
            unit=MAKINGS[measure].unit,
            measure=measure,
            place=place.code,
            year=HORIZON,
            was=was.scenario,
            now=column.scenario,
        )
        passports.append(of_change(asked, Waterfall(start, (), end - start, end)))
    return passports
