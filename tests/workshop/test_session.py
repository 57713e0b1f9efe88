"""A session survives being text, and a stranger's text does no harm."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.running.settings import SettingsError
from ppn_scenarios.running.settings import read as read_settings
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.workshop import session
from ppn_scenarios.workshop.expectation import Expectation, Voice
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.record import QUESTIONS, Finding, Prediction, Record
from ppn_scenarios.workshop.session import Session
from ppn_scenarios.workshop.shape import LARGEST, sent
from tests.sharing.some import scenarios

AT = datetime(2026, 11, 28, 9, tzinfo=UTC)
words = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=30)
rooms = st.builds(
    lambda pairs: Expectation(
        measure="fte", place="england", voices=tuple(Voice(min(p), max(p)) for p in pairs)
    ),
    st.lists(st.tuples(*[st.floats(0, 200_000)] * 2), min_size=1, max_size=40),
)
times = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session as people make them."""
    history, record = History(Scenario()), Record()
    for scenario in draw(st.lists(scenarios, max_size=4)):
        record = record.moved(history.present, scenario, draw(times)).because(draw(words))
        history = history.to(scenario)
    if draw(st.booleans()):
        history = history.undo()
    record = record.found(Finding(at=draw(times), scenario=history.present, question=draw(words)))
    record = record.predicted(
        Prediction(at=draw(times), scenario=history.present, room=draw(rooms))
    )
    kept = (Kept(name=draw(words), scenario=history.present, note=draw(words), data="ab"),)
    draft = {"finding": draw(words)}
    room = draw(st.none() | rooms)
    return Session(history=history, record=record, kept=kept, draft=draft, room=room)


@given(sessions())
def test_a_session_comes_back_as_it_was(one: Session) -> None:
    assert session.read(session.write(one)) == (one, [])


@given(st.text(max_size=200))
def test_no_text_does_worse_than_being_left_out_and_said(text: str) -> None:
    found, notes = session.read(text)
    assert found is None
    assert len(notes) == 1


def kept_text(**changes: object) -> str:
    """The text of a small session, with some parts changed."""
    one = Session(history=History(Scenario(retention=0.05)))
    return json.dumps(json.loads(session.write(one)) | changes)


def test_a_value_that_cannot_be_is_left_out_and_the_rest_is_kept() -> None:
    found, notes = session.read(kept_text(present={"retention": 9, "mandate": 1, "wages": 2}))
    assert found
    assert found.history.present == Scenario(mandate=1)
    assert len(notes) == 2


def test_a_move_to_where_no_lever_can_be_is_left_out_and_said() -> None:
    levers = {"retention": [0, 9], "mandate": [0, 1]}
    found, notes = session.read(kept_text(moves=[{"at": "2026-11-27T09:00Z", "levers": levers}]))
    assert found
    assert dict(found.record.moves[0].levers) == {"mandate": (0, 1)}
    assert len(notes) == 1


def test_a_session_of_another_model_version_is_kept_and_said() -> None:
    found, notes = session.read(kept_text(model="0"))
    assert found
    assert notes == ["The session kept in this browser is from another version of the model."]


def a_long_session(findings: int) -> Session:
    """A session of a long day: many steps of many levers, and words with quotes and accents."""
    ends = {name: a.high for name, a in ASSUMPTIONS.items() if a.high != a.default}
    steps = [Scenario(**ends | {"retention": i / 2_000}) for i in range(200)]
    words = "« “Davantage de formation” — puis les postes. »" * 12
    said = dict.fromkeys(QUESTIONS, words)
    record = Record(findings=(Finding(at=AT, scenario=steps[0], **said),) * findings)
    return Session(history=History(steps[-1], tuple(steps[:-1])), record=record)


def test_a_long_session_is_kept_as_a_text_that_a_browser_can_send_and_loses_only_its_oldest_steps():
    whole = a_long_session(90)
    text = session.write(whole)
    as_sent = json.dumps(text, ensure_ascii=False).encode()
    assert len(as_sent) - 2 == sent(text) <= LARGEST
    with pytest.raises(SettingsError):  # what else a page sends has room too
        read_settings({"PPN_MESSAGE_KB": str(LARGEST // 1024 + 64)})
    found, notes = session.read(text)
    assert found
    assert not notes
    assert found.record == whole.record
    assert 0 < len(found.history.past) < len(whole.history.past)
    assert found.history.past == whole.history.past[-len(found.history.past) :]


def test_a_text_far_too_large_is_not_read() -> None:
    assert session.read(" " * (2 * LARGEST + 1))[0] is None


def test_hidden_characters_are_not_brought_back() -> None:
    findings = [{"at": "2026-11-27T09:00:00Z", "scenario": {}, "said": {"question": "a\u202eb"}}]
    found, notes = session.read(kept_text(findings=findings))
    assert found
    assert found.record.findings[0].question == ""
    assert len(notes) == 1


def test_a_figure_that_cannot_be_is_left_out_and_the_others_of_the_room_are_kept() -> None:
    room = {
        "measure": "fte",
        "place": "england",
        "voices": [[5, 4], [-1, 2], [1e300, 1e300], [3, 4]],
    }
    found, notes = session.read(kept_text(room=room))
    assert found
    assert found.room == Expectation(measure="fte", place="england", voices=(Voice(3, 4),))
    assert len(notes) == 3
