"""Draws of beliefs: evenly spread, paired between scenarios, within what was declared."""

import numpy as np
import pytest
from scipy import stats

from ppn_scenarios.analysis import draws
from ppn_scenarios.analysis.draws import DRAWN, EFFECTS, PROXY, SEED, TOGETHER, draw, inverse
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

N = 1024
NAMES = (*DRAWN, PROXY)
MIDDLES = (np.arange(N) + 0.5) / N
SHARES = [name for name in DRAWN if ASSUMPTIONS[name].distribution == "beta"]
BOUNDED = [name for name in DRAWN if ASSUMPTIONS[name].distribution != "beta"]
PLACEHOLDERS = [name for name in BOUNDED if ASSUMPTIONS[name].is_placeholder]


def halfway(name: str) -> float:
    """A value that the reader may have moved a belief to: a third of the way along its range."""
    a = ASSUMPTIONS[name]
    return a.low + (a.high - a.low) / 3


@pytest.mark.parametrize("correlated", [True, False])
def test_every_column_has_one_draw_in_each_of_n_equal_parts(correlated: bool) -> None:
    u = draws.uniform(N, SEED, correlated)
    assert u.shape == (N, len(NAMES))
    for column in u.T:
        assert sorted(np.floor(column * N)) == list(range(N))


def test_reordering_for_correlation_keeps_every_column_s_values() -> None:
    plain, together = draws.uniform(N, SEED, False), draws.uniform(N, SEED, True)
    assert np.array_equal(np.sort(plain, axis=0), np.sort(together, axis=0))


def test_ranks_move_together_as_declared_and_nothing_else_does() -> None:
    found = np.asarray(stats.spearmanr(draws.uniform(N)).statistic)
    wanted = draws.correlation(NAMES)
    assert np.abs(found - wanted).max() < 0.05
    others = np.abs(found[wanted == 0])
    assert others.max() < 0.05
    assert others.mean() < 0.01
    for (a, b), value in TOGETHER.items():
        assert found[NAMES.index(a), NAMES.index(b)] == pytest.approx(value, abs=0.05)


def test_leaving_moves_together_and_posts_stand_vacant_where_few_take_them() -> None:
    found = np.asarray(stats.spearmanr(draws.uniform(N)).statistic)

    def moves(one: str, other: str) -> float:
        return float(found[NAMES.index(one), NAMES.index(other)])

    for family in ("ther", "prac"):
        assert moves("leave_psy", f"leave_{family}") == pytest.approx(0.7, abs=0.05)
    for family in ("psy", "ther", "prac"):
        assert moves(f"uptake_{family}", "vacancy0") == pytest.approx(-0.4, abs=0.05)


def test_without_correlation_all_columns_are_unrelated() -> None:
    found = stats.spearmanr(draws.uniform(N, SEED, False)).statistic
    assert np.abs(found - np.eye(len(NAMES))).max() < 0.15


def test_what_moves_together_is_drawn_and_possible() -> None:
    assert {name for pair in TOGETHER for name in pair} <= set(DRAWN)
    assert np.linalg.eigvalsh(draws.correlation(NAMES)).min() > 0


def test_a_seed_gives_the_same_draws_and_another_seed_others() -> None:
    assert np.array_equal(draws.uniform(64, 1), draws.uniform(64, 1))
    assert not np.array_equal(draws.uniform(64, 1), draws.uniform(64, 2))


def test_nobody_can_change_the_shared_draws() -> None:
    with pytest.raises(ValueError, match="read-only"):
        draws.uniform(64)[0, 0] = 0.5


def test_scenarios_share_their_draws() -> None:
    encouraged, required = draw(Scenario(), 64), draw(Scenario(mandate=1, leave_psy=0.09), 64)
    for name in set(DRAWN) - EFFECTS - {"leave_psy"}:
        assert np.array_equal(getattr(encouraged, name), getattr(required, name)), name
    assert np.array_equal(encouraged.proxy, required.proxy)
    # A belief the reader moved keeps its order: the same draw is high or low in both.
    assert np.array_equal(np.argsort(encouraged.leave_psy), np.argsort(required.leave_psy))


def test_choices_are_never_drawn() -> None:
    scenario = Scenario(mandate=1, places_cp=1200, effects_on=1, funding=1, supervision_cap=1)
    some = draw(scenario, 16)
    for name, a in ASSUMPTIONS.items():
        if a.kind == "choice" or a.distribution == "fixed":
            assert getattr(some, name) == getattr(scenario, name), name
        else:
            assert np.shape(getattr(some, name)) == (16,), name


def test_effects_of_leadership_are_drawn_only_where_they_are_switched_on() -> None:
    off, on = draw(Scenario(eps_ret=0.02), 16), draw(Scenario(effects_on=1), 16)
    for name in EFFECTS:
        assert getattr(off, name) == getattr(Scenario(eps_ret=0.02), name)
        assert np.shape(getattr(on, name)) == (16,)
    assert np.min(on.eps_ret) < 0, "harm must be possible"


@pytest.mark.parametrize("name", BOUNDED)
def test_draws_stay_within_the_declared_range_and_rise_with_their_quantile(name: str) -> None:
    a = ASSUMPTIONS[name]
    for value in (a.default, a.low, a.high, halfway(name)):
        found = inverse(name, MIDDLES, value, widened=False)
        assert a.low <= found.min() <= found.max() <= a.high
        assert (np.diff(found) >= 0).all()


@pytest.mark.parametrize("name", [n for n in BOUNDED if n not in EFFECTS])
def test_the_most_likely_value_is_the_readers_own(name: str) -> None:
    a, value = ASSUMPTIONS[name], halfway(name)
    found = inverse(name, MIDDLES, value, widened=False)
    assert found.mean() == pytest.approx((a.low + value + a.high) / 3, rel=1e-3)
    fullest = np.argmin(found[40:] - found[:-40])  # where draws lie closest together
    assert found[fullest] <= value <= found[fullest + 40] or found[fullest + 20] == pytest.approx(
        value, abs=(a.high - a.low) / 20
    )


def test_a_uniform_belief_is_flat_until_the_reader_moves_it() -> None:
    a = ASSUMPTIONS["eps_ret"]
    flat = inverse("eps_ret", MIDDLES, a.default, widened=False)
    assert flat == pytest.approx(a.low + MIDDLES * (a.high - a.low))
    moved = inverse("eps_ret", MIDDLES, 0.05, widened=False)
    assert moved.mean() == pytest.approx((a.low + 0.05 + a.high) / 3, rel=1e-3)


@pytest.mark.parametrize("name", SHARES)
def test_shares_have_a_beta_spread_around_the_readers_value(name: str) -> None:
    for value in (ASSUMPTIONS[name].default, 0.0, 0.4, 1.0):
        found = inverse(name, MIDDLES, value, widened=False)
        assert 0 <= found.min() <= found.max() <= 1
        # As if 8 organisations had been asked: 1 + 8 x value of 10.
        assert found.mean() == pytest.approx((1 + 8 * value) / 10, abs=1e-3)


@pytest.mark.parametrize("name", PLACEHOLDERS + SHARES)
def test_the_second_band_is_wider_and_within_what_can_be(name: str) -> None:
    a = ASSUMPTIONS[name]
    for value in (a.default, halfway(name)):
        narrow = inverse(name, MIDDLES, value, widened=False)
        wide = inverse(name, MIDDLES, value, widened=True)
        assert wide.std() > narrow.std()
        if a.low >= 0:
            assert wide.min() >= 0
        if a.unit == "share":
            assert wide.max() <= 1


def test_a_placeholder_is_widened_by_half_on_either_side() -> None:
    a = ASSUMPTIONS["abolish"]
    value = (a.low + a.high) / 2
    ends = inverse("abolish", np.array([0.0, 1.0]), value, widened=True)
    half = (a.high - a.low) / 2
    assert "abolish" in PLACEHOLDERS
    assert ends == pytest.approx([max(value - 1.5 * half, 0), value + 1.5 * half])


@pytest.mark.parametrize("name", sorted(set(BOUNDED) - set(PLACEHOLDERS)))
def test_what_has_a_source_is_not_widened(name: str) -> None:
    value = ASSUMPTIONS[name].default
    assert np.array_equal(
        inverse(name, MIDDLES, value, widened=True), inverse(name, MIDDLES, value, widened=False)
    )


def test_part_of_the_draws_keeps_their_order_and_single_values() -> None:
    some = draw(Scenario(), 32)
    part = some.part(slice(8, 12))
    assert len(part) == 4
    assert np.array_equal(part.leave_psy, np.ravel(some.leave_psy)[8:12])
    assert part.mandate == some.mandate
    with pytest.raises(AttributeError, match="no_such_lever"):
        _ = some.no_such_lever
