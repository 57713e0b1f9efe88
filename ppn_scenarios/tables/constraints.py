"""Finding the rows of a refused file, and the constraint each of them breaks."""

from collections.abc import Iterator
from typing import NamedTuple

import duckdb

from .csv_file import CsvFile
from .errors import Problem


class Constraint(NamedTuple):
    """Hold one constraint of a table as DuckDB's catalogue describes it."""

    type: str
    text: str
    expression: str | None
    columns: list[str]
    referenced_table: str | None
    referenced_columns: list[str]


def constraints(database: duckdb.DuckDBPyConnection, table: str) -> list[Constraint]:
    """Return the constraints of a table, in the order in which they are declared."""
    rows = database.execute(
        "SELECT constraint_type, constraint_text, expression, constraint_column_names, "
        "referenced_table, referenced_column_names FROM duckdb_constraints() "
        "WHERE table_name = $table ORDER BY constraint_index",
        {"table": table},
    ).fetchall()
    return [Constraint(*row) for row in rows]


def referenced_tables(database: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return, for each table with foreign keys, the tables to which they refer."""
    rows = database.execute(
        "SELECT table_name, list(DISTINCT referenced_table) FROM duckdb_constraints() "
        "WHERE referenced_table IS NOT NULL GROUP BY table_name"
    ).fetchall()
    return dict(rows)


def broken_constraints(
    database: duckdb.DuckDBPyConnection, table: str, values: str, file: CsvFile
) -> list[Problem]:
    """Find every row of a file that breaks a constraint of its table.

    `values` is the SQL that casts the cells of the file; the work is done on a copy
    without constraints, so it is slow and only done once a file is refused.
    """
    copy = f"SELECT unnest($line::INTEGER[]) AS line, {values}"
    rows = {**file.cells, "line": file.lines}
    database.execute(f"CREATE OR REPLACE TEMP TABLE refused AS {copy}", rows)
    problems = []
    for rule in constraints(database, table):
        if query := _query(rule):
            for line, *cells in database.execute(query).fetchall():
                what = _describe(rule, cells)
                column = ", ".join(rule.columns)
                problems.append(Problem(file=file.label, line=line, column=column, what=what))
    return sorted(problems, key=lambda problem: problem.line or 0)


def _query(rule: Constraint) -> str | None:
    """Write the query for the lines and cells that break a constraint."""
    columns = _names(rule.columns)
    given = " AND ".join(f'"{column}" IS NOT NULL' for column in rule.columns)
    shown = f"SELECT line, {columns} FROM refused"  # noqa: S608 - names from our own schema
    match rule.type:
        case "CHECK":
            return f"{shown} WHERE NOT ({rule.expression}) ORDER BY line"
        case "PRIMARY KEY" | "UNIQUE":
            order = f"row_number() OVER (PARTITION BY {columns} ORDER BY line)"
            return f"{shown} WHERE {given} QUALIFY {order} > 1 ORDER BY line"
        case "FOREIGN KEY":
            theirs = _names(rule.referenced_columns)
            known = f"(SELECT ({theirs}) FROM {rule.referenced_table})"  # noqa: S608 - likewise
            return f"{shown} WHERE {given} AND ({columns}) NOT IN {known} ORDER BY line"
    return None  # NOT NULL is seen to when the file is read


def _names(columns: list[str]) -> str:
    """Write column names as SQL, in quotation marks in case one is a word of SQL."""
    return ", ".join(f'"{column}"' for column in columns)


def _describe(rule: Constraint, cells: list[object]) -> str:
    """Say in plain words what is wrong with the cells, and which rule says so."""
    shown = ", ".join(_cells(cells))
    match rule.type:
        case "CHECK":
            what = f"{shown} is not allowed"
        case "FOREIGN KEY":
            what = f"{shown} is not in {rule.referenced_table}"
        case _:
            what = f"{shown} appears more than once"
    return f"{what} (rule: {rule.text})"


def _cells(cells: list[object]) -> Iterator[str]:
    """Write cells as they stand in the file: text in quotation marks, numbers bare."""
    for cell in cells:
        yield repr(cell) if isinstance(cell, str) else "empty" if cell is None else str(cell)
