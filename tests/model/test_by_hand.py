"""Cases small enough to work out on paper: each expected number is shown with its arithmetic."""

from dataclasses import replace
from math import exp

import numpy as np
import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.model import leadership, project, staffing
from ppn_scenarios.model.dose import effects_of
from ppn_scenarios.model.rates import course_shares
from tests.model.valid import anything, nobody_waiting, nothing_moves
from tests.round_numbers import round_inputs, two_areas

QUIET = nobody_waiting(round_inputs())
FULL = {"participation": 1.0, "availability": 1.0, "vacancy0": 0.0}


def alone(**inputs: object) -> dict[str, object]:
    """Two areas with nobody waiting and the inputs given."""
    return {"inputs": replace(QUIET, **inputs)}  # type: ignore[arg-type]


# The opening position.


def test_the_opening_position_is_shared_out_by_area_family_and_grade() -> None:
    p = project(two_areas(), Scenario(participation=0.8, vacancy0=0.1))
    # 20,000 FTE x 0.25 x 0.5 = 2,500 FTE of psychologists in Q01; / 0.8 = 3,125 people;
    # half of them in the first grade: 1,562.5; posts 2,500 / 0.9.
    assert p.fte[0, 0, 0] == pytest.approx(2_500)
    assert p.in_post[0, 0, 0].tolist() == pytest.approx([1_562.5, 937.5, 625])
    assert p.establishment[0, 0, 0] == pytest.approx(2_500 / 0.9)
    # 70 trainees who qualify in the second year; three quarters of them in Q02.
    assert p.trainees[0, 1, 0, 1] == pytest.approx(52.5)


def test_where_there_are_leaders_there_are_also_posts_that_stand_empty_a_while() -> None:
    p = project(two_areas(), Scenario())
    # Mental health trusts of Q02: 2 x 80% led = 1.6; vacant 1.6 x 0.22 x 0.39 = 0.13728.
    assert p.led[0, 1, 0] == pytest.approx(1.6)
    assert p.posts[0, 1, 0] == pytest.approx(1.6 + 0.13728)


def test_at_the_start_no_more_posts_are_vacant_than_there_are_trusts_without_a_leader() -> None:
    p = project(two_areas(), Scenario(cppo_base_mental_health=1.0))
    assert p.posts[0, 1, 0] == p.led[0, 1, 0] == 2


# One year of staffing (E1-E9).


def test_a_year_of_leaving_and_retiring() -> None:
    s = nothing_moves(leave_prac=0.15, retire=0.05, cap_mode=0.0, **FULL)
    level = alone(
        leaving_relative=np.ones((3, 3)),
        retirement_relative=np.ones((3, 3)),
        leavers_entering_pool=0.5,
    )
    p = project(two_areas(**level), s)
    # Practitioners of Q01: 20,000 x 0.25 x 0.25 = 1,250. All hazards: 0.15 + 0.05 = 0.20, so
    # 1 - exp(-0.2) = 18.1269% go: 226.5866, of whom 0.15 / 0.20 leave and the rest retire.
    assert p.flows.voluntary[0, 0, 2] == pytest.approx(169.93996, abs=1e-4)
    assert p.flows.retired[0, 0, 2] == pytest.approx(56.64665, abs=1e-4)
    assert p.in_post[1, 0, 2].sum() == pytest.approx(1_023.41344, abs=1e-4)
    # Half of those who left may come back: 84.96998.
    assert p.recent_leavers[1, 0, 2] == pytest.approx(84.96998, abs=1e-4)


def test_those_hired_are_exposed_to_leaving_for_half_a_year() -> None:
    s = nothing_moves(external=1_000.0, leave_psy=0.2, cap_mode=0.0, **FULL)
    level = alone(leaving_relative=np.ones((3, 3)), external_share=np.array([1.0, 0, 0]))
    p = project(two_areas(**level), s)
    # 10,000 psychologists and 1,000 join in the year. 10,000 x (1 - exp(-0.2)) = 1,812.692 go,
    # and 1,000 x (1 - exp(-0.1)) = 95.163 of the newcomers.
    assert p.flows.voluntary[0, :, 0].sum() == pytest.approx(1_812.692 + 95.163, abs=1e-3)
    assert p.in_post[1, :, 0].sum() == pytest.approx(11_000 - 1_907.855, abs=1e-3)


def test_constant_joiners_settle_at_the_number_that_balances_leaving() -> None:
    """I11: N* = J s_half / (1 - s)."""
    stays, half = exp(-0.12), exp(-0.06)
    rates = one_family(leaving=0.12, external=100.0)
    now = nobody()
    for _ in range(200):
        now, _ = next_year(now, rates)
    assert now.in_post.sum() == pytest.approx(100 * half / (1 - stays), rel=1e-9)
    assert now.in_post.sum() == pytest.approx(100 / 0.12, rel=1e-3)


def test_posts_limit_hiring_and_all_who_apply_have_the_same_chance() -> None:
    inputs = replace(
        QUIET,
        opening_trainees=np.array([[600.0, 0, 0, 0, 0], [0.0] * 5, [0.0] * 5]),
        opening_unplaced=np.array([200.0, 0, 0]),
        opening_recent_leavers=np.array([1_000.0, 0, 0]),
        external_share=np.array([1.0, 0, 0]),
        unplaced_reapply=0.5,
        unplaced_fade=0.25,
        recent_leaver_fade=0.1,
    )
    s = nothing_moves(
        uptake_psy=0.5,
        noncompletion_psy=0.0,
        return_rate=0.2,
        external=400.0,
        post_growth=0.03,
        **FULL,
    )
    p = project(two_areas(inputs=inputs), s)
    # Posts 10,000 x 1.03, so room for 300. Who applies: 600 qualify x 0.5 = 300; 200 x 0.5 = 100
    # again; 1,000 x 0.2 = 200 back; 400 from outside: 1,000, so three in ten are hired.
    flows = p.flows
    hired = (flows.hired_new, flows.hired_unplaced, flows.hired_returners, flows.hired_external)
    assert [h[0, :, 0].sum() for h in hired] == pytest.approx([90, 30, 60, 120])
    assert p.fte[1, :, 0].sum() == pytest.approx(10_300)
    # Unplaced: (200 - 30) x 0.75 = 127.5, and 300 - 90 = 210 new.
    assert p.unplaced[1, :, 0].sum() == pytest.approx(337.5)
    # Recent leavers: (1,000 - 60) x 0.9 = 846; nobody leaves in this case.
    assert p.recent_leavers[1, :, 0].sum() == pytest.approx(846)
    # New and again enter the first grade, the rest 60 / 30 / 10%: 120 + 0.6 x 180 = 228.
    risen = p.in_post[1, :, 0].sum(axis=0) - p.in_post[0, :, 0].sum(axis=0)
    assert risen.tolist() == pytest.approx([228, 54, 18])


def test_without_the_limit_everyone_who_applies_is_hired() -> None:
    s = nothing_moves(external=400.0, cap_mode=0.0, **FULL)
    p = project(two_areas(**alone(external_share=np.array([1.0, 0, 0]))), s)
    assert p.flows.hired_external[0, :, 0].sum() == pytest.approx(400)


def test_hiring_may_pass_posts_by_the_share_allowed() -> None:
    s = nothing_moves(external=4_000.0, **FULL)
    baseline = two_areas(**alone(external_share=np.array([1.0, 0, 0]), over_establishment=0.02))
    assert project(baseline, s).fte[1, :, 0].sum() == pytest.approx(10_200)  # 10,000 x 1.02


def test_practitioners_who_train_leave_their_post_and_nobody_is_counted_twice() -> None:
    s = nothing_moves(places_cp=1_000.0, career_psy=0.25, fill_cp=0.8, **FULL)
    p = project(two_areas(**alone()), s)
    # 1,000 places, 800 filled, a quarter of them by practitioners: 200 move, 50 of them in Q01.
    assert p.flows.starts[0, :, 0].sum() == pytest.approx(800)
    assert p.flows.moved_out[0].tolist() == [pytest.approx([0, 0, 50]), pytest.approx([0, 0, 150])]
    assert p.flows.voluntary[0].sum() == 0
    # Q01: 1,250 practitioners, 80% in the first grade: 1,000 - 50.
    assert p.in_post[1, 0, 2].tolist() == pytest.approx([950, 125, 125])


def test_moves_into_training_take_at_most_nine_in_ten_of_a_grade() -> None:
    s = nothing_moves(places_cp=100_000.0, fill_cp=1.0, career_psy=0.5, **FULL)
    p = project(two_areas(**alone()), s)
    # 50,000 are asked of 4,000 qualified practitioners in England: 3,600 go.
    assert p.flows.moved_out[0].sum() == pytest.approx(3_600)
    assert p.in_post[1, :, 2, 0].sum() == pytest.approx(400)
    assert p.flows.starts[0, :, 0].sum() == pytest.approx(100_000)  # others fill the places


def test_promotion_moves_people_up_one_grade_and_loses_none() -> None:
    s = nothing_moves(promote_senior=0.04, promote_lead=0.02, **FULL)
    p = project(two_areas(**alone()), s)
    # Psychologists of Q01: 1,250 / 750 / 500. Up: 1,250 x 0.04 x 1.25 = 62.5 and
    # 750 x 0.02 x 1.5 = 22.5; nobody rises two grades in one year.
    assert p.in_post[1, 0, 0].tolist() == pytest.approx([1_187.5, 790, 522.5])


def test_moving_graduates_look_for_posts_in_proportion_to_areas() -> None:
    completed = np.array([[100.0, 0, 0], [100.0, 0, 0]])
    found = staffing.spread(completed, np.array([0.2]), np.array([[0.25], [0.75]]))
    # 40 of 200 look anywhere: 10 in the small area, 30 in the large one.
    assert found[:, 0].tolist() == pytest.approx([90, 110])


@pytest.mark.parametrize(
    ("years", "shares"),
    [
        (1, [1, 0, 0, 0, 0]),
        (1.5, [0.5, 0.5, 0, 0, 0]),
        (2.25, [0, 0.75, 0.25, 0, 0]),
        (5, [0, 0, 0, 0, 1]),
    ],
)
def test_starters_are_split_between_whole_years_of_a_course(
    years: float, shares: list[float]
) -> None:
    lengths = np.array([[years, 1.0, 1.0]])
    assert course_shares(lengths, np.full(3, np.nan))[0, 0].tolist() == shares


def test_more_places_lower_staff_first_and_raise_them_later() -> None:
    """I6: worse before better, because practitioners leave their posts to train."""
    busy = {"cap_mode": 0.0, "career_psy": 0.5}
    now, more = (
        project(two_areas(), Scenario(places_cp=places, **busy)).fte.sum(axis=(-1, -2))
        for places in (1_080, 1_400)
    )
    years = list(range(2023, 2038))
    assert more[years.index(2029)] < now[years.index(2029)]
    assert more[years.index(2037)] > now[years.index(2037)]


def test_supervisors_limit_starts_by_area_and_family() -> None:
    s = Scenario(supervision_cap=1, supervision_ratio=2, participation=0.8)
    p = project(two_areas(), s)
    # Practitioners of Q01: 20,000 x 0.25 x 0.25 = 1,250 FTE, a fifth of them senior: 250 FTE, so
    # 500 may start; places 5,000 x 0.6 x 0.25 x 95% = 712.5. In Q02 three times as many.
    assert p.flows.starts[0, :, 2].tolist() == pytest.approx([500, 1_500])
    # Psychologists of Q01: 2,500 FTE, half of them senior, so 2,500 may start; 270 do.
    assert p.flows.starts[0, 0, 0] == pytest.approx(270)


def test_an_area_without_seniors_trains_nobody_while_supervisors_limit_training() -> None:
    junior = alone(grade_share=np.array([[1.0, 0, 0]] * 3), promotion_relative=np.zeros((3, 2)))
    s = nothing_moves(places_cp=1_000.0, places_other=5_000.0, supervision_cap=1.0)
    assert not project(two_areas(**junior), s).flows.starts.any()


# Posts, need, cost.


def test_posts_frozen_for_three_years_grow_before_and_after_and_not_between() -> None:
    p = project(two_areas(), Scenario(post_freeze=3, post_growth=0.05))
    posts = p.establishment.sum(axis=(-1, -2))
    grown = posts[1:] / posts[:-1] - 1
    # Three years from 1 April 2027 end in March 2028, 2029 and 2030; until then growth is 3%.
    expected = [0.03] * 4 + [0.0] * 3 + [0.05] * 7
    assert grown == pytest.approx(expected)


def test_posts_grow_from_the_start_of_the_plan_and_as_now_until_then() -> None:
    p = project(two_areas(), Scenario(post_growth=0.0, plan_start=2027))
    # 3% a year, today's value, for the four years to March 2027; none after.
    posts = p.establishment.sum(axis=(-1, -2))
    assert posts[4] / posts[0] == pytest.approx(1.03**4)
    assert posts[-1] == pytest.approx(posts[4])


def test_need_grows_from_the_posts_of_the_first_year() -> None:
    p = project(two_areas(), Scenario(demand_growth=0.05, productivity=0.01, vacancy0=0.1))
    expected = 20_000 / 0.9 * (1.05 / 1.01) ** 14
    assert p.needed[-1].sum() == pytest.approx(expected)


def test_work_moved_to_practitioners_comes_from_the_others_in_proportion() -> None:
    p = project(two_areas(), anything(skill_mix=0.075, demand_growth=0.0))
    # By 2037, 7.5 points of all work: psychologists held 50 of the 75 others, so 5 of the 7.5.
    mix = p.needed[-1].sum(axis=0) / p.needed[-1].sum()
    assert mix.tolist() == pytest.approx([0.45, 0.225, 0.325])


def test_leaders_leave_clinical_work_for_their_protected_time_and_cost_their_uplift() -> None:
    s = nothing_moves(lead_wte=0.5, ics_wte=0.25, backfill=0.4, ics_base=0.5, post_cost=100, **FULL)
    p = project(two_areas(**alone()), s)
    # Q01: 1 x 0.80 + 1 x 0.25 = 1.05 trust leaders and 0.5 ICS lead:
    # 1.05 x 0.5 + 0.5 x 0.25 = 0.65 FTE, of which 60% is not replaced: 0.39;
    # from psychologists 80%, therapists 20%.
    assert (p.fte - p.clinical_fte)[3, 0].tolist() == pytest.approx([0.312, 0.078, 0])
    # 60 x (2,500 - 0.312) + 75 x (1,250 - 0.078) + 150 x 1,250
    assert p.people_seen[3, 0] == pytest.approx(431_225.43)
    assert p.leadership_cost[3, 0] == pytest.approx(1.05 * 100 + 0.5 * 40)
    assert p.pay_cost[3, 0] == pytest.approx(5_000 * 50)


def test_training_costs_what_its_trainees_cost() -> None:
    p = project(two_areas(), Scenario())
    # At the start 60 + 70 + 80 + 100 + 200 = 510 in training, 50 thousand each.
    assert p.training_cost[0].sum() == pytest.approx(510 * 50)


def test_cover_of_vacant_posts_and_replacing_leavers_cost_what_the_reader_says() -> None:
    s = nothing_moves(
        leave_psy=0.2,
        vacancy0=0.2,
        participation=1.0,
        agency_cover=0.5,
        agency_price=100.0,
        replacement_price=10.0,
    )
    p = project(two_areas(**alone(leaving_relative=np.ones((3, 3)))), s)
    # Q01: 5,000 FTE in 6,250 posts, so 1,250 vacant; half of them covered at £100k.
    assert p.agency_cost[0, 0] == pytest.approx(0.5 * 1_250 * 100)
    # 2,500 psychologists, of whom 1 - exp(-0.2) = 18.1269% leave: 453.173 more vacant posts.
    assert p.agency_cost[1, 0] == pytest.approx(0.5 * 1_703.173 * 100, rel=1e-6)
    assert p.replacement_cost[:2, 0].tolist() == pytest.approx([0, 4_531.73], rel=1e-6)


def test_what_nobody_has_priced_costs_nothing() -> None:
    p = project(two_areas(), Scenario(agency_cover=1))
    assert not p.agency_cost.any()
    assert not p.replacement_cost.any()


def test_cover_of_vacant_posts_is_in_no_number_of_staff() -> None:
    plain = project(two_areas(), Scenario())
    covered = project(two_areas(), Scenario(agency_cover=1, agency_price=100, replacement_price=9))
    for name in ("in_post", "fte", "clinical_fte", "people_seen", "pay_cost", "leadership_cost"):
        assert np.array_equal(getattr(plain, name), getattr(covered, name)), name


# A month, a year and many years of leadership (E14-E17).


def month_of(posts: leadership.Posts, monkeypatch: pytest.MonkeyPatch, **values: float):
    """Move posts one month on, with a pool of `pool` people (default: plenty)."""
    pool = np.array([values.pop("pool", 1e6)])
    monkeypatch.setattr(leadership, "MONTHS", 1)
    pace = leadership.pace(anything(**values), np.array([2027])).at(0)
    after, _ = leadership.next_year(posts, pace, pool)
    return after


def test_a_month_of_leadership_posts(monkeypatch: pytest.MonkeyPatch) -> None:
    start = leadership.Posts(np.array([[100.0]]), np.array([[0.1]]), np.array([[0.3]]))
    after = month_of(
        start,
        monkeypatch,
        h_encourage=0.24,
        ceiling_encouraged=0.9,
        fill_time=0.5,
        lead_turnover=0.36,
        abolish=0.12,
    )
    # 100 organisations: 60 without the post, 10 vacant, 30 filled. Within a month:
    #   created: (90 - 40) x (1 - exp(-0.02)) = 50 x 0.0198013 = 0.990066
    #   filled:  10 x (1 - exp(-1/6))         = 10 x 0.1535183 = 1.535183
    #   left:    30 x (1 - exp(-0.03))        = 30 x 0.0295545 = 0.886634
    #   cut:     (10 - 1.535183) x (1 - exp(-0.01)) = 8.464817 x 0.00995017 = 0.0842263
    #            (30 - 0.886634) x 0.00995017 = 29.113366 x 0.00995017 = 0.2896829
    assert after.vacant[0, 0] == pytest.approx(10 + 0.990066 - 1.535183 + 0.886634 - 0.0842263)
    assert after.filled[0, 0] == pytest.approx(30 + 1.535183 - 0.886634 - 0.2896829)


def test_a_month_of_leadership_with_too_few_people(monkeypatch: pytest.MonkeyPatch) -> None:
    start = leadership.Posts(
        np.array([[20.0, 20.0]]), np.array([[6.0, 2.0]]) / 20, np.array([[1.0, 1.0]]) / 20
    )
    after = month_of(
        start,
        monkeypatch,
        h_encourage=0.0,
        fill_time=0.1,
        lead_turnover=0.0,
        abolish=0.0,
        pool=2.4,
    )
    # Two of 2.4 people lead already, so 0.4 is left for 8 vacancies: each type gets its share.
    assert after.filled.tolist() == [pytest.approx([1 + 0.3, 1 + 0.1])]
    assert after.vacant.tolist() == [pytest.approx([6 - 0.3, 2 - 0.1])]


def test_where_nobody_could_lead_posts_are_made_and_stay_vacant() -> None:
    s = Scenario(mandate=1, abolish=0, **{k: 0.0 for k in ASSUMPTIONS if "_base" in k})
    p = project(two_areas(inputs=round_inputs(lead_eligible=0.0)), s)
    assert not p.led.any()
    assert not p.systems_led.any()
    assert p.posts[-1].sum() == pytest.approx(8, abs=0.01)  # of 8 trusts


def test_systems_draw_on_whoever_trusts_leave_over() -> None:
    half_could_lead = round_inputs(lead_eligible=1.0, grade_share=np.array([[0.3, 0.2, 0.5]] * 3))
    s = nothing_moves(
        mandate=1.0, h_mandate=50.0, mandate_year=2023, fill_time=0.01, participation=1.0
    )
    p = project(two_areas(fte=20.0, inputs=nobody_waiting(half_could_lead)), s)
    # Q01 has 5 people, of whom 2.5 could lead: both its trusts fill, and half an ICS post.
    assert p.led[-1, 0].sum() == pytest.approx(2)
    assert p.systems_led[-1, 0] == pytest.approx(0.5)


COVERAGE = {
    0.10: (6, 21, 34, 49),
    0.15: (9, 30, 46, 63),
    0.33: (18, 53, 72, 85),
    1.0: (42, 85, 91, 92),
    2.5: (68, 92, 92, 92),
}


@pytest.mark.parametrize("pace", COVERAGE)
def test_coverage_grows_as_the_specification_tabulates(pace: float) -> None:
    """Section 2.2, years 1, 3, 5 and 8: no ceiling, nothing cut, from nothing.

    To the two points that monthly steps cost, and the rounding of the table.
    """
    s = anything(
        h_encourage=pace,
        ceiling_encouraged=1.0,
        abolish=0.0,
        **{k: 0.0 for k in ASSUMPTIONS if k.startswith("cppo_base") or k == "ics_base"},
    )
    p = project(two_areas(), s)
    led = 100 * p.led.sum(axis=(-1, -2)) / 8
    assert [led[t] for t in (1, 3, 5, 8)] == pytest.approx(COVERAGE[pace], abs=2.1)


@pytest.mark.parametrize(
    ("turnover", "fill_time", "ceiling"), [(0.22, 0.39, 0.92), (0.35, 0.75, 0.79)]
)
def test_posts_that_all_exist_are_filled_to_a_steady_ceiling(
    turnover: float, fill_time: float, ceiling: float
) -> None:
    s = Scenario(
        mandate=1,
        mandate_year=2026,
        h_mandate=2.5,
        abolish=0,
        lead_turnover=turnover,
        fill_time=fill_time,
    )
    p = project(two_areas(), s)
    assert p.led[-1].sum() / 8 == pytest.approx(ceiling, abs=0.01)
    assert p.posts[-1].sum() / 8 == pytest.approx(1, abs=1e-3)


def test_a_requirement_acts_from_its_first_of_april() -> None:
    encouraged = project(two_areas(), Scenario())
    required = project(two_areas(), Scenario(mandate=1, mandate_year=2028))
    same = [np.array_equal(encouraged.led[t], required.led[t]) for t in range(15)]
    # As before up to 31 March 2028, the sixth year; different on 31 March 2029.
    assert same == [True] * 6 + [False] * 9


def test_leadership_is_held_as_it_is_until_its_year() -> None:
    p = project(two_areas(leadership_year=2026), Scenario())
    for name in ("led", "posts", "systems_led", "system_posts", "interim_posts"):
        values = getattr(p, name)
        assert all(np.array_equal(values[t], values[0]) for t in range(4)), name
        if name != "interim_posts":
            assert not np.array_equal(values[4], values[0]), name


def test_interim_cover_is_a_share_of_vacant_posts_and_never_counts_as_led() -> None:
    """E16."""
    without, with_cover = (project(two_areas(), Scenario(interim=i)) for i in (0.0, 0.5))
    assert not without.interim_posts.any()
    vacant = with_cover.posts - with_cover.led
    np.testing.assert_allclose(with_cover.interim_posts, 0.5 * vacant, rtol=1e-9, atol=1e-12)
    systems = with_cover.system_posts - with_cover.systems_led
    np.testing.assert_allclose(with_cover.interim_system_posts, 0.5 * systems, rtol=1e-9)
    assert np.array_equal(without.led, with_cover.led)


def test_imitation_follows_the_share_of_organisations_that_have_the_post() -> None:
    four_and_six = np.array([[4.0], [6.0]])
    vacant, filled = np.array([[1.0], [0]]), np.array([[1.0], [2]])
    now = leadership.Posts(four_and_six, vacant / four_and_six, filled / four_and_six)
    assert leadership.adopted(now.established, now.organisations).item() == pytest.approx(0.4)


def test_the_dose_of_leadership_builds_up_towards_coverage_and_support() -> None:
    """E17: with all of it led and tau 2 years, 1 - exp(-1/2), then 1 - exp(-1), of the support."""
    every = {k: 1.0 for k in ASSUMPTIONS if k.startswith("cppo_base")}
    p = project(two_areas(), nothing_moves(tau_dose=2.0, support=0.5, **every))
    assert p.dose[:3, 0].tolist() == pytest.approx([0, 0.5 * 0.39346934, 0.5 * 0.63212056])


def test_where_there_is_no_trust_there_is_no_dose() -> None:
    start = two_areas()
    start = replace(start, trusts=start.trusts * [[1.0], [0.0]])
    p = project(start, nothing_moves(effects_on=1.0, tau_dose=2.0))
    assert p.dose[-1, 0] > 0
    assert p.dose[:, 1].tolist() == [0.0] * 15


def test_the_effects_of_leadership_multiply_flows() -> None:
    """E18, by hand at a dose of one half."""
    s = Scenario(effects_on=1, eps_ret=0.05, eps_rec=0.04, eps_train=0.1, eps_prod=0.02)
    effects = effects_of(np.array([0.5]), s)
    assert effects.retain.tolist() == pytest.approx([0.975])
    assert effects.recruit.tolist() == pytest.approx([1.02])
    assert effects.train.tolist() == pytest.approx([1.05])
    assert effects.see.tolist() == pytest.approx([1.01])


# Choices in time.


@pytest.mark.parametrize(
    "name",
    [
        k
        for k, lever in LEVERS.items()
        if lever.kind == "choice" and k not in {"plan_start", "plan_ramp", "mandate_year"}
    ],
)
def test_a_choice_does_nothing_before_its_date(name: str) -> None:
    lever = LEVERS[name]
    other = lever.high if lever.high != lever.default else lever.low
    dates = {"plan_start": 2030, "mandate_year": 2030, "effects_on": 1, "eps_ret": 0.05}
    now = project(two_areas(), Scenario(**dates))
    then = project(two_areas(), Scenario(**(dates | {name: other})))
    up_to = 2030 - 2023 + 1
    for measure in ("in_post", "trainees", "clinical_fte", "needed", "posts", "led", "dose"):
        before, after = getattr(now, measure)[:up_to], getattr(then, measure)[:up_to]
        assert np.array_equal(before, after), measure
    assert np.array_equal(now.leadership_cost[:up_to], then.leadership_cost[:up_to])


def test_a_choice_with_dates_of_its_own_follows_them_and_the_others_the_plan() -> None:
    s = Scenario(
        places_cp=1_280,
        places_other=6_000,
        plan_start=2027,
        plan_ramp=2,
        **{"places_cp_start": 2030, "places_cp_ramp": 4},
    )
    starts = project(two_areas(), s).flows.starts.sum(axis=-2)
    # Psychology as now, 1,080, to March 2030; then 50 more each year up to 1,280 in 2034.
    assert starts[5:12, 0].tolist() == pytest.approx(
        [1_080] * 2 + [1_130, 1_180, 1_230] + [1_280] * 2
    )
    # Others as planned: 5,000 to March 2027, 5,500 to 2028, then 6,000; 95% of places are filled.
    others = starts[3:6, 1:].sum(axis=-1)
    assert others.tolist() == pytest.approx([0.95 * 5_000, 0.95 * 5_500, 0.95 * 6_000])


def test_growth_in_psychology_places_from_a_date_of_its_own_still_ends_in_autumn_2031() -> None:
    s = Scenario(growth_cp_capt=0.25, plan_start=2027, **{"growth_cp_capt_start": 2030})
    starts = project(two_areas(), s).flows.starts[..., 0].sum(axis=-1)
    # Half of 25% in each of the two years to March 2032: 1,080, 1,215, 1,350.
    assert starts[6:10].tolist() == pytest.approx([1_080, 1_215, 1_350, 1_350])


def test_a_choice_builds_up_evenly_over_its_years() -> None:
    p = project(two_areas(), Scenario(places_cp=1_280, plan_start=2027, plan_ramp=4))
    starts = p.flows.starts[..., 0].sum(axis=-1)
    # To March 2027 as now, 1,080; then 50 more each year up to 1,280.
    assert starts[3:9].tolist() == pytest.approx([1_080, 1_130, 1_180, 1_230, 1_280, 1_280])


def test_psychology_places_grow_evenly_up_to_the_year_from_april_2031() -> None:
    p = project(two_areas(), Scenario(growth_cp_capt=0.25, plan_start=2027))
    starts = p.flows.starts[..., 0].sum(axis=-1)
    # A fifth of 25% in each of the five years to March 2032: 54 more each year, 1,350 in the end.
    assert starts[3:10].tolist() == pytest.approx([1_080, 1_134, 1_188, 1_242, 1_296, 1_350, 1_350])


def one_family(leaving: float, external: float):
    """Rates under which psychologists alone join and leave."""
    from ppn_scenarios.model.rates import rates_for

    s = nothing_moves(leave_psy=leaving, external=external, cap_mode=0.0)
    return rates_for(s, two_areas(inputs=LEVEL), np.array([2024])).at(0)


LEVEL = replace(QUIET, leaving_relative=np.ones((3, 3)), external_share=np.array([1.0, 0, 0]))


def nobody() -> staffing.Staff:
    """One area with no people at all."""
    return staffing.Staff(
        np.zeros((1, 3, 3)), np.zeros((1, 3, 5)), np.zeros((1, 3)), np.zeros((1, 3))
    )


def next_year(now: staffing.Staff, rates):
    """One year of one area, in which posts do not limit hiring and leadership does nothing."""
    none = effects_of(np.zeros(1), Scenario())
    terms = staffing.terms_of(rates, none, np.ones((1, 3)), LEVEL)
    return staffing.next_year(now, rates, terms, np.array([[np.inf] * 3]), LEVEL)


@pytest.mark.parametrize(("fte", "share"), [(0.4, 0.0), (0.5, 0.6), (1.0, 0.6)])
def test_leaders_with_half_a_week_have_the_support_that_there_is_and_with_less_none(
    fte: float, share: float
) -> None:
    p = project(two_areas(), Scenario(lead_wte=fte, support=0.6))
    assert p.led_supported[-1] == pytest.approx(share * p.led[-1])
