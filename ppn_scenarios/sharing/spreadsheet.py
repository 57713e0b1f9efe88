"""Tables to take away: CSV that no spreadsheet will run, and Parquet, both saying what they are."""

import csv
import re
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from typing import Final

import pandas as pd
import pyarrow as pa

# A spreadsheet takes a cell that starts like this for a formula.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
NOTE: Final = "# "  # before each line about the table; pandas: read_csv(..., comment="#")
# A line about the table is not quoted, so a spreadsheet parts it where any of these stands.
STARTS: Final = re.compile(rf"([,;\t] *)(?=[{re.escape(''.join(FORMULA))}])")

# A number as pages write it; a code that starts with a nought stays a code.
NUMBER: Final = re.compile(r"[-−]?(0|[1-9]\d{0,2}(,\d{3})+|[1-9]\d*)(\.\d+)?")


def of_cells(head: Sequence[str], rows: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Return a table of shown text with numbers where a whole column holds nothing else.

    Empty cells are missing values; two headings of one name are numbered apart.
    """
    columns = {}
    for i, name in enumerate(head):
        cells = [row[i] for row in rows]
        own = name if list(head).count(name) == 1 else f"{name} ({list(head)[: i + 1].count(name)})"
        found = numbers(cells)
        columns[own] = pd.Series(cells, dtype="object") if found is None else found
    return pd.DataFrame(columns)


def numbers(cells: Sequence[str]) -> pd.Series | None:
    """Return a column of shown text as numbers; None where some of it is no plain number."""
    filled = [cell for cell in cells if cell]
    if not filled or not all(NUMBER.fullmatch(cell) for cell in filled):
        return None
    bare = [cell.replace(",", "").replace("−", "-") or None for cell in cells]
    if any("." in cell for cell in filled):
        return pd.Series([None if cell is None else float(cell) for cell in bare], dtype="Float64")
    return pd.Series([None if cell is None else int(cell) for cell in bare], dtype="Int64")


def safe(cell: object) -> object:
    """Return a cell that a spreadsheet shows and does not run; numbers stay numbers."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA):
        return f"'{cell}"
    return cell


def one_line(text: str) -> str:
    """Return a text on one line, so that nothing in it can start a row, a formula or a quote."""
    return STARTS.sub(r"\1'", " ".join(text.split()).replace('"', "'"))


def csv_text(table: pd.DataFrame, about: Mapping[str, str]) -> str:
    """Return a table as CSV: first what it is, a line each, then the heading and the rows.

    `about` says title, unit, source, status, versions and link. Missing values are empty cells.
    """
    out = StringIO()
    for name, value in about.items():
        out.write(f"{NOTE}{one_line(name)}: {one_line(value)}\n")
    # All text is quoted: a lone carriage return in it would start a row otherwise.
    lines = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    lines.writerow([safe(str(name)) for name in table.columns])
    for row in table.itertuples(index=False):
        lines.writerow([None if pd.isna(cell) else safe(cell) for cell in row])
    return out.getvalue()


def parquet_bytes(table: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """Return a table as Parquet, with what it is in the metadata of its schema."""
    import pyarrow.parquet as pq  # not before a file is asked for

    arrow = pa.Table.from_pandas(table, preserve_index=False)
    kept = arrow.schema.metadata or {}
    told = {name.encode(): value.encode() for name, value in about.items()}
    out = BytesIO()
    pq.write_table(arrow.replace_schema_metadata({**kept, **told}), out)
    return out.getvalue()
