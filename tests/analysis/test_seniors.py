"""Whether there are enough senior people to lead, worked out by hand and by other runs."""

from dataclasses import replace

import numpy as np
import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis.seniors import Seniors, by_system, least_eligible, seniors
from tests.analysis.small_england import AREAS, england, projection

FEW = Scenario(
    leave_psy=0.1, leave_ther=0.14, promote_lead=0.01, retire=0.04, external=0, mandate=1
)


def test_people_who_could_lead_at_the_start_by_hand() -> None:
    """Half of the top grade: 20%, 10% and 10% of three families of 20,000 FTE at 0.83 a head."""
    found = seniors(projection(), "Q02")
    heads = 20_000 / 0.83 * (0.5 * 0.2 + 0.25 * 0.1 + 0.25 * 0.1) * 0.5
    assert found.people[0] == pytest.approx(heads * 0.3)
    assert (found.low[0], found.high[0]) == pytest.approx((heads * 0.25, heads * 0.35))
    assert found.organisations == 6  # five trusts and the ICS
    assert not found.short


def test_as_many_people_as_posts_are_enough() -> None:
    people, posts = np.array([4.0, 5.0, 6.0]), np.array([5.0, 5.0, 5.0])
    assert Seniors(range(2023, 2026), people, people + 1, people + 2, posts, 5).short == [2023]


def test_the_years_are_short_in_which_a_loop_over_areas_says_so() -> None:
    run = project(baseline(), FEW)
    found = by_system(run)
    assert list(found) == list(run.baseline.areas)
    short = {}
    for a, area in enumerate(run.baseline.areas):
        wanted = run.posts[..., a, :].sum(axis=-1) + run.system_posts[..., a]
        people = run.pool[..., a]
        years = [y for t, y in enumerate(run.years) if people[:, t].min() < wanted[:, t].max()]
        if years:
            short[area] = years
    assert short
    assert {area: row.short for area, row in found.items() if row.short} == short


def test_where_nobody_runs_short_no_leader_is_missing_for_want_of_people() -> None:
    """The same run with twice the people to choose from has the same leaders."""
    b = baseline()
    plenty = replace(b, inputs=replace(b.inputs, lead_eligible=1.0))
    assert not any(row.short for row in by_system(project(b, Scenario(mandate=1))).values())
    one, other = project(b, Scenario(mandate=1)), project(plenty, Scenario(mandate=1))
    assert np.allclose(one.led, other.led, rtol=1e-12)
    assert np.allclose(one.systems_led, other.systems_led, rtol=1e-12)


def test_leaders_are_missing_for_want_of_people_only_where_people_run_short() -> None:
    b = baseline()
    few = replace(b, inputs=replace(b.inputs, lead_eligible=0.25))
    run, plenty = (
        project(few, FEW),
        project(replace(b, inputs=replace(b.inputs, lead_eligible=1)), FEW),
    )
    missing = (plenty.systems_led - run.systems_led).max(axis=(0, 1))
    short = np.array([bool(row.short) for row in by_system(run).values()])
    assert short.any()
    assert not short.all()
    assert np.abs(missing[~short]).max() < 1e-12
    assert missing[short].max() > 0.1


@pytest.mark.parametrize("mine", [Scenario(), FEW])
def test_above_the_least_share_nobody_runs_short_and_below_it_somebody_does(mine) -> None:
    """By other runs with another share of people who could lead, posts being the same."""
    b = baseline()
    least = least_eligible(project(b, mine))
    for share, short in ((least * 1.001, False), (least * 0.98, True)):
        start = replace(b, inputs=replace(b.inputs, lead_eligible=min(share, 1.0)))
        found = by_system(project(start, mine))
        assert any(row.short for row in found.values()) == short


def test_no_senior_people_at_all_is_short_whoever_is_able() -> None:
    grades = np.array([[0.7, 0.3, 0.0]] * 3)
    start = england(
        inputs=replace(england().inputs, grade_share=grades, entry_grade=np.array([0.7, 0.3, 0]))
    )
    run = project(start, Scenario(promote_lead=0.01))
    assert least_eligible(run) == np.inf
    assert [a for a in AREAS if 2023 in seniors(run, a).short] == list(AREAS)
