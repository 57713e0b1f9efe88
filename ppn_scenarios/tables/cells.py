"""What the text of a cell must look like for each type in the schema.

DuckDB's own casts are generous: `nan`, `1e999`, `1_000` and `1.5` all become numbers of
some kind, the last rounded to 2 in a column of whole numbers. So text is checked first.
"""

import re
from collections.abc import Callable
from datetime import date

Cell = str | None  # cells are text until DuckDB casts them; None is an empty one

_WHOLE = re.compile(r"-?[0-9]{1,9}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _is_date(cell: str) -> bool:
    """Tell whether a cell is a day of the calendar, as year-month-day."""
    try:
        return bool(_DATE.fullmatch(cell) and date.fromisoformat(cell))
    except ValueError:
        return False


def _is_text(cell: str) -> bool:
    """Tell whether a cell is one line of text, without spaces at its ends."""
    return cell.isprintable() and cell == cell.strip()


CELL_RULES: dict[str, tuple[Callable[[str], bool], str]] = {
    "INTEGER": (lambda cell: bool(_WHOLE.fullmatch(cell)), "a whole number"),
    "DOUBLE": (lambda cell: bool(_DECIMAL.fullmatch(cell)), "a number"),
    "BOOLEAN": (lambda cell: cell in ("true", "false"), "true or false"),
    "DATE": (_is_date, "a date such as 2026-03-31"),
    "VARCHAR": (_is_text, "one line of text without spaces at its ends"),
}
