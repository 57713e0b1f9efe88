"""What a room expects: figures as people type them, their spread, and where an answer lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.workshop.expectation import (
    MOST_VOICES,
    Expectation,
    Verdict,
    Voice,
    read_voices,
)

MOST = 200_000


def room(*pairs: tuple[float, float]) -> Expectation:
    """A room whose members gave some ranges."""
    voices = tuple(Voice(*pair) for pair in pairs)
    return Expectation(measure="fte", place="england", voices=voices)


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("42000", 42_000, 42_000),
        ("42,000", 42_000, 42_000),
        ("42 000", 42_000, 42_000),
        ("42.5k", 42_500, 42_500),
        ("40,000 to 45,000", 40_000, 45_000),
        ("40-45k", 40_000, 45_000),
        (" 45,000 – 40,000 ", 40_000, 45_000),
        ("40000 AND 45000", 40_000, 45_000),
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str, low: float, high: float) -> None:
    assert read_voices(typed, "FTE", MOST) == [Voice(low, high)]


@pytest.mark.parametrize(
    ("typed", "low", "high"), [("63", 0.63, 0.63), ("60% to 70%", 0.6, 0.7), ("0.5%", 0.005, 0.005)]
)
def test_a_share_is_typed_in_percent(typed: str, low: float, high: float) -> None:
    (voice,) = read_voices(typed, "share", 1)
    assert (voice.low, voice.high) == pytest.approx((low, high))


def test_several_people_are_heard_at_once() -> None:
    found = read_voices("38,000; 40k to 45k\n50000;", "FTE", MOST)
    assert found == [Voice(38_000, 38_000), Voice(40_000, 45_000), Voice(50_000, 50_000)]


@pytest.mark.parametrize(
    ("typed", "unit", "said"),
    [
        ("plenty", "FTE", "“plenty” is no figure: type one number, or two with “to” between them"),
        ("40,5", "FTE", "“40,5” is no figure"),
        ("-5", "FTE", "“-5” is no figure"),
        ("٤٢", "FTE", "is no figure"),
        ("420000", "FTE", "“420000” is above 200,000: is there a digit too many?"),
        ("200001", "FTE", "“200001” is above 200,000: is there a digit too many?"),
        ("63%", "FTE", "“63%” is a share, and a number of FTE is asked for"),
        ("130", "share", "“130” is no share: type percent, from 0 to 100"),
        ("0.63", "share", "“0.63” is less than 1%: type percent, from 0 to 100"),
        ("40k", "share", "“40k” is no share"),
        ("9" * 601, "FTE", "That is 601 characters; the most is 600"),
    ],
)
def test_what_is_no_figure_is_named_with_what_to_type(typed: str, unit: str, said: str) -> None:
    with pytest.raises(ValueError, match=r".") as refusal:
        read_voices(typed, unit, MOST)
    assert said in str(refusal.value)


def test_nothing_typed_is_nobody_heard() -> None:
    assert read_voices(" ; \n", "FTE", MOST) == []


def test_the_middle_has_as_many_voices_on_either_side_and_a_range_counts_at_its_middle() -> None:
    found = room((38, 38), (40, 46), (100, 100))
    assert (found.low, found.middle, found.high) == (38, 43, 100)
    assert room((10, 10), (20, 20)).middle == 15


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ((10, 39), Verdict.BELOW),
        ((40, 40), Verdict.WITHIN),
        ((42, 44), Verdict.WITHIN),
        ((39, 41), Verdict.PARTLY),
        ((30, 60), Verdict.PARTLY),
        ((46, 50), Verdict.ABOVE),
    ],
)
def test_an_answer_lies_below_within_above_or_partly_within(
    answer: tuple[float, float], verdict: Verdict
) -> None:
    assert room((40, 45)).against(*answer) == verdict


def test_each_voice_is_below_an_answer_holds_it_or_is_above() -> None:
    assert room((1, 2), (3, 5), (5, 9), (6, 6)).beside(5, 5) == (1, 2, 1)


def test_more_than_forty_figures_are_refused_and_the_last_can_be_taken_back() -> None:
    full = room(*[(1, 2)] * MOST_VOICES)
    with pytest.raises(ValueError, match="40 figures are the most"):
        full.heard([Voice(1, 2)])
    assert len(full.without_last().voices) == MOST_VOICES - 1
    assert room().without_last() == room()


pairs = st.lists(
    st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)).map(lambda p: (min(p), max(p))),
    min_size=1,
    max_size=MOST_VOICES,
)


@given(pairs, st.floats(0, 1e6))
def test_the_middle_is_within_the_range_and_every_voice_is_counted_once(
    said: list[tuple[float, float]], answer: float
) -> None:
    found = room(*said)
    assert found.low <= found.middle <= found.high
    assert sum(found.beside(answer, answer)) == len(said)
    if found.against(answer, answer) == Verdict.BELOW:
        assert found.beside(answer, answer) == (0, 0, len(said))
