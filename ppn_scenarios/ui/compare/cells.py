"""The cells of the headline numbers: values, differences, and why some are not compared."""

from collections.abc import Callable
from typing import Final

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.comparable import unlike
from ppn_scenarios.analysis.paired import paired
from ppn_scenarios.assumptions import TARGETS
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.model import HORIZON
from ppn_scenarios.ui.answers import projection, targets
from ppn_scenarios.ui.draws import outcomes
from ppn_scenarios.ui.more_block import counted
from ppn_scenarios.wording import (
    between,
    first_met,
    percent_range,
    pounds_range,
    signed,
    staff_range,
)
from ppn_scenarios.wording.on_track import READINGS
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.results import RESULTS

from .chosen import Compared, Comparison

Write = Callable[[float, float, float], str]
Change = Callable[[tuple[float, float], float], str]
COSTS: Final = {
    "pay_cost": "Cost of pay",
    "training_cost": "Cost of training",
    "leadership_cost": "Cost of leadership posts",
}
NOT_COMPARED: Final = "not compared: "
SHARES: Final = ("trusts_led", "systems_led", "need_met", "vacancy_rate")


def rows(found: Comparison, place: Place) -> list[tuple[str, list[str]]]:
    """Return each row's label and its cells."""
    table = [
        row(found, place, "Staff in post (FTE)", "fte", staff_range, RESULTS["fte"].changes),
        ("Staff, 8 in 10 draws", [spread(found, c, place) for c in found.columns]),
        (
            "Difference, 8 in 10 draws",
            [spread_of_difference(found, c, place) for c in found.columns],
        ),
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
        table.append(row(found, place, result.label, measure, result.write, result.changes))
    for measure, label in costs(found).items():
        table.append(row(found, place, label, measure, pounds_range, RESULTS["cost"].changes))
    return table


def costs(found: Comparison) -> dict[str, str]:
    """Return the costs by measure: those that a reader must price first, only once they have."""
    priced = counted(projection(column.scenario) for column in found.columns)
    return COSTS | {measure: label for label, measure in priced.items()}


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
    return f"{NOT_COMPARED}{'; '.join(map(within, reasons))}" if reasons else ""


def cell(
    found: Comparison, column: Compared, measure: str, place: Place, write: Write, change: Change
) -> str:
    """Return one cell: the value and the difference, or why it is not compared."""
    if reason := refused(found, column, measure):
        return reason
    series = MEASURES[measure](projection(column.scenario), place.code)
    low, mid, high = series.at(HORIZON)
    if column.scenario == found.was.scenario or unlike(measure, found.was.made, column.made):
        return write(low, mid, high)
    before = MEASURES[measure](projection(found.was.scenario), place.code)
    least, _, most = series.less(before).at(HORIZON)
    return f"{write(low, mid, high)}\n({change((least, most), mid)})"


def spread(found: Comparison, column: Compared, place: Place) -> str:
    """Return the middle 80% of draws of staff."""
    if reason := refused(found, column, "fte"):
        return reason
    band = outcomes(column.scenario, place.code)["fte"].band()
    return staff_range(float(band.p10[-1]), float(band.p50[-1]), float(band.p90[-1]))


def spread_of_difference(found: Comparison, column: Compared, place: Place) -> str:
    """Return the middle 80% of differences in staff over the same draws of two scenarios."""
    was = found.was
    if refused(found, column, "fte") or unlike("fte", was.made, column.made):
        return ""
    if column.scenario == was.scenario:
        return ""
    ends = (outcomes(one.scenario, place.code)["fte"] for one in (column, was))
    band = paired(*ends).band()
    whole = float(outcomes(column.scenario, place.code)["fte"].band().p50[-1])
    low, high = float(band.p10[-1]), float(band.p90[-1])
    return between(low, high, lambda end: signed(end, whole))


def reached(found: Comparison, column: Compared, id: str, place: Place) -> str:
    """Return how much of a reading is reached, and when it is first met."""
    if reason := refused(found, column, "fte"):
        return reason
    answer = targets(column.scenario, place.code)[id]
    return f"{percent_range(*answer.shares)};\n{first_met(answer)}"
