"""Shares of the spread by what figures rest on, against numbers worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.analysis.draws import DRAWN
from ppn_scenarios.analysis.sensitivity import Index
from ppn_scenarios.analysis.sensitivity_shares import measure_next, shares_by_status
from ppn_scenarios.assumptions import ASSUMPTIONS, STATUSES

# One belief of each status that is drawn.
NONE, OTHER_NONE, DERIVED, BORROWED = "external", "retire", "fill_cp", "participation"


def index(name: str, first: float, total: float, error: float = 0.0) -> Index:
    return Index(name, first, (first - error, first + error), total, (total - error, total + error))


def test_the_beliefs_used_here_rest_on_what_the_test_supposes() -> None:
    found = [ASSUMPTIONS[name].status for name in (NONE, OTHER_NONE, DERIVED, BORROWED)]
    assert found == ["none", "none", "derived", "borrowed"]


def test_where_parts_only_add_up_every_share_is_exact() -> None:
    rows = [index(NONE, 0.4, 0.4), index(OTHER_NONE, 0.1, 0.1), index(BORROWED, 0.5, 0.5)]
    found = shares_by_status(rows)
    assert set(found) == set(STATUSES)
    assert found["none"] == pytest.approx((0.5, 0.5, 0.5))
    assert found["borrowed"] == pytest.approx((0.5, 0.5, 0.5))
    assert found["sourced"] == found["derived"] == (0, 0, 0)


def test_what_beliefs_do_only_together_is_shared_between_them_and_bounds_the_range() -> None:
    # 0.2 of the variance is between a placeholder and a borrowed figure: half each in the middle.
    rows = [index(NONE, 0.5, 0.7), index(BORROWED, 0.2, 0.4), index(DERIVED, 0.1, 0.1)]
    found = shares_by_status(rows)
    assert found["none"] == pytest.approx((0.5, 0.6, 0.7))
    assert found["borrowed"] == pytest.approx((0.2, 0.3, 0.4))
    assert found["derived"] == pytest.approx((0.1, 0.1, 0.3))  # 1 - 0.5 - 0.2


def test_errors_of_the_indices_widen_the_range_as_independent_errors_do() -> None:
    rows = [
        index(NONE, 0.3, 0.3, error=0.03),
        index(OTHER_NONE, 0.3, 0.3, error=0.04),
        index(BORROWED, 0.4, 0.4, error=0.02),
    ]
    low, middle, high = shares_by_status(rows)["none"]
    assert (low, middle, high) == pytest.approx((0.55, 0.6, 0.62))  # 3-4-5, and 0.02


def test_nothing_has_a_share_of_what_does_not_vary() -> None:
    found = shares_by_status([index(name, 0, 0) for name in DRAWN])
    assert set(found.values()) == {(0.0, 0.0, 0.0)}


def test_what_to_measure_next_is_the_placeholder_that_takes_most_away_alone() -> None:
    rows = [
        index(BORROWED, 0.5, 0.5),
        index(NONE, 0.1, 0.4),
        index(OTHER_NONE, 0.2, 0.2),
        index("career_psy", -0.01, 0.0),
    ]
    assert [row.name for row in measure_next(rows)] == [OTHER_NONE, NONE]
    assert measure_next([index(BORROWED, 1, 1)]) == []


estimates = st.tuples(
    st.floats(-0.05, 1), st.floats(-0.05, 1.2), st.floats(0, 0.1)
)  # chance may make an estimate pass what can be


@given(st.lists(estimates, min_size=len(DRAWN), max_size=len(DRAWN)))
def test_middles_sum_to_one_and_lie_within_their_ranges(values: list[tuple[float, ...]]) -> None:
    rows = [index(name, *some) for name, some in zip(DRAWN, values, strict=True)]
    found = shares_by_status(rows)
    whole = sum(middle for _, middle, _ in found.values())
    assert whole == pytest.approx(1) or set(found.values()) == {(0.0, 0.0, 0.0)}
    assert all(0 <= low <= middle <= high <= 1 + 1e-9 for low, middle, high in found.values())
