"""Four ways to have a leader, and where they end in the long run."""

from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.leaders import most_in_post
from ppn_scenarios.analysis.policies import LEVERS, POLICIES, compared, policy_of, under
from ppn_scenarios.analysis.post_coverage import WAYS, ceiling, covered
from ppn_scenarios.analysis.uncertainty import as_one_area
from tests.analysis.small_england import england, projection


@pytest.mark.parametrize("place", [ENGLAND, "Y58", "QWU"])
def test_the_four_ways_add_up_to_the_shares_of_the_series(place: str) -> None:
    run = project(baseline(), Scenario(exec_seat=0.3, support=0.5, mandate=1))
    rows = [row for row in covered(run, place, 2034) if row.kind != "ics"]
    trusts = sum(row.organisations for row in rows)
    for way, measure in zip(
        WAYS,
        ("trusts_posts", "trusts_led", "trusts_supported", "trusts_executive"),
        strict=True,
    ):
        share = sum(getattr(row, way) for row in rows) / trusts
        assert share == pytest.approx(MEASURES[measure](run, place).at(2034)[1])


def test_the_four_ways_of_one_type_by_hand() -> None:
    rows = {row.kind: row for row in covered(projection(Scenario(exec_seat=0.5)), "Y01", 2023)}
    row = rows["mental_health"]  # 3 trusts at 80%, with 2.4 x 0.22 x 0.39 posts vacant
    assert row.organisations == 3
    assert row.in_post == pytest.approx(2.4)
    assert row.exists == pytest.approx(2.4 + 0.20592)
    assert row.supported == pytest.approx(2.4)  # all have 0.6 FTE and full support
    assert row.seated == pytest.approx(1.2)
    assert row.share("in_post") == pytest.approx(0.8)
    assert rows["ics"].share("seated") is None
    assert "ambulance" not in rows  # that region has none


def stationary(created: float, fill: float, leave: float, cut: float) -> tuple[float, float]:
    """Posts and people of organisations that all agree, as the rest of a Markov chain."""
    rates = np.array(
        [[-created, created, 0], [cut, -cut - 1 / fill, 1 / fill], [cut, leave, -cut - leave]]
    )
    shares = np.linalg.lstsq(
        np.vstack([rates.T, np.ones(3)]), np.array([0.0, 0, 0, 1]), rcond=None
    )[0]
    return float(shares[1] + shares[2]), float(shares[2])


@given(
    created=st.floats(1.0, 2.5),
    fill=st.floats(0.19, 0.75),
    leave=st.floats(0.12, 0.35),
    cut=st.floats(0.0, 0.1),
)
def test_the_long_run_of_a_rule_for_all_is_that_of_the_rates(created, fill, leave, cut) -> None:
    mine = Scenario(mandate=1, h_mandate=created, fill_time=fill, lead_turnover=leave, abolish=cut)
    posts, people = stationary(created, fill, leave, cut)
    found = ceiling(mine)
    assert found.posts == pytest.approx(posts, abs=1e-9)
    assert found.people == pytest.approx(people, abs=1e-9)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"mandate": 1},
        {"mandate": 1, "mandate_year": 2026, "plan_start": 2036},
        {"funding": 1, "abolish": 0.1},
        {"encouragement": 1.2, "h_imitation": 0.5, "abolish": 0.1},
        {"abolish": 0.0},
    ],
)
def test_a_run_that_goes_on_for_a_century_ends_at_the_ceiling(changes: dict[str, float]) -> None:
    mine = Scenario(**changes)
    run = project(replace(as_one_area(baseline()), until=2123), mine)
    found = ceiling(mine)
    assert MEASURES["trusts_posts"](run, ENGLAND).at(2123)[1] == pytest.approx(
        found.posts, abs=0.01
    )
    assert MEASURES["trusts_led"](run, ENGLAND).at(2123)[1] == pytest.approx(found.people, abs=0.01)


def test_every_post_is_never_every_chair() -> None:
    assert most_in_post(0.22, 0.39) == pytest.approx(0.92, abs=0.005)
    found = ceiling(Scenario(mandate=1))
    assert found.agree == 1
    assert found.people == pytest.approx(0.90, abs=0.005)
    assert found.people < found.posts < 1


@pytest.mark.parametrize("place", [ENGLAND, "QWU"])
def test_each_policy_is_what_a_run_of_its_own_gives(place: str) -> None:
    mine = Scenario(h_encourage=0.2, fill_time=0.5, lead_wte=0.8, mandate_year=2030)
    found = compared(baseline(), mine, place)
    assert list(found) == list(POLICIES)
    for name, path in found.items():
        run = project(baseline(), under(mine, name))
        for values, measure in (
            (path.exists, "trusts_posts"),
            (path.in_post, "trusts_led"),
            (path.systems_in_post, "systems_led"),
            (path.taken.cost, "leadership_cost"),
        ):
            assert values == pytest.approx(MEASURES[measure](run, place).mid, rel=1e-9)


def test_a_policy_changes_how_posts_come_about_and_nothing_else() -> None:
    mine = Scenario(encouragement=0.5, h_encourage=0.2, retention=0.05, lead_wte=0.8)
    for name in POLICIES:
        was, now = asdict(mine), asdict(under(mine, name))
        assert {key for key in was if was[key] != now[key]} <= set(LEVERS)
    assert under(mine, "required").mandate == 1
    assert under(mine, "as_now").encouragement == 0
    assert under(mine, "funded").funding == 1


def test_a_scenario_knows_its_policy_or_that_it_has_one_of_its_own() -> None:
    assert policy_of(Scenario()) == "as_now"
    assert policy_of(Scenario(retention=0.05, mandate=1)) == "required"
    assert policy_of(Scenario(encouragement=0.5)) is None
    assert policy_of(Scenario(mandate=1, funding=1)) is None


def test_more_is_required_of_nobody_and_everybody_has_more_leaders() -> None:
    found = compared(baseline(), Scenario())
    ends = [float(found[name].in_post[-1]) for name in ("as_now", "harder", "required")]
    assert ends == sorted(ends)
    assert found["funded"].in_post[-1] > found["as_now"].in_post[-1]


def test_a_requirement_before_the_plan_starts_counts_from_its_own_date() -> None:
    early = Scenario(mandate=1, mandate_year=2026, plan_start=2036)
    run = project(baseline(), early)
    assert MEASURES["trusts_posts"](run, ENGLAND).at(2028)[1] > 0.85


@settings(max_examples=10, deadline=None)
@given(st.sampled_from([2026, 2030, 2036]))
def test_with_nobody_to_lead_posts_stand_empty(mandate_year: int) -> None:
    inputs = replace(england().inputs, lead_eligible=0.0)
    start = england(inputs=inputs)
    run = project(start, Scenario(mandate=1, mandate_year=mandate_year))
    led = MEASURES["trusts_led"](run, ENGLAND)
    assert np.all(np.diff(led.mid[3:]) <= 1e-12)  # nobody is replaced
    assert MEASURES["trusts_posts"](run, ENGLAND).at(2037)[1] > led.at(2037)[1]
