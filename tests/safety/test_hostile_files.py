"""More than a hundred bad files, and thousands made at random: each refused, nothing changed."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.scenario_file import ScenarioFileError
from tests.safety.hostile_files import BAD_FILES, SOUND
from tests.ui.reader import arrive, assert_sound, warnings

LONGEST = 1_500  # characters of what is said of one file
REFUSED = "Nothing was taken in"
JARGON = ("Traceback", "pydantic", "Errno", "codec", "object at 0x", "set_int_max", "input should")


def refusal(content: bytes) -> str:
    """What is said of a file; nothing for one that is taken."""
    try:
        scenario_file.read(content)
    except ScenarioFileError as error:
        return str(error)
    return ""


def test_there_are_a_hundred_bad_files_or_more() -> None:
    assert len(BAD_FILES) >= 100
    assert not refusal(SOUND.encode())


@pytest.mark.parametrize("what", BAD_FILES)
def test_each_bad_file_is_refused_with_the_field_and_what_to_do(what: str) -> None:
    content, words = BAD_FILES[what]
    said = refusal(content)
    assert words in said
    assert len(said) <= LONGEST
    assert not [word for word in JARGON if word in said]
    assert said.replace("\n", "").isprintable()


def test_no_bad_file_changes_what_is_on_screen_or_what_is_kept() -> None:
    app = arrive("pages/record.py", leave_psy=0.1)
    app.session_state["take_in"] = True
    app.run()
    some = [what for i, what in enumerate(BAD_FILES) if i % 6 == 0]
    for what in some:
        content, words = BAD_FILES[what]
        app.file_uploader(key="kept_file").set_value(("plan.json", content, "application/json"))
        assert_sound(app.run())
        said = warnings(app)[REFUSED].replace("\\", "").replace("\u2060", "")
        assert words in said, what
        assert app.session_state["scenario"] == Scenario(leave_psy=0.1), what
        assert app.session_state["kept"] == {}, what


def holds(content: bytes) -> None:
    """Hold that a file is refused in words, or taken with every value in its range."""
    try:
        found, notes = scenario_file.read(content)
    except ScenarioFileError as error:
        assert str(error).replace("\n", "").isprintable()
        assert 0 < len(str(error)) <= LONGEST
        return
    for one in found:
        assert one.name.isprintable()
        for name, a in ASSUMPTIONS.items():
            assert a.low <= getattr(one.scenario, name) <= a.high
    assert all(note.isprintable() for note in notes)


PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@settings(max_examples=400)
@given(st.integers(0, len(SOUND)), st.integers(0, 255), st.sampled_from(("put", "change", "cut")))
def test_a_file_with_any_byte_changed_is_read_or_refused(at: int, byte: int, how: str) -> None:
    content = bytearray(SOUND.encode())
    if how == "cut":
        holds(bytes(content[:at]))
        return
    content[at : at + (how == "change")] = bytes([byte])
    holds(bytes(content))


@settings(max_examples=400)
@given(st.sampled_from(["format", "version", "model", "data", "scenarios"]), PARTS)
def test_a_file_with_anything_in_a_field_is_read_or_refused(field: str, part: Any) -> None:
    holds(json.dumps(json.loads(SOUND) | {field: part}).encode())


@settings(max_examples=400)
@given(st.sampled_from(["name", "note", "levers", "reasons", "retention", "mandate"]), PARTS)
def test_a_scenario_with_anything_in_a_field_is_read_or_refused(field: str, part: Any) -> None:
    whole = json.loads(SOUND)
    one = whole["scenarios"][0]
    (one["levers"] if field in ASSUMPTIONS else one)[field] = part
    holds(json.dumps(whole).encode())
