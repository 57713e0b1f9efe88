"""An earlier session taken up again: nothing of either is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.workshop.expectation import Expectation, Voice
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.record import MOST_MOVES, Finding, Prediction, Record
from ppn_scenarios.workshop.resume import brought_back, joined, left_out
from ppn_scenarios.workshop.session import Session

NINE = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TEN = NINE + timedelta(hours=1)
PLAN, MORE = Scenario(retention=0.05), Scenario(retention=0.05, mandate=1)


def session(*scenarios: Scenario, at: datetime = NINE, name: str = "") -> Session:
    """The session of somebody who went through some scenarios, a minute each."""
    history, record = History(scenarios[0]), Record()
    for i, scenario in enumerate(scenarios[1:]):
        record = record.moved(history.present, scenario, at + timedelta(minutes=i))
        history = history.to(scenario)
    kept = (Kept(name=name, scenario=history.present),) if name else ()
    record = record.found(Finding(at=at, scenario=history.present, finding=name))
    return Session(history=history, record=record, kept=kept)


def test_after_a_reload_the_session_is_as_it_was_redo_included():
    earlier = session(Scenario(), PLAN, MORE)
    undone = Session(history=earlier.history.undo(), record=earlier.record)
    assert joined(undone, session(PLAN), TEN) == undone


def test_another_link_opened_in_the_same_tab_is_one_more_move():
    found = joined(session(Scenario(), PLAN), session(MORE), TEN)
    assert found.history == History(MORE, (Scenario(), PLAN))
    assert [dict(m.levers) for m in found.record.moves] == [
        {"retention": (0, 0.05)},
        {"mandate": (0, 1)},
    ]


def test_moves_made_before_the_session_came_back_follow_those_in_it():
    found = joined(session(Scenario(), PLAN), session(PLAN, MORE, at=TEN), TEN)
    assert found.history == History(MORE, (Scenario(), PLAN))
    assert [m.at for m in found.record.moves] == [NINE, TEN]


def test_kept_scenarios_and_findings_of_both_are_there():
    found = joined(session(Scenario(), PLAN, name="Ours"), session(PLAN, name="Theirs"), TEN)
    assert [one.name for one in found.kept] == ["Ours", "Theirs"]
    assert [one.finding for one in found.record.findings] == ["Ours", "Theirs"]


def test_a_session_brought_back_to_a_fresh_tab_is_as_it_was():
    earlier = session(Scenario(), PLAN, MORE, name="Ours")
    assert brought_back(earlier, session(Scenario()), TEN) == earlier


def test_a_session_brought_back_over_a_scenario_can_be_undone_to_it():
    found = brought_back(session(Scenario(), PLAN), session(Scenario(), MORE, at=TEN), TEN)
    assert found.history.present == PLAN
    assert found.history.undo().present == MORE
    assert len(found.record.moves) == 4, "there, back to the start, on, and there again"


def test_two_scenarios_kept_under_one_name_are_both_there_and_one_kept_twice_is_once():
    earlier = session(Scenario(), PLAN, name="Ours")
    found = joined(earlier, session(Scenario(), MORE, name="Ours"), TEN)
    assert [(one.name, one.scenario) for one in found.kept] == [("Ours 2", PLAN), ("Ours", MORE)]
    assert joined(earlier, replace(earlier, history=History(PLAN)), TEN).kept == earlier.kept


def test_all_that_two_full_sessions_keep_is_there():
    plans = [Scenario(retention=i / 200) for i in range(24)]
    halves = [tuple(Kept(name=f"{p.retention}", scenario=p) for p in plans[i::2]) for i in (0, 1)]
    earlier, now = (Session(history=History(PLAN), kept=half) for half in halves)
    assert {one.scenario for one in joined(earlier, now, TEN).kept} == set(plans)
    assert left_out(earlier, now) == []


def test_what_was_being_written_comes_back_beside_an_empty_field():
    earlier = Session(history=History(PLAN), draft={"finding": "ours", "owner": "we"})
    now = Session(history=History(PLAN), draft={"finding": "", "decision": "go"})
    assert joined(earlier, now, TEN).draft == {"finding": "ours", "owner": "we", "decision": "go"}
    assert left_out(earlier, now) == []


def test_what_has_no_room_when_two_sessions_become_one_is_said():
    one, other = (Voice(40_000, 45_000),), (Voice(1, 2),)
    full = session(Scenario(), PLAN)
    record = replace(full.record, moves=full.record.moves * MOST_MOVES)
    room = Expectation(measure="fte", place="england", voices=one)
    earlier = replace(full, record=record, room=room, draft={"finding": "ours"})
    now = replace(full, room=replace(room, voices=other), draft={"finding": "theirs"})
    assert len(joined(earlier, now, TEN).record.moves) == MOST_MOVES
    moves, predicted, written = left_out(earlier, now)
    assert moves == "Together there are 1,001 moves, of which the newest 1,000 are here."
    assert "A prediction was being made in both" in predicted
    assert "A finding was being written in both" in written


def test_a_prediction_that_was_being_made_and_those_revealed_are_there_again():
    room = Expectation(measure="fte", place="england", voices=(Voice(40_000, 45_000),))
    told = Prediction(at=NINE, scenario=PLAN, room=room)
    earlier = Session(history=History(PLAN), record=Record().predicted(told), room=room)
    found = joined(earlier, Session(history=History(PLAN)), TEN)
    assert found.room == room
    assert found.record.predictions == (told,)
