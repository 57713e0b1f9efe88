"""Reading one CSV file, strictly: text in, checked text out."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .cells import CELL_RULES, Cell
from .errors import DataError, Problem

LARGEST: Final = 20_000_000  # bytes: fifty times the largest table that we have
COMMA: Final = re.compile(r"-?\d+(,\d+)+(\.\d+)?", re.ASCII)  # as a spreadsheet may show a number


@dataclass(frozen=True, kw_only=True)
class Column:
    """Describe one column of a table as the schema declares it."""

    name: str
    type: str
    nullable: bool


@dataclass(frozen=True, kw_only=True)
class CsvFile:
    """Hold the cells of a file by column, each with the line its row starts on."""

    label: str  # "data/trust.csv", for messages
    lines: list[int]
    cells: dict[str, list[Cell]]


def read_csv_file(path: Path, columns: Sequence[Column]) -> CsvFile:
    """Read a file whose header names exactly these columns, in any order.

    Raises DataError naming file, line and column of every cell that is not of its type.
    """
    label = f"{path.parent.name}/{path.name}"
    lines, rows = _rows(label, _text(label, path))
    header = rows[0] if rows else []
    _check_header(label, header, [column.name for column in columns])
    if len(rows) == 1:
        raise DataError([Problem(file=label, what="has no rows under its header")])
    _check_lengths(label, lines, rows)
    by_name = dict(zip(header, zip(*rows[1:], strict=True), strict=True))
    problems: list[Problem] = []
    cells = {}
    for column in columns:
        cells[column.name] = [value or None for value in by_name[column.name]]
        problems += _wrong_cells(label, lines[1:], column, cells[column.name])
    if problems:
        raise DataError(sorted(problems, key=lambda problem: problem.line or 0))
    return CsvFile(label=label, lines=lines[1:], cells=cells)


def _text(label: str, path: Path) -> str:
    """Read the text of a file; a byte order mark, which Excel writes, is passed over."""
    try:
        if not path.is_file():
            raise DataError([Problem(file=label, what="the file is missing")])
        if path.stat().st_size > LARGEST:
            what = f"is more than {LARGEST:,} bytes long, which no table here is"
            raise DataError([Problem(file=label, what=what)])
        raw = path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror}); let whoever runs the app read it"
        raise DataError([Problem(file=label, what=what)]) from error
    if not raw.strip():
        raise DataError([Problem(file=label, what="the file is empty")])
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        what = "is saved as UTF-16 (“Unicode text”); save it as CSV UTF-8, with commas"
        raise DataError([Problem(file=label, line=1, what=what)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataError([Problem(file=label, line=line, what="is not UTF-8 text")]) from error
    if not text.endswith("\n"):
        what = "does not end with a line break, so the file may be cut short"
        raise DataError([Problem(file=label, line=text.count("\n") + 1, what=what)])
    return text


def _rows(label: str, text: str) -> tuple[list[int], list[list[str]]]:
    """Split text into rows of cells, with the line on which each row starts."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines, rows, line = [], [], 1
    try:
        for row in reader:
            lines.append(line)
            rows.append(row)
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError([Problem(file=label, line=line, what=f"is not CSV: {error}")]) from error
    return lines, rows


def _check_header(label: str, header: list[str], wanted: list[str]) -> None:
    """Refuse a header with missing, unknown or repeated names."""
    for sign, called in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and len(wanted) > 1 and header[0].count(sign) >= len(wanted) - 1:
            what = f"has {called} between its cells; save it as CSV, with commas"
            raise DataError([Problem(file=label, line=1, what=what)])
    repeated = [name for name, times in Counter(header).items() if times > 1]
    missing = [name for name in wanted if name not in header]
    unknown = [name for name in dict.fromkeys(header) if name not in wanted]
    named = {
        "appears more than once in the header": repeated,
        "is missing from the header": missing,
        "is not in the schema": unknown,
    }
    problems = [
        Problem(file=label, line=1, column=name or "''", what=what)
        for what, names in named.items()
        for name in names
    ]
    if problems:
        raise DataError(problems)


def _check_lengths(label: str, lines: list[int], rows: list[list[str]]) -> None:
    """Refuse rows with more or fewer cells than the header."""
    wanted = len(rows[0])
    problems = [
        Problem(file=label, line=line, what=f"has {len(row)} cells where {wanted} are expected")
        for line, row in zip(lines, rows, strict=True)
        if len(row) != wanted
    ]
    if problems:
        raise DataError(problems)


def _wrong_cells(label: str, lines: list[int], column: Column, cells: list[Cell]) -> list[Problem]:
    """Find the cells of a column that are empty when they must not be, or of another type."""
    is_valid, description = CELL_RULES[column.type]
    problems = []
    for line, cell in zip(lines, cells, strict=True):
        if cell is None:
            if column.nullable:
                continue
            what = "is empty (rule: NOT NULL)"
        elif is_valid(cell):
            continue
        else:
            what = f"{cell!r} is not {description} (rule: {column.type})"
            if COMMA.fullmatch(cell):
                what += "; a number has a point, and nothing between thousands"
        problems.append(Problem(file=label, line=line, column=column.name, what=what))
    return problems
