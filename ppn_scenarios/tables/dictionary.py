"""The data dictionary, from the comments in `data/schema.sql`."""

from typing import TYPE_CHECKING

from .database import ask

if TYPE_CHECKING:
    import pandas as pd


def data_dictionary() -> "pd.DataFrame":
    """Return every column of every table, in the order of the schema.

    Columns table, table_comment, column, type, unit (missing when there is none), comment
    (without the unit), required (whether a value must be given).
    """
    return ask(
        r"""
        SELECT t.table_name AS "table", t.comment AS table_comment,
            c.column_name AS "column", c.data_type AS type,
            nullif(regexp_extract(c.comment, ' \[([^\]]+)\]$', 1), '') AS unit,
            regexp_replace(c.comment, ' \[[^\]]+\]$', '') AS comment,
            NOT c.is_nullable AS required
        FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_oid)
        WHERE NOT c.internal
        ORDER BY t.table_oid, c.column_index
        """
    )
