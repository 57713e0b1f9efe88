"""Filling the database from a folder of CSV files, or refusing them with the reason."""

from pathlib import Path

import duckdb

from .cells import CELL_RULES
from .checks import broken_rules
from .constraints import broken_constraints, referenced_tables
from .csv_file import Column, CsvFile, read_csv_file
from .errors import DataError, Problem


def load(database: duckdb.DuckDBPyConnection, data: Path) -> None:
    """Create the tables of `schema.sql`, fill each from its CSV file and check the whole.

    Raises DataError naming every file at fault, with line, column and rule.
    """
    _create(database, data)
    tables = _tables(database)
    _check_types(data, tables)
    files = _read(data, tables)
    problems: list[Problem] = []
    refused: set[str] = set()
    refers_to = referenced_tables(database)
    for table, columns in tables.items():
        # What refers to a refused table would fail for no fault of its own.
        if refused.intersection(refers_to.get(table, [])):
            refused.add(table)
        elif found := _insert(database, table, columns, files[table]):
            refused.add(table)
            problems += found
    problems = problems or broken_rules(database, data, _sql(data, "checks.sql"))
    if problems:
        raise DataError(problems)


def _sql(data: Path, name: str) -> str:
    """Read a file of SQL from the data folder."""
    try:
        return (data / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        label = f"{data.name}/{name}"
        what = f"the file is missing or unreadable ({type(error).__name__})"
        raise DataError([Problem(file=label, what=what)]) from error


def _create(database: duckdb.DuckDBPyConnection, data: Path) -> None:
    """Create the tables, or refuse a schema that cannot be understood."""
    text = _sql(data, "schema.sql")
    try:
        database.execute(text)
    except duckdb.Error as error:
        what = f"cannot be understood: {str(error).splitlines()[0]}"
        raise DataError([Problem(file=f"{data.name}/schema.sql", what=what)]) from error


def _tables(database: duckdb.DuckDBPyConnection) -> dict[str, list[Column]]:
    """Return the columns of every table, in the order in which the schema creates them."""
    # Table by table: duckdb_columns() also works out every internal view, twice as slow.
    names = database.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_oid").fetchall()
    columns = 'SELECT name, type, NOT "notnull" FROM pragma_table_info($table) ORDER BY cid'
    return {
        table: [
            Column(name=name, type=type_, nullable=nullable)
            for name, type_, nullable in database.execute(columns, {"table": table}).fetchall()
        ]
        for (table,) in names
    }


def _check_types(data: Path, tables: dict[str, list[Column]]) -> None:
    """Refuse a schema with a type for which no strict reading is defined."""
    known = ", ".join(CELL_RULES)
    problems = [
        Problem(
            file=f"{data.name}/schema.sql",
            column=f"{table}.{column.name}",
            what=f"{column.type} is not one of {known}",
        )
        for table, columns in tables.items()
        for column in columns
        if column.type not in CELL_RULES
    ]
    if problems:
        raise DataError(problems)


def _read(data: Path, tables: dict[str, list[Column]]) -> dict[str, CsvFile]:
    """Read the file of every table, and collect the problems of all before giving up."""
    strangers = sorted({path.stem for path in data.glob("*.csv")} - set(tables))
    problems = [
        Problem(file=f"{data.name}/{name}.csv", what="no table of this name is in schema.sql")
        for name in strangers
    ]
    files = {}
    for table, columns in tables.items():
        try:
            files[table] = read_csv_file(data / f"{table}.csv", columns)
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return files


def _insert(
    database: duckdb.DuckDBPyConnection, table: str, columns: list[Column], file: CsvFile
) -> list[Problem]:
    """Put the cells of a file in its table, or say which rows break which constraint."""
    # The cells that were checked are the ones inserted: DuckDB does not read the file again.
    names = ", ".join(f'"{column.name}"' for column in columns)
    values = ", ".join(f'unnest(${c.name}::VARCHAR[])::{c.type} AS "{c.name}"' for c in columns)
    try:
        database.execute(f"INSERT INTO {table} ({names}) SELECT {values}", file.cells)
    except duckdb.ConstraintException as error:
        found = broken_constraints(database, table, values, file)
        return found or [Problem(file=file.label, what=str(error))]
    return []
