"""Targets: their published arithmetic, worked here again from the figures."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import TARGETS

FIGURES = {
    "ltwp_extra_low": 24_000.0,
    "ltwp_extra_high": 26_000.0,
    "ltwp_growth": 1.57,
    "esr_fte_2023": 27_800.0,
    "esr_growth_2019_23": 0.51,
}
EACH = pytest.mark.parametrize("key", TARGETS)


@pytest.mark.parametrize(
    ("key", "worked", "published"),
    [
        # The middle of 24,000 to 26,000 is 25,000. The plan's own start: 25,000 / 1.57 = 15,923.6.
        ("T4A", 25_000 / 1.57 + 25_000, 40_924),
        # March 2022, three of four years from 2019: 27,800 / 1.51^(1/4) = 25,078.
        ("T4B", 27_800 / 1.51**0.25 + 25_000, 50_078),
        ("T4C", 27_800 / 1.51**0.25 * 2.57, 64_452),
    ],
)
def test_three_readings_of_the_2023_plan(key: str, worked: float, published: int) -> None:
    threshold = TARGETS[key].threshold(FIGURES)
    assert threshold == pytest.approx(worked)
    assert round(threshold) == published


@EACH
def test_a_target_uses_only_the_figures_that_it_names(key: str) -> None:
    target = TARGETS[key]
    named = {name: 1.0 + FIGURES.get(name, 1.0) for name in target.figures}
    assert target.threshold(named) > 0  # a figure it does not name would be a KeyError


@EACH
def test_a_target_s_figures_are_in_the_table_of_policy_figures(key: str, root: Path) -> None:
    with (root / "data" / "policy_figure.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    known = {next(iter(row.values())) for row in rows}
    assert set(TARGETS[key].figures) <= known


@EACH
def test_a_target_has_a_measure_or_says_why_not(key: str) -> None:
    target = TARGETS[key]
    if target.measure is None:
        assert target.why_not.endswith(".")
    else:
        assert target.measure in MEASURES
        assert not target.why_not


@EACH
def test_a_target_is_described_in_words(key: str) -> None:
    target = TARGETS[key]
    assert target.id == key
    assert target.meaning.endswith(".")
    assert target.working
    assert target.due is None or 2024 <= target.due <= 2037


def test_a_target_that_cannot_be_measured_and_does_not_say_why_is_refused() -> None:
    with pytest.raises(ValueError, match="T1: give a measure, or say why"):
        replace(TARGETS["T1"], measure=None)
    with pytest.raises(ValueError, match="T7: give a measure, or say why"):
        replace(TARGETS["T7"], measure="fte")
    with pytest.raises(ValueError, match="T1: 'maybe' is not one of"):
        replace(TARGETS["T1"], standing="maybe")
