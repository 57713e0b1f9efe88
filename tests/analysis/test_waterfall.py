"""Waterfalls: every bar against single runs, and bars that sum to the whole."""

from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.differences import causes, differences
from ppn_scenarios.analysis.place_measures import COSTS
from ppn_scenarios.analysis.prices import PRICED, prices
from ppn_scenarios.analysis.waterfall import Waterfall, alone, each_way
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, Scenario
from ppn_scenarios.model import project
from tests.analysis.small_england import england
from tests.model.valid import scenarios, values_of

LIKE = ("fte", "trusts_led", "systems_led", "people_seen", "cost", "vacancy_rate")
SOME = st.fixed_dictionaries(
    {}, optional={name: values_of(a) for name, a in ASSUMPTIONS.items() if a.main}
).map(lambda values: Scenario(**values))


def value(scenario: Scenario, measure: str, place: str, year: int) -> float:
    return MEASURES[measure](project(england(), scenario), place).at(year)[1]


def adds_up(fall: Waterfall) -> None:
    whole = fall.start + sum(part.effect for part in fall.parts) + fall.together
    assert whole == pytest.approx(fall.end, rel=1e-9, abs=1e-9)


@given(scenarios(), scenarios(), st.sampled_from([ENGLAND, "Y02", "Q01"]))
@settings(max_examples=15)
def test_parts_sum_to_the_whole_between_any_two_scenarios(
    was: Scenario, now: Scenario, place: str
) -> None:
    found = alone(england(), was, now, LIKE, place)
    for measure in LIKE:
        fall = found.waterfall(measure, 2037)
        adds_up(fall)
        assert fall.start == pytest.approx(value(was, measure, place, 2037), rel=1e-9, abs=1e-9)
        assert fall.end == pytest.approx(value(now, measure, place, 2037), rel=1e-9, abs=1e-9)
        for most in (1, 3, 8):
            adds_up(fall.shortened(most))


def test_each_way_of_sharing_out_is_what_single_runs_give_by_it() -> None:
    was, now = Scenario(), Scenario(retention=0.05, mandate=1)
    ways = each_way(england(), was, now, ["fte"], "Q02")
    for way, found in enumerate(ways):
        fall = found.waterfall("fte", 2035)
        for one, told in ((was, fall.start), (now, fall.end)):
            run = MEASURES["fte"](project(england(), one), "Q02").values[:, 12]
            assert told == pytest.approx(run[way], rel=1e-9)
            assert len(ways) == len(run)
    assert len({found.waterfall("fte", 2035).start for found in ways}) > 1
    assert len(each_way(england(), was, now, ["fte"], ENGLAND)) == 1


@given(SOME, st.sampled_from(LIKE), st.sampled_from([ENGLAND, "Q02"]))
@settings(max_examples=15)
def test_each_bar_is_a_single_run_with_only_that_cause_changed(
    now: Scenario, measure: str, place: str
) -> None:
    was = Scenario(leave_psy=0.08)
    fall = alone(england(), was, now, [measure], place).waterfall(measure, 2035)
    none = value(was, measure, place, 2035)
    assert len(fall.parts) == len(causes(differences(was, now)))
    for part in fall.parts:
        only = {name: getattr(now, name) for name in part.levers}
        run = value(replace(was, **only), measure, place, 2035)
        assert part.effect == pytest.approx(run - none, rel=1e-7, abs=1e-9 * max(none, 1))


def test_what_changes_do_together_is_worked_out_by_hand() -> None:
    # Places filled x places: 10% more of one and 90% of the other.
    was, now = Scenario(), Scenario(places_cp=1_188, fill_cp=0.9)
    found = alone(england(), was, now, ["psychology_starts"], ENGLAND)
    fall = found.waterfall("psychology_starts", 2037)
    effects = {part.levers[0]: part.effect for part in fall.parts}
    assert effects["places_cp"] == pytest.approx(108)
    assert effects["fill_cp"] == pytest.approx(-108)
    assert fall.together == pytest.approx(1_188 * 0.9 - 1_080)  # -10.8


def test_beliefs_come_before_choices_and_the_largest_first() -> None:
    now = Scenario(leave_psy=0.1, external=0, retention=0.1, places_other=7_000)
    fall = alone(england(), Scenario(), now, ["fte"], ENGLAND).waterfall("fte", 2037)
    assert [part.kind for part in fall.parts] == ["belief", "belief", "choice", "choice"]
    sizes = [abs(part.effect) for part in fall.parts]
    assert sizes[:2] == sorted(sizes[:2], reverse=True)
    assert sizes[2:] == sorted(sizes[2:], reverse=True)
    assert fall.of("belief") + fall.of("choice") + fall.together == pytest.approx(fall.change)


def test_a_lever_that_needs_a_switch_goes_with_the_switch() -> None:
    now = Scenario(mandate=1, mandate_year=2030)
    parts = alone(england(), Scenario(), now, ["trusts_led"], ENGLAND).waterfall("trusts_led", 2037)
    assert [part.levers for part in parts.parts] == [("mandate", "mandate_year")]
    assert parts.together == pytest.approx(0, abs=1e-12)
    later = replace(now, mandate_year=2034)
    parts = alone(england(), now, later, ["trusts_led"], ENGLAND).waterfall("trusts_led", 2037)
    assert [part.levers for part in parts.parts] == [("mandate_year",)]


def test_nothing_changed_has_no_parts() -> None:
    fall = alone(england(), Scenario(), Scenario(), ["fte"], ENGLAND).waterfall("fte", 2037)
    assert (fall.parts, fall.together, fall.change) == ((), 0, 0)


def test_small_causes_are_one_bar_for_each_kind_and_idle_ones_are_counted() -> None:
    far = {name: a.high for name, a in ASSUMPTIONS.items() if name != "need_method"}
    fall = alone(england(), Scenario(), Scenario(**far), ["fte"], ENGLAND).waterfall("fte", 2037)
    short = fall.shortened(8)
    assert len(short.parts) <= 9  # eight, or one more where both kinds have small ones
    folded = [part for part in short.parts if len(part.causes) > 1]
    assert {part.kind for part in folded} == {"belief", "choice"}
    shown = {name for part in short.parts for name in part.levers}
    moved = {name for part in fall.parts if part.effect for name in part.levers}
    assert shown == moved
    assert fall.idle() == sum(part.effect == 0 for part in fall.parts) > 10
    single = [abs(part.effect) for part in short.parts if len(part.causes) == 1]
    small = {c for part in folded for c in part.causes}
    left_out = [abs(part.effect) for part in fall.parts if part.causes[0] in small]
    assert min(single) >= max(left_out)


@pytest.mark.parametrize("place", [ENGLAND, "Q04"])
def test_prices_are_cost_over_staff_summed_over_years(place: str) -> None:
    now = PRESETS["together"].scenario
    found = prices(alone(england(), Scenario(), now, PRICED, place))
    assert found.of(("h_imitation",)).cost == 0, "what was not changed costs nothing"
    rows, together, whole = found.causes, found.together, found.whole

    def summed(scenario: Scenario, measure: str) -> float:
        return float(MEASURES[measure](project(england(), scenario), place).mid.sum())

    for row in rows:
        only = Scenario(**{name: asdict(now)[name] for name in row.levers})
        cost = sum(summed(only, m) - summed(Scenario(), m) for m in COSTS)
        staff = summed(only, "clinical_fte") - summed(Scenario(), "clinical_fte")
        assert row.cost == pytest.approx(cost, rel=1e-6)
        assert row.staff == pytest.approx(staff, rel=1e-6)
        if row.levers[0] == "mandate":  # leaders cost money and clinical time
            assert row.staff < 0 < row.leadership
        if (staff > 0) == (cost > 0) and staff and cost:
            assert row.each == pytest.approx(cost / staff, rel=1e-6)
        else:
            assert row.each is None
    assert any(row.each for row in rows)
    assert sum(r.cost for r in rows) + together.cost == pytest.approx(whole.cost, rel=1e-9)
    assert sum(r.staff for r in rows) + together.staff == pytest.approx(whole.staff, rel=1e-9)
