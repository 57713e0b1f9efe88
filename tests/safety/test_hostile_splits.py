"""Bad files of a reader's own split of professions: each refused, by line and column."""

import gzip
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ppn_scenarios.opening import baseline
from ppn_scenarios.opening.professions import in_professions
from ppn_scenarios.tables.errors import DataError

HEADER: Final = "profession,label,family,share_of_family,course_length_years,share_of_places"
ROWS: Final = (
    "clinical,Clinical psychologist,psychologists,0.8,3,1",
    "other,Other psychologist,psychologists,0.2,,0",
    "therapist,Therapist,therapists,1,,",
    "wellbeing,Wellbeing practitioner,practitioners,1,1,",
)
SOUND: Final = "\n".join([HEADER, *ROWS]) + "\n"


def row(new: str) -> bytes:
    """A sound file whose first row is another."""
    return SOUND.replace(ROWS[0], new).encode()


def share(text: str) -> bytes:
    """A sound file with something else for the share of the first row."""
    return SOUND.replace(",0.8,3,1", f",{text},3,1").encode()


BAD: Final = {  # content, and words that are said
    "empty": (b"", "the file is empty"),
    "spaces": (b"  \n \n", "the file is empty"),
    "far too long": (b"a" * 20_000_001, "is more than 20,000,000 bytes long"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "line 1: is not UTF-8 text"),
    "an archive": (gzip.compress(SOUND.encode()), "is not UTF-8 text"),
    "utf-16": (SOUND.encode("utf-16"), "is saved as UTF-16"),
    "tabs": (SOUND.replace(",", "\t").encode(), "has tabs between its cells; save it as CSV"),
    "another language": (
        SOUND.replace(",", ";").replace("0.8", "0,8").encode(),
        "has semicolons between its cells",
    ),
    "latin letters": (SOUND.replace("Other", "Café").encode("latin-1"), "line 3: is not UTF-8"),
    "no rows": (f"{HEADER}\n".encode(), "has no rows under its header"),
    "no last line break": (SOUND.encode()[:-1], "may be cut short"),
    "truncated": (SOUND.encode()[:100], "may be cut short"),
    "an open quote": (row('"clinical,Clinical,psychologists,0.8,3,1'), "is not CSV"),
    "semicolons": (SOUND.replace(",", ";").encode(), "has semicolons between"),
    "a column missing": (SOUND.replace("label,", "").encode(), "column label: is missing"),
    "a column too many": (SOUND.replace("label,", "label,x,").encode(), "column x: is not in"),
    "a column twice": (SOUND.replace("label,", "label,label,").encode(), "more than once"),
    "a cell missing": (row("clinical,psychologists,0.8,3,1"), "line 2: has 5 cells where 6"),
    "a cell too many": (row(f"{ROWS[0]},1"), "line 2: has 7 cells where 6 are expected"),
    "20,000 columns": (
        ",".join(f"x{i}" for i in range(20_000)).encode() + b"\n",
        "and 19996 more",
    ),
    "a NUL": (SOUND.replace("Other", "O\x00her").encode(), "one line of text"),
    "a label that turns": (SOUND.replace("Other", "O\u202eher").encode(), "one line of text"),
    "a label on two lines": (row('clinical,"a\nb",psychologists,0.8,3,1'), "one line of text"),
    "a label with spaces": (row("clinical, a ,psychologists,0.8,3,1"), "without spaces at its"),
    "no profession": (row(",Clinical,psychologists,0.8,3,1"), "column profession: is empty"),
    "no label": (row("clinical,,psychologists,0.8,3,1"), "column label: is empty"),
    "no share": (share(""), "line 2, column share_of_family: is empty"),
    "a share in words": (share("most"), "'most' is not a number (rule: DOUBLE)"),
    "a share in percent": (share("80%"), "'80%' is not a number"),
    "NaN": (share("nan"), "'nan' is not a number"),
    "inf": (share("inf"), "'inf' is not a number"),
    "1e999": (share("1e999"), "'1e999' is not a number"),
    "1_0": (share("1_0"), "'1_0' is not a number"),
    "full-width digits": (share("０.8"), "is not a number"),
    "a comma for a point": (
        share('"0,8"'),
        "'0,8' is not a number (rule: DOUBLE); a number has a point",
    ),
    "a formula": (share("=1+1"), "'=1+1' is not a number"),
    "a number of 400 digits": (share("9" * 400), "is not a number"),
    "below none": (share("-0.8"), "adds up to"),
    "more than a whole": (share("80"), "adds up to 80.2, not to 1"),
    "no such family": (row("clinical,Clinical,doctors,0.8,3,1"), "'doctors' is not one of"),
    "a family of markup": (row("clinical,Clinical,<b>,0.8,3,1"), "'<b>' is not one of"),
    "places for some": (row("clinical,Clinical,psychologists,0.8,3,"), "or for none of them"),
    "a name twice": (row(ROWS[0].replace("clinical,", "other,")), "other is named twice"),
    "a course of no length": (row("clinical,Clinical,psychologists,0.8,0,1"), "clinical"),
    "a course of a thousand years": (row("clinical,Clinical,psychologists,0.8,1000,1"), "clinic"),
}


def refusal(folder: Path, content: bytes) -> str:
    """What is said of a file; nothing for one that is taken."""
    file = folder / "own_split.csv"
    file.write_bytes(content)
    try:
        in_professions(baseline().inputs, file)
    except DataError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("what", BAD)
def test_each_bad_split_is_refused_with_its_place_and_rule(what: str, tmp_path: Path) -> None:
    content, words = BAD[what]
    said = refusal(tmp_path, content)
    assert words in said
    assert "own_split.csv" in said
    assert len(said) < 3_000


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.csv: the file is missing"):
        in_professions(baseline().inputs, tmp_path / "none.csv")


def test_a_name_that_no_file_can_have_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        in_professions(baseline().inputs, tmp_path / ("a" * 5_000))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(SOUND)), some=st.binary(max_size=3))
@example(at=0, some=b"\xef\xbb\xbf")
def test_a_split_with_any_bytes_put_in_is_read_or_refused(
    at: int, some: bytes, tmp_path: Path
) -> None:
    content = SOUND.encode()
    refusal(tmp_path, content[:at] + some + content[at:])
