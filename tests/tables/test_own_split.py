"""A reader's own split of families into professions: a file, and no code."""

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from ppn_scenarios.tables.errors import DataError

ROOT = Path(__file__).resolve().parents[2]
HEADER = "profession,label,family,share_of_family,course_length_years,share_of_places"
ROWS = (
    "clinical,Clinical psychologist,psychologists,0.8,3,1",
    "other,Other psychologist,psychologists,0.2,,0",
    "therapist,Therapist,therapists,1,,",
    "wellbeing,Wellbeing practitioner,practitioners,0.6,1,",
    "school,School practitioner,practitioners,0.4,1,",
)


def written(folder: Path, *rows: str, header: str = HEADER) -> str:
    file = folder / "my_split.csv"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return str(file)


def changed(row: int, new: str) -> list[str]:
    return [new if i == row else old for i, old in enumerate(ROWS)]


def test_the_example_in_the_documents_is_the_one_tested_here() -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert "\n".join(f"    {line}" for line in (HEADER, *ROWS)) in text


def test_staff_starts_and_courses_follow_the_file_and_totals_do_not_move(tmp_path: Path) -> None:
    inputs = baseline(professions=written(tmp_path, *ROWS)).inputs
    assert inputs.names == ("clinical", "other", "therapist", "wellbeing", "school")
    run = project(baseline(professions=written(tmp_path, *ROWS)), Scenario())
    families = project(baseline(), Scenario())
    england = run.fte[0, 0].sum(axis=0)
    of_family = families.fte[0, 0].sum(axis=0)
    assert england[:2] == pytest.approx([0.8 * of_family[0], 0.2 * of_family[0]])
    assert england[3:] == pytest.approx([0.6 * of_family[2], 0.4 * of_family[2]])
    starts = run.flows.starts[0, 0].sum(axis=0)
    assert starts[:2].tolist() == pytest.approx([1_080, 0])
    assert starts[3:].tolist() == pytest.approx([0.6 * 2_850, 0.4 * 2_850])
    # Courses of one and of three years are what the levers say too, so no total of a family moves.
    np.testing.assert_allclose(
        run.fte[0, 0].sum(axis=-1), families.fte[0, 0].sum(axis=-1), rtol=1e-9
    )
    np.testing.assert_allclose(run.fte[..., 2], families.fte[..., 1], rtol=1e-9)


def test_shares_that_miss_a_whole_by_rounding_are_made_to_add_up(tmp_path: Path) -> None:
    thirds = [f"p{i},P{i},practitioners,0.333,," for i in range(3)]
    inputs = baseline(professions=written(tmp_path, *ROWS[:3], *thirds)).inputs
    assert inputs.within[3:].tolist() == pytest.approx([1 / 3] * 3)


def test_a_split_of_its_own_is_by_profession_without_saying_so(tmp_path: Path) -> None:
    assert len(baseline(professions=written(tmp_path, *ROWS)).inputs.names) == 5
    assert len(baseline().inputs.names) == 3


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (changed(1, "other,Other,psychologists,0.1,,0"), "psychologists adds up to 0.9, not to 1"),
        (changed(1, "other,Other,doctors,0.2,,0"), "other: 'doctors' is not one of psychologists"),
        (changed(1, "clinical,Other,psychologists,0.2,,0"), "named twice"),
        (changed(1, "other,Other,psychologists,0.2,,"), "give share_of_places for all psych"),
        (changed(1, "other,Other,psychologists,0.2,,0.5"), "share_of_places of psychologists adds"),
        (changed(0, "clinical,C,psychologists,0.8,9,1"), "clinical: 9 years is not 1 to 5"),
        (changed(0, "clinical,C,psychologists,most,3,1"), "line 2, column share_of_family"),
        (changed(0, "clinical,C,psychologists,1.4,3,1"), "psychologists adds up to 1.6"),
        (changed(0, "clinical,C,psychologists,,3,1"), "line 2, column share_of_family"),
        (ROWS[:2], "therapists add up to 0"),
        ([], "has no rows"),
    ],
)
def test_a_split_that_cannot_be_is_refused_by_file_and_reason(
    tmp_path: Path, rows: list[str], said: str
) -> None:
    with pytest.raises(DataError, match=re.escape(said)) as refusal:
        baseline(professions=written(tmp_path, *rows))
    assert "my_split.csv" in str(refusal.value)


def test_a_missing_file_or_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the file is missing"):
        baseline(professions=str(tmp_path / "none.csv"))
    with pytest.raises(DataError, match="share_of_places"):
        baseline(professions=written(tmp_path, "a,A,therapists,1,", header=HEADER[:-16]))


PAGE = """
from tests.ui.reader import arrive, assert_sound, text
app = arrive("pages/flows.py", split="professions", show="table")
print([box.value for box in app.error], text(app), sep="\\n")
"""


def shown(split: str) -> str:
    """What the page of flows says in a process that was started with a split of its own."""
    return subprocess.run(
        [sys.executable, "-c", PAGE],
        cwd=ROOT,
        env=os.environ | {"PPN_PROFESSIONS": split, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    ).stdout


def test_the_page_of_flows_shows_the_split_and_says_whose_it_is(tmp_path: Path) -> None:
    said = shown(written(tmp_path, *ROWS))
    assert said.startswith("[]")
    assert "Wellbeing practitioner" in said
    assert "**This split is your own**, from the file `my_split.csv`" in said
    assert "Clinical psychologist" in said
    assert "No split by profession is published" not in said


def test_the_app_refuses_a_split_that_cannot_be_at_the_start(tmp_path: Path) -> None:
    said = shown(written(tmp_path, *ROWS[:2]))
    read = said.replace("\\", "").replace("u2060", "")  # as a reader sees it: text, and no Markdown
    assert "my_split.csv: the shares of therapists add up to 0, not to 1" in read


def test_the_files_columns_are_those_of_the_table(tmp_path: Path) -> None:
    from ppn_scenarios.tables.own_split import own_split

    rows = own_split(written(tmp_path, *ROWS))
    assert ",".join(rows.columns) == HEADER
    assert pd.isna(rows["course_length_years"].iloc[1])
