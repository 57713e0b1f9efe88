"""Series of a place: England is the sum of its regions, and its regions of their ICSs."""

import numpy as np
import pytest

from ppn_scenarios.analysis import ENGLAND, MEASURES, place_index
from ppn_scenarios.analysis.place_measures import COSTS
from ppn_scenarios.analysis.series import Series
from ppn_scenarios.assumptions import Scenario
from tests.analysis.small_england import AREAS, REGIONS, england, projection

ADDITIVE = ("fte", "clinical_fte", "unplaced", "people_seen")
STARTS = ("psychology_starts", "other_starts_three_years")
SHARES = ("trusts_posts", "trusts_led", "systems_posts", "systems_led", "posts_filled")
SCENARIOS = (Scenario(), Scenario(mandate=1, places_cp=1_300, effects_on=1, eps_ret=0.05))


def test_a_place_is_england_a_region_or_an_ics() -> None:
    b = england()
    assert place_index(b, ENGLAND).tolist() == [0, 1, 2, 3]
    assert place_index(b, "Y02").tolist() == [2, 3]
    assert place_index(b, "Q02").tolist() == [1]


@pytest.mark.parametrize("code", ["", "Q99", "England", "q01", "Y0", "<b>"])
def test_a_code_that_is_no_place_is_refused_by_name(code: str) -> None:
    with pytest.raises(ValueError, match="is not England, a region or an ICS") as refusal:
        place_index(england(), code)
    assert repr(code) in str(refusal.value)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("measure", (*ADDITIVE, *STARTS, *COSTS))
def test_england_is_the_sum_of_its_regions_and_of_its_ics(measure: str, scenario: Scenario) -> None:
    p = projection(scenario)
    whole = MEASURES[measure](p, ENGLAND).values
    for places in (REGIONS, AREAS):
        parts = [MEASURES[measure](p, place).values for place in places]
        np.testing.assert_allclose(np.sum(parts, axis=0), whole, rtol=1e-12)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("place", [ENGLAND, *REGIONS, *AREAS])
@pytest.mark.parametrize("measure", [m for m in MEASURES if m != "growth_since_2019"])
def test_low_is_never_above_the_middle_nor_this_above_high(
    measure: str, place: str, scenario: Scenario
) -> None:
    series = MEASURES[measure](projection(scenario), place)
    assert len(series.years) == len(series.low) == len(series.mid) == len(series.high)
    assert (series.low <= series.mid).all()
    assert (series.mid <= series.high).all()


@pytest.mark.parametrize("measure", ADDITIVE)
def test_ways_to_share_out_england_agree_on_england_and_differ_below(measure: str) -> None:
    p = projection()
    all_of_it = MEASURES[measure](p, ENGLAND)
    np.testing.assert_allclose(all_of_it.low, all_of_it.high, rtol=1e-9, atol=1e-9)
    if measure != "unplaced":  # nobody is, with posts to spare
        one = MEASURES[measure](p, "Q01")
        assert (one.low < one.high).all()


@pytest.mark.parametrize("measure", SHARES)
@pytest.mark.parametrize("place", [ENGLAND, *REGIONS, *AREAS])
def test_shares_are_between_none_and_all_and_none_where_there_is_nothing(
    measure: str, place: str
) -> None:
    values = MEASURES[measure](projection(), place).values
    assert np.isfinite(values).all()
    assert ((values >= 0) & (values <= 1 + 1e-12)).all()
    if measure.startswith("trusts") and place == "Q03":  # which has no trust
        assert not values.any()


def test_a_share_of_trusts_weighs_every_trust_alike() -> None:
    p = projection()
    at_the_start = MEASURES["trusts_led"](p, ENGLAND).mid[0]
    # 4 mental health, 4 acute, 1 specialist, 2 community, 1 ambulance:
    # 4 x 0.80 + (4 + 1 + 2) x 0.25 + 1 x 0.05 = 5.0 of 12.
    assert at_the_start == pytest.approx(5 / 12)


def test_posts_filled_are_all_but_the_vacant_ones() -> None:
    series = MEASURES["posts_filled"](projection(Scenario(vacancy0=0.1)), "Y01")
    assert series.mid[0] == pytest.approx(0.9)


def test_need_met_starts_below_all_by_vacancies_and_absence() -> None:
    p = projection(Scenario(availability=0.95, vacancy0=0.1, lead_wte=0.6))
    series = MEASURES["need_met"](p, ENGLAND)
    leaders = 5.0 * 0.6 + 4 * 0.15 * 0.4
    assert series.mid[0] == pytest.approx((20_000 * 0.95 - leaders) / (20_000 / 0.9))


def test_growth_is_counted_from_2019_and_for_england_alone() -> None:
    p = projection()
    assert MEASURES["growth_since_2019"](p, ENGLAND).mid[0] == pytest.approx(20_000 - 13_245)
    with pytest.raises(ValueError, match="England alone"):
        MEASURES["growth_since_2019"](p, "Y01")


def test_starts_begin_a_year_after_the_opening_and_three_years_later_as_threes() -> None:
    p = projection()
    yearly, threes = (MEASURES[m](p, ENGLAND) for m in STARTS)
    assert yearly.years == range(2024, 2038)
    assert threes.years == range(2026, 2038)
    assert yearly.mid[0] == pytest.approx(1_080)
    assert threes.mid[0] == pytest.approx(3 * 5_000 * 0.95)


def test_a_series_is_read_by_year_and_only_within_its_years() -> None:
    series = Series(range(2030, 2033), np.array([[2.0, 3, 4], [1, 3, 9], [5, 2, 4]]))
    assert series.at(2030) == (1, 2, 5)
    assert series.at(2031) == (2, 3, 3)
    for year in (2029, 2033):
        with pytest.raises(ValueError, match=f"{year} is not within 2030 to 2032"):
            series.at(year)


def test_a_single_estimate_is_its_own_range() -> None:
    series = Series(range(2030, 2032), np.array([1.0, 2.0]))
    assert series.at(2031) == (2, 2, 2)


@pytest.mark.parametrize("place", [ENGLAND, "Y02", "Q01"])
def test_cost_is_pay_training_and_leadership_together(place: str) -> None:
    p = projection(Scenario(mandate=1, leave_psy=0.03))
    at = place_index(england(), place)
    middle = [getattr(p, part)[0][:, at].sum(axis=-1) for part in COSTS]
    np.testing.assert_allclose(MEASURES["cost"](p, place).mid, sum(middle), rtol=1e-12)
    assert all((part > 0).any() for part in middle)


def test_vacant_posts_are_those_not_filled_and_never_fewer_than_none() -> None:
    some, none = projection(), projection(Scenario(post_growth=0, external=2_000, leave_psy=0.03))
    for p in (some, none):
        filled = MEASURES["posts_filled"](p, "Y01").mid
        expected = [1 - share if share < 1 else 0 for share in filled]
        np.testing.assert_allclose(MEASURES["vacancy_rate"](p, "Y01").mid, expected, rtol=1e-12)
    assert MEASURES["vacancy_rate"](some, ENGLAND).mid[0] == pytest.approx(
        Scenario().vacancy0, rel=1e-9
    )


def test_a_measure_is_worked_out_once_for_a_run_and_a_place_and_nobody_can_write_to_it() -> None:
    run, other = (projection(Scenario(retention=kept)) for kept in (0.0, 0.05))
    found = MEASURES["fte"](run, ENGLAND)
    assert MEASURES["fte"](run, ENGLAND) is found
    with pytest.raises(ValueError, match="read-only"):
        found.values[0] = 0.0
    for one in (run, other):
        for place, here in ((ENGLAND, slice(None)), ("Y02", slice(2, 4))):
            for name in ("fte", "clinical_fte"):
                by_hand = getattr(one, name)[0, :, here].sum(axis=(-2, -1))
                assert MEASURES[name](one, place).mid == pytest.approx(by_hand)
