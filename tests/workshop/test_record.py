"""The record of a session: moves as people would tell them, and what a group concluded."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.workshop.record import Finding, Record

NINE = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    """A time so long after nine o'clock."""
    return NINE + timedelta(seconds=seconds)


def test_a_move_is_told_in_the_words_of_its_lever():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE)
    (move,) = record.moves
    assert move.said() == ["Fewer people leaving: 0% to 5%"]


def test_a_lever_still_being_set_is_one_move_from_where_it_stood():
    record, before = Record(), Scenario()
    for second, value in enumerate((0.01, 0.02, 0.05)):
        now = Scenario(retention=value)
        record, before = record.moved(before, now, after(second)), now
    (move,) = record.moves
    assert move.levers == {"retention": (0.0, 0.05)}
    assert move.at == after(2)


def test_a_lever_moved_again_later_is_a_move_of_its_own():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE)
    record = record.moved(Scenario(retention=0.05), Scenario(retention=0.1), after(21))
    assert [move.levers["retention"] for move in record.moves] == [(0.0, 0.05), (0.05, 0.1)]


def test_a_lever_put_back_at_once_leaves_no_move():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE)
    assert record.moved(Scenario(retention=0.05), Scenario(), after(3)).moves == ()


def test_a_lever_put_back_at_once_leaves_a_move_for_which_somebody_gave_a_reason():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE).because("a try")
    there, back = record.moved(Scenario(retention=0.05), Scenario(), after(3)).moves
    assert (there.reason, back.reason) == ("a try", "")
    assert back.levers == {"retention": (0.05, 0.0)}


def test_a_lever_moved_after_the_clock_was_set_back_is_a_move_of_its_own():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE)
    record = record.moved(Scenario(retention=0.05), Scenario(retention=0.1), after(-3600))
    assert [move.levers["retention"] for move in record.moves] == [(0.0, 0.05), (0.05, 0.1)]


def test_a_full_record_says_so_for_its_oldest_part_gives_way():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE)
    assert record.full() == {}
    assert replace(record, moves=record.moves * 999).full() == {}
    assert replace(record, moves=record.moves * 1_000).full() == {"moves": 1_000}


def test_another_lever_is_another_move_however_soon():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE)
    record = record.moved(Scenario(retention=0.05), Scenario(retention=0.05, mandate=1), after(1))
    assert len(record.moves) == 2


def test_before_the_last_move_is_what_a_replay_starts_from():
    plan = Scenario(retention=0.05, mandate=1)
    assert Record().before(plan) is None
    record = Record().moved(Scenario(mandate=1), plan, NINE)
    assert record.before(plan) == Scenario(mandate=1)
    assert record.before(Scenario()) is None, "the move led elsewhere"


def test_a_reason_belongs_to_the_last_move():
    record = Record().because("nothing was moved")
    assert record == Record()
    record = record.moved(Scenario(), Scenario(mandate=1), NINE).because("as nursing has it")
    assert record.moves[0].reason == "as nursing has it"


def test_a_finding_keeps_its_scenario_and_an_empty_one_is_not_kept():
    plan = Scenario(mandate=1)
    record = Record().found(Finding(at=NINE, scenario=plan))
    assert record == Record()
    record = record.found(Finding(at=NINE, scenario=plan, question="Would a mandate do?"))
    assert record.findings[0].scenario == plan


def test_a_very_long_session_keeps_its_newest_moves():
    record, before = Record(), Scenario()
    for i in range(1_005):
        now = Scenario(places_cp=1_000 + i % 2)
        record, before = record.moved(before, now, after(60 * i)), now
    assert len(record.moves) == 1_000
    assert record.moves[-1].at == after(60 * 1_004)


def test_a_reason_may_be_given_to_an_earlier_move_and_the_newest_counts_for_a_lever():
    record = Record().moved(Scenario(), Scenario(retention=0.05), NINE).because("first")
    record = record.moved(Scenario(retention=0.05), Scenario(retention=0.1), after(60))
    assert record.reasons() == {"retention": "first"}
    record = record.because("second")
    assert record.reasons() == {"retention": "second"}
    record = record.because("before", 0)
    assert [move.reason for move in record.moves] == ["before", "second"]
    assert record.reasons() == {"retention": "second"}


def test_a_finding_can_be_taken_out():
    record = Record()
    for question in ("one", "two"):
        record = record.found(Finding(at=NINE, scenario=Scenario(), question=question))
    assert [one.question for one in record.without(0).findings] == ["two"]
