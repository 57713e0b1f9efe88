"""The second block of the home page: how many staff, against each reading of the plan."""

from typing import Final

from ppn_scenarios.analysis import Answer, lines
from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording import (
    first_met,
    march,
    percent_range,
    signed_range,
    staff,
    staff_range,
)
from ppn_scenarios.wording.on_track import READINGS
from ppn_scenarios.wording.places import Place

from .answers import as_things_stand, headlines, on_beliefs_alone, projection
from .cards import Card, Group
from .draws import DRAWS, outcomes
from .home_passports import OF_HEADLINES
from .later import later
from .table import show_table
from .take_away import titled

OPENING: Final = 2023  # the year from which draws differ


def cards(scenario: Scenario, place: Place) -> Group:
    """Return the headline numbers of staff."""
    fte = MEASURES["fte"](projection(scenario), place.code)
    low, mid, high = fte.at(HORIZON)
    least, _, most = fte.less(MEASURES["fte"](as_things_stand(), place.code)).at(HORIZON)
    found = headlines(scenario, place.code)
    shares = [share for id in READINGS for share in found[id].shares]
    against = f"{signed_range(least, most, mid)} against things as they stand"
    changed = () if scenario == Scenario() else (against,)
    in_post = Card(
        label=f"Staff in post (FTE), {march(HORIZON)}",
        value=staff_range(low, mid, high),
        lines=(*changed, published() if place.level == "england" else ESTIMATE),
    )
    of_plan = Card(
        label="Of the 2023 plan, by how it is read",
        value=percent_range(min(shares), shares[1], max(shares)),
        lines=[
            f"Reading {id[-1]}: {reached(found[id])}, {first_met(found[id])}" for id in READINGS
        ],
    )
    return Group(heading="How many staff?", cards=(in_post, of_plan), name="Staffing")


def reached(answer: Answer) -> str:
    """Write how much of a target is reached."""
    return percent_range(*answer.shares)


def published() -> str:
    """Write the newest published count of staff."""
    opened = baseline()
    return f"Published for {march(opened.year)}: {staff(opened.history[opened.year], exact=True)}"


ESTIMATE: Final = (
    "Estimated from two open proxies that disagree. The truth may lie outside this range: other "
    "proxies moved places by up to a fifth."
)


def drawn(scenario: Scenario, place: Place) -> list[Line]:
    """Return recorded, asked and projected staff, and the spread of what draws give."""
    runs = as_things_stand(), on_beliefs_alone(scenario), projection(scenario)
    honest = lines.three_honest("fte", runs, place.code)
    spread = outcomes(scenario, place.code)["fte"].band()
    return [
        *lines.asked(runs[0], place.code),
        *lines.recorded(runs[0], place.code),
        *honest,
        lines.band(honest[-1].name, spread, since=OPENING),
    ]


def labelled(line: Line, i: int) -> str:
    """Write a line's label: its name and its number, on one row for the levels asked for."""
    number = staff_range(line.low[i], line.value[i], line.high[i])
    if line.kind == "band":
        return f"8 in 10 draws:\n{number}"
    name = line.name.split(":")[0]
    return f"{name} {number}" if line.kind == "asked" else f"{name}\n{number}"


def show_evidence(scenario: Scenario, place: Place, show: str) -> None:
    """Draw staff over time, or the table behind the chart; then every reading."""
    later(show_lines, scenario, place, show)
    show_readings(scenario, place)


def show_lines(scenario: Scenario, place: Place, show: str) -> None:
    """Draw staff over time with the spread of draws, as a chart or as tables."""
    if show == "table":
        show_years(scenario, place)
        show_draws(scenario, place)
        return
    from .charts.lines import show_chart  # what draws charts is loaded after the answer

    with titled(f"Staff in {place.said}, {march(HORIZON)}"):
        show_chart(
            "staff", drawn(scenario, place), labelled, key="chart_staff", passport=OF_HEADLINES
        )


def show_readings(scenario: Scenario, place: Place) -> None:
    """Draw what each reading of the plan asks for, and when it is met."""
    found = headlines(scenario, place.code)
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
        wide=(4,),
        passport=OF_HEADLINES,
    )


def show_years(scenario: Scenario, place: Place) -> None:
    """Draw staff by year as a table."""
    found = [line for line in drawn(scenario, place) if line.kind not in ("asked", "band")]
    columns = {
        line.name: {
            year: staff_range(*values)
            for year, *values in zip(line.years, line.low, line.value, line.high, strict=True)
        }
        for line in found
    }
    years = sorted({year for line in found for year in line.years})
    show_table(
        f"Staff in {place.said}, FTE on 31 March",
        ("Year", *columns),
        [(str(y), *(column.get(y, "") for column in columns.values())) for y in years],
        numbers=range(1, len(columns) + 1),
        passport=OF_HEADLINES,
    )


def show_draws(scenario: Scenario, place: Place) -> None:
    """Draw the spread of draws by year as a table."""
    (spread,) = (line for line in drawn(scenario, place) if line.kind == "band")
    values = zip(spread.years, spread.low, spread.value, spread.high, strict=True)
    show_table(
        f"{DRAWS} draws of staff in {place.said} under the last column above, FTE on 31 March",
        ("Year", "1 in 10 below", "Middle", "1 in 10 above"),
        [(str(year), *map(staff, numbers)) for year, *numbers in values],
        numbers=(1, 2, 3),
        passport="chances",
    )
