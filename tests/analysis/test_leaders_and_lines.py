"""Posts and people by kind of organisation, and lines to draw."""

import pytest

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.leaders import most_in_post, posts_and_people, trusts_together
from ppn_scenarios.analysis.lines import (
    AS_THINGS_STAND,
    MINE,
    RECORDED,
    asked,
    compared,
    projected,
    recorded,
)
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import project
from tests.analysis.small_england import AREAS, REGIONS, projection
from tests.round_numbers import two_areas


@pytest.mark.parametrize(
    ("turnover", "fill_time", "most"), [(0.22, 0.39, 0.92), (0.35, 0.75, 0.79), (0.0, 0.5, 1.0)]
)
def test_the_most_posts_that_can_be_filled_in_the_long_run(
    turnover: float, fill_time: float, most: float
) -> None:
    assert most_in_post(turnover, fill_time) == pytest.approx(most, abs=0.005)


def test_posts_and_people_at_the_start_are_what_was_said() -> None:
    rows = {row.kind: row for row in posts_and_people(projection(), "Y01", 2023)}
    # Q01 and Q02: 3 mental health trusts at 80%; posts also count 2.4 x 0.22 x 0.39 vacant.
    assert rows["mental_health"].organisations == 3
    assert rows["mental_health"].people == pytest.approx(2.4)
    assert rows["mental_health"].posts == pytest.approx(2.4 + 0.20592)
    assert rows["mental_health"].people_share == pytest.approx(0.8)
    assert rows["ics"].organisations == 2
    assert rows["ics"].people == pytest.approx(0.3)
    assert "ambulance" not in rows  # that region has none


@pytest.mark.parametrize("year", [2023, 2030, 2037])
def test_england_s_organisations_are_the_sum_of_its_places(year: int) -> None:
    p = projection(Scenario(mandate=1))
    whole = {row.kind: row for row in posts_and_people(p, ENGLAND, year)}
    for places in (REGIONS, AREAS):
        for kind, row in whole.items():
            parts = [r for place in places for r in posts_and_people(p, place, year)]
            same = [r for r in parts if r.kind == kind]
            assert sum(r.organisations for r in same) == pytest.approx(row.organisations)
            assert sum(r.posts for r in same) == pytest.approx(row.posts)
            assert sum(r.people for r in same) == pytest.approx(row.people)


def test_trusts_together_agree_with_the_series_of_trusts() -> None:
    p = projection()
    together = trusts_together(posts_and_people(p, ENGLAND, 2033))
    assert together.organisations == 12
    assert together.people_share == pytest.approx(MEASURES["trusts_led"](p, ENGLAND).at(2033)[1])
    assert together.posts_share == pytest.approx(MEASURES["trusts_posts"](p, ENGLAND).at(2033)[1])
    assert together.people <= together.posts <= together.organisations


def test_posts_and_people_need_no_batch_axis() -> None:
    rows = posts_and_people(project(two_areas(), Scenario()), ENGLAND, 2037)
    assert trusts_together(rows).organisations == 8


def test_a_year_beyond_the_projection_is_refused() -> None:
    with pytest.raises(ValueError, match="2038"):
        posts_and_people(projection(), ENGLAND, 2038)


def test_a_line_has_the_values_of_its_series() -> None:
    p = projection()
    line, series = projected("fte", "Mine", p, "Q01"), MEASURES["fte"](p, "Q01")
    assert line.years == tuple(range(2023, 2038))
    assert line.low == tuple(series.low)
    assert line.value == tuple(series.mid)
    assert line.high == tuple(series.high)


def test_a_scenario_that_changes_nothing_is_drawn_once() -> None:
    now, mine = projection(), projection(Scenario(places_cp=1_300))
    assert [line.name for line in compared("fte", now, now, ENGLAND)] == [AS_THINGS_STAND]
    assert [line.name for line in compared("fte", now, mine, ENGLAND)] == [AS_THINGS_STAND, MINE]


def test_what_was_recorded_is_england_s_alone() -> None:
    (line,) = recorded(projection(), ENGLAND)
    assert line.name == RECORDED
    assert dict(zip(line.years, line.value, strict=True)) == {2019: 13_245, 2023: 20_000}
    assert line.low == line.high == line.value
    assert recorded(projection(), "Q01") == []
    assert recorded(projection(history={}), ENGLAND) == []


def test_three_readings_of_the_plan_are_asked_shared_out_by_population() -> None:
    whole, local = asked(projection(), ENGLAND), asked(projection(), "Q04")
    assert [round(line.value[0]) for line in whole] == [40_924, 50_078, 64_452]
    assert [line.years for line in whole] == [(2023, 2037)] * 3
    assert [line.value[1] for line in local] == pytest.approx([0.4 * x.value[0] for x in whole])


def test_a_line_may_start_later() -> None:
    line = projected("fte", "Mine", projection(), ENGLAND)
    assert line.since(2030).years == tuple(range(2030, 2038))
    assert line.since(2030).value == line.value[7:]
    assert line.since(2050).years == ()
