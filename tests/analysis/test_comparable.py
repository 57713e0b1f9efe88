"""What may be compared, what may not and why; and what differs between two scenarios."""

from dataclasses import replace

import pytest
from hypothesis import given

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.comparable import DEFINITIONS, Made, unlike
from ppn_scenarios.analysis.differences import causes, differences
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.conditions import NEEDS
from tests.model.valid import scenarios


def made(model: str = "1", data: str = "aaaa1111", year: int = 2023, **levers: float) -> Made:
    return Made(scenario=Scenario(**levers), model=model, data=data, year=year)


def test_everything_can_be_compared_where_only_ordinary_levers_differ() -> None:
    other = made(leave_psy=0.03, mandate=1, post_growth=0, demand_growth=0.02)
    assert not [m for m in MEASURES if unlike(m, made(), other)]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (made(model="2"), "Made with version 2 of the model, not 1"),
        (made(data="bbbb2222"), "Made with data bbbb2222, not aaaa1111"),
        (made(data=""), "Made with data unknown, not aaaa1111"),
        (made(year=2024), "Starts from 2024, not 2023"),
    ],
)
@pytest.mark.parametrize("measure", MEASURES)
def test_nothing_is_compared_across_versions_or_starting_years(
    measure: str, other: Made, reason: str
) -> None:
    assert unlike(measure, other, made()) == (reason,)


def test_every_reason_is_given_and_not_the_first_alone() -> None:
    other = made(model="2", data="bbbb2222", year=2022, boards=26)
    assert len(unlike("systems_led", other, made())) == 4
    assert len(unlike("fte", other, made())) == 3


@pytest.mark.parametrize("boards", [36, 26])
def test_boards_counted_differently_stop_shares_of_boards_alone(boards: int) -> None:
    other = made(boards=boards)
    refused = {m for m in MEASURES if unlike(m, other, made())}
    assert refused == {"systems_posts", "systems_led"}
    assert unlike("systems_led", other, made()) == (f"Counted in {boards} boards, not 42",)
    assert not unlike("systems_led", other, other)


NEED = {"needed", "need_met", "staff_gap"}


@pytest.mark.parametrize("method", [1, 3])
def test_need_worked_out_by_another_method_stops_need_alone(method: int) -> None:
    other = made(need_method=method)
    assert {m for m in MEASURES if unlike(m, other, made())} == NEED
    (reason,) = unlike("need_met", other, made())
    assert reason.startswith("Staff needed by another method: ")
    assert ASSUMPTIONS["need_method"].show(method) in reason
    assert not unlike("need_met", other, other)


def test_a_workload_is_of_one_service_and_never_compared_even_with_itself() -> None:
    other = made(need_method=2)
    assert {m for m in MEASURES if unlike(m, other, other)} == NEED
    assert unlike("staff_gap", other, made()) == ("Staff needed are of Talking Therapies alone",)


def test_readings_of_the_plan_matter_only_where_staff_needed_follow_the_plan() -> None:
    one, other = made(need_method=1, plan_reading=1), made(need_method=1, plan_reading=3)
    assert {m for m in MEASURES if unlike(m, one, other)} == NEED
    assert not unlike("need_met", made(plan_reading=1), made(plan_reading=3))


def test_the_levers_that_define_a_measure_are_those_that_stop_a_comparison() -> None:
    for name, a in ASSUMPTIONS.items():
        low, high = (
            replace(made(), scenario=Scenario(**{name: value})) for value in (a.low, a.high)
        )
        stopped = {m for m in MEASURES if unlike(m, low, high)}
        defined = {m for m, levers in DEFINITIONS.items() if name in levers}
        assert stopped == (defined if name != "plan_reading" else set()), name


@given(scenarios(), scenarios())
def test_whether_two_can_be_compared_does_not_depend_on_the_side(
    one: Scenario, other: Scenario
) -> None:
    a, b = (replace(made(), scenario=s) for s in (one, other))
    for measure in MEASURES:
        if 2 not in (one.need_method, other.need_method):
            assert bool(unlike(measure, a, b)) == bool(unlike(measure, b, a))
        assert not unlike(measure, a, a) or one.need_method == 2


# What differs


@given(scenarios(), scenarios())
def test_one_scenario_with_the_differences_is_the_other(was: Scenario, now: Scenario) -> None:
    found = differences(was, now)
    assert replace(was, **{d.name: d.now for d in found}) == now
    assert replace(now, **{d.name: d.was for d in found}) == was
    grouped = [name for levers in causes(found).values() for name in levers]
    assert sorted(grouped) == sorted(d.name for d in found)
    assert [d.name for d in found] == [n for n in ASSUMPTIONS if n in grouped]


def test_the_same_has_no_differences() -> None:
    assert differences(Scenario(mandate=1), Scenario(mandate=1)) == []
    assert causes([]) == {}


@pytest.mark.parametrize(("lever", "switch"), NEEDS.items())
def test_a_lever_whose_switch_is_off_in_both_counts_for_nothing(lever: str, switch: str) -> None:
    a = ASSUMPTIONS[lever]
    value = a.high if a.default != a.high else a.low
    (found,) = differences(Scenario(), Scenario(**{lever: value}))
    assert found.idle
    on = Scenario(**{lever: value, switch: 1})
    rows = {d.name: d for d in differences(Scenario(), on)}
    assert not rows[lever].idle
    assert causes([*rows.values()]) == {switch: tuple(n for n in ASSUMPTIONS if n in rows)}


def test_an_own_date_goes_with_its_choice_and_counts_for_nothing_without_it() -> None:
    dated = {"places_cp_start": 2030.0}
    (found,) = differences(Scenario(), Scenario(**dated))
    assert found.idle
    rows = {d.name: d for d in differences(Scenario(), Scenario(places_cp=1200, **dated))}
    assert not rows["places_cp_start"].idle
    assert causes([*rows.values()]) == {"places_cp": ("places_cp", "places_cp_start")}
    later = differences(Scenario(places_cp=1200), Scenario(places_cp=1200, **dated))
    assert causes(later) == {"places_cp_start": ("places_cp_start",)}
