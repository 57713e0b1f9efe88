"""A back-test refuses nonsense, recovers what is known, and never sees what it is scored on."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.analysis.validation import Backtest, against_bands, backtest
from ppn_scenarios.analysis.validation.bands import COVERAGE
from ppn_scenarios.analysis.validation.check import FAILED, PASSED, UNTESTED
from ppn_scenarios.analysis.validation.uneven import spread_of_growth, unevenness
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import project
from tests.analysis.small_england import england
from tests.round_numbers import round_inputs

HISTORY = {2017: 970.0, 2018: 1000.0, 2019: 1040.0, 2020: 1070.0, 2021: 1090.0, 2022: 1130.0}
PLACES: dict[int, Any] = {2020: 180, 2021: 190, 2022: 200}


def run(history: Any = HISTORY, places: Any = PLACES, **more: Any) -> Backtest:
    asked: dict[str, Any] = {"start_year": 2019, "end_year": 2022, "draws": 64} | more
    return backtest(history, places, **asked)


def test_it_needs_no_more_than_two_series_and_two_years() -> None:
    b = backtest(HISTORY, PLACES, 2019, 2022)
    assert b.years == (2019, 2020, 2021, 2022)
    assert set(b.observed) == set(b.error) == set(b.naive_error) == {2020, 2021, 2022}
    assert b.fitted
    assert b.fitted_from == 2017


def test_it_starts_where_the_history_does_in_every_draw() -> None:
    b = run()
    assert [line[0] for line in (b.projected, b.p10, b.p50, b.p90, b.naive)] == pytest.approx(
        [1040] * 5
    )
    assert all(p10 < p90 for p10, p90 in zip(b.p10[1:], b.p90[1:], strict=True))


def test_errors_are_shares_of_what_was_counted() -> None:
    b = run()
    assert b.error[2021] == pytest.approx(b.projected[2] / 1090 - 1)
    assert b.naive_error[2022] == pytest.approx(1040 * (1.04**3) / 1130 - 1)  # 1,000 to 1,040
    assert b.mape == pytest.approx(sum(abs(e) for e in b.error.values()) / 3)
    assert b.beats_naive == (b.mape < b.naive_mape)


def test_without_earlier_years_nothing_is_fitted_and_the_naive_forecast_is_no_change() -> None:
    b = run({y: fte for y, fte in HISTORY.items() if y >= 2019})
    assert not b.fitted
    assert b.fitted_from is None
    assert b.naive == pytest.approx((1040,) * 4)
    assert b.external == pytest.approx(850 * 1040 / 27_800)  # the default's, by size
    assert any("nothing was fitted" in note for note in b.notes)


@settings(max_examples=10)
@given(later=st.lists(st.floats(0.7, 1.4), min_size=3, max_size=3))
def test_nothing_counted_after_the_start_moves_the_projection(later: list[float]) -> None:
    changed = dict(HISTORY)
    for year, factor in zip((2020, 2021, 2022), later, strict=True):
        changed[year] = changed[year - 1] * factor
    first, second = run(), run(changed)
    for name in ("projected", "p10", "p90", "naive", "external", "leaving"):
        assert getattr(first, name) == getattr(second, name), name
    assert first.error != second.error or changed == HISTORY


def test_years_after_the_end_are_left_out() -> None:
    assert run(HISTORY | {2023: 5.0}, PLACES | {2023: 9.0}) == run()


STEADY = {year: [1080.0, 2000 * 0.95, 3000 * 0.95] for year in range(2005, 2023)}


def truth(external: float, starts: dict[int, np.ndarray] | None = None) -> dict[int, float]:
    """What the engine itself makes of some joiners from outside, with steady training."""
    in_training = np.zeros((3, 5))
    in_training[0, :3] = 1080 * (1 - 0.007) ** np.array([2, 1, 0])
    in_training[1, 0], in_training[2, 0] = 2000 * 0.95, 3000 * 0.95
    inputs = round_inputs(opening_trainees=in_training)
    opening = england(year=2010, until=2018, inputs=inputs, observed_starts=starts or {})
    made = project(opening, Scenario(external=external, cap_mode=0))
    return dict(zip(made.years, map(float, made.fte[0].sum(axis=(-1, -2))), strict=True))


@pytest.mark.parametrize("external", [0.0, 400.0, 1700.0])
def test_joiners_are_recovered_from_a_history_that_the_engine_made(external: float) -> None:
    history = truth(external)
    b = backtest(history, STEADY, 2013, 2018, baseline=england(), draws=64)
    assert b.fitted_from == 2010
    assert b.external == pytest.approx(external, abs=1e-3)
    assert b.leaving == pytest.approx(1, abs=1e-6)
    assert b.mape < 1e-6
    assert b.inside == 1


def test_training_that_grows_is_followed_through_the_courses_as_it_was() -> None:
    """Three-year courses that began before the start qualify after it, each in its own number."""
    grown = {year: [n + 90.0 * max(year - 2010, 0) for n in row] for year, row in STEADY.items()}
    history = truth(400.0, {year: np.array(row) for year, row in grown.items()})
    b = backtest(history, grown, 2013, 2018, baseline=england(), draws=64)
    assert b.external == pytest.approx(400, abs=1e-3)
    assert b.mape < 1e-6


def test_joiners_may_go_on_otherwise_than_fitted_by_as_much_as_their_range_says() -> None:
    """Drawn from 0 to 2,000 with 850 most likely: p10 is 412 and p90 1,520 people a year."""
    b = backtest(truth(850.0), STEADY, 2013, 2018, baseline=england(), draws=512)
    joiners = (1520 - 412) * b.observed[2014] / 20_000  # the range is for 20,000 FTE
    a_year = joiners * 0.83 * 0.95  # FTE each, and those who leave within their half year
    assert b.p90[1] - b.p10[1] == pytest.approx(a_year, rel=0.15)


def test_rates_of_leaving_believed_too_low_are_raised_where_nobody_joins() -> None:
    history = truth(0.0)
    too_low = Scenario(leave_psy=0.03, leave_ther=0.06, leave_prac=0.10)  # all at their lowest
    b = backtest(history, STEADY, 2013, 2018, baseline=england(), scenario=too_low, draws=64)
    assert b.external == 0
    assert 1.2 < b.leaving < 2  # the truth is 2, 1.67 and 1.4 times as high
    assert b.mape < 0.02


def test_the_interval_holds_about_as_many_points_as_it_says_where_growth_is_uneven() -> None:
    """Twenty histories of the engine's, each straying in its own way."""
    smooth, inside = truth(400.0), []
    for seed in range(20):
        strays = np.random.default_rng(seed).normal(0, 0.02, len(smooth)).cumsum()
        history = {y: fte * np.exp(e) for (y, fte), e in zip(smooth.items(), strays, strict=True)}
        b = backtest(history, STEADY, 2014, 2018, baseline=england(), draws=64)
        inside.append(b.inside)
    assert COVERAGE.holds(float(np.mean(inside)))


def test_growth_strays_by_as_much_as_it_did_before_the_start() -> None:
    growth = [0.05, -0.01, 0.03, 0.02]
    fte = 1000 * np.exp(np.cumsum([0, *growth]))
    history = {2010 + i: float(value) for i, value in enumerate(fte)}
    assert spread_of_growth(history, 2014) == pytest.approx(np.std(growth, ddof=1))
    assert spread_of_growth(history | {2015: 9.0}, 2014) == spread_of_growth(history, 2014)
    assert spread_of_growth(history, 2012) == 0  # two years of growth tell of no spread
    gaps = {year: value for year, value in history.items() if year != 2012}
    assert spread_of_growth(gaps, 2014) == 0


def test_strays_grow_with_time_and_with_a_short_base() -> None:
    factors = np.log(unevenness(0.02, fitted_to=3, draws=4000, years=4))
    years = np.arange(5)
    assert factors.std(axis=0) == pytest.approx(
        0.02 * np.sqrt(years + years**2 / 3), rel=0.05, abs=1e-12
    )
    assert (unevenness(0.0, 3, 10, 4) == 1).all()


def test_an_uneven_history_widens_the_interval_and_leaves_the_projection() -> None:
    even = {y: 1000 * 1.03 ** (y - 2015) for y in range(2015, 2023)}
    uneven = even | {2016: even[2016] * 1.03}
    first, second = run(even), run(uneven)  # both are fitted from 2016, where they differ,
    assert second.p90[-1] - second.p10[-1] > 1.2 * (first.p90[-1] - first.p10[-1])
    wide = {y: fte for y, fte in even.items() if y >= 2016} | {2014: 940.0, 2015: 1000.0}
    longer = run(wide)  # and this one only before
    assert longer.projected == first.projected
    assert longer.p90[-1] - longer.p10[-1] > first.p90[-1] - first.p10[-1]


def test_a_fall_that_too_few_joiners_cannot_explain_raises_the_rates_of_leaving() -> None:
    falling = {y: 1000 * 0.94 ** (y - 2017) for y in range(2017, 2023)}
    b = run(falling)
    assert b.external == 0
    assert b.leaving > 1.2
    assert abs(b.error[2020]) < 0.03
    assert any("rates of leaving are" in note for note in b.notes)


def test_size_does_not_matter() -> None:
    """Ten times the staff and the starts is ten times of everything."""
    small = run()
    large = run({y: 10 * fte for y, fte in HISTORY.items()}, {y: 10 * s for y, s in PLACES.items()})
    assert large.projected == pytest.approx([10 * v for v in small.projected], rel=1e-6)
    assert large.p90 == pytest.approx([10 * v for v in small.p90], rel=1e-6)


def test_starts_by_family_are_taken_as_they_are_and_totals_are_split() -> None:
    split = run(places={y: [60.0, 60, 60] for y in range(2014, 2023)})
    whole = run(places=dict.fromkeys(range(2014, 2023), 180.0))
    assert not any("split as England's" in note for note in split.notes)
    assert any("psychologists 19%" in note for note in whole.notes)
    assert split.projected != whole.projected


def test_more_training_starts_since_the_start_mean_more_staff_if_they_qualify_in_time() -> None:
    """They pay for it first: some leave a post to train."""
    few = run(places={y: [0.0, 0, 100] for y in range(2014, 2023)})
    many = run(places={y: [0.0, 0, 100 if y < 2020 else 200] for y in range(2014, 2023)})
    assert many.projected[-1] > few.projected[-1]
    assert many.external == few.external


def test_series_of_pandas_and_years_of_numpy_are_as_good() -> None:
    years = np.array(list(HISTORY))
    assert run(pd.Series(HISTORY)) == run({y: HISTORY[int(y)] for y in years}) == run()


def test_gaps_may_be_allowed_and_are_then_not_compared() -> None:
    sparse = {y: HISTORY[y] for y in (2017, 2019, 2022)}
    b = run(sparse, allow_gaps=True)
    assert set(b.observed) == {2022}
    assert any("2020, 2021" in note for note in b.notes)
    assert b.naive[1] == pytest.approx(1040 * (1040 / 970) ** 0.5)


def test_a_start_and_an_end_alone_are_enough() -> None:
    assert set(run({2019: 1040, 2022: 1130}).observed) == {2022}


def test_every_year_compared_is_a_row_of_its_table() -> None:
    table = run().table()
    assert list(table["year"]) == [2020, 2021, 2022]
    assert not table.isna().any(axis=None)
    assert list(table["error"]) == list(run().error.values())


def test_a_back_test_is_held_against_the_bands_declared_for_its_span() -> None:
    exact = truth(400.0)
    ahead = {n: against_bands(of_truth(exact, 2013 + n)) for n in (1, 2, 3, 5)}
    assert [ahead[n]["one year"].outcome for n in ahead] == [PASSED] * 4
    assert [ahead[n]["three years"].outcome for n in ahead] == [UNTESTED, UNTESTED, PASSED, PASSED]
    assert [ahead[n]["further"].outcome for n in ahead] == [UNTESTED] * 3 + [PASSED]
    # All five points inside is more than an interval of 80% should hold.
    assert [ahead[n]["interval"].outcome for n in ahead] == [UNTESTED] * 3 + [FAILED]


def test_a_back_test_that_misses_fails_its_bands() -> None:
    wrong = truth(400.0)
    wrong |= {year: wrong[year] * 1.16 for year in range(2014, 2019)}
    found = against_bands(of_truth(wrong, 2018))
    assert {found[name].outcome for name in ("one year", "three years", "interval")} == {FAILED}
    assert found["further"].outcome == PASSED  # 1 - 1/1.16 is 13.8%
    assert "mean error 13.8%" in found["one year"].value


def of_truth(history: dict[int, float], end: int) -> Backtest:
    return backtest(history, STEADY, 2013, end, baseline=england(), draws=64)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a gap after the start": ({"history": {2018: 1e3, 2019: 1e3, 2021: 1e3, 2022: 1e3}}, "2020"),
    "a gap before the start": (
        {"history": dict.fromkeys((2016, *range(2018, 2023)), 1e3)},
        "gap: the history has nothing for 2017",
    ),
    "nothing at the start": ({"history": {2018: 1e3, 2022: 1e3}}, "start, 2019"),
    "nothing at the end": ({"history": {2019: 1e3}}, "end, 2022"),
    "another unit": ({"history": HISTORY | {2021: 1.09}}, "same unit"),
    "heads in thousands": ({"history": {2019: 1040.0, 2022: 1.13}}, "same unit"),
    "missing": ({"history": HISTORY | {2021: math.nan}}, "2021 is nan, which is a gap"),
    "endless": ({"history": HISTORY | {2021: math.inf}}, "not a number"),
    "nobody": ({"history": HISTORY | {2021: 0}}, "no number of staff"),
    "fewer than nobody": ({"history": HISTORY | {2021: -5}}, "no number of staff"),
    "text": ({"history": HISTORY | {2021: "1090"}}, "'1090', which is not a number"),
    "a truth value": ({"history": HISTORY | {2021: True}}, "True, which is not a number"),
    "nothing there": ({"history": HISTORY | {2021: None}}, "None, which is not a number"),
    "half a year": ({"history": HISTORY | {2021.5: 1080.0}}, "not a whole number"),
    "a year in text": ({"history": {"2019": 1000.0}}, "not a whole number"),
    "a list": ({"history": [1000.0, 1100.0]}, "must map years"),
    "no places": ({"places": {}}, "2020, 2021, 2022"),
    "a gap in places": ({"places": {2020: 1, 2022: 1}}, "has nothing for 2021"),
    "a gap in earlier places": ({"places": {2017: 1, **PLACES}}, "2018, 2019"),
    "no places for the end": ({"places": {2020: 1, 2021: 1}}, "autumn 2021 belong to 2022"),
    "places below none": ({"places": PLACES | {2021: -1}}, "below 0"),
    "places unknown": ({"places": PLACES | {2021: math.nan}}, "a gap"),
    "places in text": ({"places": PLACES | {2021: "190"}}, "not a number"),
    "places for two families": ({"places": PLACES | {2021: [1, 2]}}, "psychologists, therapists"),
    "places of another country": ({"places": dict.fromkeys(PLACES, 5000)}, "same staff"),
    "an end before the start": ({"end_year": 2018}, "must come after"),
    "an end at the start": ({"end_year": 2019}, "must come after"),
    "a start in text": ({"start_year": "2019"}, "not a whole number"),
    "a start that is half": ({"start_year": 2019.5}, "not a whole number"),
    "too few draws": ({"draws": 10}, "at least 64"),
    "draws in text": ({"draws": "many"}, "not a whole number"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_nonsense_is_refused_with_the_reason(wrong: str) -> None:
    changes, reason = WRONG[wrong]
    with pytest.raises(ValueError, match="(?s)" + reason.replace("(", r"\(")):
        run(**changes)


def test_a_fall_that_nothing_can_explain_is_refused() -> None:
    nobody_leaves = england(inputs=round_inputs(leaving_relative=np.zeros((3, 3))))
    falling = {y: 1000 * 0.7 ** (y - 2018) for y in range(2018, 2023)}
    with pytest.raises(ValueError, match="training starts alone"):
        run(falling, baseline=nobody_leaves)


series = st.floats(0.01, 1e8).flatmap(
    lambda first: st.lists(st.floats(0.7, 1.45), min_size=2, max_size=7).map(
        lambda steps: list(np.cumprod([first, *steps]))
    )
)


@settings(max_examples=40)
@given(fte=series, at=st.data(), share=st.floats(0, 0.9), year=st.integers(1950, 2090))
def test_every_sensible_series_has_numbers_for_an_answer_or_a_reason_for_none(
    fte: list[float], at: st.DataObject, share: float, year: int
) -> None:
    history = {year + i: value for i, value in enumerate(fte)}
    start = at.draw(st.integers(year, year + len(fte) - 2))
    end = at.draw(st.integers(start + 1, year + len(fte) - 1))
    starts = dict.fromkeys(range(start + 1, end + 1), share * history[start])
    try:
        b = backtest(history, starts, start, end, draws=64)
    except ValueError as refused:
        assert str(refused)
        return
    lines = (b.projected, b.p10, b.p50, b.p90, b.naive)
    assert np.isfinite(lines).all()
    assert (np.array(lines) >= 0).all()
    assert (np.array(b.p10) <= np.array(b.p90)).all()
    assert math.isfinite(b.mape)
    assert b.external == 0 or b.leaving == 1


anything: Callable[[], st.SearchStrategy[Any]] = lambda: st.one_of(  # noqa: E731
    st.none(), st.booleans(), st.text(max_size=3), st.floats(), st.integers(-5, 3000)
)


@given(
    history=st.dictionaries(anything(), anything(), max_size=5),
    places=st.dictionaries(anything(), anything(), max_size=5),
)
def test_whatever_is_handed_in_is_answered_or_refused_in_words(history: Any, places: Any) -> None:
    try:
        b = backtest(history, places, 2019, 2020, draws=64)
    except ValueError as refused:
        assert len(str(refused)) > 15
    else:
        assert math.isfinite(b.mape)
