"""The model of ages: retirement rises while an old workforce ages, and falls as the young join."""

from dataclasses import replace
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Ages, Baseline, project
from ppn_scenarios.model.ages import a_year_on, retirement_path, same_at_every_age
from tests.model.valid import OLD, anything, arrays, baselines, busy_baseline, scenarios, some_ages
from tests.round_numbers import two_areas

NO_GROWTH = np.zeros(14)


def test_three_ages_by_hand() -> None:
    # Staff 30 / 20 / 50; only the oldest retire, at twice 0.1 a year, for a mean of 0.1; a tenth of
    # each age leaves at hazard 0.1. Who stays is a year older:
    #   20 -> 0.3 e^-0.1 = 0.271451, and the oldest hold 0.2 e^-0.1 + 0.5 e^-0.3 = 0.551377.
    # 1 - 0.822828 = 0.177172 join, all young. The mean hazard goes from 0.5 to 0.551377.
    after = a_year_on(OLD, OLD.staff, np.array(0.1), np.array(0.0))
    assert after.tolist() == pytest.approx([0.177172, 0.271451, 0.551377], abs=1e-6)
    path = retirement_path(OLD, 0.1, np.zeros(2))
    assert path.tolist() == pytest.approx([1, 0.551377 / 0.5], abs=1e-5)


def test_staff_who_grow_take_in_more_of_the_young() -> None:
    after = a_year_on(OLD, OLD.staff, np.array(0.1), np.array(0.05))
    assert after.sum() == pytest.approx(1.05)
    assert after[0] == pytest.approx(0.177172 + 0.05, abs=1e-6)


def test_nobody_joins_staff_who_are_to_shrink_faster_than_people_go() -> None:
    after = a_year_on(OLD, OLD.staff, np.array(0.1), np.array(-0.5))
    assert after.tolist() == pytest.approx([0, 0.3 * exp(-0.1), 0.551377], abs=1e-6)


@given(st.integers(0, 2**32), st.floats(0, 0.04), st.floats(0, 0.065))
def test_people_are_conserved_age_by_age(seed: int, retire: float, growth: float) -> None:
    ages = some_ages(np.random.default_rng(seed))
    after = a_year_on(ages, ages.staff, np.array(retire), np.array(growth))
    hazard = retire * ages.retiring / (ages.staff @ ages.retiring) + ages.leaving
    gone = ages.staff * -np.expm1(-hazard)
    joined = growth + gone.sum()
    assert after.sum() == pytest.approx(1 - gone.sum() + joined)
    older = after - joined * ages.joiners
    stayed = ages.staff - gone
    assert older[0] == pytest.approx(0, abs=1e-12)  # nobody grows younger
    assert older[1:-1] == pytest.approx(stayed[:-2], abs=1e-12)
    assert older[-1] == pytest.approx(stayed[-2:].sum(), abs=1e-12)


@given(st.integers(0, 2**32), st.floats(0.005, 0.04), st.floats(0, 0.065))
def test_a_settled_workforce_keeps_its_rate_of_retirement(
    seed: int, retire: float, growth: float
) -> None:
    ages = some_ages(np.random.default_rng(seed))
    for _ in range(600):  # let staff settle, with the mean hazard put back each year
        staff = a_year_on(ages, ages.staff, np.array(retire), np.array(growth))
        ages = replace(ages, staff=staff / staff.sum())
    path = retirement_path(ages, retire, np.full(14, growth))
    np.testing.assert_allclose(path, 1, atol=1e-6)


def test_an_old_workforce_first_retires_more_and_then_less() -> None:
    number = np.arange(21, 76)
    near = np.exp(-(((number - 52) / 4) ** 2))
    ages = Ages(
        staff=near / near.sum(),
        joiners=np.where(number < 26, 0.2, 0.0),
        retiring=np.where(number >= 58, 1.0, 0.0),
        leaving=np.zeros(55),
    )
    path = retirement_path(ages, 0.01, np.zeros(25))
    peak = int(path.argmax())
    assert 2 < peak < 12
    assert path[peak] > 3
    assert (np.diff(path[: peak + 1]) > 0).all()
    assert (np.diff(path[peak:]) < 0).all()
    assert path[-1] < path[peak] / 2


def test_without_ages_there_is_nothing_to_follow() -> None:
    path = retirement_path(same_at_every_age(), 0.02, NO_GROWTH)
    np.testing.assert_allclose(path, 1, rtol=1e-12)


def test_the_path_starts_at_one_even_where_nobody_retires() -> None:
    path = retirement_path(OLD, 0.0, NO_GROWTH)
    assert path[0] == 1
    assert np.isfinite(path).all()


def test_a_batch_of_paths_equals_each_alone() -> None:
    retire, growth = np.array([[0.01], [0.02], [0.04]]), np.tile([0.0, 0.05], (14, 1, 1))
    together = retirement_path(OLD, retire, growth)
    assert together.shape == (14, 3, 2)
    for i, level in enumerate(retire[:, 0]):
        for j in range(2):
            alone = retirement_path(OLD, level, growth[:, 0, j])
            np.testing.assert_allclose(together[:, i, j], alone, rtol=1e-12)


def test_the_switch_multiplies_retirement_of_each_year_by_the_path() -> None:
    # So small a rate that all who retire in a year are the hazard times those who are there.
    values = {"retire": 1e-9, "leave_psy": 0.0, "leave_ther": 0.0, "leave_prac": 0.0}
    off, on = (
        project(busy_baseline(), anything(age_model=switch, **values)) for switch in (0.0, 1.0)
    )
    path = retirement_path(OLD, 1e-9, np.full(14, 0.03))
    ratio = on.flows.retired.sum(axis=(-1, -2)) / off.flows.retired.sum(axis=(-1, -2))
    assert path.max() > 1.1
    np.testing.assert_allclose(ratio, path, rtol=1e-6)


@given(baselines(), scenarios(age_model=0), st.integers(0, 2**32))
def test_switched_off_ages_move_nothing_to_the_last_bit(
    baseline: Baseline, scenario: Scenario, seed: int
) -> None:
    other = replace(baseline, ages=some_ages(np.random.default_rng(seed)))
    one, two = arrays(project(baseline, scenario)), arrays(project(other, scenario))
    for name, values in one.items():
        assert np.array_equal(values, two[name]), name


def test_in_a_batch_the_switch_off_is_the_single_run_to_the_last_bit() -> None:
    both = project(busy_baseline(), anything(age_model=np.array([0.0, 1.0])))
    off = project(busy_baseline(), anything())
    assert np.array_equal(both.in_post[0], off.in_post)
    assert not np.allclose(both.in_post[1], off.in_post)


def test_in_a_batch_each_run_has_the_ages_of_its_own_levers() -> None:
    retire, growth, on = np.array([0.02, 0.05, 0.03]), np.array([0.0, 0.01, 0.02]), [1.0, 0.0, 1.0]
    many = anything(age_model=np.array(on), retire=retire, post_growth=growth)
    together = project(busy_baseline(), many)
    for i in range(3):
        alone = anything(age_model=on[i], retire=retire[i], post_growth=growth[i])
        expected = project(busy_baseline(), alone).in_post
        np.testing.assert_allclose(together.in_post[i], expected, rtol=1e-12)


def test_the_default_is_a_constant_rate() -> None:
    assert Scenario().age_model == 0
    default, flat = project(busy_baseline(), Scenario()), project(two_areas(), Scenario())
    assert np.array_equal(default.in_post, flat.in_post)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"joiners": np.ones(2) / 2}, "joiners and staff differ in length"),
        ({"leaving": np.array([0.1, -0.1, 0])}, "leaving holds a number that is negative"),
        ({"retiring": np.array([0, 0, np.nan])}, "retiring holds a number that is"),
        ({"staff": np.array([0.3, 0.2, 0.4])}, "shares of staff add up to 0.9"),
        ({"joiners": np.array([1.0, 0, 1])}, "shares of joiners add up to 2"),
        ({"retiring": np.zeros(3)}, "nobody on the staff is of an age to retire"),
    ],
)
def test_ages_that_cannot_be_are_refused(wrong: dict[str, np.ndarray], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(OLD, **wrong)


def test_the_ages_of_england_match_the_one_share_that_is_published() -> None:
    from ppn_scenarios.opening import baseline
    from ppn_scenarios.tables import queries

    ages, bands = baseline().ages, queries.age_bands()
    assert len(ages.staff) == 75 - 21 + 1
    assert ages.staff[50 - 21 :].sum() == pytest.approx(951 / 4558, abs=0.001)
    assert set(bands["status"]) == {"none"}  # all placeholders, until somebody publishes ages
    assert bands["staff_share"].sum() == pytest.approx(ages.staff.sum())
    with pytest.raises(ValueError, match="read-only"):
        ages.staff[0] = 1
