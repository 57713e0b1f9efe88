"""A pace of adoption is recovered from its curve, with honest limits, or refused in words."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.analysis.validation import fit_adoption
from ppn_scenarios.analysis.validation.reverse import joiners_needed

TIMES = (0.5, 1, 2, 4, 7)


def curve(hazard: float, start: float = 0.0, ceiling: float = 1.0) -> list[tuple[float, float]]:
    return [(t, start + (ceiling - start) * (1 - math.exp(-hazard * t))) for t in TIMES]


@pytest.mark.parametrize("hazard", [0.05, 0.15, 0.33, 1.0, 2.5, 3.0])
@pytest.mark.parametrize("ceiling", [1.0, 0.85])
def test_a_known_pace_is_recovered_from_its_exact_curve(hazard: float, ceiling: float) -> None:
    fit = fit_adoption(curve(hazard, ceiling=ceiling), ceiling=ceiling)
    assert fit.hazard == pytest.approx(hazard, rel=1e-3)
    assert fit.low < hazard < fit.high
    assert fit.largest_miss < 1e-3
    assert not fit.at_limit


def test_a_point_at_the_start_sets_where_the_curve_begins() -> None:
    fit = fit_adoption([(0, 0.2), *curve(0.3, start=0.2)])
    assert fit.start == 0.2
    assert fit.hazard == pytest.approx(0.3, rel=1e-3)
    assert fit.share(0) == pytest.approx(0.2)
    assert fit.share(2) == pytest.approx(0.2 + 0.8 * (1 - math.exp(-0.6)), rel=1e-3)


def test_more_organisations_give_a_narrower_interval() -> None:
    widths = [
        fit.high - fit.low for fit in (fit_adoption(curve(0.3), n) for n in (20, 100, 500, 2500))
    ]
    assert widths == sorted(widths, reverse=True)
    # Four times the organisations is about half the width, as for any share.
    whole, quarter = (fit_adoption(curve(0.3), n) for n in (2000, 500))
    assert (quarter.high - quarter.low) / (whole.high - whole.low) == pytest.approx(2, rel=0.05)


def test_points_that_scatter_widen_the_interval() -> None:
    exact = curve(0.3)
    off = [(t, s + sign * 0.08) for (t, s), sign in zip(exact, (1, -1, 1, -1, 1), strict=True)]
    smooth, rough = fit_adoption(exact), fit_adoption(off)
    assert rough.high - rough.low > 1.5 * (smooth.high - smooth.low)
    assert rough.largest_miss > 0.05


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(1)
    held = 0
    for _ in range(200):
        # Each organisation adopts once: the same ones are counted at every time.
        when = random.exponential(1 / 0.3, 200)
        points = [(2.0, float((when < 2).mean()))]
        fit = fit_adoption(points, organisations=200)
        held += fit.low <= 0.3 <= fit.high
    assert 180 <= held <= 199


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_data_that_do_not_bound_a_pace_say_so(share: float) -> None:
    fit = fit_adoption([(1, share), (3, share)])
    assert fit.at_limit
    assert math.isfinite(fit.hazard)


PUBLISHED: dict[str, tuple[list[tuple[float, float]], float, float]] = {
    # section 2.2 of the specification: what was published, and the pace that it implies
    "Freedom to Speak Up, from the report of February 2015": ([(23 / 12, 201 / 234)], 1.0, 0.05),
    "Freedom to Speak Up, from April 2016": ([(9.5 / 12, 201 / 234)], 2.5, 0.05),
    "chief AHP, 81% of those who answered, from 2017": ([(5, 0.81)], 0.33, 0.01),
    "chief AHP, 60% if nobody else has one, from 2013": ([(9, 130 / 217)], 0.10, 0.01),
}


@pytest.mark.parametrize("role", PUBLISHED)
def test_published_adoption_implies_the_pace_of_the_specification(role: str) -> None:
    points, pace, within = PUBLISHED[role]
    fit = fit_adoption(points, organisations=217)
    assert fit.hazard == pytest.approx(pace, abs=within)
    assert fit.low < pace < fit.high


def test_networks_spread_slowly_until_they_were_funded() -> None:
    """1 of 7 regions in 2014, 2 in 2017, 3 in 2019 and all 7 by 2022."""
    voluntary = fit_adoption([(0, 1 / 7), (3, 2 / 7), (5, 3 / 7)], organisations=7)
    funded = fit_adoption([(0, 3 / 7), (3, 6.9 / 7)], organisations=7)
    assert voluntary.hazard == pytest.approx(0.08, abs=0.01)
    assert funded.hazard > 1


WRONG: dict[str, tuple[Any, dict[str, Any], str]] = {
    "nothing": ([], {}, "at least one point"),
    "only the start": ([(0, 0.3)], {}, "at least one point"),
    "a percentage": ([(1, 63)], {}, "63% is 0.63"),
    "below none": ([(1, -0.1)], {}, "not a share"),
    "before the start": ([(-1, 0.1)], {}, "before the start"),
    "unknown": ([(1, math.nan)], {}, "not a number"),
    "endless": ([(math.inf, 0.5)], {}, "not a number"),
    "text": ([("1", 0.5)], {}, "'1', which is not a number"),
    "a truth value": ([(1, True)], {}, "not a number"),
    "a point of three": ([(1, 0.5, 3)], {}, "not a point"),
    "numbers alone": ([0.1, 0.5], {}, "not a point"),
    "two at a time": ([(1, 0.5), (1, 0.6)], {}, "two shares"),
    "above its ceiling": ([(1, 0.9)], {"ceiling": 0.8}, "above the ceiling"),
    "a ceiling of nothing": ([(1, 0.0)], {"ceiling": 0.0}, "ceiling of 0"),
    "a ceiling above all": ([(1, 0.5)], {"ceiling": 1.2}, "ceiling of 1.2"),
    "nobody asked": ([(1, 0.5)], {"organisations": 0}, "0 organisations"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_points_that_cannot_be_are_refused_with_the_reason(wrong: str) -> None:
    points, more, reason = WRONG[wrong]
    with pytest.raises(ValueError, match=reason):
        fit_adoption(points, **more)


points = st.lists(
    st.tuples(st.floats(0.01, 60), st.floats(0, 1)),
    min_size=1,
    max_size=8,
    unique_by=lambda p: p[0],
)


@given(points=points, organisations=st.floats(1, 1e5))
def test_any_shares_over_time_have_a_pace_within_its_interval(
    points: list[tuple[float, float]], organisations: float
) -> None:
    fit = fit_adoption(points, organisations)
    assert 0 < fit.low <= fit.hazard <= fit.high < math.inf
    assert all(0 <= share <= 1 for _, share in fit.curve)
    assert np.isfinite([*np.ravel(fit.curve), fit.largest_miss]).all()


@pytest.mark.parametrize(("hazard", "a_year"), [(0.08, 4.2), (0.11, 4.9), (0.14, 5.6)])
def test_the_reverse_test_reproduces_the_growth_of_2019_to_2023(
    hazard: float, a_year: float
) -> None:
    assert joiners_needed(27_800 / 1.51, 27_800, 4, hazard) / 1000 == pytest.approx(
        a_year, abs=0.05
    )


@given(
    now=st.floats(100, 1e5),
    growth=st.floats(0.8, 2),
    years=st.integers(1, 20),
    hazard=st.floats(0.001, 0.5),
)
def test_so_many_joiners_reach_the_number_year_by_year(
    now: float, growth: float, years: int, hazard: float
) -> None:
    joiners = joiners_needed(now, now * growth, years, hazard)
    staff = now
    for _ in range(years):
        staff = staff * math.exp(-hazard) + joiners * math.exp(-hazard / 2)
    assert staff == pytest.approx(now * growth, rel=1e-9)


def test_without_leaving_joiners_are_the_growth_spread_over_the_years() -> None:
    assert joiners_needed(100, 140, 4, 0) == 10
    assert joiners_needed(100, 140, 4, 1e-9) == pytest.approx(10)


@pytest.mark.parametrize(("years", "hazard"), [(0, 0.1), (-1, 0.1), (4, -0.1)])
def test_a_reverse_test_over_no_time_is_refused(years: float, hazard: float) -> None:
    with pytest.raises(ValueError, match="years must be above zero"):
        joiners_needed(100, 140, years, hazard)


@pytest.mark.parametrize("at", range(4))
def test_a_reverse_test_of_no_number_is_refused(at: int) -> None:
    handed: list[float] = [100, 140, 4, 0.1]
    handed[at] = math.nan
    with pytest.raises(ValueError, match="not a number"):
        joiners_needed(*handed)
