"""Chance in small places: its moments, its draws, and numbers too small to show."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.analysis import small_areas
from ppn_scenarios.analysis.distributions import normal
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.small_areas import (
    Z_80,
    Step,
    chance_band,
    deviations,
    luck,
    shown,
    steps,
    variance,
)
from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection, project
from tests.analysis.small_england import england
from tests.model.valid import baselines, scenarios

SMALL = england(fte=400.0)  # Q03 has 40 FTE in the middle estimate, in nine cells
STRONG = Scenario(mandate=1, effects_on=1, eps_ret=0.05, eps_train=0.1, cap_mode=0, mobility=0.2)


def middle(scenario: Scenario) -> Projection:
    """The projection of the small England's middle estimate."""
    return project(replace(SMALL, share=SMALL.share[0]), scenario)


@given(baselines(), scenarios())
@settings(max_examples=25)
def test_the_chances_behind_a_projection_give_its_expected_numbers(
    baseline: Baseline, scenario: Scenario
) -> None:
    p = project(baseline, scenario)
    for t, step in enumerate(steps(p, ENGLAND)):
        assert (step.kept >= -1e-12).all()
        assert (step.kept <= 1 + 1e-12).all()
        remain = step.people * step.kept
        up = remain * step.promoted
        after = remain - up + step.joining
        after[..., 1:] += up[..., :-1]
        assert np.allclose(after, p.in_post[..., t + 1, :, :, :], rtol=1e-9, atol=1e-9)


def people_one_by_one(years: list[Step], n: int, seed: int) -> np.ndarray:
    """Whole people in each of n lives of a place, (n, T+1): a die for everyone and every year."""
    rng = np.random.default_rng(seed)
    people = np.repeat(years[0].people[None], n, axis=0).astype(int)
    found = [people.sum(axis=(1, 2, 3))]
    for step in years:
        kept = rng.binomial(people, step.kept)
        up = rng.binomial(kept, step.promoted)
        people = kept - up + rng.poisson(np.broadcast_to(step.joining, kept.shape))
        people[..., 1:] += up[..., :-1]
        found.append(people.sum(axis=(1, 2, 3)))
    return np.stack(found, axis=1)


@pytest.mark.parametrize("scenario", [Scenario(), STRONG])
def test_the_moments_are_those_of_people_who_each_leave_or_stay(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    p, n = middle(scenario), 20_000
    exact = list(steps(p, "Q03"))
    people, whole = np.round(exact[0].people), []
    for step in exact:  # the same chances around whole numbers of people
        whole.append(Step(people, step.kept, step.promoted, step.joining))
        up = people * step.kept * step.promoted
        people = people * step.kept - up + step.joining
        people[..., 1:] += up[..., :-1]
    monkeypatch.setattr(small_areas, "steps", lambda *_: iter(whole))
    lives = people_one_by_one(whole, n, seed=3) * scenario.participation
    found = variance(p, "Q03").values
    assert found[0] == 0
    # The standard error of a variance of n lives is about sqrt(2 / n) of it: 1%.
    assert lives.var(axis=0)[1:] == pytest.approx(found[1:], rel=0.05)
    mean = [s.people.sum() * scenario.participation for s in whole]
    assert lives.mean(axis=0)[:-1] == pytest.approx(mean, rel=0.005)
    # A normal band of those moments holds four in five lives.
    spread = np.sqrt(found[8]) * Z_80
    inside = np.abs(lives[:, 8] - lives[:, 8].mean()) <= spread
    assert inside.mean() == pytest.approx(0.8, abs=0.03)
    # Draws have the same spread within a year, and the same memory from year to year.
    lots = np.random.default_rng(4).standard_normal((n, 14, 1, 3, 3, 3))
    drawn = deviations(p, "Q03", lots)
    assert drawn.mean(axis=0) == pytest.approx(np.zeros(15), abs=0.05 * np.sqrt(found[-1]))
    assert drawn.var(axis=0)[1:] == pytest.approx(found[1:], rel=0.05)
    memory = np.corrcoef(drawn[:, 5], drawn[:, 9])[0, 1]
    assert memory == pytest.approx(np.corrcoef(lives[:, 5], lives[:, 9])[0, 1], abs=0.03)


def test_a_year_of_one_grade_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """20 people who stay with chance 0.9 and 3 who join: variance 20 x 0.9 x 0.1 + 3 = 4.8."""
    one = Step(*(np.array(v).reshape(1, 1, 1) for v in (20.0, 0.9, 0.0, 3.0)))
    two = Step(*(np.array(v).reshape(1, 1, 1) for v in (21.0, 0.8, 0.0, 0.0)))
    monkeypatch.setattr(small_areas, "steps", lambda *_: iter([one, two]))
    place = SimpleNamespace(
        scenario=Scenario(participation=0.8), years=range(3), dose=np.zeros((3, 1))
    )
    found = variance(cast(Projection, place), "Q01").values / 0.64
    # Then 0.64 x 4.8 + 21 x 0.8 x 0.2 = 6.432.
    assert found == pytest.approx([0, 4.8, 6.432])


def test_chance_of_places_adds_up_because_areas_are_independent() -> None:
    p = middle(Scenario())
    parts = sum(variance(p, area).values for area in ("Q01", "Q02", "Q03", "Q04"))
    assert variance(p, ENGLAND).values == pytest.approx(parts)
    assert variance(p, "Y01").values[-1] < variance(p, ENGLAND).values[-1]


def test_the_smaller_the_place_the_more_chance_matters() -> None:
    p = project(SMALL, Scenario())
    small, large = (chance_band(p, area) for area in ("Q03", "Q04"))
    for band in (small, large):
        assert (band.low <= band.mid).all()
        assert (band.mid <= band.high).all()
        assert (band.values >= 0).all()
    assert band.years == p.years
    ratio = [(b.high[-1] - b.low[-1]) / b.mid[-1] for b in (small, large)]
    assert ratio[0] > 1.5 * ratio[1]


def test_clinical_time_has_the_same_chance_in_its_own_unit() -> None:
    p = middle(Scenario())
    fte, clinical = (variance(p, "Q03", m).values for m in ("fte", "clinical_fte"))
    assert clinical == pytest.approx(fte * Scenario().availability ** 2)
    assert chance_band(p, "Q03", "clinical_fte").mid == pytest.approx(
        MEASURES["clinical_fte"](p, "Q03").mid
    )


def test_what_is_not_a_number_of_people_has_no_chance() -> None:
    with pytest.raises(ValueError, match="not for trusts_led"):
        chance_band(middle(Scenario()), "Q03", "trusts_led")


def test_outcomes_of_a_small_place_are_wider_with_chance_and_england_s_the_same() -> None:
    pairs = [("fte", ENGLAND), ("fte", "Q03"), ("trusts_led", "Q03"), ("clinical_fte", "Q03")]
    plain, with_chance = (simulate(SMALL, Scenario(), pairs, n=512, small=s) for s in (False, True))
    for pair in (("fte", ENGLAND), ("trusts_led", "Q03")):
        assert np.array_equal(plain[pair].values, with_chance[pair].values)
    pair = ("fte", "Q03")
    added = with_chance[pair].values - plain[pair].values
    assert np.array_equal(added[:, 0], np.zeros(512))
    expected = variance(middle(Scenario()), "Q03").values[1]
    assert added[:, 1].var() == pytest.approx(expected, rel=0.2)
    assert with_chance[pair].values.min() >= 0
    clinical = with_chance["clinical_fte", "Q03"].values - plain["clinical_fte", "Q03"].values
    assert np.corrcoef(added[:, -1], clinical[:, -1])[0, 1] > 0.99


def test_scenarios_share_their_luck() -> None:
    assert np.array_equal(luck(SMALL, "Q03", 8, 1), luck(SMALL, "Q03", 8, 1))
    assert not np.array_equal(luck(SMALL, "Q03", 8, 1), luck(SMALL, "Q04", 8, 1))
    pair = ("fte", "Q03")
    before, after = (
        simulate(SMALL, s, [pair], n=64, small=True)[pair].values
        for s in (Scenario(), Scenario(mandate=1))
    )
    assert np.array_equal(before, after), "posts alone move no staff, whatever the luck"


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_fewer_than_five_people_are_never_a_number(people: float) -> None:
    number = shown(people)
    assert number is None or number >= 5
    assert (number == people) if people >= 5 else number is None


@given(scenarios())
@settings(max_examples=10)
def test_chance_is_always_a_number(scenario: Scenario) -> None:
    band = chance_band(project(SMALL, scenario), "Q03")
    assert np.isfinite(band.values).all()
    pair = ("fte", "Q03")
    assert np.isfinite(simulate(SMALL, scenario, [pair], n=4, small=True)[pair].values).all()


def test_the_middle_of_a_normal_band_is_where_the_distribution_says():
    assert float(normal(0.9)) == Z_80
