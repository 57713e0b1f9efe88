"""What a browser hands back is a stranger's text: read in bounded work, or left out and said."""

import json
import re
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.scenes import written
from ppn_scenarios.ui.autosave import moment
from ppn_scenarios.workshop import session
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.resume import brought_back, joined
from ppn_scenarios.workshop.session import Session
from ppn_scenarios.workshop.shape import LARGEST, MOST_SAID, YEARS
from tests.ui.reader import assert_sound

SOUND: Final = session.write(Session(history=History(Scenario(retention=0.05))))
NOW: Final = datetime(2026, 11, 28, 9, tzinfo=UTC)
AT: Final = "2026-11-27T09:00:00Z"
MOVED: Final = {"retention": [0, 0.05]}
MARKUP: Final = re.compile(r"[<>\[\]`$*\\]")
DAMAGED: Final = "is damaged; it was left out"


def text(**changes: Any) -> str:
    """A sound session with some parts changed."""
    return json.dumps(json.loads(SOUND) | changes)


def kept(**changes: Any) -> str:
    """A session with one scenario kept by name, some of its fields changed."""
    return text(kept=[{"name": "a", "scenario": {}, "model": "1", "data": "ab"} | changes])


UNREAD: Final[Mapping[str, str]] = {  # not used at all, and said in one sentence
    "empty": "",
    "null": "null",
    "a list": "[]",
    "a text": '"x"',
    "a web page": "<script>alert(1)</script>",
    "truncated": SOUND[:-5],
    "twice": SOUND * 2,
    "deep lists": "[" * 200_000,
    "deep objects": '{"a":' * 100_000,
    "half a letter": text(draft={"finding": "?"}).replace('"?"', '"\\ud800"'),
    "half a letter as it is": text(draft={"finding": "?"}).replace("?", "\ud800"),
    "no present": "{}",
    "present as list": text(present=[]),
    "a lever as text": text(present={"retention": "much"}),
    "a lever as null": text(present={"retention": None}),
    "NaN": text(present={"retention": float("nan")}),
    "Infinity": text(present={"retention": float("inf")}),
    "1e999": text(present={"retention": 1}).replace("1}", "1e999}"),
    "a number of 5,000 digits": text(present={"retention": 1}).replace("1}", f"1{'0' * 5_000}}}"),
    "too many levers": text(present={f"x{i}": 1 for i in range(2_000)}),
    "too many steps": text(past=[{}] * 201),
    "too many moves": text(moves=[{"at": AT, "levers": MOVED}] * 1_001),
    "too many findings": text(findings=[{"at": AT, "scenario": {}, "said": {}}] * 101),
    "too many kept": text(kept=[{"name": "a", "scenario": {}, "model": "1", "data": ""}] * 41),
    "a move without time": text(moves=[{"levers": MOVED}]),
    "a time without zone": text(moves=[{"at": "2026-11-27T09:00:00", "levers": MOVED}]),
    "a time past all": text(moves=[{"at": 1e300, "levers": MOVED}]),
    "a reason of 10,000": text(moves=[{"at": AT, "levers": MOVED, "reason": "a" * 10_000}]),
    "a name of 10,000": kept(name="a" * 10_000),
}
IN_PART: Final[Mapping[str, tuple[str, str]]] = {  # the rest is used; the words that are said
    "no such lever": (text(present={"wages": 1}), "wages is no lever"),
    "a lever of markup": (text(present={"<b>x</b>": 1}), "is no lever"),
    "beyond its range": (text(present={"retention": 9}), "9 is outside 0 to 0.12"),
    "half a switch": (text(present={"mandate": 0.5}), "not a whole number"),
    "a move of no lever": (text(moves=[{"at": AT, "levers": {"x": [0, 1]}}]), "x is no lever"),
    "a move before all": (
        text(moves=[{"at": "0001-01-01T00:00:00+14:00", "levers": MOVED}]),
        "of the year 1 was left out",
    ),
    "a move after all": (
        text(moves=[{"at": "9999-12-31T23:59:59-14:00", "levers": MOVED}]),
        "of the year 9999 was left out",
    ),
    "a finding after all": (
        text(findings=[{"at": "9999-12-31T23:59:59Z", "scenario": {}, "said": {}}]),
        "of the year 9999 was left out",
    ),
    "a name that hides": (kept(name="a\u202eb"), "The name holds characters"),
    "a name of nothing": (kept(name=" "), "needs a name"),
    "a version of markup": (kept(model="<b>"), "version of the model that none can have"),
    "data that hide": (kept(data="\u202e"), "version of the data that none can have"),
    "a reason for no lever": (kept(reasons={"wages": "why"}), "'wages', which is no lever"),
    "a draft under no question": (
        text(draft={"plan": "our words"}),
        "“plan”, which is no question of the record, was left out",
    ),
    "a finding under no question": (
        text(findings=[{"at": AT, "scenario": {}, "said": {"<b>": "x", "finding": "y"}}]),
        "“ b ”, which is no question of the record, was left out",
    ),
    "an unknown part": (
        text(colour="red"),
        "“colour” is no part of a session that this explorer knows: it is not used here, and stays",
    ),
    "an unknown part of markup": (text(**{"<b>x": {"y": [1e400, "</script>"]}}), "“ b x” is no"),
    "an unknown part without end": (text(colour="x" * 300_000), "knows: it was left out"),
    "something unknown of a move": (
        text(moves=[{"at": AT, "levers": MOVED, "mood": "calm"}]),
        "“mood” of a move is not known to this explorer: it was left out",
    ),
    "something unknown of a kept scenario": (kept(colour="red"), "“colour” of a kept scenario is"),
    "something unknown of a scene": (
        text(scenes=[{"title": "a", "page": "app.py", "music": "x"}]),
        "“music” of a scene is",
    ),
    "something unknown of a room": (
        text(room={"measure": "fte", "place": "england", "voices": [[1, 2]], "mood": 1}),
        "“mood” of a prediction is",
    ),
    "two of one name": (
        text(kept=[{"name": "a", "scenario": {}, "model": "1", "data": ""}] * 2),
        "Two kept scenarios are named “a”; the second was left out",
    ),
    "a draft that hides": (text(draft={"finding": "a\u202eb"}), "holds characters"),
}


@pytest.mark.parametrize("what", UNREAD)
def test_what_is_no_session_is_left_out_whole_and_said_once(what: str) -> None:
    found, (note,) = session.read(UNREAD[what])
    assert found is None
    assert DAMAGED in note


def test_what_a_newer_explorer_keeps_in_a_session_stays_with_it_and_is_found_again_by_a_newer_one():
    newer = {"votes": [{"for": "plan", "n": 7}], "clock": {"zone": "Europe/London"}}
    found, notes = session.read(text(**newer))
    assert found
    assert found.history.present == Scenario(retention=0.05)
    assert [note.split("”")[0] for note in notes] == ["“votes", "“clock"]
    since = Session(history=History(Scenario(mandate=1)), beyond='{"clock":"now"}')
    for later in (found, joined(found, since, NOW), brought_back(found, since, NOW)):
        held = json.loads(session.write(later))
        assert held["votes"] == newer["votes"]
    assert held["clock"] == "now"
    assert json.loads(session.write(found)).keys() >= json.loads(SOUND).keys()


@pytest.mark.parametrize("what", IN_PART)
def test_what_of_a_session_cannot_be_is_left_out_and_said(what: str) -> None:
    written, words = IN_PART[what]
    found, (note,) = session.read(written)
    assert found
    assert words in note
    again, said = session.read(session.write(found))
    assert again == found, "what is kept can be kept again"
    assert not said or found.beyond


def test_a_session_full_of_nonsense_is_read_in_bounded_work_and_said_in_few_words() -> None:
    # 20,000 problems, each another; before they were counted, each was sought among all others.
    levers = {f"{'x' * 30}{i}": [0, 1] for i in range(950)}
    moves = [{"at": AT, "levers": {f"{i}{k}": v for k, v in levers.items()}} for i in range(40)]
    written = text(moves=moves)
    assert LARGEST < len(written) < 2 * LARGEST
    found, notes = session.read(written)
    assert found
    assert len(notes) == MOST_SAID + 1
    assert notes[-1] == f"and {40 * 950 - MOST_SAID:,} more"


PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@settings(max_examples=300)
@given(st.sampled_from(["model", "present", "past", "future", "moves", "kept", "draft"]), PARTS)
def test_a_session_with_anything_in_a_part_is_read_or_left_out(field: str, part: Any) -> None:
    found, notes = session.read(text(**{field: part}))
    assert found or notes
    if found:
        assert session.read(session.write(found))[0] == found
        for name, a in ASSUMPTIONS.items():
            assert a.low <= getattr(found.history.present, name) <= a.high


@given(st.floats() | st.integers(-(10**400), 10**400))
def test_any_time_that_a_browser_gives_is_one_that_every_zone_can_show_or_none(at: float) -> None:
    found = moment(at)
    assert found is None or found.year in YEARS


HANDED: Final[Mapping[str, object]] = {  # what a forged message may say that a browser found
    "own as number": {"own": 5},
    "own as list": {"own": [UNREAD["truncated"]]},
    "own damaged": {"own": UNREAD["deep lists"]},
    "own from no time": {"own": IN_PART["a move after all"][0]},
    "other as text": {"other": "x"},
    "other without text": {"other": {"name": "a", "at": 1}},
    "other from no time": {"other": {"name": "a", "at": 1e300, "text": SOUND}},
    "other at NaN": {"other": {"name": "a", "at": float("nan"), "text": SOUND}},
    "other damaged": {"other": {"name": "a", "at": 1, "text": UNREAD["deep objects"]}},
    "failed as list": {"failed": ["<b>"]},
    "unknown": {"x": {"y": "z"}},
}
SCRIPT: Final = """
import streamlit as st
from ppn_scenarios.ui.autosave import show_offer, take, to_keep
from ppn_scenarios.ui.visit import visit
visit()
to_keep()
show_offer()
take(st.session_state["handed"])
"""


@pytest.mark.parametrize("what", HANDED)
def test_whatever_is_handed_over_the_page_stands_and_the_scenario_stays(what: str) -> None:
    app = AppTest.from_string(SCRIPT, default_timeout=30)
    app.query_params["leave_psy"] = "0.1"
    app.session_state["handed"] = HANDED[what]
    assert_sound(app.run())
    assert_sound(app.run())
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)


def packed(content: bytes) -> str:
    """A text as a link carries scenes."""
    return urlsafe_b64encode(zlib.compress(content, 9)).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    [
        packed(b"[" * 50_000_000),
        packed(b" " * 50_000_000),
        packed(b"[" * 100_000),
        packed(b"[{}]" * 10),
        packed(b"null"),
        packed(b'[{"title": "a", "page": "../../etc/passwd"}]'),
        packed(b'[{"title": "[a](http://b.example)", "page": "app.py", "to_try": ["x"]}]'),
        packed(b'[{"title": "a", "page": "app.py", "to_try": ["![a](http://b.example)"]}]'),
        packed(b'[{"title": "<b>a</b>", "page": "app.py", "note": "\\u202e"}]'),
        packed(b'[{"title": "a", "page": "app.py", "to_try": ["%s"]}]' % (b"a" * 5_000)),
        packed(b"[]")[:-3],
        urlsafe_b64encode(zlib.compress(b"[]") * 2).decode(),
        "A" * 100_000,
        "eJ",
        "é",
    ],
    ids=[
        *("bomb", "spaces", "deep", "many", "null", "path", "title", "lever", "note", "letters"),
        *("cut", "twice", "long", "short", "odd"),
    ],
)
def test_scenes_that_cannot_be_are_left_out_and_said_without_markup(text: str) -> None:
    found, notes = written.read(text, ("england",))
    assert found == ()
    assert len(notes) <= 3
    assert all(note.isprintable() and len(note) < 400 for note in notes)
    assert not any(MARKUP.search(note) for note in notes), "a page shows what is said as Markdown"
