"""The extreme conditions of the specification (6.2), each with an answer worked out on paper."""

from dataclasses import replace
from math import exp

import numpy as np
import pytest

from ppn_scenarios.analysis.seniors import seniors
from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.model import Projection, project
from ppn_scenarios.opening import baseline
from tests.model.valid import anything, arrays, nobody_waiting, nothing_moves
from tests.round_numbers import round_inputs, two_areas

NOBODY_LEADS = {name: 0.0 for name in LEVERS if "_base" in name}
ALL_LED = {name: 1.0 for name in LEVERS if name.startswith("cppo_base")}
FULL = {"participation": 1.0, "availability": 1.0, "vacancy0": 0.0}
LEVEL = np.ones((3, 3))  # the same hazard in every family and grade


def england(p: Projection, name: str) -> np.ndarray:
    """A result by year and family, all areas and grades together."""
    values = arrays(p)[name].sum(axis=0)
    return np.asarray(values.sum(axis=-1) if name == "in_post" else values)


def test_with_no_places_the_last_trainees_qualify_and_then_nobody_does() -> None:
    s = nothing_moves(
        **{f"noncompletion_{f}": 0.0 for f in ("psy", "ther", "prac")},
        **{f"uptake_{f}": 1.0 for f in ("psy", "ther", "prac")},
        cap_mode=0.0,
        **FULL,
    )
    inputs = round_inputs(opening_unplaced=np.zeros(3), opening_recent_leavers=np.zeros(3))
    p = project(two_areas(inputs=inputs), s)
    assert not p.flows.starts.any()
    # In training: 60, 70 and 80 psychologists with one, two and three years to go.
    assert england(p, "flows.completions")[:, 0].tolist() == pytest.approx([60, 70, 80] + [0] * 11)
    # All of them are hired and nobody leaves: 10,000 + 60, + 70, + 80, and so for good.
    people = england(p, "in_post")[:, 0]
    assert people.tolist() == pytest.approx([10_000, 10_060, 10_130] + [10_210] * 12)
    assert not p.trainees[3:].any()


def test_at_an_endless_hazard_everyone_is_gone_within_a_year_half_by_each_way_out() -> None:
    hazards = dict.fromkeys(("leave_psy", "leave_ther", "leave_prac", "retire"), 1e9)
    inputs = replace(
        nobody_waiting(round_inputs()), leaving_relative=LEVEL, retirement_relative=LEVEL
    )
    p = project(two_areas(inputs=inputs), nothing_moves(**hazards, external=1_000.0, **FULL))
    assert not p.in_post[1:].any()
    # 20,000 in post and 1,000 who join: all go, half by leaving and half by retiring.
    assert p.flows.voluntary[0].sum() == pytest.approx(10_500)
    assert p.flows.retired[0].sum() == pytest.approx(10_500)
    assert p.flows.voluntary[1].sum() == pytest.approx(500)  # of the next year's 1,000
    # Half of those who leave may come back, and those who wait fade by 15% a year.
    assert p.recent_leavers[1].sum() == pytest.approx(5_250)
    assert p.recent_leavers[2].sum() == pytest.approx(5_250 * 0.85 + 250)
    assert all(np.isfinite(values).all() for values in arrays(p).values())


def test_posts_made_and_filled_at_an_endless_pace_take_one_month_each() -> None:
    s = nothing_moves(
        mandate=1.0, mandate_year=2023, h_mandate=1e9, fill_time=1e-9, post_cost=120.0,
        **NOBODY_LEADS,
    )  # fmt: skip
    p = project(two_areas(**{"inputs": nobody_waiting(round_inputs())}), s)
    # April: 8 trusts and 2 ICSs make the post. May: all are filled, and stay so: 11 of 12 months.
    assert p.led[1].sum() == pytest.approx(8)
    assert p.systems_led[1].sum() == pytest.approx(2)
    assert p.leadership_cost[1].sum() == pytest.approx((8 * 120 + 2 * 40) * 11 / 12)
    assert p.leadership_cost[2].sum() == pytest.approx(8 * 120 + 2 * 40)


def test_all_places_in_one_year_make_one_wave() -> None:
    none = np.zeros(3)
    starts = dict.fromkeys(range(2024, 2038), none) | {2026: np.array([3_000.0, 0, 0])}
    s = nothing_moves(noncompletion_psy=0.1, uptake_psy=1.0, cap_mode=0.0, **FULL)
    p = project(two_areas(observed_starts=starts, inputs=nobody_waiting(round_inputs())), s)
    assert england(p, "flows.starts")[:, 0].tolist() == pytest.approx([0, 0, 3_000] + [0] * 11)
    # A tenth is lost in each of three years: 3,000, 2,700, 2,430, and 2,187 qualify in 2029.
    in_training = p.trainees.sum(axis=(1, 3))[:, 0]
    assert in_training.tolist() == pytest.approx([0] * 3 + [3_000, 2_700, 2_430] + [0] * 9)
    wave = england(p, "flows.completions")[:, 0]
    assert wave.tolist() == pytest.approx([0] * 5 + [2_187] + [0] * 8)
    assert england(p, "in_post")[-1, 0] == pytest.approx(12_187)


def test_posts_that_do_not_grow_hire_only_for_those_who_left() -> None:
    inputs = replace(
        nobody_waiting(round_inputs()),
        leaving_relative=LEVEL,
        opening_trainees=np.array([[4_000.0, 0, 0, 0, 0], [0.0] * 5, [0.0] * 5]),
        unplaced_reapply=1.0,
        unplaced_fade=0.0,
        leavers_entering_pool=0.0,
    )
    s = nothing_moves(leave_psy=0.2, noncompletion_psy=0.0, uptake_psy=1.0, **FULL)
    p = project(two_areas(inputs=inputs), s)
    assert england(p, "establishment")[:, 0].tolist() == pytest.approx([10_000] * 15)
    # 10,000 x exp(-0.2) = 8,187.308 stay, so there is room for 1,812.692 of 4,000 who qualify.
    assert england(p, "flows.hired_new")[0, 0] == pytest.approx(1_812.692, abs=1e-3)
    assert england(p, "unplaced")[1, 0] == pytest.approx(2_187.308, abs=1e-3)
    # Of those, 1 - exp(-0.1) = 9.51626% leave within their half year: 172.501 posts are vacant.
    assert england(p, "fte")[1, 0] == pytest.approx(10_000 - 172.501, abs=1e-3)
    # Next year 9,827.499 x exp(-0.2) = 8,046.077 stay: room for 1,953.923 of those still looking.
    assert england(p, "flows.hired_unplaced")[1, 0] == pytest.approx(1_953.923, abs=1e-3)
    assert england(p, "unplaced")[2, 0] == pytest.approx(2_187.308 - 1_953.923, abs=2e-3)


def test_one_area_is_all_of_england() -> None:
    two = two_areas(leadership_year=2026)
    one = replace(
        two,
        share=np.array([1.0]),
        trusts=two.trusts.sum(axis=0, keepdims=True),
        systems=np.array([2.0]),
        areas=("ENG",),
        regions=("ENG",),
        population=np.array([4_000_000.0]),
    )
    s = Scenario(mandate=1, places_cp=1_200, mobility=0.3, supervision_cap=1, supervision_ratio=2)
    apart, whole = arrays(project(two, s)), arrays(project(one, s))
    assert set(apart) == set(whole)
    for name in apart:
        if name != "dose":  # a share of an area's own trusts, which no sum is
            np.testing.assert_allclose(
                whole[name][0], apart[name].sum(axis=0), rtol=1e-9, atol=1e-9, err_msg=name
            )


@pytest.mark.parametrize("number", [36, 26])
def test_merging_42_icss_changes_how_many_leads_there_are_and_no_share_of_them(
    number: int,
) -> None:
    many, few = (project(baseline(), Scenario(boards=boards)) for boards in (42, number))
    wanted = few.systems.sum(axis=-1)
    assert wanted == pytest.approx(number)
    assert few.systems_led[..., 0, :].sum(axis=-1) == pytest.approx(0.15 * number)
    # Each ICS moves alike while people who could lead are plenty: only the number changes.
    for name in ("systems_led", "system_posts"):
        share = getattr(few, name).sum(axis=-1) / number
        np.testing.assert_allclose(share, getattr(many, name).sum(axis=-1) / 42, rtol=1e-9)
    for name in ("in_post", "led", "fte"):
        assert np.array_equal(getattr(few, name), getattr(many, name)), name


def test_without_anyone_senior_enough_posts_stand_empty_and_leaders_are_not_replaced() -> None:
    inputs = round_inputs(
        grade_share=np.array([[0.7, 0.3, 0.0]] * 3),
        promotion_relative=np.array([[1.0, 0.0]] * 3),
        entry_grade=np.array([0.7, 0.3, 0.0]),
    )
    empty = two_areas(inputs=inputs)
    p = project(empty, Scenario(mandate=1, mandate_year=2026, abolish=0, **NOBODY_LEADS))
    assert not p.pool.any()
    assert not p.led.any()
    assert not p.systems_led.any()
    assert p.clinical_fte == pytest.approx(p.fte * 0.953)  # nobody leaves clinical work to lead
    assert p.posts[-1].sum() == pytest.approx(8, abs=0.01)  # every post exists, and none is filled
    assert seniors(p, "Q01").short == list(range(2024, 2038))  # and the page says so
    # Leaders there are today, 3 of 8 say, leave at 22% a year and nobody comes: 3 x exp(-0.22).
    some = Scenario(abolish=0, **(NOBODY_LEADS | {"cppo_base_mental_health": 1.0}))
    p = project(empty, some)
    assert p.led[:3].sum(axis=(-1, -2)).tolist() == pytest.approx(
        [3, 3 * exp(-0.22), 3 * exp(-0.44)]
    )


def test_required_posts_that_are_also_cut_settle_where_making_and_cutting_balance() -> None:
    """The mandate with 10% of posts removed a year, for eighty years."""
    p = project(
        two_areas(until=2103),
        anything(
            mandate=1.0, mandate_year=2023, h_mandate=2.5, ceiling_mandated=1.0,
            abolish=0.1, lead_turnover=0.22, fill_time=0.39,
        ),
    )  # fmt: skip
    # In a month: made 1 - exp(-2.5/12) = 0.1880637 of those without; filled 0.1923894 of the
    # vacant; left 0.0181663 of the filled; cut 0.0082987 of the rest. In balance:
    #   filled x (1 - 0.9818337 x 0.9917013) = vacant x 0.1923894, so filled = 7.311223 x vacant
    #   0.1880637 x (1 - 8.311223 vacant) = 0.0082987 x vacant x (0.8076106 + 7.311223 x 0.9818337)
    # so vacant = 0.115425 and filled = 0.843899.
    assert p.led[-1].sum() / 8 == pytest.approx(0.843899, abs=2e-6)
    assert p.posts[-1].sum() / 8 == pytest.approx(0.959324, abs=2e-6)


def test_at_a_working_time_of_one_every_person_is_one_full_time_equivalent() -> None:
    p = project(two_areas(), anything(participation=1.0))
    assert p.in_post[0].sum() == pytest.approx(20_000)
    assert np.array_equal(p.fte, p.in_post.sum(axis=-1))


def test_leadership_may_do_harm() -> None:
    """Negative effects: with every trust led, the dose of the first year is 1 - exp(-1/2)."""
    effects = dict.fromkeys(("eps_ret", "eps_rec", "eps_train", "eps_prod"), -0.02)
    inputs = replace(
        nobody_waiting(round_inputs()),
        leaving_relative=LEVEL,
        external_share=np.array([1.0, 0, 0]),
        lead_from=np.zeros(3),
    )
    s = nothing_moves(
        effects_on=1.0, leave_psy=0.2, external=1_000.0, places_cp=1_000.0, fill_cp=1.0,
        career_psy=0.0, tau_dose=2.0, cap_mode=0.0, **effects, **ALL_LED, **FULL,
    )  # fmt: skip
    p = project(two_areas(inputs=inputs), s)
    # 0.02 x 0.39346934 = 0.00786939: more leave, fewer apply, fewer train, fewer are seen.
    assert p.dose[1].tolist() == pytest.approx([0.39346934] * 2)
    assert england(p, "flows.starts")[0, 0] == pytest.approx(1_000 * 0.99213061)
    assert england(p, "flows.hired_external")[0, 0] == pytest.approx(1_000 * 0.99213061)
    # Hazard 0.2 x 1.00786939 = 0.20157388: 10,000 x 0.18255710 and 992.13061 x 0.09587... leave.
    left = 10_000 * (1 - exp(-0.20157388)) + 992.13061 * (1 - exp(-0.10078694))
    assert england(p, "flows.voluntary")[0, 0] == pytest.approx(left)
    seen = 60 * (10_992.13061 - left) + 75 * 5_000 + 150 * 5_000
    assert p.people_seen[1].sum() == pytest.approx(seen * 0.99213061)
