"""Swings and shares of variance, against single runs, known functions and brute force."""

from dataclasses import asdict, dataclass, replace
from typing import Any, cast

import numpy as np
import pytest
from scipy import stats

from ppn_scenarios.analysis.draws import DRAWN, EFFECTS, SEED, counts, draw, inverse, values_of
from ppn_scenarios.analysis.exchanges import exchanged, pair, resampled
from ppn_scenarios.analysis.exchanges import indices as of_results
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.sensitivity import results, sobol, swings
from ppn_scenarios.analysis.series import Series
from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.model import Projection, project
from tests.analysis.small_england import england

ONE = as_one_area(england())


@pytest.mark.parametrize(
    "scenario", [Scenario(), Scenario(mandate=1, effects_on=1, eps_ret=0.02, leave_psy=0.08)]
)
@pytest.mark.parametrize(("measure", "year"), [("fte", 2037), ("trusts_led", 2030)])
def test_a_swing_is_what_two_single_runs_say(scenario: Scenario, measure: str, year: int) -> None:
    many = replace(england(), share=england().share[0])
    found = {s.name: s for s in swings(england(), scenario, measure, year)}

    def alone(**changes: float) -> float:
        run = project(many, Scenario(**(asdict(scenario) | changes)))
        return MEASURES[measure](run, ENGLAND).at(year)[1]

    assert set(found) == set(LEVERS) - {"effects_on"}
    for name, swing in found.items():
        a = ASSUMPTIONS[name]
        assert swing.at_low == pytest.approx(alone(**{name: a.low}), rel=1e-9, abs=1e-9), name
        assert swing.at_high == pytest.approx(alone(**{name: a.high}), rel=1e-9, abs=1e-9), name
        assert swing.now == pytest.approx(alone(), rel=1e-9)


def test_swings_come_widest_first() -> None:
    widths = [s.width for s in swings(england(), Scenario())]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 0


def test_what_cannot_move_a_result_has_no_swing() -> None:
    found = {s.name: s.width for s in swings(england(), Scenario())}
    for name in ("lead_wte", "h_encourage", "availability", "demand_growth", *EFFECTS):
        assert found[name] == pytest.approx(0, abs=1e-8), name


# Shares of variance


def stub(monkeypatch: pytest.MonkeyPatch, function: Any) -> None:
    """Let a known function of the draws stand in for a result of the model."""

    def measure(p: Projection, place: str) -> Series:
        values = np.broadcast_arrays(function(cast(Any, p.scenario)))[0]
        return Series(p.years, np.repeat(values[..., None], len(p.years), axis=-1))

    monkeypatch.setitem(MEASURES, "stub", measure)


def angle(name: str, values: np.ndarray) -> np.ndarray:
    """A flat belief's value as an angle from -pi to pi."""
    a = ASSUMPTIONS[name]
    return -np.pi + 2 * np.pi * (values - a.low) / (a.high - a.low)


def test_indices_of_ishigamis_function(monkeypatch: pytest.MonkeyPatch) -> None:
    """sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, whose indices are known exactly."""

    def ishigami(s: Any) -> np.ndarray:
        x, y, z = (angle(k, getattr(s, k)) for k in ("eps_ret", "eps_rec", "eps_train"))
        result: np.ndarray = np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)
        return result

    stub(monkeypatch, ishigami)
    names = ("eps_ret", "eps_rec", "eps_train", "tau_dose")
    rows = sobol(england(), Scenario(effects_on=1), "stub", n=1024, names=names)
    found = {r.name: r for r in rows}
    first = {"eps_ret": 0.3139, "eps_rec": 0.4424, "eps_train": 0.0, "tau_dose": 0.0}
    total = {"eps_ret": 0.5576, "eps_rec": 0.4424, "eps_train": 0.2437, "tau_dose": 0.0}
    for name in names:
        assert found[name].first == pytest.approx(first[name], abs=0.05), name
        assert found[name].total == pytest.approx(total[name], abs=0.05), name
    assert [r.total for r in rows] == sorted((r.total for r in rows), reverse=True)


def test_indices_of_a_sum_are_its_parts_shares_of_variance(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"leave_psy": 3.0, "external": 2.0, "uptake_ther": 1.0}

    def weighted(s: Any) -> np.ndarray:
        parts = []
        for name, weight in weights.items():
            all_ = inverse(name, np.linspace(0, 1, 9999), ASSUMPTIONS[name].default, False)
            parts.append(weight * getattr(s, name) / all_.std())
        result: np.ndarray = np.asarray(sum(parts))
        return result

    stub(monkeypatch, weighted)
    found = {r.name: r for r in sobol(england(), Scenario(), "stub", n=512)}
    for name, weight in weights.items():
        assert found[name].first == pytest.approx(weight**2 / 14, abs=0.05)
        assert found[name].total == pytest.approx(weight**2 / 14, abs=0.05)
    assert sum(r.total for r in found.values()) == pytest.approx(1, abs=0.05)


def test_nothing_has_a_share_of_what_does_not_vary(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, lambda s: np.full(len(s), 7.0))
    rows = sobol(england(), Scenario(), "stub", n=16)
    assert {r.name for r in rows} == set(DRAWN)
    assert all(r.first == r.total == 0 for r in rows)


def test_a_result_of_one_input_is_all_its_share() -> None:
    found = {r.name: r for r in sobol(england(), Scenario(), "psychology_starts", n=64)}
    assert found["fill_cp"].total == pytest.approx(1, abs=0.1)
    assert sum(r.total for r in found.values()) == pytest.approx(found["fill_cp"].total)


def test_inputs_that_do_nothing_get_nothing() -> None:
    rows = {r.name: r for r in sobol(england(), Scenario(), "fte", n=64)}
    assert set(rows) == set(DRAWN)
    for name in ("h_encourage", "availability", "demand_growth", "cppo_base_acute", *EFFECTS):
        assert rows[name].first == pytest.approx(0, abs=1e-9), name
        assert rows[name].total == pytest.approx(0, abs=1e-9), name


@pytest.fixture(scope="module")
def indices() -> dict[str, Any]:
    """Indices of England's staff in 2037."""
    return {r.name: r for r in sobol(england(), Scenario(), "fte", n=1024)}


@pytest.mark.parametrize(
    ("scenario", "measure", "year"),
    [
        (Scenario(), "fte", 2037),
        (Scenario(mandate=1), "trusts_led", 2030),
        (Scenario(mandate=1, effects_on=1, eps_ret=0.05), "clinical_fte", 2037),
    ],
)
def test_indices_are_those_of_another_library_from_the_same_runs(
    scenario: Scenario, measure: str, year: int
) -> None:
    n, some = 64, [name for name in DRAWN if counts(scenario, name)]
    runs = exchanged(ONE, scenario, some, n, SEED, measure, year).results
    parts: Any = {"f_A": runs[:1], "f_B": runs[1:2], "f_AB": runs[2:, None]}
    theirs = stats.sobol_indices(func=parts, n=n)
    ours = {row.name: row for row in sobol(england(), scenario, measure, year, n=n)}
    for i, name in enumerate(some):
        assert ours[name].first == pytest.approx(theirs.first_order[i], abs=1e-9), name
        assert ours[name].total == pytest.approx(theirs.total_order[i], abs=1e-9), name


@pytest.mark.parametrize(
    "scenario",
    [
        Scenario(mandate=1, funding=1, supervision_cap=1, h_imitation=0.3),
        Scenario(encouragement=0.5, need_method=3, age_model=1),
        Scenario(effects_on=1, eps_ret=0.05),
    ],
)
@pytest.mark.parametrize("measure", ["fte", "vacancy_rate", "trusts_led", "need_met", "cost"])
@pytest.mark.parametrize("few", [False, True])
def test_what_is_not_run_again_gives_what_it_would_if_it_were(
    scenario: Scenario, measure: str, few: bool
) -> None:
    """Every run in one batch, without a thought of what rests on what."""
    start = replace(ONE, fte=ONE.fte / 3_000) if few else ONE
    n, some = 8, [name for name in DRAWN if counts(scenario, name)]
    d, changed = len(some), {}
    for i, name in enumerate(some):
        a, b = pair(name, float(getattr(scenario, name)), d, n, SEED, i)
        changed[name] = np.tile(a, d + 2)
        changed[name][n : 2 * n] = b
        changed[name][(i + 2) * n : (i + 3) * n] = b
    plain = results(start, values_of(scenario, (d + 2) * n, changed), measure, 2035)
    found = exchanged(start, scenario, some, n, SEED, measure, 2035)
    np.testing.assert_allclose(found.results, plain.reshape(d + 2, n), rtol=1e-12)
    assert found.plenty is not few


def test_picked_results_have_the_indices_of_results_picked_one_by_one() -> None:
    rng = np.random.default_rng(5)
    found = rng.normal(size=(6, 32)) * np.array([1, 1, 1, 2, 0.1, 1])[:, None] + 0.3
    found[3] = found[0]
    which = rng.integers(0, 32, (5, 32))
    picks = np.stack([np.bincount(row, minlength=32) for row in which]).astype(float)
    each = np.stack([of_results(found[:, row]) for row in which])
    np.testing.assert_allclose(resampled(found, picks), each, rtol=1e-12, atol=1e-15)
    assert not resampled(np.ones((6, 32)), picks).any()


@dataclass(frozen=True)
class Belief:
    """One belief of a scenario as another library asks for a distribution."""

    name: str

    def ppf(self, u: np.ndarray) -> np.ndarray:
        return inverse(self.name, u, float(getattr(Scenario(), self.name)), widened=False)


def test_another_library_that_draws_and_runs_for_itself_agrees(indices: dict[str, Any]) -> None:
    """scipy draws, exchanges and reckons; ours is only the model in the middle."""
    names = sorted(indices, key=lambda k: -indices[k].total)[:6]
    beliefs: Any = [Belief(name) for name in names]

    def of_draws(values: np.ndarray) -> np.ndarray:
        changed = dict(zip(names, values, strict=True))
        return results(ONE, values_of(Scenario(), values.shape[1], changed), "fte", 2037)

    theirs = stats.sobol_indices(func=of_draws, n=1024, dists=beliefs, rng=np.random.default_rng(3))
    ours = {row.name: row for row in sobol(england(), Scenario(), "fte", n=1024, names=names)}
    assert theirs.first_order.sum() > 0.9
    for i, name in enumerate(names):
        assert ours[name].first == pytest.approx(theirs.first_order[i], abs=0.03), name
        assert ours[name].total == pytest.approx(theirs.total_order[i], abs=0.03), name


def test_first_order_agrees_with_binned_conditional_means(indices: dict[str, Any]) -> None:
    """Another method: how much of the spread is between groups of draws of like value."""
    n, groups = 16_384, 32
    some = draw(Scenario(), n, seed=7, correlated=False)
    y = results(ONE, some, "fte", 2037)
    for name in sorted(indices, key=lambda k: -indices[k].total)[:8]:
        by_value = y[np.argsort(getattr(some, name))].reshape(groups, -1)
        between = by_value.mean(axis=1).var()
        by_chance = by_value.var(axis=1).mean() / by_value.shape[1] * (1 - 1 / groups)
        share = (between - by_chance) / y.var()
        low, high = indices[name].first_range
        assert low - 0.02 <= share <= high + 0.02, name


def test_totals_agree_with_redrawing_one_input_at_a_time(indices: dict[str, Any]) -> None:
    """Another method: plain random numbers, and half the mean square of what one input changes."""
    n, rng = 8_192, np.random.default_rng(11)
    scenario = Scenario()
    inputs = {
        k: inverse(k, rng.random(n), getattr(scenario, k), False) for k in DRAWN if k not in EFFECTS
    }
    y = results(ONE, values_of(scenario, n, inputs), "fte", 2037)
    for name in sorted(indices, key=lambda k: -indices[k].total)[:5]:
        again = inverse(name, rng.random(n), getattr(scenario, name), False)
        other = results(ONE, values_of(scenario, n, inputs | {name: again}), "fte", 2037)
        total = 0.5 * ((y - other) ** 2).mean() / y.var()
        low, high = indices[name].total_range
        assert low - 0.02 <= total <= high + 0.02, name


def test_intervals_hold_their_estimates(indices: dict[str, Any]) -> None:
    for row in indices.values():
        assert row.total_range[0] - 1e-12 <= row.total <= row.total_range[1] + 1e-12
        assert row.total >= row.first - 0.05
