"""The table of threats says what is shown: every test that it names is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/THREATS.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith(("| What can", "| ---"))
]


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def test_there_are_rows_for_everything_that_was_thought_of() -> None:
    assert len(ROWS) >= 45
    assert all(len(row) == 3 and all(row) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_row_names_a_test_that_exists_or_says_why_there_is_none(row: list[str]) -> None:
    _, _, shown = row
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", shown)
    if not named:
        assert shown.startswith("Not tested, because "), shown
    for file, name in named:
        assert name in names_in(file), f"{file} has no {name}"
