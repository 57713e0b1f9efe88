"""Runs made before a lever moves: each exact, and close together."""

from dataclasses import replace

import numpy as np
import pytest

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.draws import values_of
from ppn_scenarios.analysis.positions import GRADED, MOVING, READINGS, positions
from ppn_scenarios.analysis.uncertainty import for_england
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, PRESETS, Scenario
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline

ROUNDED = (100, 0.01)  # FTE and share, as pages show them
HALF_A_PIXEL = (184, 0.0026)  # of a chart 190 pixels high, up to 70,000 FTE and to 1
EXTREMES = {
    end: Scenario(**{name: getattr(LEVERS[name], end) for name in GRADED})
    for end in ("low", "high")
}
SCENARIOS = {name: preset.scenario for name, preset in PRESETS.items()}
PEOPLE_ARE_SHORT = Scenario(retention=0.0333, post_growth=0.065, cap_mode=0)


@pytest.mark.parametrize("name", GRADED)
@pytest.mark.parametrize("scenario", [Scenario(), SCENARIOS["together"], PEOPLE_ARE_SHORT])
def test_each_row_is_the_run_that_the_explorer_makes_of_that_scenario(
    scenario: Scenario, name: str
):
    found = positions(baseline(), scenario)
    t = len(found.years)
    for i in (0, len(found.at[name]) // 2, -1):
        run = project(baseline(), replace(scenario, **{name: found.at[name][i]}))
        row = found.of(name)[i]
        for k, measure in enumerate(MOVING):
            exact = MEASURES[measure](run, ENGLAND).mid
            assert row[k * t : (k + 1) * t] == pytest.approx(exact, rel=1e-6)
        asked = [target.threshold(run.baseline.published) for target in READINGS]
        staff = MEASURES["fte"](run, ENGLAND).mid[-1]
        assert row[2 * t :] == pytest.approx([staff / level for level in asked], rel=1e-6)


def off_half_way(scenario: Scenario) -> dict[str, tuple[float, float]]:
    """How far half-way between two neighbouring runs is from a run made there, by lever."""
    start, found = for_england(baseline(), scenario), positions(baseline(), scenario)
    t, off = len(found.years), {}
    for name in GRADED:
        at, rows = np.array(found.at[name]), found.of(name).astype(float)
        half = (at[1:] + at[:-1]) / 2
        run = project(start, values_of(scenario, len(half), {name: half}))
        between = ((rows[1:] + rows[:-1]) / 2)[:, : 2 * t]
        exact = np.concatenate([MEASURES[m](run, ENGLAND).values for m in MOVING], axis=1)
        wrong = np.abs(between - exact)
        off[name] = float(wrong[:, :t].max()), float(wrong[:, t:].max())
    return off


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_half_way_between_two_steps_a_line_is_off_by_less_than_the_rounding_shown(
    scenario: Scenario,
):
    for name, (staff, led) in off_half_way(scenario).items():
        assert staff < ROUNDED[0] and led < ROUNDED[1], name


@pytest.mark.parametrize("scenario", EXTREMES.values(), ids=EXTREMES)
def test_with_all_levers_at_an_end_it_is_off_by_less_than_half_a_pixel(scenario: Scenario):
    for name, (staff, led) in off_half_way(scenario).items():
        assert staff < HALF_A_PIXEL[0] and led < HALF_A_PIXEL[1], name


def test_there_is_a_run_at_every_step_of_the_slider():
    found = positions(baseline(), Scenario())
    assert found.at["retention"] == pytest.approx([step / 100 for step in range(13)])
    assert found.at["places_cp"] == pytest.approx(range(900, 1401, 10))
    assert len(found.rows) == sum(map(len, found.at.values()))


def test_a_value_between_two_steps_has_a_run_of_its_own():
    found = positions(baseline(), Scenario(retention=0.0333))
    at = found.at["retention"]
    assert len(at) == 14
    assert at[found.now["retention"]] == 0.0333
    assert list(at) == sorted(at)


def test_where_no_lever_moved_all_levers_have_the_same_row():
    scenario = SCENARIOS["together"]
    found = positions(baseline(), scenario)
    rows = np.stack([found.of(name)[found.now[name]] for name in GRADED])
    assert (rows == rows[0]).all()
    assert all(found.at[name][i] == getattr(scenario, name) for name, i in found.now.items())


def test_graded_levers_are_the_main_ones_without_switches_and_dates():
    left = {name for name, a in LEVERS.items() if a.main} - set(GRADED)
    assert {ASSUMPTIONS[name].unit for name in left} == {"switch", "financial year"}
    assert len(GRADED) == 9
