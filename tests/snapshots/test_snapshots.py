"""Headline results have not changed, or the change is stated."""

import io

import numpy as np
import pandas as pd
import pytest

from ppn_scenarios import snapshot
from ppn_scenarios.assumptions import PRESETS
from ppn_scenarios.opening import baseline

KEYS = ["preset", "place", "result", "year"]
VALUES = ["low", "mid", "high"]
WHAT_TO_DO = (
    "results changed. If that is meant: run `python -m ppn_scenarios snapshot`, state the change "
    "in CHANGELOG.md and raise MODEL_VERSION"
)


@pytest.fixture(scope="module")
def now() -> pd.DataFrame:
    return snapshot.snapshot(baseline())


@pytest.fixture(scope="module")
def before() -> pd.DataFrame:
    return pd.read_csv(snapshot.FILE)


def test_headline_results_are_what_was_last_stated(now: pd.DataFrame, before: pd.DataFrame) -> None:
    assert now[KEYS].to_numpy().tolist() == before[KEYS].to_numpy().tolist(), WHAT_TO_DO
    close = np.isclose(now[VALUES], before[VALUES], rtol=1e-9, atol=1e-6)
    changed = now[~close.all(axis=1)]
    assert changed.empty, f"{WHAT_TO_DO}:\n{changed.head(10).to_string()}"


def test_a_change_of_one_part_in_a_million_is_noticed(before: pd.DataFrame) -> None:
    large = before[before["mid"] > 100]
    assert len(large) > 100
    assert not np.isclose(large["mid"] * (1 + 1e-6), large["mid"], rtol=1e-9, atol=1e-6).any()


def test_every_preset_has_results_for_england_and_its_seven_regions(before: pd.DataFrame) -> None:
    assert set(before["preset"]) == set(PRESETS)
    assert (before.groupby("preset")["place"].nunique() == 8).all()


def test_low_is_never_above_the_middle_nor_this_above_high(before: pd.DataFrame) -> None:
    assert (before["low"] <= before["mid"] * (1 + 1e-9) + 1e-9).all()
    assert (before["mid"] <= before["high"] * (1 + 1e-9) + 1e-9).all()


def test_england_is_the_sum_of_its_regions(before: pd.DataFrame) -> None:
    sums = before[before["result"].isin(["fte", "people_seen", "pay_cost"])]
    wide = sums.pivot_table(
        index=["preset", "result", "year"], columns="place", values="mid", aggfunc="sum"
    )
    assert np.allclose(wide.drop(columns="england").sum(axis=1), wide["england"], rtol=1e-9)


def test_a_result_that_is_no_number_is_never_written(now: pd.DataFrame) -> None:
    broken = now.head(3).assign(mid=[1.0, float("nan"), 2.0])
    with pytest.raises(ValueError, match="not a finite number"):
        snapshot.write(broken, io.StringIO())  # type: ignore[arg-type]
