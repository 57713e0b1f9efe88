"""How projections measure up against targets."""

import numpy as np
import pandas as pd
import pytest

from ppn_scenarios.analysis import ENGLAND, MEASURES, against_targets, answers
from ppn_scenarios.analysis.coverage import Answer, first_year, judged, place_share
from ppn_scenarios.analysis.series import Series
from ppn_scenarios.assumptions import TARGETS, Scenario
from tests.analysis.small_england import AREAS, REGIONS, england, projection

EVERYWHERE = pytest.mark.parametrize("place", [ENGLAND, *REGIONS, *AREAS])
ASKED = Answer(
    id="X", target="A target", standing="ours", unit="FTE", threshold=100.0, due=2031,
    projected=False,
)  # fmt: skip


def series(*rows: list[float]) -> Series:
    """Three estimates for 2030 to 2033."""
    return Series(range(2030, 2034), np.array(rows))


def test_the_first_year_is_the_first_that_reaches_the_number() -> None:
    years = range(2030, 2034)
    assert first_year(years, np.array([1.0, 2, 3, 4]), 3) == 2032
    assert first_year(years, np.array([5.0, 2, 3, 4]), 3) == 2030  # even if it falls again
    assert first_year(years, np.array([1.0, 2, 3, 4]), 4.1) is None


def test_an_answer_is_read_at_the_due_date_and_each_estimate_has_its_first_year() -> None:
    got = judged(ASKED, series([80, 90, 100, 110], [70, 80, 90, 99], [90, 100, 110, 120]))
    assert (got.year, got.low, got.value, got.high) == (2031, 80, 90, 100)
    assert got.met is False
    assert got.kept is True
    assert (got.first_year, got.first_year_early, got.first_year_late) == (2032, 2031, None)
    assert got.shares == (0.8, 0.9, 1.0)
    assert got.projected


def test_what_is_met_at_last_by_the_highest_estimate_alone_is_kept() -> None:
    assert judged(ASKED, series([80, 110, 90, 90], [80, 110, 90, 101])).kept
    assert not judged(ASKED, series([80, 110, 90, 90], [80, 110, 120, 99])).kept


def test_a_target_is_met_at_its_number_give_or_take_the_last_digits() -> None:
    assert judged(ASKED, series([0, 100 - 1e-8, 0, 0])).met
    assert not judged(ASKED, series([0, 99.9, 0, 0])).met


def test_a_target_without_a_date_is_read_in_2037() -> None:
    answer = answers(projection())["T1"]
    assert answer.due is None
    assert answer.year == 2037
    assert answer.value == pytest.approx(MEASURES["trusts_led"](projection(), ENGLAND).mid[-1])


@EVERYWHERE
def test_every_target_has_an_answer_in_the_order_declared(place: str) -> None:
    found = answers(projection(), place)
    assert list(found) == list(TARGETS)
    for answer in found.values():
        if answer.projected:
            assert answer.low <= answer.value <= answer.high
            assert answer.year is not None
            assert answer.met is not None
            assert not answer.why_not
        else:
            assert answer.why_not.endswith(".")
            assert answer.value != answer.value  # NaN, not 0
            assert answer.met is None


@EVERYWHERE
def test_the_earliest_first_year_is_never_after_the_latest(place: str) -> None:
    never = 9999
    for answer in answers(projection(Scenario(mandate=1)), place).values():
        early, middle, late = (
            year or never
            for year in (answer.first_year_early, answer.first_year, answer.first_year_late)
        )
        assert early <= middle <= late


def test_national_staff_are_shared_out_by_population_and_shares_are_not() -> None:
    england_wide, local = answers(projection()), answers(projection(), "Q02")
    assert local["T4A"].threshold == pytest.approx(0.3 * england_wide["T4A"].threshold)
    assert local["T1"].threshold == england_wide["T1"].threshold == 1
    assert place_share(projection(), "Y02") == pytest.approx(0.6)
    parts = [answers(projection(), area)["T4B"].threshold for area in AREAS]
    assert sum(parts) == pytest.approx(england_wide["T4B"].threshold)


@pytest.mark.parametrize("key", ["T3", "T5", "T6"])
def test_what_is_published_for_england_alone_has_no_answer_below(key: str) -> None:
    assert answers(projection())[key].projected
    local = answers(projection(), "Q01")[key]
    assert not local.projected
    assert "England" in local.why_not


def test_growth_to_2024_is_measured_against_10_500() -> None:
    answer = answers(projection())["T3"]
    fte = projection().fte[0, 1].sum()
    assert answer.year == 2024
    assert answer.value == pytest.approx(fte - 13_245)
    assert answer.shares[1] == pytest.approx((fte - 13_245) / 10_500)


def test_an_unknown_place_is_refused() -> None:
    with pytest.raises(ValueError, match="Atlantis"):
        answers(projection(), "Atlantis")


def test_answers_as_a_frame_keep_unknowns_apart_from_noughts() -> None:
    frame = against_targets(projection()).set_index("id")
    assert list(frame.index) == list(TARGETS)
    assert frame.loc["T7", "met"] is pd.NA
    assert frame.loc["T1", "due"] is pd.NA
    assert frame.loc["T4A", "due"] == 2037
    row = frame.loc["T4A"].to_dict()
    assert row["share"] == pytest.approx(row["value"] / row["threshold"])


def test_places_without_any_trust_reach_no_target_of_trusts() -> None:
    assert answers(projection(), "Q03")["T1"].value == 0


def test_the_small_england_of_these_tests_has_every_figure() -> None:
    wanted = {figure for target in TARGETS.values() for figure in target.figures}
    assert wanted <= set(england().published)
