"""Every page at every end of every lever, and for every place."""

import csv
import re
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, TARGETS
from ppn_scenarios.ui.pages import PAGES as MENU

from .reader import (
    HOME,
    NUMBERS,
    PAGES,
    ROOT,
    arrive,
    assert_sound,
    cards,
    finding,
    levers,
    menu,
    open_panels,
    opened,
    table,
    tables,
    text,
    warnings,
)

PUBLISHED = "Published: 2019 is worked back"
ENDS = {
    "default": {},
    "low": {name: a.low for name, a in ASSUMPTIONS.items()},
    "high": {name: a.high for name, a in ASSUMPTIONS.items()},
}


def codes(file: str, column: str) -> list[str]:
    """A column of a data file, read without the app's own loader."""
    with (ROOT / "data" / file).open(encoding="utf-8", newline="") as lines:
        return [row[column] for row in csv.DictReader(lines)]


SYSTEMS = codes("ics.csv", "ics_code")
REGIONS = codes("region.csv", "region_code")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("end", ENDS)
def test_every_page_opens_with_all_levers_at_one_end(page, end):
    app = arrive(page, **ENDS[end])
    assert_sound(app)
    assert "Some of this link could not be used" not in warnings(app)
    links = menu(app)
    assert [link.name for link in links] == [entry.name for entry in MENU.values()]
    assert [link.page for link in links if link.current] == [page]


@pytest.mark.parametrize("end", ENDS)
def test_every_lever_can_be_drawn_with_all_levers_at_one_end(end):
    app = open_panels(arrive(HOME, **ENDS[end]))
    assert_sound(app)
    expected = {name: ENDS[end].get(name, a.default) for name, a in LEVERS.items()}
    assert {name: control.value for name, control in levers(app).items()} == expected


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_at_either_end_gives_a_finding_in_plain_numbers(name):
    lever = LEVERS[name]
    for end in (lever.low, lever.high):
        app = arrive(HOME, **{name: end})
        assert_sound(app)
        assert not warnings(app).get("Some of this link could not be used")
        assert re.search(r"\*\*[\d,]+ full-time equivalent staff in March 2037\*\*", finding(app))
        moved = end != lever.default and name != "effects_on"  # no effect reaches a headline
        assert ("Staff against things as they stand" in finding(app)) == moved


@pytest.mark.parametrize("tab", ["Assumptions", "Targets", "Other inputs", "Tables", "Sources"])
def test_every_list_of_the_page_on_numbers_opens(tab):
    app = arrive(NUMBERS)
    assert [t.label for t in app.tabs].count(tab) == 1
    app.session_state["numbers_part"] = tab
    app.run()
    assert_sound(app)
    assert len(tables(app)) > 1, "only the summary was drawn"
    assert all(len(rows) > 1 for rows in tables(app).values()), "a table has no rows"


def test_the_assumptions_list_shows_every_lever_with_the_readers_own_value():
    rows = [row for rows in tables(arrive(NUMBERS, retention=0.05)).values() for row in rows]
    labels = [row[0] for row in rows]
    assert {a.label for a in LEVERS.values()} <= set(labels)
    assert "5%" in rows[labels.index(ASSUMPTIONS["retention"].label)]


def test_every_target_is_one_click_away_and_so_are_those_the_model_cannot_answer():
    assert not any(caption.startswith("Targets that") for caption in tables(arrive()))
    app = opened("targets")
    assert_sound(app)
    answered = table(app, "Targets that the model projects")
    unanswered = table(app, "Targets that this model cannot answer")
    assert len(unanswered) == 1 + 7
    told = [row[0] for row in [*answered[1:], *unanswered[1:]]]
    assert sorted(told) == sorted(target.label for target in TARGETS.values())


def staff_value(app: AppTest) -> str:
    """The headline number of staff."""
    return next(value for label, value in cards(app).items() if label.startswith("Staff in post"))


@cache
def ends(place: str) -> dict[str, tuple[float, float]]:
    """The least and the most staff of a place by year, over the ways of spreading England."""
    fte = MEASURES["fte"](project(baseline(), Scenario()), place)
    low, high = fte.values.min(axis=0), fte.values.max(axis=0)
    return {str(y): (float(a), float(b)) for y, a, b in zip(fte.years, low, high, strict=True)}


def assert_range(said: str, place: str, year: str) -> None:
    """Hold that a number is a range, whose ends are the estimates' rounded outwards."""
    low, high = ends(place)[year]
    step = 100 if (low + high) / 2 >= 10_000 else 10
    spread = [int(end.replace(",", "")) for end in said.split(" to ")]
    assert len(spread) == 2, f"{said} is not a range"
    assert 0 <= low - spread[0] < step
    assert 0 <= spread[1] - high < step


@pytest.mark.parametrize("show", ["chart", "table"])
@pytest.mark.parametrize("place", [*REGIONS, *SYSTEMS])
def test_a_place_is_shown_as_an_estimate_with_a_range(place, show):
    app = arrive(HOME, place=place, show=show)
    assert_sound(app)
    assert not app.warning
    assert_range(staff_value(app), place, "2037")
    assert f"estimated **{staff_value(app)} full-time" in finding(app)
    if show == "table":
        rows = table(app, "Staff in ")
        assert rows[0] == ["Year", "As things stand"]
        assert [row[0] for row in rows[1:]] == [str(year) for year in range(2023, 2038)]
        for year, said in rows[1:]:
            assert_range(said, place, year)


def test_england_opens_with_the_published_number_and_is_no_range():
    app = arrive(HOME, show="table")
    rows = table(app, "Staff in England")
    assert rows[0] == ["Year", PUBLISHED, "As things stand"]
    by_year = {row[0]: row[1:] for row in rows[1:]}
    assert by_year["2023"] == ["27,800", "27,800"]
    assert by_year["2019"] == ["18,400", ""]
    assert "27,800" in text(app)
    assert re.fullmatch(r"[\d,]+", staff_value(app))


def test_a_scenario_stands_beside_things_as_they_stand_in_the_table():
    rows = table(arrive(HOME, show="table", retention=0.12), "Staff in England")
    assert rows[0] == ["Year", PUBLISHED, "As things stand", "My scenario"]
    _, _, before, mine = rows[-1]
    assert float(mine.replace(",", "")) > float(before.replace(",", ""))


def test_the_list_of_places_is_england_seven_regions_and_forty_two_systems():
    options = arrive().selectbox(key="place").options
    assert (len(REGIONS), len(SYSTEMS)) == (7, 42)
    assert options[0] == "England"
    assert sum("(region)" in option for option in options) == 7
    assert sum("(ICS, " in option for option in options) == 42
    assert len(set(options)) == 50


@pytest.mark.parametrize("place", ["england", REGIONS[0], SYSTEMS[0]])
def test_every_chart_says_in_words_what_it_shows(place):
    charts = opened("joining", place=place).get("vega_lite_chart")
    assert len(charts) == (4 if place == "england" else 3)
    assert all(len(chart.proto.alt) > 60 for chart in charts)


def test_the_table_view_has_no_charts_and_more_tables():
    chart, listed = arrive(), arrive(HOME, show="table")
    assert not listed.get("vega_lite_chart")
    assert len(tables(listed)) == len(tables(chart)) + 4
