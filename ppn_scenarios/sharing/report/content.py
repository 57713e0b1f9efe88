"""What a report says, as data for its layout: no text is ever taken for layout itself."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

import segno

from ppn_scenarios.briefing import Briefing, Part, Table
from ppn_scenarios.briefing.part import LICENCE, NOT_ASSURED
from ppn_scenarios.sharing.chart_numbers import numbers
from ppn_scenarios.sharing.line_chart import WIDE, drawing
from ppn_scenarios.sharing.markup import plain, runs
from ppn_scenarios.sharing.picture import png, qr_png

SHORT: Final = 16  # letters: a column of fewer is as wide as it needs
MOST: Final = 60  # letters: a column of more counts as so many
QR: Final = "qr.png"
Fit = Callable[[str], str]  # what to write of a text, where a letter has no shape in any font


def content(b: Briefing, fit: Fit, unshown: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what the report says, and its pictures by the names of their files.

    `unshown` is what it says of letters without a shape.
    """
    files: dict[str, bytes] = {}
    parts = [part_of(part, fit, files) for part in b.parts]
    if b.link:
        with suppress(segno.DataOverflowError):  # the address itself stands in the report
            files[QR] = qr_png(b.link)
    said = {
        "title": fit(f"PPN Scenarios: {b.name}"),
        "headline": b.headline,
        "name": fit(b.name),
        "place": b.place,
        "versions": b.versions,
        "status": NOT_ASSURED,
        "unshown": unshown,
        "licence": LICENCE,
        "link": b.link,
        "qr": QR if QR in files else "",
        "date": [b.made.year, b.made.month, b.made.day],
        "parts": parts,
    }
    return said, files


def part_of(part: Part, fit: Fit, files: dict[str, bytes]) -> dict[str, Any]:
    """Return one part as data, and put its picture among the files."""
    tables = [t for t in (part.table, *part.more) if t]
    if part.chart:
        files[f"{part.id}.png"] = png(drawing(part.chart, WIDE))
        tables = [*tables, numbers(part.chart)]
    return {
        "question": part.question,
        "title": part.title,
        "bullets": len(part.words) > 4,
        "words": [[said(run, fit) for run in marked(words)] for words in part.words],
        "chart": f"{part.id}.png" if part.chart else "",
        "alt": part.chart.alt if part.chart else "",
        "tables": [table_of(table, fit) for table in tables],
        "sources": [plain(source) for source in part.sources],
    }


def marked(words: str) -> list[Any]:
    """Return the runs of a paragraph."""
    return list(runs(words))


def said(run: Any, fit: Fit) -> dict[str, Any]:
    """Return one run as data."""
    return {"text": fit(run.text), "strong": run.strong, "emphasised": run.emphasised}


def table_of(table: Table, fit: Fit) -> Mapping[str, Any]:
    """Return a table as data, each column with its share of the width: 0 is as it needs."""
    columns = list(zip(table.head, *table.rows, strict=True))
    longest = [max(map(len, cells)) for cells in columns]
    return {
        "title": table.title,
        "head": table.head,
        "rows": [[fit(cell) for cell in row] for row in table.rows],
        "numbers": table.numbers,
        "widths": [0 if n <= SHORT else min(n, MOST) for n in longest],
    }
