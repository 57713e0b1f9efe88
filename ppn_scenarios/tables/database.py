"""The database: built in memory from the CSV files, checked, locked and then only asked."""

import hashlib
import os
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import duckdb

from .load import load

if TYPE_CHECKING:
    import pandas as pd

# PPN_DATA points to another folder of tables with the same schema, for a trial of new data.
DATA = Path(os.environ.get("PPN_DATA") or Path(__file__).parents[2] / "data").resolve()

SAFE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "memory_limit": "512MB",
    "threads": "1",  # small tables gain nothing from more, and people ask side by side
    "max_expression_depth": "250",
}
# GLOBAL, because a plain SET of the time limit would not reach the cursors that ask.
LOCK = (
    "SET GLOBAL max_execution_time = 2000; "
    "SET enable_external_access = false; "
    "SET lock_configuration = true"
)

_building = Lock()


def connect(data: Path = DATA) -> duckdb.DuckDBPyConnection:
    """Return the locked database of a folder of tables, built on first use.

    Raises DataError when a file breaks a rule; a later call tries again.
    """
    with _building:  # else people who arrive together would each build one
        return _build(data)


@cache
def _build(data: Path) -> duckdb.DuckDBPyConnection:
    """Build, fill, check and lock a database in memory."""
    database = duckdb.connect(config=SAFE)
    try:
        load(database, data)
        database.execute(LOCK)
    except BaseException:
        database.close()
        raise
    return database


def ask(sql: str, **parameters: Any) -> "pd.DataFrame":
    """Run one query with named parameters and return a fresh frame of all its rows.

    Raises duckdb.PermissionException for anything but one SELECT; none can change a table.
    """
    # Its own cursor keeps a query apart from those of other people's sessions.
    with connect().cursor() as cursor:
        question = _question(cursor.extract_statements(sql))
        cursor.execute("BEGIN TRANSACTION READ ONLY")
        return cursor.execute(question, parameters or None).df()


def _question(statements: list[duckdb.Statement]) -> duckdb.Statement:
    """Return the one SELECT that a query is."""
    try:
        if [one.type for one in statements] == [duckdb.StatementType.SELECT]:
            return statements[0]
    except ValueError:  # a kind of statement that the library for Python does not know
        pass
    raise duckdb.PermissionException("The tables are only asked: one SELECT at a time.")


def row_counts() -> "pd.DataFrame":
    """Return how many rows each table has: columns table, rows; ordered by table."""
    names = ask("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY table_name")
    counts = [
        f'SELECT \'{name}\' AS "table", count(*) AS "rows" FROM {name}'  # noqa: S608 - our names
        for name in names["table_name"]
    ]
    return ask(" UNION ALL ".join(counts) + ' ORDER BY "table"')


@cache
def data_version(data: Path = DATA) -> str:
    """Return eight hex digits that change whenever a table, the schema or a check does."""
    digest = hashlib.sha256()
    for path in sorted([*data.glob("*.csv"), *data.glob("*.sql")]):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:8]
