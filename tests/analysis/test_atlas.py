"""Every place by one measure: ranges that hold both proxies and chance, and what they can tell."""

import csv
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.atlas import (
    ABOVE,
    ALIKE,
    BELOW,
    FAR_ABOVE,
    FAR_BELOW,
    MAPPED,
    Estimate,
    chance,
    counted,
    organisations,
    per_100k,
    ratios,
)
from ppn_scenarios.analysis.small_areas import variance, variance_by_area
from ppn_scenarios.tables.database import DATA
from tests.analysis.small_england import england
from tests.model.valid import scenarios

RUN = project(baseline(), Scenario())
ZERO = dict.fromkeys(("mental_health", "acute", "acute_specialist", "community", "ambulance"), 0.0)


@pytest.mark.parametrize("measure", MAPPED)
def test_every_measure_has_england_seven_regions_and_forty_two_systems(measure: str) -> None:
    found = MAPPED[measure](RUN, 2037)
    assert len(found) == 1 + 7 + 42
    assert next(iter(found)) == ENGLAND
    for estimate in found.values():
        assert 0 <= estimate.low <= estimate.mid <= estimate.high


def test_staff_for_each_person_in_2023_are_both_proxies_and_nothing_else() -> None:
    """Straight from the files: no chance has had time to act."""
    found = MAPPED["per_100k"](RUN, 2023)
    with (DATA / "ics.csv").open(encoding="utf-8") as lines:
        people = {r["ics_code"]: float(r["registered_population"]) for r in csv.DictReader(lines)}
    with (DATA / "ics_fte_estimate.csv").open(encoding="utf-8") as lines:
        rows = {r["ics_code"]: r for r in csv.DictReader(lines)}
    assert found[ENGLAND].mid == pytest.approx(27_800 / sum(people.values()) * 1e5)
    for code, row in rows.items():
        for end in ("low", "mid", "high"):
            by_hand = float(row[f"fte_{end}"]) / people[code] * 1e5
            assert getattr(found[code], end) == pytest.approx(by_hand, rel=1e-6)


def test_a_range_of_staff_is_each_proxy_and_its_own_chance() -> None:
    """By the series of one place alone, which another module works out."""
    found = MAPPED["per_100k"](RUN, 2037)["QWE"]
    fte, spread = MEASURES["fte"](RUN, "QWE").values[:, -1], variance(RUN, "QWE").values[:, -1]
    people = RUN.baseline.population[RUN.baseline.areas.index("QWE")] / 1e5
    ends = [
        (f + sign * 1.2815515655 * np.sqrt(v)) / people
        for f, v in zip(fte, spread, strict=True)
        for sign in (-1, 1)
    ]
    assert (found.low, found.high) == pytest.approx((min(ends), max(ends)))
    assert found.mid == pytest.approx(fte[0] / people)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (50, 79.9, FAR_BELOW),
        (50, 80, BELOW),
        (50, 99.9, BELOW),
        (50, 100, ALIKE),
        (100, 100, ALIKE),
        (100, 300, ALIKE),
        (100.1, 300, ABOVE),
        (120, 300, ABOVE),
        (120.1, 300, FAR_ABOVE),
    ],
)
def test_a_place_is_judged_by_its_end_nearest_to_england(
    low: float, high: float, verdict: int
) -> None:
    assert Estimate(low, (low + high) / 2, high).against(100.0) == verdict


def test_what_has_no_value_is_not_compared() -> None:
    assert Estimate(np.nan, np.nan, np.nan).against(1.0) is None
    found = MAPPED["need_met"](project(baseline(), Scenario(need_method=2)), 2030)
    assert {e.against(found[ENGLAND].mid) for e in found.values()} == {None}
    assert np.isnan(MAPPED["trusts_led"](project(england(), Scenario()), 2037)["Q03"].mid)


def every_outcome(chances: list[float]) -> list[float]:
    """The chance of each number of events, by listing every way in which they can happen."""
    many = [0.0] * (len(chances) + 1)
    for happen in product((0, 1), repeat=len(chances)):
        many[sum(happen)] += float(
            np.prod([c if h else 1 - c for c, h in zip(chances, happen, strict=True)])
        )
    return many


@given(st.lists(st.floats(0, 1), min_size=1, max_size=7))
def test_the_middle_of_a_count_leaves_out_a_tenth_at_most_at_either_end(chances) -> None:
    low, high = counted(np.array(chances))
    many = every_outcome(chances)
    assert 0 <= low <= high <= len(chances)
    assert sum(many[:low]) <= 0.1 + 1e-9
    assert sum(many[high + 1 :]) <= 0.1 + 1e-9


def test_of_one_organisation_only_a_sure_chance_is_no_range() -> None:
    one = np.ones((1, 1))
    assert organisations(np.array([[0.5]]), one) == Estimate(0.0, 0.5, 1.0)
    assert organisations(np.array([[1.0]]), one) == Estimate(1.0, 1.0, 1.0)
    # 95% of chances have it: the range need not hold the others, and still holds what is expected.
    assert organisations(np.array([[0.95]]), one) == Estimate(0.95, 0.95, 1.0)


def test_no_place_stands_apart_where_nothing_differs_but_chance() -> None:
    for measure in ("trusts_led", "systems_led", "vacancy_rate", "need_met"):
        found = MAPPED[measure](RUN, 2037)
        verdicts = {found[a].against(found[ENGLAND].mid) for a in RUN.baseline.areas}
        assert verdicts == {ALIKE}, measure


def test_with_no_leaders_at_all_every_place_has_none_and_none_is_apart() -> None:
    nobody = Scenario(**{f"cppo_base_{k}": v for k, v in ZERO.items()}, ics_base=0)
    run = project(baseline(), nobody)
    for measure in ("trusts_led", "systems_led"):
        found = MAPPED[measure](run, 2026)
        assert set(found.values()) == {Estimate(0.0, 0.0, 0.0)}
        assert found["QWE"].against(found[ENGLAND].mid) == ALIKE


def test_need_by_fair_share_tells_places_apart_as_staff_for_each_person_do() -> None:
    run = project(baseline(), Scenario(need_method=3))
    met, rate = MAPPED["need_met"](run, 2037), MAPPED["per_100k"](run, 2037)
    for area in run.baseline.areas:
        england_s = met[ENGLAND].mid, rate[ENGLAND].mid
        assert met[area].against(england_s[0]) == rate[area].against(england_s[1]), area


@settings(max_examples=8)
@given(scenarios())
def test_every_estimate_is_in_order_and_no_share_is_beyond_one(scenario: Scenario) -> None:
    run = project(england(), scenario)
    for measure, made in MAPPED.items():
        for estimate in made(run, 2031).values():
            if not np.isnan(estimate.mid):
                assert 0 <= estimate.low <= estimate.mid <= estimate.high
                if measure in ("trusts_led", "systems_led", "vacancy_rate"):
                    assert estimate.high <= 1 + 1e-9


def test_regions_are_the_sum_of_their_systems() -> None:
    rate = ratios(RUN, 2037, per_100k)
    people = dict(zip(RUN.baseline.areas, RUN.baseline.population, strict=True))
    for region in set(RUN.baseline.regions):
        mine = [
            a for a, r in zip(RUN.baseline.areas, RUN.baseline.regions, strict=True) if r == region
        ]
        staff = sum(rate[a].mid * people[a] for a in mine)
        assert rate[region].mid == pytest.approx(staff / sum(people[a] for a in mine))
        widest = max(rate[a].high - rate[a].low for a in mine)
        assert rate[region].high - rate[region].low <= widest, "proxies and chance cancel in part"


def test_what_chance_does_is_worked_out_once_for_a_run() -> None:
    run = project(baseline(), Scenario(leave_psy=0.08))
    for year in (2030, 2037):
        for measure in ("fte", "clinical_fte"):
            found = chance(run, year, measure)
            expected = variance_by_area(run, ENGLAND, measure)[:, run.years.index(year)]
            assert np.array_equal(found, expected)
            assert np.shares_memory(found, chance(run, 2031, measure).base)
            assert not found.flags.writeable
