"""More than a hundred bad files of each kind, and thousands at random: each refused whole."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.sharing.scenes import scene_file
from tests.safety.hostile_files import BAD_FILES, SCENARIOS, SCENES, Kind
from tests.ui.reader import arrive, assert_sound, warnings

LONGEST = 1_500  # characters of what is said of one file
REFUSED = "Nothing was taken in"
JARGON = ("Traceback", "pydantic", "Errno", "codec", "object at 0x", "set_int_max", "input should")
PLACES = ("england", "QWE")
READERS: dict[Kind, Callable[[bytes], tuple[Sequence[Any], list[str]]]] = {
    SCENARIOS: scenario_file.read,
    SCENES: lambda content: scene_file.read(content, PLACES),
}
EACH = [(kind, what) for kind, bad in BAD_FILES.items() for what in bad]


def refusal(kind: Kind, content: bytes) -> str:
    """What is said of a file; nothing for one that is taken."""
    try:
        READERS[kind](content)
    except SavedFileError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("kind", BAD_FILES, ids=lambda kind: kind.what)
def test_there_are_a_hundred_bad_files_or_more_of_each_kind(kind: Kind) -> None:
    assert len(BAD_FILES[kind]) >= 100
    assert not refusal(kind, kind.sound.encode())


@pytest.mark.parametrize(("kind", "what"), EACH, ids=lambda part: getattr(part, "what", part))
def test_each_bad_file_is_refused_with_the_field_and_what_to_do(kind: Kind, what: str) -> None:
    content, words = BAD_FILES[kind][what]
    said = refusal(kind, content)
    assert words in said
    assert len(said) <= LONGEST
    assert not [word for word in JARGON if word in said]
    assert said.replace("\n", "").isprintable()


def test_no_bad_file_changes_what_is_on_screen_or_what_is_kept() -> None:
    app = arrive("pages/record.py", leave_psy=0.1)
    app.session_state["take_in"] = True
    app.run()
    for what, (content, words) in list(BAD_FILES[SCENARIOS].items())[::9]:
        app.file_uploader(key="kept_file").set_value(("plan.json", content, "application/json"))
        assert_sound(app.run())
        said = warnings(app)[REFUSED].replace("\\", "").replace("\u2060", "")
        assert words in said, what
        assert app.session_state["scenario"] == Scenario(leave_psy=0.1), what
        assert app.session_state["kept"] == {}, what


def test_no_bad_file_of_scenes_changes_the_storyline_or_the_scenario() -> None:
    app = arrive("pages/talk.py", leave_psy=0.1)
    app.session_state["scenes_in"] = True
    app.run()
    for what, (content, words) in list(BAD_FILES[SCENES].items())[::16]:
        app.file_uploader(key="scene_file").set_value(("a.json", content, "application/json"))
        assert_sound(app.run())
        said = warnings(app)[REFUSED].replace("\\", "").replace("\u2060", "")
        assert words in said, what
        assert app.session_state["scenario"] == Scenario(leave_psy=0.1), what
        assert app.session_state["scenes"] == (), what


def holds(kind: Kind, content: bytes) -> None:
    """Hold that a file is refused in words, or taken with every value in its range."""
    try:
        found, notes = READERS[kind](content)
    except SavedFileError as error:
        assert str(error).replace("\n", "").isprintable()
        assert 0 < len(str(error)) <= LONGEST
        return
    for one in found:
        assert getattr(one, kind.name).isprintable()
        for name, a in ASSUMPTIONS.items() if one.scenario else ():
            assert a.low <= getattr(one.scenario, name) <= a.high
    assert all(note.isprintable() for note in notes)


PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


KINDS = st.sampled_from([SCENARIOS, SCENES])


@settings(max_examples=400)
@given(KINDS, st.integers(0, 3_000), st.integers(0, 255), st.sampled_from(("put", "change", "cut")))
def test_a_file_with_any_byte_changed_is_read_or_refused(
    kind: Kind, at: int, byte: int, how: str
) -> None:
    content = bytearray(kind.sound.encode())
    if how == "cut":
        holds(kind, bytes(content[:at]))
        return
    content[at : at + (how == "change")] = bytes([byte])
    holds(kind, bytes(content))


@settings(max_examples=400)
@given(KINDS, st.sampled_from(["format", "version", "model", "data", "each"]), PARTS)
def test_a_file_with_anything_in_a_field_is_read_or_refused(
    kind: Kind, field: str, part: Any
) -> None:
    holds(kind, kind.whole(**{kind.each if field == "each" else field: part}))


FIELDS = ["name", "note", "levers", "reasons", "title", "page", "minutes", "view", "to_try"]


@settings(max_examples=600)
@given(KINDS, st.sampled_from([*FIELDS, "retention", "mandate"]), PARTS)
def test_a_part_with_anything_in_a_field_is_read_or_refused(
    kind: Kind, field: str, part: Any
) -> None:
    whole = json.loads(kind.sound)
    one = whole[kind.each][0]
    (one["levers"] if field in ASSUMPTIONS else one)[field] = part
    holds(kind, json.dumps(whole).encode())
