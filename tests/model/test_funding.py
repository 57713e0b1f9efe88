"""Leadership posts that are paid for nationally: faster, never slower than without the money."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, leadership, project
from tests.model.valid import anything, arrays, baselines, scenarios
from tests.round_numbers import two_areas

FREE = {"funding": 0.0, "mandate": 0.0}


def a_month(monkeypatch: pytest.MonkeyPatch, year: float = 2028, **values: float) -> float:
    """A hundred organisations, 10 with a vacant post and 30 with a leader, one month on."""
    monkeypatch.setattr(leadership, "MONTHS", 1)
    start = leadership.Posts(np.array([[100.0]]), np.array([[0.1]]), np.array([[0.3]]))
    still = {"lead_turnover": 0.0, "abolish": 0.0, "fill_time": 1e9}
    pace = leadership.pace(anything(**(still | values)), np.array([year])).at(0)
    after, _ = leadership.next_year(start, pace, np.array([1e6]))
    return float(after.established[0, 0])


def test_a_month_of_posts_that_are_paid_for(monkeypatch: pytest.MonkeyPatch) -> None:
    s = {"funding": 1.0, "plan_start": 2027, "h_funded": 1.2, "ceiling_funded": 0.9}
    # 40 have the post and 90 would: 50 x (1 - exp(-1.2 / 12)) = 50 x 0.0951626 = 4.758129
    assert a_month(monkeypatch, **s) == pytest.approx(44.758129, abs=1e-6)
    # Before the plan starts: 0.85 x 100 - 40 = 45, x (1 - exp(-0.15 / 12)) = 45 x 0.0124222
    assert a_month(monkeypatch, year=2027, **s) == pytest.approx(40.558999, abs=1e-6)


def test_where_the_post_is_also_required_the_faster_pace_and_higher_ceiling_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = {"funding": 1.0, "mandate": 1.0, "plan_start": 2027, "mandate_year": 2027}
    # Required at 1.0 a year up to 95; paid for at 2.4 up to 85: (95 - 40) x (1 - exp(-0.2)).
    slow_law = {"h_mandate": 1.0, "ceiling_mandated": 0.95, "h_funded": 2.4}
    assert a_month(monkeypatch, **both, **slow_law) == pytest.approx(40 + 55 * 0.18126925)
    # Required at 2.4 a year, paid for at 1.0: the law is the faster.
    fast_law = {"h_mandate": 2.4, "ceiling_mandated": 0.95, "h_funded": 1.0}
    assert a_month(monkeypatch, **both, **fast_law) == pytest.approx(40 + 55 * 0.18126925)


def test_money_never_slows_those_whom_encouragement_moves_faster(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    s = {"h_encourage": 0.33, "encouragement": 1.0, "plan_start": 2027, "h_funded": 0.3}
    encouraged, paid_for = (a_month(monkeypatch, funding=on, **s) for on in (0.0, 1.0))
    # 45 x (1 - exp(-0.66 / 12)) = 45 x 0.05351485
    assert encouraged == paid_for == pytest.approx(40 + 45 * 0.05351485, abs=1e-6)


def test_money_may_come_on_a_date_of_its_own() -> None:
    own, planned = (
        project(two_areas(), Scenario(funding=1, **dates))
        for dates in ({"funding_start": 2030}, {"plan_start": 2030})
    )
    assert np.array_equal(own.posts, planned.posts)


def test_money_acts_from_the_start_of_the_plan_and_not_by_degrees() -> None:
    plain, paid_for, slowly = (
        project(two_areas(), Scenario(plan_start=2030, **more))
        for more in ({}, {"funding": 1}, {"funding": 1, "plan_ramp": 5})
    )
    same = [np.array_equal(plain.posts[t], paid_for.posts[t]) for t in range(15)]
    assert same == [True] * 8 + [False] * 7  # as before up to 31 March 2030
    assert np.array_equal(paid_for.posts, slowly.posts)


@given(baselines(), scenarios(**FREE), scenarios())
def test_what_is_believed_of_money_moves_nothing_to_the_last_bit_where_there_is_none(
    baseline: Baseline, scenario: Scenario, other: Scenario
) -> None:
    believed = replace(scenario, h_funded=other.h_funded, ceiling_funded=other.ceiling_funded)
    one, two = (arrays(project(baseline, s)) for s in (scenario, believed))
    assert all(np.array_equal(one[name], two[name]) for name in one)


@given(baselines(), scenarios(**FREE))
def test_money_and_law_together_never_make_fewer_posts_than_either_alone_if_enough_could_lead(
    baseline: Baseline, scenario: Scenario
) -> None:
    # Where few could lead, posts that are made elsewhere take them, and a post left vacant may go.
    plenty = replace(baseline, fte=1e7)
    posts = {
        (money, law): project(plenty, replace(scenario, funding=money, mandate=law)).posts
        for money in (0.0, 1.0)
        for law in (0.0, 1.0)
    }
    for alone in ((1.0, 0.0), (0.0, 1.0)):
        assert (posts[1.0, 1.0] >= posts[alone] - 1e-9).all(), alone
    assert (posts[1.0, 0.0] >= posts[0.0, 0.0] - 1e-9).all()
