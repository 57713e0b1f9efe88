"""First years taken over from another run: the same numbers as if all years were run."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.analysis.draws import values_of
from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.model import Projection, project
from ppn_scenarios.model.axes import measures_of
from ppn_scenarios.model.begun import years_alike
from ppn_scenarios.opening import baseline
from tests.model.valid import scenarios
from tests.round_numbers import two_areas

CHOICES = [name for name, a in LEVERS.items() if a.kind == "choice"]


def assert_the_same(found: Projection, run: Projection) -> None:
    """Every measure and every flow, to the bit."""
    for name in measures_of(Projection):
        assert np.array_equal(getattr(found, name), getattr(run, name)), name
    for name, flow in vars(run.flows).items():
        assert np.array_equal(getattr(found.flows, name), flow), name


@settings(max_examples=30)
@given(scenarios(effects_on=0.0, need_method=4.0), st.sampled_from(CHOICES), st.booleans())
def test_a_run_that_goes_on_from_another_is_the_one_that_is_run(
    scenario: Scenario, name: str, low: bool
) -> None:
    a, start = LEVERS[name], two_areas()
    other = replace(scenario, **{name: a.low if low else a.high})
    begun = project(start, scenario)
    assert_the_same(project(start, other, begun=begun), project(start, other))


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ({"retention": 0.05}, 4),  # from 1 April 2027, and so in the fifth year after March 2023
        ({"retention": 0.05, "retention_start": 2030}, 7),
        ({"plan_start": 2026, "retention": 0.05}, 3),
        ({"leave_psy": 0.09}, 0),
        ({"vacancy0": 0.05}, 0),
        ({"post_freeze": 2}, 4),
        ({"mandate": 1}, 14),
    ],
)
def test_years_are_taken_over_until_something_differs(
    changes: dict[str, float], years: int
) -> None:
    begun, run = (project(baseline(), Scenario(**some)) for some in ({}, changes))
    assert years_alike(begun, run.rates, run.room, run.staff[0]) == years


def test_of_many_settings_the_first_that_differs_ends_what_is_taken_over() -> None:
    starts = {"retention": np.full(3, 0.05), "retention_start": np.array([0.0, 2029, 2031])}
    begun = project(baseline(), values_of(Scenario(), 3, {"mandate": np.zeros((3, 1))}))
    values = values_of(Scenario(), 3, {name: v[:, None] for name, v in starts.items()})
    run = project(baseline(), values)
    assert years_alike(begun, run.rates, run.room, run.staff[0]) == 4
    assert_the_same(project(baseline(), values, begun=begun), run)
