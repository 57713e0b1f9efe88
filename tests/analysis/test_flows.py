"""A year's flows add up for every group, every place and every scenario."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.flows import JOINED, LEFT, Balance, balance, whole_year
from ppn_scenarios.analysis.passports import flows as passports
from tests.analysis.passports.test_passports_of_places import ran
from tests.analysis.small_england import england
from tests.model.valid import scenarios

RUN = project(baseline(), Scenario())


def assert_adds_up(b: Balance) -> None:
    whole = b.opening + sum(b.joined.values()) - sum(b.left.values())
    assert whole == pytest.approx(b.closing, rel=1e-9, abs=1e-9)


@settings(max_examples=15)
@given(scenarios(), st.integers(2024, 2037), st.sampled_from([ENGLAND, "Y01", "Q03"]))
def test_opening_and_joined_less_left_is_closing(scenario, year, place) -> None:
    b = balance(project(england(), scenario), place, year)
    assert_adds_up(b)
    assert_adds_up(b.together())
    for flow in (*b.joined.values(), *b.left.values()):
        assert (flow >= 0).all()


@pytest.mark.parametrize("by_profession", [False, True])
def test_one_year_closes_where_the_next_opens(by_profession: bool) -> None:
    run = project(baseline(by_profession=by_profession), Scenario())
    for year in range(2024, 2037):
        first, second = (balance(run, "QT6", y) for y in (year, year + 1))
        assert np.array_equal(first.closing, second.opening)
        ends = [
            (whole_year(first, i).closing, whole_year(second, i).opening)
            for i in range(len(first.groups))
        ]
        assert all(a == b for a, b in ends)


def test_professions_add_up_to_nobody_more_than_families_in_the_first_year() -> None:
    """By the first year nothing but the split differs: the same people, in smaller groups."""
    families = balance(RUN, ENGLAND, 2024)
    split = balance(project(baseline(by_profession=True), Scenario()), ENGLAND, 2024)
    for i in range(3):
        mine = split.of(np.flatnonzero(split.family == i)).together()
        assert mine.opening[0, 0] == pytest.approx(families.opening[0, i])


def test_the_flows_of_a_year_recomputed_from_rates_by_hand() -> None:
    """Psychologists of the first year: 14,067 people by grade, each with its own hazards."""
    b = balance(RUN, ENGLAND, 2024)
    people = 27_800 / 0.83 * 0.42
    left = 0.0
    shares, leaving, retiring = (0.55, 0.30, 0.15), (0.06, 0.05, 0.04), (0.005, 0.02, 0.05)
    inputs = RUN.baseline.inputs
    assert tuple(inputs.grade_share[0]) == shares
    assert tuple(0.06 * inputs.leaving_relative[0]) == pytest.approx(leaving)
    assert tuple(0.02 * inputs.retirement_relative[0]) == pytest.approx(retiring)
    for share, leave, retire in zip(shares, leaving, retiring, strict=True):
        hazard = leave + retire
        left += people * share * (1 - np.exp(-hazard)) * leave / hazard
    assert b.opening[0, 0] == pytest.approx(people)
    joined = float(b.joins[0, 0])
    assert left < b.left["voluntary"][0, 0] < left + joined * 0.03  # joiners: half a year
    assert b.joined["hired_new"][0, 0] == pytest.approx(770 * 0.993 * 0.927)
    assert b.joined["hired_external"][0, 0] == pytest.approx(250)
    assert b.left["moved_out"][0, :2] == pytest.approx(0)
    assert b.left["moved_out"][0, 2] == pytest.approx(1080 * 0.25 + 1900 * 0.35)


def balances() -> st.SearchStrategy[Balance]:
    """Balances of one group that add up, of any size."""
    flows = st.floats(0, 2_000, allow_subnormal=False) | st.just(0.0)

    def made(numbers: list[float]) -> Balance:
        opening, *rest = numbers
        joined = dict(zip(JOINED, rest[:4], strict=True))
        left = dict(zip(LEFT, rest[4:], strict=True))
        closing = opening + sum(joined.values()) - sum(left.values())

        def array(value: float) -> np.ndarray:
            return np.array([[value]])

        return Balance(
            2030,
            ("all",),
            np.array([0]),
            array(opening),
            {k: array(v) for k, v in joined.items()},
            {k: array(v) for k, v in left.items()},
            array(closing),
        )

    return st.tuples(st.floats(6_000, 90_000), *[flows] * 7).map(lambda t: made(list(t)))


@given(balances())
def test_whole_people_add_up_exactly_and_each_is_within_one(b: Balance) -> None:
    whole = whole_year(b, 0)
    assert whole.opening + sum(whole.flows.values()) == whole.closing
    assert abs(whole.opening - b.opening[0, 0]) <= 0.5
    assert abs(whole.closing - b.closing[0, 0]) <= 0.5
    true = {k: v[0, 0] for k, v in b.joined.items()} | {k: -v[0, 0] for k, v in b.left.items()}
    for name, number in whole.flows.items():
        assert abs(number - true[name]) <= 1
        assert true[name] or not number, "nobody stays nobody"


def test_a_year_that_is_not_projected_is_refused() -> None:
    for year in (2023, 2038):
        with pytest.raises(ValueError, match="not within 2024 to 2037"):
            balance(RUN, ENGLAND, year)


@pytest.mark.parametrize("place", [ENGLAND, "QWE"])
@pytest.mark.parametrize("by_profession", [False, True])
def test_a_year_s_passports_are_made_again(place: str, by_profession: bool) -> None:
    run = project(baseline(by_profession=by_profession), Scenario(retention=0.05))
    for passport in passports.of_year(run, place, 2031)[:: 9 if by_profession else 3]:
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)
