"""Each refusal of a link or a file names the field and what can be done, whatever was bad."""

import re

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.refusals import FIXES
from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.sharing.scenes import written
from ppn_scenarios.sharing.view import LABELS
from ppn_scenarios.wording.places import places
from tests.safety.hostile_files import BAD_FILES, Kind
from tests.safety.test_hostile_files import EACH, READERS

# What a reader is asked to do, at the beginning of a sentence or of what follows a colon.
FIX = re.compile(
    r"(?:^|[.:] )(?:ask|choose|correct|delete|open|rename|save|set|shorten|take|type|write)\b"
    r"|if .* is in it, unpack it|\bit should be\b",
    re.IGNORECASE,
)
BAD_VALUES = {"no such": ["0.00x"], "twice": ["1", "2"], "empty": [""], "cut short": ["0.0…"]}
NAMES = [*ASSUMPTIONS, *LABELS, link.DAY_NAME, "wage"]


def label_of(name: str) -> str:
    """What a setting of a link is called on pages, or what stands there where it is none."""
    if name in ASSUMPTIONS:
        return ASSUMPTIONS[name].label
    return (LABELS | {link.DAY_NAME: link.DAY}).get(name, name)


@pytest.mark.parametrize("how", BAD_VALUES)
def test_each_refusal_of_a_link_names_the_setting_and_the_fix(how: str) -> None:
    refused = 0
    for name in NAMES:
        _, _, notes = link.read({name: BAD_VALUES[how]}, places())
        for note in notes:
            assert label_of(name) in note, note
            assert FIX.search(note), note
        refused += len(notes)
    # A title and a note may be any text that can be shown, an empty one too.
    assert refused >= len(NAMES) - 3


def test_a_link_that_cannot_be_read_at_all_and_damaged_scenes_name_the_fix() -> None:
    (long,) = link.read({"retention": ["0" * 5_000]}, places())[2]
    (damaged,) = written.read("eNabc", places())[1]
    assert FIX.search(long)
    assert FIX.search(damaged)


@pytest.mark.parametrize(("kind", "what"), EACH, ids=lambda part: getattr(part, "what", part))
def test_each_line_of_the_refusal_of_a_file_names_the_fix(kind: Kind, what: str) -> None:
    with pytest.raises(SavedFileError) as refusal:
        READERS[kind](BAD_FILES[kind][what][0])
    for line in str(refusal.value).splitlines():
        assert FIX.search(line) or re.fullmatch(r"and \d+ more", line), line


@pytest.mark.parametrize("kind", FIXES)
def test_what_is_said_of_a_field_of_any_kind_of_mistake_is_a_fix(kind: str) -> None:
    assert FIX.search(f"name: {FIXES[kind]}"), FIXES[kind]
