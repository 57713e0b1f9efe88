"""The rules about whole tables, kept with the data in `checks.sql`."""

import re
from pathlib import Path

import duckdb

from .errors import Problem

_RULE = re.compile(r"^-- rule: (.+)\n", re.MULTILINE)


def read_rules(text: str) -> dict[str, str]:
    """Return the query under each `-- rule:` line, by the sentence of that line."""
    _, *parts = _RULE.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def broken_rules(database: duckdb.DuckDBPyConnection, data: Path, text: str) -> list[Problem]:
    """Run every rule and describe those that return rows, by the first row of each."""
    label = f"{data.name}/checks.sql"
    problems = []
    rules = read_rules(text)
    if not rules:
        problems.append(Problem(file=label, what="has no rules"))
    for rule, query in rules.items():
        try:
            result = database.execute(query)
        except duckdb.Error as error:
            what = f"{rule}; it cannot be asked: {str(error).splitlines()[0]}"
            problems.append(Problem(file=label, what=what))
            continue
        names = [column[0] for column in result.description or []]
        if rows := result.fetchall():
            first = ", ".join(f"{n} {v}" for n, v in zip(names, rows[0], strict=True))
            more = f" (and {len(rows) - 1} more)" if len(rows) > 1 else ""
            problems.append(Problem(file=label, what=f"{rule}; found {first}{more}"))
    return problems
