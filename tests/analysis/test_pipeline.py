"""Training, waiting, what is short, and worse before better: each by another way."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.expansion import PLACES, Expansion, expansion, without_places
from ppn_scenarios.analysis.passports import pipeline as passports
from ppn_scenarios.analysis.passports import trust_staff
from ppn_scenarios.analysis.passports.shortage import of_short
from ppn_scenarios.analysis.pipeline import training
from ppn_scenarios.analysis.shortage import NEITHER, PEOPLE, POSTS, short
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.tables import queries
from tests.analysis.passports.test_passports_of_places import ran
from tests.analysis.small_england import england
from tests.model.valid import scenarios

RUN = project(baseline(), Scenario())
MORE = Scenario(places_cp=1_400, places_other=7_000)


@settings(max_examples=15)
@given(scenarios(), st.integers(2024, 2037), st.sampled_from([ENGLAND, "Y01", "Q03"]))
def test_training_and_waiting_add_up(scenario, year, place) -> None:
    found = training(project(england(), scenario), place, year)
    through = found.opening + found.started - found.qualified - found.lost
    assert through == pytest.approx(found.closing, rel=1e-9, abs=1e-9)
    before = found.waiting_before + found.seeking - found.hired
    waiting = before - found.hired_later - found.gave_up
    assert waiting == pytest.approx(found.waiting, rel=1e-9, abs=1e-9)


def test_the_first_year_s_trainees_are_those_of_the_table_of_inputs() -> None:
    found = training(RUN, ENGLAND, 2024)
    rows = queries.model_inputs().query("input == 'opening_trainees'")
    for i, family in enumerate(found.groups):
        for row in rows[rows["family"] == family].to_dict("records"):
            assert found.to_go[0, i, int(row["year_offset"]) - 1] == pytest.approx(row["value"])
    assert found.qualified[0] == pytest.approx([770 * 0.993, 1_900 * 0.92, 2_700 * 0.9])


def test_extra_places_qualify_when_their_course_is_over() -> None:
    """Clinical psychology takes three years: places from April 2027 qualify in 2030/31."""
    more = project(baseline(), Scenario(places_cp=1_400))
    extra = {
        year: float(
            (training(more, ENGLAND, year).qualified - training(RUN, ENGLAND, year).qualified)[0, 0]
        )
        for year in range(2024, 2038)
    }
    assert all(extra[year] == pytest.approx(0, abs=1e-9) for year in range(2024, 2031))
    # Lost in each of three years: so many of 320 more who started are left.
    assert extra[2031] == pytest.approx(320 * (1 - 0.007) ** 3)


@pytest.mark.parametrize("place", [ENGLAND, "QT6"])
def test_posts_are_short_exactly_where_the_unplaced_grow_from_nothing(place: str) -> None:
    run = project(baseline(), Scenario(post_growth=0.0, places_other=7_000))
    rows = short(run, place)
    assert len(rows) == 14 * 3
    first = {row.group: row.year for row in reversed(rows) if row.what == POSTS}
    assert first
    for group, year in first.items():
        here = training(run, place, year)
        assert here.waiting_before[0, group] == pytest.approx(0, abs=1e-9)
        assert here.waiting[0, group] > 0
    for row in rows[::5]:
        waiting = training(run, place, row.year).waiting[0, row.group]
        assert row.waiting == pytest.approx(waiting), "by the middle of the estimates"


def test_posts_are_short_no_longer_once_all_who_waited_are_hired() -> None:
    # Frozen posts turn people away; then posts grow fast, and those who waited are hired.
    run = project(baseline(), Scenario(post_freeze=3, post_growth=0.065))
    hired_at_last = 0
    for row in short(run, ENGLAND):
        found = training(run, ENGLAND, row.year)
        turned_away = found.seeking[0, row.group] - found.hired[0, row.group]
        assert (row.what == POSTS) == (turned_away > 1), row
        waited = run.flows.hired_unplaced[0, row.year - 2024].sum(axis=0)[row.group]
        hired_at_last += waited > 10 and row.what != POSTS
    assert hired_at_last


def test_with_no_limit_on_hiring_posts_are_never_short() -> None:
    rows = short(project(baseline(), Scenario(cap_mode=0, post_growth=0.0)), ENGLAND)
    assert {row.what for row in rows} == {PEOPLE, NEITHER}, "nobody is turned away"


@settings(max_examples=10)
@given(scenarios())
def test_people_are_short_only_where_everyone_is_hired(scenario: Scenario) -> None:
    run = project(england(), scenario)
    for row in short(run, ENGLAND):
        found = training(run, ENGLAND, row.year)
        turned_away = found.seeking[0, row.group] - found.hired[0, row.group]
        if row.what != POSTS:
            assert turned_away == pytest.approx(0, abs=1e-6 * (1 + found.seeking[0, row.group]))
        assert (row.vacant > 0) or row.what != PEOPLE


def test_vacant_posts_of_all_groups_are_those_of_the_measure() -> None:
    staff, posts = (v[0, -1].sum(axis=0) for v in (RUN.fte, RUN.establishment))
    rows = [row for row in short(RUN, ENGLAND) if row.year == 2037]
    assert [row.vacant for row in rows] == pytest.approx(list(1 - staff / posts))
    whole = MEASURES["vacancy_rate"](RUN, ENGLAND).at(2037)[1]
    assert whole == pytest.approx(1 - staff.sum() / posts.sum())


def test_more_places_are_worse_before_they_are_better() -> None:
    plain = without_places(MORE)
    assert plain == Scenario()
    found = expansion(project(baseline(), MORE), RUN, ENGLAND)
    by_hand = (project(baseline(), MORE).in_post - RUN.in_post)[0].sum(axis=(1, 2, 3))
    assert found.everyone[0] == pytest.approx(by_hand)
    low, better = found.worst(found.everyone), found.better_from(found.everyone)
    assert low is not None
    assert better is not None
    assert low == 2028, "the first year of more places"
    # Whoever starts a course in that year leaves a post for it, less half a year's leaving.
    fewer = -found.at(found.everyone, 2028)[0]
    assert 0.8 < fewer / (320 * 0.25 + 2_000 * 0.4 * 0.95 * 0.35) < 1.01
    assert by_hand[better - 2023] > 0
    assert by_hand[better - 2024] <= 0.5


def test_less_than_half_a_person_more_or_fewer_is_nobody() -> None:
    some, none = np.array([[0, -0.6, 0.4, 0.6, 0.7]]), np.array([[0, -0.4, 0.3, 0.4, 0.4]])
    found = Expansion(range(2023, 2028), some, none)
    assert (found.worst(some), found.better_from(some)) == (2024, 2026)
    assert (found.worst(none), found.better_from(none)) == (None, None)


def test_without_moves_into_training_it_is_never_worse() -> None:
    still = replace(MORE, career_psy=0.0, career_ther=0.0, cap_mode=0)
    runs = [project(baseline(), s) for s in (still, without_places(still))]
    found = expansion(runs[0], runs[1], ENGLAND)
    assert found.worst(found.practitioners) is None
    assert found.worst(found.everyone) is None
    assert found.better_from(found.everyone) == 2029, "a one-year course, from April 2027"


def test_the_plan_without_places_differs_in_nothing_else() -> None:
    mine = replace(MORE, retention=0.05, growth_cp_capt=0.2, mandate=1)
    plain = without_places(mine)
    assert {k for k in mine.changes() if k not in plain.changes()} <= set(PLACES)
    assert all(getattr(plain, name) == ASSUMPTIONS[name].default for name in PLACES)
    assert plain.retention == 0.05


@pytest.mark.parametrize("place", [ENGLAND, "QWE"])
@pytest.mark.parametrize("by_profession", [False, True])
def test_the_pipeline_s_passports_are_made_again(place: str, by_profession: bool) -> None:
    run = project(baseline(by_profession=by_profession), MORE)
    for passport in passports.of_training(run, place, 2031)[:: 9 if by_profession else 3]:
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("place", [ENGLAND, "QWE"])
def test_vacant_posts_of_a_group_are_made_again(place: str) -> None:
    for passport in of_short(RUN, place, short(RUN, place)[::13]):
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)


def test_the_difference_that_places_make_is_made_again() -> None:
    passport = passports.of_expansion(project(baseline(), MORE), RUN, "QWE", 2037)
    assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9)
    assert set(passport.rests_on) == {"places_cp", "places_other"}


def test_what_is_set_against_the_stated_share_is_made_again() -> None:
    rows = queries.staff_by_group()
    whole = float(rows["fte"][rows["is_total"]].iloc[0])
    part = float(rows["fte"][rows["staff_group"] == trust_staff.THERAPEUTIC].iloc[0])
    trusts = queries.trusts().query("trust_type == 'mental_health'")
    assert whole == pytest.approx(trusts["staff_fte"].sum(), abs=5)
    assert part == pytest.approx(trusts["scientific_therapeutic_fte"].sum(), abs=5)
    for passport in (
        trust_staff.of_claim(0.12, whole),
        trust_staff.of_therapeutic(part, whole),
        trust_staff.of_all_counted(27_800, whole),
        trust_staff.of_projected(RUN, 2026, whole),
    ):
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9)


def test_groups_of_staff_add_up_to_their_total_and_small_teams_are_left_out() -> None:
    for region in (None, "Y62", "Y58"):
        rows = queries.staff_by_group(region_code=region)
        assert (rows["trusts"] >= 5).all()
        if len(rows):
            parts = rows["fte"][~rows["is_total"]].sum()
            assert parts == pytest.approx(rows["fte"][rows["is_total"]].iloc[0], rel=0.01)
    assert np.isclose(queries.staff_by_group()["share_of_all"].iloc[0], 1)
