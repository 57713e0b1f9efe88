"""How arrays lie in memory: the index says nothing of it, and speed rests on it."""

from dataclasses import replace

import numpy as np
import pytest

from ppn_scenarios.analysis.draws import draw, values_of
from ppn_scenarios.analysis.uncertainty import between_proxies
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import project
from ppn_scenarios.model.flows import Flows
from ppn_scenarios.model.memory import as_wide, batch_inside, shared_out
from tests.analysis.small_england import england


def test_the_same_numbers_lie_with_the_first_axis_innermost() -> None:
    values = np.arange(24.0).reshape(2, 3, 4)
    found = batch_inside(values)
    assert np.array_equal(found, values)
    assert found.strides == (8, 16, 48)


def test_time_stays_outermost() -> None:
    values = np.arange(24.0).reshape(2, 3, 4)
    found = batch_inside(values, time=True)
    assert np.array_equal(found, values)
    assert found.strides == (96, 8, 24)


def test_what_is_shared_out_lies_in_that_order_in_each_year() -> None:
    values, mix = np.arange(24.0).reshape(2, 3, 4), np.array([[[[0.25, 0.75]]], [[[1.0, 0.0]]]])
    found = shared_out(values, mix)
    assert np.array_equal(found[0, 1], np.outer([4, 5, 6, 7], [0.25, 0.75]))
    assert np.array_equal(found[1, 2], np.outer([20, 21, 22, 23], [1, 0]))
    assert all(year.flags.f_contiguous for year in found)


def test_what_is_made_as_wide_as_others_can_be_written_to_and_is_no_copy_if_it_is() -> None:
    narrow, wide = np.ones((1, 2)), np.zeros((3, 2))
    found = as_wide(narrow, wide)
    found[0] += 1
    assert found.tolist() == [[2, 2], [1, 1], [1, 1]]
    assert narrow.tolist() == [[1, 1]]
    assert as_wide(wide, narrow) is wide


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(mandate=1, effects_on=1, eps_ret=0.05)])
def test_in_every_year_draws_are_innermost_and_then_areas(scenario: Scenario) -> None:
    """One array that falls out of this order slows all that follow from it."""
    some, start = draw(scenario, 16), england()
    run = project(replace(start, share=between_proxies(start.share, some.proxy)), some)
    staff = {f"staff.{k}": v for k, v in vars(run.staff[-1]).items()}
    flows = {f"flows.{k}": v for k, v in vars(run.moved(13)).items()}
    for name, values in {**staff, **flows}.items():
        assert values.flags.f_contiguous, name


def test_who_moved_is_worked_out_once_for_all_flows() -> None:
    """Of many runs it is not kept, and working it out is running the model again."""
    run, asked = project(england(), Scenario()), []

    def moved(t: int) -> Flows:
        asked.append(t)
        return run.moved(t)

    counted = replace(run, moved=moved)
    assert np.array_equal(counted.flow("starts"), run.flows.starts)
    assert np.array_equal(counted.flows.qualified, run.flows.qualified)
    assert asked == list(range(len(run.staff) - 1))


@pytest.mark.parametrize(
    ("name", "value", "width"),
    [("retention", 0.1, 1), ("leave_psy", 0.08, 1), ("noncompletion_psy", 0.01, 3)],
)
def test_trainees_are_as_many_numbers_as_there_are_ways_to_train(
    name: str, value: float, width: int
) -> None:
    """Where no run trains otherwise than another they are worked out once for all of them."""
    start = replace(england(), share=england().share[0])
    given = np.array([getattr(Scenario(), name), value, value])
    runs = project(start, values_of(Scenario(), 3, {name: given}))
    assert [now.trainees.shape[0] for now in runs.staff[1:]] == [width] * 14
    for i, each in enumerate(given):
        alone = project(start, Scenario(**{name: float(each)}))
        for measure in ("trainees", "in_post", "unplaced", "recent_leavers", "training_cost"):
            mine = getattr(runs, measure)[i]
            np.testing.assert_allclose(mine, getattr(alone, measure), rtol=1e-12, err_msg=measure)
