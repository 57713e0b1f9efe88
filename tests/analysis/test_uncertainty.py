"""Bands, chances and first years over draws."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.analysis import uncertainty
from ppn_scenarios.analysis.draws import draw
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.uncertainty import (
    Outcomes,
    as_one_area,
    between_proxies,
    simulate,
)
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.opening import baseline as opening
from tests.analysis.small_england import england
from tests.model.valid import crowded, scenarios

EVERYWHERE = [m for m in MEASURES if m != "growth_since_2019"]
NEED = {"needed", "need_met", "staff_gap"}  # a number only by some ways of working it out
ENGLAND_WIDE = [(m, ENGLAND) for m in MEASURES]


def made(*rows: list[float]) -> Outcomes:
    """Outcomes of a few draws in the years 2030, 2031, ..."""
    return Outcomes(range(2030, 2030 + len(rows[0])), np.array(rows))


FOUR = made([1, 2, 3], [1, 5, 4], [6, 6, 6], [0, 1, 5])


def test_chance_is_the_share_of_draws_that_reach_a_number_in_a_year() -> None:
    # In 2031 the draws stand at 2, 5, 6 and 1: two of four reach 5.
    assert FOUR.chance(5, 2031) == 0.5
    assert FOUR.chance(5, 2030) == 0.25
    assert FOUR.chance(0, 2030) == 1
    assert FOUR.chance(7, 2032) == 0


def test_reaching_a_number_allows_for_rounding_in_the_last_digits() -> None:
    assert made([0.1 + 0.2 - 1e-13]).chance(0.3, 2030) == 1


def test_a_band_is_the_ordered_middle_of_the_draws() -> None:
    band = Outcomes(range(2030, 2032), np.array([[10.0 - i, i] for i in range(11)])).band()
    assert band.p10.tolist() == [1, 1]
    assert band.p50.tolist() == [5, 5]
    assert band.p90.tolist() == [9, 9]


def test_a_band_agrees_with_numpys_quantiles() -> None:
    found = simulate(england(), Scenario(), [("fte", ENGLAND)], n=1001)["fte", ENGLAND]
    assert np.allclose(found.band().p10, np.quantile(found.values, 0.1, axis=0), rtol=1e-12)


@given(scenarios(), st.booleans())
@settings(max_examples=15)
def test_no_scenario_gives_a_number_that_is_not_one(scenario: Scenario, widened: bool) -> None:
    small = england()
    pairs = [*ENGLAND_WIDE, *((m, p) for m in EVERYWHERE for p in ("Y01", "Q03"))]
    for pair, found in simulate(small, scenario, pairs, n=8, widened=widened).items():
        assert found.values.shape == (8, len(found.years)), pair
        if pair[0] in NEED:
            continue
        assert np.isfinite(found.values).all(), pair
        band = found.band()
        assert (band.p10 <= band.p50).all(), pair
        assert (band.p50 <= band.p90).all(), pair


@pytest.mark.parametrize("places", [(ENGLAND,), (ENGLAND, "Y01", "Q02")])
def test_how_many_draws_run_at_once_changes_nothing(
    places: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = [(m, p) for m in EVERYWHERE for p in places]
    found = []
    for at_once in (7, 64):
        monkeypatch.setattr(uncertainty, "block", lambda _, size=at_once: size)
        found.append(
            simulate(england(), Scenario(mandate=1, effects_on=1), pairs, n=50, small=True)
        )
    for pair in pairs:
        assert np.allclose(found[0][pair].values, found[1][pair].values, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("place", [ENGLAND, "Y01", "Q04"])
@pytest.mark.parametrize("scenario", [Scenario(), Scenario(mandate=1, effects_on=1)])
def test_i12_a_draw_equals_the_same_run_alone(scenario: Scenario, place: str) -> None:
    small, n = england(), 12
    pairs = [(m, place) for m in EVERYWHERE]
    found = simulate(small, scenario, [*pairs, ("fte", "Q01")], n)
    some = draw(scenario, n)
    for i in (0, 5, 11):
        alone = some.part(slice(i, i + 1))
        share = between_proxies(small.share, alone.proxy)[0]
        values = {k: float(np.ravel(v)[0]) for k, v in alone.values.items()}
        run = project(replace(small, share=share), Scenario(**values))
        for measure, _ in pairs:
            assert np.allclose(
                found[measure, place].values[i], MEASURES[measure](run, place).values, rtol=1e-12
            ), measure


def test_a_draw_is_always_somewhere_between_the_two_proxies() -> None:
    share = england().share
    found = between_proxies(share, np.array([0.0, 0.25, 1.0]))
    assert np.allclose(found[0], share[2])
    assert np.allclose(found[1], 0.25 * share[1] + 0.75 * share[2])
    assert np.allclose(found[2], share[1])


def test_differences_between_scenarios_are_paired() -> None:
    """With common draws a difference varies far less than either side of it."""
    pair = ("trusts_led", ENGLAND)
    encouraged, required = (
        simulate(england(), s, [pair], n=256)[pair].values[:, -1]
        for s in (Scenario(), Scenario(mandate=1))
    )
    other = simulate(england(), Scenario(mandate=1), [pair], n=256, seed=1)[pair].values[:, -1]
    assert (required >= encouraged - 1e-12).all()
    assert (required - encouraged).std() < 0.9 * (other - encouraged).std()
    staff = ("fte", ENGLAND)
    now, then = (
        simulate(england(), s, [staff], n=64)[staff].values
        for s in (Scenario(), Scenario(mandate=1))
    )
    assert np.array_equal(now, then), "posts alone move no staff, in any draw"


def test_a_scenario_s_widened_band_is_wider() -> None:
    pair = ("fte", ENGLAND)
    narrow, wide = (
        simulate(england(), Scenario(), [pair], n=256, widened=w)[pair].band()
        for w in (False, True)
    )
    assert wide.p90[-1] - wide.p10[-1] > narrow.p90[-1] - narrow.p10[-1]


# England as one area


def assert_one_area_is_the_sum(start: Baseline, scenario: Scenario) -> None:
    one, many = as_one_area(start), replace(start, share=start.share[0])
    england_, sum_ = project(one, scenario), project(many, scenario)
    for measure in MEASURES:
        whole = MEASURES[measure](england_, ENGLAND).values
        parts = MEASURES[measure](sum_, ENGLAND).values
        assert np.allclose(whole, parts, rtol=1e-9, atol=1e-6, equal_nan=True), measure


@pytest.mark.parametrize("preset", PRESETS)
def test_one_area_is_the_sum_of_42_for_every_preset(preset: str) -> None:
    assert_one_area_is_the_sum(opening(), PRESETS[preset].scenario)


@given(scenarios(effects_on=0.0))
@settings(max_examples=10)
def test_one_area_is_the_sum_of_42_for_any_scenario(scenario: Scenario) -> None:
    assert_one_area_is_the_sum(opening(), scenario)


def test_no_draw_at_the_defaults_runs_any_area_out_of_possible_leaders() -> None:
    """One area is exact in the draws too: its outcomes are those of 42."""
    wanted = [(m, ENGLAND) for m in ("fte", "clinical_fte", "trusts_led", "systems_led")]
    one = simulate(opening(), Scenario(mandate=1), wanted, n=64)
    area = opening().areas[0]
    many = simulate(opening(), Scenario(mandate=1), [*wanted, ("fte", area)], n=64)
    for pair in wanted:
        assert np.allclose(one[pair].values, many[pair].values, rtol=1e-9)


def test_where_possible_leaders_are_scarce_one_area_is_not_the_sum_of_many() -> None:
    """England as one area lets anyone lead anywhere, and one crowded area empties all."""
    few = crowded(england())
    one, many = (
        MEASURES["trusts_led"](project(b, Scenario(mandate=1)), ENGLAND).values
        for b in (as_one_area(few), replace(few, share=few.share[0]))
    )
    assert np.abs(one - many).max() > 0.01
    assert np.isfinite(one).all()
    assert 0 <= min(one.min(), many.min()) <= max(one.max(), many.max()) <= 1


def test_where_leadership_changes_staffing_england_is_run_area_by_area() -> None:
    """Areas then differ in their dose, so that England is the sum of its areas and no shortcut."""
    scenario = Scenario(mandate=1, effects_on=1, eps_ret=0.05, eps_train=0.1)
    alone = simulate(england(), scenario, [("fte", ENGLAND)], n=16)["fte", ENGLAND]
    local = simulate(england(), scenario, [("fte", ENGLAND), ("fte", "Q01")], n=16)
    assert np.array_equal(alone.values, local["fte", ENGLAND].values)


def test_every_belief_can_be_drawn_from_a_scenario_at_any_end() -> None:
    for end in ("low", "high"):
        values = {k: float(getattr(a, end)) for k, a in ASSUMPTIONS.items() if a.kind == "belief"}
        found = simulate(england(), Scenario(**values), [("fte", ENGLAND)], n=8, widened=True)
        assert np.isfinite(found["fte", ENGLAND].values).all()


@pytest.mark.parametrize(
    "scenario",
    [
        Scenario(),
        Scenario(mandate=1, boards=36),
        Scenario(h_imitation=0.3),
        *(Scenario(need_method=m, skill_mix=0.05, age_model=1) for m in (1, 2, 3)),
    ],
)
def test_a_place_run_alone_is_its_part_of_all_42_areas(scenario: Scenario) -> None:
    """Only what is asked for is run, and it is what a run of everything would say."""
    start, n = opening(), 8
    places = [start.areas[0], start.areas[20], start.regions[0], ENGLAND]
    pairs = [(m, p) for m in EVERYWHERE for p in places]
    found = simulate(start, scenario, pairs, n)
    some = draw(scenario, n)
    run = project(replace(start, share=between_proxies(start.share, some.proxy)), some)
    for measure, place in pairs:
        whole = MEASURES[measure](run, place).values
        mine = found[measure, place].values
        assert np.allclose(mine, whole, rtol=1e-9, atol=1e-9, equal_nan=True), measure


def test_counted_starts_are_shared_out_over_all_areas_of_england() -> None:
    counted = england(observed_starts={2024: np.array([1_000.0, 500, 500])})
    found = simulate(counted, Scenario(), [("psychology_starts", p) for p in (ENGLAND, "Q01")], 8)
    assert found["psychology_starts", ENGLAND].values[:, 0] == pytest.approx(1_000)
    assert (np.abs(found["psychology_starts", "Q01"].values[:, 0] - 200) < 100).all()
