"""Staff needed by four methods, each worked out by hand, and always labelled (E11)."""

from dataclasses import replace

import numpy as np
import pytest

from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.assumptions import ASSUMPTIONS, TARGETS, Scenario
from ppn_scenarios.model import Profession, Projection, method_label, method_scope, project, split
from ppn_scenarios.model.required import FAIR_SHARE, GROWTH, PLAN, READINGS, SCOPES, WORKLOAD
from ppn_scenarios.model.workload import staff_for
from tests.analysis import small_england
from tests.model.valid import anything
from tests.round_numbers import round_inputs, round_work, two_areas

METHODS = (PLAN, WORKLOAD, FAIR_SHARE, GROWTH)


def run(method: int, **values: float) -> Projection:
    return project(two_areas(), Scenario(need_method=method, **values))


def test_the_default_is_need_that_grows() -> None:
    p = project(two_areas(), Scenario(vacancy0=0.1, demand_growth=0.05, productivity=0.01))
    assert Scenario().need_method == GROWTH
    # 20,000 / 0.9 posts, a quarter of them in Q01 and half of these for psychologists.
    assert p.needed[0, 0, 0] == pytest.approx(20_000 / 0.9 / 8)
    assert p.needed[-1].sum() == pytest.approx(20_000 / 0.9 * (1.05 / 1.01) ** 14)


# M1, the plan.


@pytest.mark.parametrize(("reading", "goal"), [(1, 30_000), (2, 40_000), (3, 45_000)])
def test_the_plan_is_reached_in_2037_by_the_same_growth_each_year(reading: int, goal: int) -> None:
    needed = run(PLAN, plan_reading=reading).needed
    england = needed.sum(axis=(-1, -2))
    assert england[0] == pytest.approx(20_000)  # staff in post, not funded posts
    assert england[-1] == pytest.approx(goal)
    np.testing.assert_allclose(england[1:] / england[:-1], (goal / 20_000) ** (1 / 14))
    assert england[7] == pytest.approx((20_000 * goal) ** 0.5)  # half way in time
    # Q01 has a quarter, and psychologists are half of it.
    assert needed[-1, 0].tolist() == pytest.approx([goal / 8, goal / 16, goal / 16])


def test_the_plan_s_work_moves_between_families_and_stays_as_much() -> None:
    p = project(two_areas(), anything(need_method=PLAN, plan_reading=1, skill_mix=0.075))
    mix = p.needed[-1].sum(axis=0)
    assert mix.tolist() == pytest.approx([0.45 * 30_000, 0.225 * 30_000, 0.325 * 30_000])


def test_need_that_grows_does_not_move_the_plan() -> None:
    one, two = run(PLAN, demand_growth=0.0), run(PLAN, demand_growth=0.06, productivity=0.01)
    assert np.array_equal(one.needed, two.needed)


def test_the_plan_without_its_published_figures_is_refused_by_their_names() -> None:
    nothing = two_areas(published={"ltwp_extra_low": 9_000.0})
    with pytest.raises(ValueError, match="published figure for ltwp_extra_high, esr_fte_2023, esr"):
        project(nothing, Scenario(need_method=PLAN, plan_reading=2))
    with pytest.raises(ValueError, match="ltwp_growth"):
        project(nothing, anything(need_method=np.array([4, 1]), plan_reading=3))
    for other in (WORKLOAD, FAIR_SHARE, GROWTH):
        project(nothing, Scenario(need_method=other))


def test_a_reading_is_a_target_and_is_called_what_the_target_is() -> None:
    labels = ASSUMPTIONS["plan_reading"].option_labels
    assert [label.split(":")[0] for label in labels] == ["Reading A", "Reading B", "Reading C"]
    assert labels == tuple(TARGETS[READINGS[n]].line for n in (1, 2, 3))
    published = small_england.PUBLISHED
    for reading, target in READINGS.items():
        scenario = Scenario(need_method=PLAN, plan_reading=reading)
        p = small_england.projection(scenario)
        goal = TARGETS[target].threshold(published)
        assert MEASURES["needed"](p, ENGLAND).mid[-1] == pytest.approx(goal)


# M2, workload.


def test_staff_for_a_workload_by_hand() -> None:
    # Two services and two professions. 100 units of 30 minutes and 50 of 60: 3,000 minutes each.
    # The first profession does all of one and half of the other: 4,500 minutes, the second 1,500.
    # Of 1,000 minutes each, 50% and 75% go to it: 9 and 2; a fifth more time for the rest: / 0.8.
    fte = staff_for(
        np.array([[100.0, 50]]),
        np.array([30.0, 60]),
        np.array([[1.0, 0], [0.5, 0.5]]),
        1_000,
        np.array([0.5, 0.75]),
        0.2,
    )
    assert fte[0].tolist() == pytest.approx([9 / 0.8, 2 / 0.8])


def test_the_work_of_talking_therapies_by_hand() -> None:
    p = run(WORKLOAD, demand_growth=0.05, productivity=0.01)
    # Q01: 8,000 courses x 600 minutes = 4.8 million. Psychologists do 10%: 480,000 / (60,000 x
    # 0.25) = 32; therapists 40%: 1.92 million / (60,000 x 0.5) = 64; practitioners 50%: 80.
    # All over 1 - 0.2.
    assert p.needed[0, 0].tolist() == pytest.approx([40, 80, 100])
    assert p.needed[0, 1].tolist() == pytest.approx([120, 240, 300])  # three times the courses
    assert p.needed[-1, 0].sum() == pytest.approx(220 * (1.05 / 1.01) ** 14)


def test_work_that_moves_to_practitioners_is_done_in_their_time() -> None:
    s = anything(need_method=WORKLOAD, skill_mix=0.1, demand_growth=0.0)
    p = project(two_areas(), s)
    # A tenth of all work moves: psychologists do 8% then, therapists 32%, practitioners 60%.
    assert p.needed[-1, 0].tolist() == pytest.approx([32, 64, 120])


def test_a_workload_does_not_follow_the_staff() -> None:
    few, many = run(WORKLOAD, external=0), run(WORKLOAD, external=2_000)
    assert np.array_equal(few.needed, many.needed)


def test_without_an_activity_there_is_no_workload() -> None:
    with pytest.raises(ValueError, match="no activity of a service"):
        project(two_areas(work=None), Scenario(need_method=WORKLOAD))


def test_an_area_without_activity_is_refused_by_name() -> None:
    work = round_work(activity={"Q01": np.array([8_000.0])})
    with pytest.raises(ValueError, match="no activity is given for Q02"):
        project(two_areas(work=work), Scenario(need_method=WORKLOAD))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"minutes": np.array([-1.0])}, "minutes is negative"),
        ({"activity": {"Q01": np.array([np.nan])}}, "activity is negative or not finite"),
        ({"work_share": np.array([[0.5, 0.4, 0.2]])}, "not shared out whole"),
        ({"allowances": 1.0}, "nobody has time"),
        ({"available": 0.0}, "nobody has time"),
        ({"clinical_focus": np.array([0.5, 0, 0.5])}, "nobody has time"),
    ],
)
def test_a_workload_that_cannot_be_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        round_work(**wrong)


def test_staff_in_post_are_not_held_against_one_service() -> None:
    p = small_england.projection(Scenario(need_method=WORKLOAD))
    for measure in ("need_met", "staff_gap"):
        assert np.isnan(MEASURES[measure](p, ENGLAND).values).all()
    assert MEASURES["needed"](p, ENGLAND).mid[0] == pytest.approx(4 * 220)
    assert "Talking Therapies" in method_label(p.scenario)
    assert method_scope(p.scenario).startswith("Talking Therapies alone")


# M3, a fair share.


def test_a_fair_share_is_england_s_own_staff_by_registered_people() -> None:
    people = np.array([2_000_000.0, 3_000_000.0])
    p = project(two_areas(population=people), Scenario(need_method=FAIR_SHARE))
    # Q01 has a quarter of the staff and two fifths of the people: 8,000 of 20,000 FTE, of which
    # half are psychologists.
    assert p.needed[0, 0].tolist() == pytest.approx([4_000, 2_000, 2_000])
    np.testing.assert_allclose(p.needed.sum(axis=-2), p.fte.sum(axis=-2))  # every year and family
    met = MEASURES["need_met"](p, "Q01").values[0]
    clinical = p.clinical_fte[0, 0].sum()
    assert met == pytest.approx(clinical / 8_000)


# All four.


@pytest.mark.parametrize("method", METHODS)
def test_places_add_up_to_england_and_england_alone_agrees(method: int) -> None:
    scenario = Scenario(need_method=method, skill_mix=0.05)
    p = small_england.projection(scenario)
    by_area = sum(MEASURES["needed"](p, area).values for area in small_england.AREAS)
    by_region = sum(MEASURES["needed"](p, region).values for region in small_england.REGIONS)
    england = MEASURES["needed"](p, ENGLAND).values
    np.testing.assert_allclose(by_area, england)
    np.testing.assert_allclose(by_region, england)
    alone = project(as_one_area(small_england.england()), scenario)
    np.testing.assert_allclose(MEASURES["needed"](alone, ENGLAND).values, england[0], rtol=1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_professions_add_up_to_their_families(method: int) -> None:
    parts = (
        Profession(name="clinical", family="psychologists", share=0.75),
        Profession(name="other", family="psychologists", share=0.25),
        Profession(name="therapists", family="therapists", share=1),
        Profession(name="practitioners", family="practitioners", share=1),
    )
    scenario = Scenario(need_method=method, skill_mix=0.05)
    whole = project(two_areas(), scenario).needed
    fine = project(two_areas(inputs=split(round_inputs(), parts)), scenario).needed
    np.testing.assert_allclose(fine[..., :2].sum(axis=-1), whole[..., 0], rtol=1e-9)
    np.testing.assert_allclose(fine[..., 2:], whole[..., 1:], rtol=1e-9)


@pytest.mark.parametrize("ways", [0, 3])
def test_runs_of_a_batch_may_follow_different_methods(ways: int) -> None:
    share = np.array([[0.25, 0.75], [0.5, 0.5], [0.2, 0.8]]) if ways else np.array([0.25, 0.75])
    baseline = two_areas(share=share)
    shape = (6, *[1] * (ways > 0))
    methods, readings = [1, 2, 3, 4, 1, 1], [1, 2, 3, 1, 2, 3]
    together = project(
        baseline,
        anything(
            need_method=np.array(methods).reshape(shape),
            plan_reading=np.array(readings).reshape(shape),
        ),
    )
    for i, (method, reading) in enumerate(zip(methods, readings, strict=True)):
        alone = project(baseline, Scenario(need_method=method, plan_reading=reading))
        np.testing.assert_allclose(together.needed[i], alone.needed, rtol=1e-12)
        met, one = MEASURES["need_met"](together, ENGLAND), MEASURES["need_met"](alone, ENGLAND)
        np.testing.assert_allclose(met.values[i], one.values, rtol=1e-12)


def test_the_method_moves_what_is_needed_and_nothing_else() -> None:
    one, two = run(PLAN), run(GROWTH)
    for name in ("in_post", "clinical_fte", "establishment", "people_seen", "led", "pay_cost"):
        assert np.array_equal(getattr(one, name), getattr(two, name)), name


def test_every_method_has_a_label_and_says_what_it_counts() -> None:
    assert set(SCOPES) == set(METHODS) == set(ASSUMPTIONS["need_method"].options)
    labels = [method_label(Scenario(need_method=method)) for method in METHODS]
    assert len(set(labels)) == 4
    assert labels[0] == "The 2023 plan: Reading B: 25,000 more"
    assert labels[3] == "Need grows from the posts of 2023"
    assert method_label(Scenario(need_method=1, plan_reading=3)).endswith("Reading C: 157% more")
    assert "not weighted" in method_scope(Scenario(need_method=FAIR_SHARE))


def test_england_s_tables_serve_every_method() -> None:
    from ppn_scenarios.opening import baseline
    from ppn_scenarios.tables import queries

    england = baseline()
    needed = {m: project(england, Scenario(need_method=m)).needed for m in METHODS}
    assert needed[PLAN][0, -1].sum() == pytest.approx(50_078, abs=1)
    courses = queries.finished_courses("2022-23")["finished_courses"].sum()
    minutes = courses * 7.9 * 60
    time = 94_500 * 0.85
    by_hand = minutes / time * (0.05 / 0.5 + 0.5 / 0.7 + 0.45 / 0.7)
    assert needed[WORKLOAD][0, 0].sum() == pytest.approx(by_hand)
    assert needed[FAIR_SHARE][0, 0].sum() == pytest.approx(27_800)
    work = england.work
    assert work is not None
    with pytest.raises(TypeError):
        work.activity["QE1"] = np.zeros(1)  # type: ignore[index]
    with pytest.raises(ValueError, match="read-only"):
        work.minutes[0] = 1
    assert replace(england, work=None).only(np.array([0])).work is None
