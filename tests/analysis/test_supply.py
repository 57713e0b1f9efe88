"""Supply against need: the funnel, the weight for need and the slope, each by another method."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.atlas import MAPPED
from ppn_scenarios.analysis.small_areas import variance_by_area
from ppn_scenarios.analysis.supply import (
    LIMITS,
    agreement,
    funnel,
    need_weighted,
    over_counts,
    ranks,
    slope,
)
from ppn_scenarios.tables import queries
from tests.analysis.small_england import england

RUN = project(baseline(), Scenario())
PEOPLE = RUN.baseline.population
SCORE = queries.systems()["imd_average_score"].to_numpy(float)


@pytest.mark.parametrize("within", LIMITS)
@pytest.mark.parametrize("people", [5e5, 1.3e6, 3.3e6])
def test_the_funnel_agrees_with_the_exact_limits_of_a_poisson_number(people, within) -> None:
    """The exact limits come from gamma quantiles; the funnel uses the normal approximation."""
    rate, each = 59.0, 0.83
    expected = rate * people / 1e5 / each
    tail = (1 - within) / 2
    exact = stats.gamma.ppf([tail, 1 - tail], expected + 0.5)  # mid-P limits
    low, high = funnel(rate, each, np.array([people]), within)
    persons = np.array([low[0], high[0]]) * people / 1e5 / each
    assert persons == pytest.approx(exact, rel=0.012)


def test_by_simulation_chance_leaves_as_many_places_in_the_funnel_as_it_says() -> None:
    rng = np.random.default_rng(7)
    expected = 59.0 * 1e6 / 1e5 / 0.83
    staff = rng.poisson(expected, 200_000) * 0.83 / 10  # for every 100,000 of a million
    for within in LIMITS:
        low, high = funnel(59.0, 0.83, np.array([1e6]), within)
        inside = ((staff >= low[0]) & (staff <= high[0])).mean()
        assert inside == pytest.approx(within, abs=0.004)


def test_the_funnel_narrows_as_places_grow_and_is_never_below_nobody() -> None:
    people = np.array([10.0, 1e3, 1e5, 1e6, 4e6])
    low, high = funnel(59.0, 0.83, people, 0.998)
    assert (low >= 0).all()
    assert (np.diff(high - low)[1:] < 0).all()
    assert ((low <= 59) & (high >= 59)).all()


@given(st.floats(0.01, 0.5))
def test_weights_for_need_count_nobody_twice(extra: float) -> None:
    weighted = need_weighted(PEOPLE, SCORE, extra)
    assert weighted.sum() == pytest.approx(PEOPLE.sum())
    a_head = weighted / PEOPLE
    assert a_head.max() / a_head.min() == pytest.approx(1 + extra)
    assert a_head.argmax() == SCORE.argmax()
    assert a_head.argmin() == SCORE.argmin()


def test_without_a_weight_need_is_people_and_alike_deprivation_weighs_alike() -> None:
    assert need_weighted(PEOPLE, SCORE, 0.0) == pytest.approx(PEOPLE)
    assert need_weighted(PEOPLE, np.full(42, 20.0), 0.5) == pytest.approx(PEOPLE)


def test_ranks_run_from_the_least_deprived_by_people() -> None:
    found = ranks(np.array([1.0, 2.0, 1.0]), np.array([30.0, 10.0, 20.0]))
    assert found == pytest.approx([0.875, 0.25, 0.625])
    assert (PEOPLE * ranks(PEOPLE, SCORE)).sum() / PEOPLE.sum() == pytest.approx(0.5)


@pytest.mark.parametrize("way", [0, 1, 2])
def test_the_slope_is_that_of_weighted_least_squares(way: int) -> None:
    """By NumPy's own fit of a straight line, and the rate of each ICS."""
    fte = RUN.fte.sum(axis=-1)[way, -1]
    line = np.polynomial.Polynomial.fit(
        ranks(PEOPLE, SCORE), fte / PEOPLE, 1, w=np.sqrt(PEOPLE), domain=[-1, 1], window=[-1, 1]
    )
    relative = line.coef[1] / (fte.sum() / PEOPLE.sum())
    assert slope(RUN, 2037, PEOPLE, SCORE).by_way[way] == pytest.approx(relative)


def test_the_range_of_the_slope_holds_chance_as_draws_of_chance_do() -> None:
    found = slope(RUN, 2037, PEOPLE, SCORE)
    fte, spread = RUN.fte.sum(axis=-1)[:, -1], variance_by_area(RUN, "england")[:, -1]
    rng = np.random.default_rng(3)
    along = ranks(PEOPLE, SCORE) - 0.5
    ends = []
    for way in range(3):
        drawn = fte[way] + rng.standard_normal((40_000, 42)) * np.sqrt(spread[way])
        slopes = drawn @ along / (PEOPLE * along**2).sum() / (fte[way].sum() / PEOPLE.sum())
        ends.append(np.quantile(slopes, [0.1, 0.9]))
    assert found.low == pytest.approx(np.min(ends), abs=0.002)
    assert found.high == pytest.approx(np.max(ends), abs=0.002)


def test_staff_spread_as_people_are_have_no_slope() -> None:
    even = england(share=np.tile(np.array([0.1, 0.3, 0.2, 0.4]), (3, 1)))
    run = project(even, Scenario())
    found = slope(run, 2023, even.population, np.array([1.0, 2.0, 3.0, 4.0]))
    assert found.by_way == pytest.approx([0, 0, 0], abs=1e-12)
    later = slope(run, 2037, even.population, np.array([1.0, 2.0, 3.0, 4.0]))
    assert later.low < 0 < later.high
    assert not later.is_clear


def test_more_need_counted_where_people_are_deprived_lowers_the_slope() -> None:
    by_weight = [
        slope(RUN, 2037, need_weighted(PEOPLE, SCORE, w), SCORE).by_way[0] for w in (0, 0.1, 0.3)
    ]
    assert by_weight[0] > by_weight[1] > by_weight[2]


def test_two_counts_of_people_give_the_range_of_both() -> None:
    residents = queries.residents()["residents"].to_numpy(float)
    both = [slope(RUN, 2037, people, SCORE) for people in (PEOPLE, residents)]
    whole = over_counts(both)
    assert (whole.low, whole.high) == (min(s.low for s in both), max(s.high for s in both))
    assert whole.by_way == both[0].by_way


def test_the_proxies_hardly_agree_for_each_person() -> None:
    """By the definition of a correlation; the library of data says 0.05."""
    rows = queries.staffing_keys()
    first, second = (
        rows[k].to_numpy(float) / PEOPLE
        for k in ("share_talking_therapies", "share_mental_health_trust")
    )
    a, b = first - first.mean(), second - second.mean()
    by_hand = (a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum())
    assert agreement(RUN.baseline) == pytest.approx(by_hand)
    assert round(by_hand, 2) == 0.05


def test_estimates_for_each_person_are_staff_over_people() -> None:
    found = MAPPED["per_100k"](RUN, 2030)
    for i, area in enumerate(RUN.baseline.areas):
        fte = MEASURES["fte"](RUN, area).at(2030)[1]
        assert found[area].mid == pytest.approx(fte / PEOPLE[i] * 1e5)
