"""Tables to take away: the same numbers, what they are, and nothing that runs."""

import csv
import io

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.sharing.spreadsheet import FORMULA, csv_text, parquet_bytes

ABOUT = {"Title": "Staff in post", "Unit": "FTE", "Status": "projection on placeholders"}
STAFF = pd.DataFrame(
    {"place": ["England", "London"], "fte": [37_906.25, -12.5], "year": [2037, None]}
)


def cells(text: str) -> list[list[str]]:
    """The rows of a CSV file, as a spreadsheet reads them, without the lines about it."""
    return [row for row in csv.reader(io.StringIO(text, newline="")) if not row[0].startswith("# ")]


def test_a_table_says_what_it_is_and_comes_back_with_the_same_numbers() -> None:
    text = csv_text(STAFF, ABOUT)
    assert text.startswith("# Title: Staff in post\n# Unit: FTE\n# Status: projection")
    back = pd.read_csv(io.StringIO(text), comment="#")
    assert back["fte"].tolist() == [37_906.25, -12.5]
    assert back["place"].tolist() == ["England", "London"]
    assert pd.isna(back["year"][1])


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"]
)
def test_no_cell_starts_as_a_formula(cell: str) -> None:
    rows = cells(csv_text(pd.DataFrame({cell: [cell]}), {}))
    assert all(value.startswith("'") for row in rows for value in row)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_no_text_can_start_a_formula_or_a_row_of_its_own(texts: list[str]) -> None:
    texts = [text.replace("\0", "") for text in texts]
    text = csv_text(pd.DataFrame({"name": texts}), {"Title": texts[0]})
    found = list(csv.reader(io.StringIO(text.split("\n", 1)[1], newline="")))
    assert len(found) == 1 + len(texts)
    assert not [row for row in found for cell in row if cell.lstrip(" ").startswith(FORMULA)]


def test_a_note_cannot_break_out_of_its_line() -> None:
    text = csv_text(STAFF, {"Link": "https://example.org/?a=1\n=1+1"})
    assert text.splitlines()[0] == "# Link: https://example.org/?a=1 =1+1"


def test_parquet_keeps_types_and_says_what_it_is() -> None:
    table = pq.read_table(io.BytesIO(parquet_bytes(STAFF, ABOUT)))
    pd.testing.assert_frame_equal(table.to_pandas(), STAFF)
    metadata = table.schema.metadata or {}
    assert metadata[b"Title"] == b"Staff in post"


@pytest.mark.parametrize(
    "title",
    [
        "Against x,=1+1",
        "Against x, =HYPERLINK(1)",
        "Against x;@SUM(A1)",
        "a\t+cmd|' /C calc'!A0",
        'Against x,"',
        'a,"=1+1',
        "x,-2+3",
        "x,＝1",
    ],
)
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_no_line_above_a_table_can_start_a_formula_or_a_quote(title: str, mark: str) -> None:
    text = csv_text(pd.DataFrame({"name": ["a,=1+1"], "fte": [1.5]}), {"Title": title})
    rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    assert len(rows) == 3, "no quote swallows the rows below"
    assert not [cell for cell in rows[0] if cell.lstrip(" ").startswith(FORMULA)]
    assert pd.read_csv(io.StringIO(text), comment="#")["fte"].tolist() == [1.5]
