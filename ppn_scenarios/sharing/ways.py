"""The kinds of file that a chart or a table is taken away as, each made when it is asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

from .about import file_name, in_a_picture
from .picture import png, svg, whole
from .spreadsheet import csv_text, of_cells, parquet_bytes

PARQUET: Final = "application/vnd.apache.parquet"


@dataclass(frozen=True)
class Way:
    """One kind of file: what its button says, its name and type, and what makes it."""

    label: str
    file_name: str
    mime: str
    make: Callable[[], str | bytes]

    @property
    def ending(self) -> str:
        """The end of the file's name."""
        return self.file_name.rsplit(".", 1)[1]


def of_chart(
    table: pa.Table,
    spec: Mapping[str, Any],
    lines: Mapping[str, str],
    brief: Mapping[str, str],
    layout: Collection[str] = (),
) -> tuple[Way, ...]:
    """Return a chart as picture, drawing and numbers.

    `lines` say what it is, `brief` the same in fewer words for a picture; `layout` are columns that
    hold no result.
    """
    title = lines["Title"]

    def picture() -> dict[str, Any]:
        return whole(spec, table.to_pylist(), title, in_a_picture(brief))

    def numbers() -> str:
        kept = [name for name in table.column_names if name not in layout]
        return csv_text(table.select(kept).to_pandas().drop_duplicates(), lines)

    return (
        Way("Picture (PNG)", file_name(title, "png"), "image/png", lambda: png(picture())),
        Way("Drawing (SVG)", file_name(title, "svg"), "image/svg+xml", lambda: svg(picture())),
        Way("Its numbers (CSV)", file_name(title, "csv"), "text/csv", numbers),
    )


def of_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], lines: Mapping[str, str]
) -> tuple[Way, ...]:
    """Return a table of shown text for spreadsheets and for programs; `lines` say what it is."""
    title = lines["Title"]

    def for_spreadsheets() -> str:
        return csv_text(of_cells(head, rows), lines)

    def for_programs() -> bytes:
        return parquet_bytes(of_cells(head, rows), lines)

    return (
        Way("Spreadsheet (CSV)", file_name(title, "csv"), "text/csv", for_spreadsheets),
        Way("Data (Parquet)", file_name(title, "parquet"), PARQUET, for_programs),
    )


def unit_of(spec: Mapping[str, Any]) -> str:
    """Return what the axes of a chart say that it measures."""
    return "; ".join(dict.fromkeys(titles_in(spec)))


def titles_in(spec: Any) -> Iterator[str]:
    """Yield the titles of a chart's axes."""
    if isinstance(spec, Mapping):
        for name, value in spec.items():
            if name in ("x", "y") and isinstance(value, Mapping) and value.get("title"):
                yield str(value["title"])
            else:
                yield from titles_in(value)
    elif isinstance(spec, list):
        for one in spec:
            yield from titles_in(one)
