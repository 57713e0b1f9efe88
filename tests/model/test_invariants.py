"""What must hold in every projection: the invariants I1-I12 of the model's specification."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, OWN_DATES, Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.baseline import Array
from tests.model.valid import (
    anything,
    arrays,
    baselines,
    crowded,
    nobody_waiting,
    nothing_moves,
    scenarios,
)
from tests.round_numbers import round_inputs, two_areas

LEADERSHIP = [k for k, lever in LEVERS.items() if lever.group.startswith("Leadership")]
LEADERSHIP += [k for k, date in OWN_DATES.items() if date.date_of in LEADERSHIP]


def apart(scenario: Scenario) -> Scenario:
    """The scenario without a fair share of the staff of all areas, which needs them all."""
    return replace(scenario, need_method=4.0) if scenario.need_method == 3 else scenario


def change(stock: Array) -> Array:
    """Change over each year of a stock (*batch, T+1, A, P)."""
    difference: Array = np.diff(stock, axis=-3)
    return difference


@given(baselines(), scenarios())
def test_i1_staff_change_by_who_joins_less_who_goes(baseline: Baseline, scenario: Scenario) -> None:
    p = project(baseline, scenario)
    expected = p.flows.hired - p.flows.voluntary - p.flows.retired - p.flows.moved_out
    assert np.abs(change(p.in_post.sum(axis=-1)) - expected).max() < 1e-8


@given(baselines(), scenarios())
def test_i2_nobody_appears_or_vanishes_unrecorded(baseline: Baseline, scenario: Scenario) -> None:
    p = project(baseline, scenario)
    flows = p.flows
    people = p.in_post.sum(axis=-1) + p.trainees.sum(axis=-1) + p.unplaced + p.recent_leavers
    came = flows.starts + flows.hired_external
    went = (
        flows.moved_out
        + flows.dropouts
        + (flows.completions - flows.qualified)
        + flows.unplaced_faded
        + flows.leavers_faded
        + flows.retired
        + (1 - baseline.inputs.leavers_entering_pool) * flows.voluntary
    )
    assert np.abs(change(people) - (came - went)).max() < 1e-6


@given(baselines(), scenarios())
def test_i2_trainees_change_by_starts_less_who_finish_or_drop_out(
    baseline: Baseline, scenario: Scenario
) -> None:
    p = project(baseline, scenario)
    flows = p.flows
    expected = flows.starts - flows.completions - flows.dropouts
    assert np.abs(change(p.trainees.sum(axis=-1)) - expected).max() < 1e-8


@given(baselines(), scenarios(), st.booleans())
def test_i3_nothing_is_negative_or_not_a_number(
    baseline: Baseline, scenario: Scenario, few_staff: bool
) -> None:
    p = project(crowded(baseline) if few_staff else baseline, scenario)
    for name, values in arrays(p).items():
        assert np.isfinite(values).all(), name
        if name in {"clinical_fte", "people_seen"}:
            continue  # an area with more time to give to leading than clinicians: next test
        assert (values >= 0).all(), (name, values.min())


@given(baselines(), scenarios())
def test_i3_clinical_time_is_what_leading_leaves(baseline: Baseline, scenario: Scenario) -> None:
    p = project(baseline, scenario)
    most = p.fte * scenario.availability
    assert (p.clinical_fte <= most + 1e-9).all()
    organisations = baseline.trusts.sum(axis=-1) + baseline.systems
    least = most - organisations[:, None] * baseline.inputs.lead_from
    assert (p.clinical_fte >= least - 1e-9).all()


@given(baselines(), scenarios(), st.booleans())
def test_i3_shares_stay_between_none_and_all(
    baseline: Baseline, scenario: Scenario, few_staff: bool
) -> None:
    p = project(crowded(baseline) if few_staff else baseline, scenario)
    assert (p.dose <= 1).all()
    assert (p.led <= p.posts).all()
    assert (p.posts <= baseline.trusts * (1 + 1e-12)).all()
    assert (p.systems_led <= p.system_posts).all()
    assert (p.system_posts <= baseline.systems * (1 + 1e-12)).all()


@given(baselines(most_areas=5), scenarios(mobility=0, h_imitation=0).map(apart))
def test_i4_an_area_alone_is_its_slice_of_the_whole(baseline: Baseline, scenario: Scenario) -> None:
    whole = arrays(project(baseline, scenario))
    for i in range(len(baseline.areas)):
        alone = arrays(project(baseline.only(np.array([i])), scenario))
        for name, values in alone.items():
            np.testing.assert_allclose(values[0], whole[name][i], rtol=1e-12, err_msg=name)


@given(baselines(most_areas=5), scenarios(mobility=0, h_imitation=0).map(apart))
def test_i4_regions_and_areas_add_up_to_england(baseline: Baseline, scenario: Scenario) -> None:
    whole = arrays(project(baseline, scenario))
    parts = []
    for region in set(baseline.regions):
        keep = np.array([i for i, code in enumerate(baseline.regions) if code == region])
        parts.append(arrays(project(baseline.only(keep), scenario)))
    for name, values in whole.items():
        total = np.sum([part[name].sum(axis=0) for part in parts], axis=0)
        np.testing.assert_allclose(total, values.sum(axis=0), rtol=1e-11, atol=1e-9, err_msg=name)


@given(baselines(), scenarios())
def test_i4_people_who_move_between_areas_are_conserved(
    baseline: Baseline, scenario: Scenario
) -> None:
    stay = project(baseline, replace(scenario, mobility=0.0)).flows.qualified.sum(axis=-2)
    move = project(baseline, scenario).flows.qualified.sum(axis=-2)
    if scenario.effects_on == 0 or scenario.eps_train == 0:  # starts by area then stay the same
        np.testing.assert_allclose(move, stay, rtol=1e-10)


@given(baselines(), scenarios())
def test_i5_twice_of_everything_gives_twice_of_everything(
    baseline: Baseline, scenario: Scenario
) -> None:
    assert baseline.work is not None
    twice = replace(
        baseline,
        work=replace(
            baseline.work, activity={k: 2 * units for k, units in baseline.work.activity.items()}
        ),
        share=2 * baseline.share,
        trusts=2 * baseline.trusts,
        systems=2 * baseline.systems,
    )
    once = arrays(project(baseline, scenario))
    for name, values in arrays(project(twice, scenario)).items():
        times = 1 if name == "dose" else 2  # a share
        np.testing.assert_allclose(values, times * once[name], rtol=1e-9, atol=1e-9, err_msg=name)


@given(baselines(), scenarios(career_psy=0, career_ther=0, cap_mode=0), st.floats(0, 1))
def test_i6_more_places_never_mean_fewer_staff_without_career_moves(
    baseline: Baseline, scenario: Scenario, more: float
) -> None:
    """Where posts limit hiring they may: the new crowd out returners of grades that leave less."""
    top = {k: ASSUMPTIONS[k].high for k in ("places_cp", "places_other", "places_newrole")}
    extra = {k: v + more * (top[k] - v) for k in top for v in [getattr(scenario, k)]}
    few, many = project(baseline, scenario), project(baseline, replace(scenario, **extra))
    assert (many.fte.sum(axis=-1) >= few.fte.sum(axis=-1) - 1e-7).all()


LEAVING = ("leave_psy", "leave_ther", "leave_prac")


@given(baselines(), scenarios(cap_mode=0, supervision_cap=0), st.floats(0, 1))
def test_i6_more_leaving_never_means_more_staff(
    baseline: Baseline, scenario: Scenario, more: float
) -> None:
    """With nobody who comes back: in odd places they come back to grades that leave less.

    Nor do supervisors limit training, else those who leave stop others from leaving to train.
    """
    gone_for_good = replace(baseline.inputs, leavers_entering_pool=0.0)
    baseline, scenario = replace(baseline, inputs=gone_for_good), replace(scenario, effects_on=0.0)
    extra = {
        k: v + more * (ASSUMPTIONS[k].high - v) for k in LEAVING for v in [getattr(scenario, k)]
    }
    few, many = project(baseline, scenario), project(baseline, replace(scenario, **extra))
    assert (many.fte <= few.fte + 1e-7).all()


@given(baselines(), scenarios(effects_on=0), scenarios())
def test_i7_leadership_moves_no_staff_while_switched_off(
    baseline: Baseline, scenario: Scenario, other: Scenario
) -> None:
    leading = {k: getattr(other, k) for k in LEADERSHIP}
    one, two = project(baseline, scenario), project(baseline, replace(scenario, **leading))
    for name in ("in_post", "trainees", "unplaced", "recent_leavers", "fte", "establishment"):
        assert np.array_equal(getattr(one, name), getattr(two, name)), name  # to the last bit


@given(baselines(), scenarios(eps_ret=0, eps_rec=0, eps_train=0, eps_prod=0))
def test_i7_leadership_moves_no_staff_while_its_effects_are_nothing(
    baseline: Baseline, scenario: Scenario
) -> None:
    off = replace(scenario, effects_on=0.0, mandate=0.0, encouragement=0.0)
    on = replace(scenario, effects_on=1.0, mandate=1.0, encouragement=1.2)
    one, two = project(baseline, off), project(baseline, on)
    assert np.array_equal(one.in_post, two.in_post)
    assert np.array_equal(one.flows.starts, two.flows.starts)


@given(baselines(), scenarios(cap_mode=1))
def test_i8_staff_never_pass_funded_posts_while_these_limit_hiring(
    baseline: Baseline, scenario: Scenario
) -> None:
    p = project(baseline, scenario)
    most = p.establishment * (1 + baseline.inputs.over_establishment)
    assert (p.fte <= most * (1 + 1e-12)).all()


@given(baselines())
def test_i9_nothing_changes_when_nobody_moves(baseline: Baseline) -> None:
    baseline = replace(baseline, inputs=nobody_waiting(baseline.inputs))
    p = project(baseline, nothing_moves())
    wages = (1 + baseline.inputs.real_pay_growth) ** (np.array(p.years) - baseline.year)
    for name, values in arrays(p).items():
        if name.startswith("flows."):
            assert not values.any(), name
            continue
        after_time = {"in_post": 2, "trainees": 2}
        twos = {"fte", "clinical_fte", "establishment", "needed", "unplaced", "recent_leavers"}
        twos |= {"posts", "led", "interim_posts", "led_supported", "led_executive"}
        trailing = after_time.get(name, 1 if name in twos else 0)
        in_time = np.moveaxis(values, -1 - trailing, -1)
        if name == "dose":  # the leaders of the first day take time to act
            assert (np.diff(in_time) >= 0).all()
        elif name == "pay_cost":
            np.testing.assert_allclose(in_time, in_time[..., :1] * wages, rtol=1e-12)
        else:
            np.testing.assert_allclose(in_time - in_time[..., :1], 0, atol=1e-9, err_msg=name)


@pytest.mark.parametrize("years", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("family", [0, 1, 2])
def test_i10_a_pulse_of_starts_qualifies_after_exactly_the_course(years: int, family: int) -> None:
    lost = (0.2, 0.1, 0.05)[family]
    pulse = pulse_of_completions(family, float(years), lost)
    start = 2031 - 2024  # the place among the flows of the year that ends in 2031
    expected = np.zeros(14)
    if start + years < 14:
        expected[start + years] = 100 * (1 - lost) ** years
    np.testing.assert_allclose(pulse, expected, atol=1e-9)


def test_i10_half_of_a_pulse_takes_one_year_and_half_two_on_a_course_of_one_and_a_half() -> None:
    pulse = pulse_of_completions(family=2, years=1.5, lost=0.1)
    expected = np.zeros(14)
    expected[8] = 50 * 0.9  # a year after the start in the flow of 2031
    expected[9] = 50 * 0.9 * 0.9
    np.testing.assert_allclose(pulse, expected, atol=1e-9)


def pulse_of_completions(family: int, years: float, lost: float) -> Array:
    """Completions from 100 starts more in the year to March 2031 alone, England.

    A step up that starts on 1 April 2030, less the same step a year later, is that pulse.
    """
    short = ("psy", "ther", "prac")[family]
    places = [{"places_cp": 1180}, {"places_other": 5100}, {"places_newrole": 100}][family]
    inputs = round_inputs(other_places_share=np.array([0.0, 1.0, 0.0]))
    values = {f"course_len_{short}": years, f"noncompletion_{short}": lost, **places}
    first, second = (
        project(
            two_areas(inputs=inputs),
            anything(**values, fill_other=1.0, plan_start=start, external=0.0),
        )
        for start in (2030, 2031)
    )
    starts = (first.flows.starts - second.flows.starts).sum(axis=-2)
    np.testing.assert_allclose(starts[:, family].nonzero()[0], [7])
    difference: Array = (first.flows.completions - second.flows.completions).sum(axis=-2)
    return difference[:, family]


@given(baselines(), scenarios(), scenarios(), st.booleans())
def test_i12_a_batch_of_scenarios_equals_each_alone(
    baseline: Baseline, one: Scenario, two: Scenario, few_staff: bool
) -> None:
    baseline = crowded(baseline) if few_staff else baseline
    single = [arrays(project(baseline, s)) for s in (one, two)]
    together = arrays(project(baseline, batch_of(baseline, one, two)))
    for name, values in together.items():
        for i, alone in enumerate(single):
            batch_axis = 1  # area has moved to the front
            np.testing.assert_allclose(
                np.take(values, i, axis=batch_axis), alone[name], rtol=1e-11, err_msg=name
            )


def batch_of(baseline: Baseline, *scenarios: Scenario) -> Scenario:
    """Values of several scenarios along one leading axis, before the ways of sharing."""
    shape = (len(scenarios),) + (1,) * (baseline.share.ndim - 1)
    return anything(
        **{
            name: np.array([getattr(s, name) for s in scenarios]).reshape(shape)
            for name in ASSUMPTIONS
        }
    )


@pytest.mark.parametrize("ways", [0, 3])
@pytest.mark.parametrize("name", LEVERS)
def test_i12_one_lever_alone_may_be_a_batch(name: str, ways: int) -> None:
    lever = ASSUMPTIONS[name]
    share = np.array([[0.25, 0.75], [0.5, 0.5], [0.2, 0.8]]) if ways else np.array([0.25, 0.75])
    baseline = two_areas(share=share)
    ends = np.array([lever.low, lever.high])
    together = project(baseline, anything(**{name: ends.reshape(-1, *[1] * (ways > 0))}))
    for i, end in enumerate(ends):
        alone = project(baseline, anything(**{name: end}))
        same(together, alone, i)


@pytest.mark.parametrize("which", ["start", "ramp"])
@pytest.mark.parametrize("ways", [0, 3])
def test_i12_own_dates_alone_may_be_a_batch(which: str, ways: int) -> None:
    share = np.array([[0.25, 0.75], [0.5, 0.5], [0.2, 0.8]]) if ways else np.array([0.25, 0.75])
    mine = {k: date for k, date in OWN_DATES.items() if k.endswith(which)}
    chosen = {
        date.date_of: lever.low if lever.low != lever.default else lever.high
        for date in mine.values()
        for lever in [LEVERS[date.date_of]]
    }
    dates = np.array([0.0, 2030.0 if which == "start" else 5.0])
    batch = dates.reshape(-1, *[1] * (ways > 0))
    baseline = two_areas(share=share)
    together = project(baseline, anything(**chosen, **dict.fromkeys(mine, batch)))
    for i, date in enumerate(dates):
        same(together, project(baseline, anything(**chosen, **dict.fromkeys(mine, date))), i)


def same(together: Projection, alone: Projection, i: int) -> None:
    """Every array of the batch has the batch axis, and its entry `i` equals the single run."""
    single = arrays(alone)
    for name, values in arrays(together).items():
        assert values.ndim == single[name].ndim + 1, name
        np.testing.assert_allclose(values[:, i], single[name], rtol=1e-11, err_msg=name)


@pytest.mark.parametrize("moved", [-0.1, 0.1])
def test_i3_no_more_work_moves_between_families_than_there_is(moved: float) -> None:
    for mix in ([0.5, 0.45, 0.05], [0.03, 0.02, 0.95]):
        inputs = round_inputs(stock_share=np.array(mix))
        p = project(two_areas(inputs=inputs), Scenario(skill_mix=moved))
        assert (p.needed >= 0).all()
        same_work = project(two_areas(inputs=inputs), Scenario()).needed.sum(axis=-1)
        np.testing.assert_allclose(p.needed.sum(axis=-1), same_work)
