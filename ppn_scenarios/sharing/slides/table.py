"""A table on a slide, in as many pieces as there is room for."""

import math
from collections.abc import Iterator
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from ppn_scenarios.briefing import Table

from .look import BAND, CELLS, DEEP, INK, LEADING, LETTER, WHITE, described, lines_of, put

SMALLER: Final = 11  # points of cells, where a table fits under its words only so
PAD: Final = Pt(4)
NOTHING: Final = "\N{NO-BREAK SPACE}"
SIDE: Final = Pt(6)
BOLDER: Final = 1.2  # letters of a heading are wider by so much
LONGEST: Final = 16  # letters of a word that is never broken
SHORT, MOST = 14, 60  # letters: a column of fewer is never broken; of more, counts as so many


def widths_of(table: Table, width: int, points: int) -> list[int]:
    """Return the width of each column (EMU): short ones as they need, the others share the rest.

    None is narrower than its longest word, as long as there is room for that.
    """
    columns = [(bolder(head), *cells) for head, *cells in zip(table.head, *table.rows, strict=True)]
    longest = [max(map(len, cells)) for cells in columns]
    least = [wide(longest_word(cells), points) for cells in columns]
    fixed = [
        wide(n, points) if n <= SHORT else word for n, word in zip(longest, least, strict=True)
    ]
    rest = width - sum(fixed)
    weights = [0 if n <= SHORT else min(n, MOST) for n in longest]
    if rest < 0 or not any(weights):
        return [int(width * need / sum(fixed)) for need in fixed]
    return [
        need + int(rest * weight / sum(weights))
        for need, weight in zip(fixed, weights, strict=True)
    ]


def bolder(head: str) -> str:
    """Return a heading, longer by as much as its letters are wider."""
    return " ".join(word + "m" * math.ceil((BOLDER - 1) * len(word)) for word in head.split(" "))


def longest_word(cells: tuple[str, ...]) -> int:
    """Return the letters of the longest word of a column; what is very long may be broken."""
    return min(max(len(word) for cell in cells for word in cell.split(" ")), LONGEST)


def wide(letters: int, points: int) -> int:
    """Return the width of so many letters in a cell (EMU)."""
    return int((letters + 1) * points * LETTER * Pt(1)) + 2 * SIDE


def row_height(cells: tuple[str, ...], widths: list[int], points: int) -> int:
    """Return the height of a row (EMU)."""
    inner = (w - 2 * SIDE for w in widths)
    lines = max(lines_of(c, points, w) for c, w in zip(cells, inner, strict=True))
    return int(lines * points * LEADING * Pt(1) + 2 * PAD)


def heights_of(table: Table, width: int, points: int) -> list[int]:
    """Return the heights of the heading and of each row (EMU)."""
    widths = widths_of(table, width, points)
    return [row_height(row, widths, points) for row in (table.head, *table.rows)]


def size_that_fits(table: Table, width: int, high: int) -> int | None:
    """Return the points of cells with which a whole table fits, or None where it does not."""
    for points in (CELLS, SMALLER):
        columns = zip(map(bolder, table.head), *table.rows, strict=True)
        words = sum(wide(longest_word(cells), points) for cells in columns)
        if words <= width and sum(heights_of(table, width, points)) <= high:
            return points
    return None


def pieces(table: Table, width: int, high: int) -> Iterator[Table]:
    """Yield a table in pieces that fit into a height (EMU) each."""
    head, *heights = heights_of(table, width, CELLS)
    room, rows = high - head, list[tuple[str, ...]]()
    for row, tall in zip(table.rows, heights, strict=True):
        if rows and tall > room:
            yield part_of(table, rows)
            room, rows = high - head, []
        rows.append(row)
        room -= tall
    yield part_of(table, rows)


def part_of(table: Table, rows: list[tuple[str, ...]]) -> Table:
    """Return a table with some of its rows."""
    return Table(title=table.title, head=table.head, rows=tuple(rows), numbers=table.numbers)


def add_table(
    slide: Any, table: Table, left: int, top: int, width: int, whole: Table, points: int = CELLS
) -> None:
    """Add a table; columns are as wide as in the `whole` of which it is a piece."""
    widths = widths_of(whole, width, points)
    rows = (table.head, *table.rows)
    heights = [row_height(row, widths, points) for row in rows]
    shape = slide.shapes.add_table(
        len(rows), len(table.head), Emu(left), Emu(top), Emu(width), Emu(sum(heights))
    )
    described(shape, f"Table. {table.title}. Columns: {', '.join(table.head)}.")
    drawn = shape.table
    drawn.first_row = True
    for column, wide in zip(drawn.columns, widths, strict=True):
        column.width = Emu(wide)
    for i, (row, cells, high) in enumerate(zip(drawn.rows, rows, heights, strict=True)):
        row.height = Emu(high)
        for j, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            fill(cell, text, points, head=i == 0, number=j in table.numbers, band=i % 2 == 0)


def fill(cell: Any, text: str, points: int, *, head: bool, number: bool, band: bool) -> None:
    """Write one cell."""
    cell.margin_left = cell.margin_right = SIDE
    cell.margin_top = cell.margin_bottom = PAD
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE if head else MSO_ANCHOR.TOP
    put(cell.text_frame, (escaped(text),), points, WHITE if head else INK, strong=head)
    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT
    cell.fill.solid()
    cell.fill.fore_color.rgb = DEEP if head else BAND if band else WHITE


def escaped(text: str) -> str:
    """Return a cell's text so that nothing in it stands out: cells have no markup.

    An empty cell has a space, for without any letter it would be as high as the largest.
    """
    return (text or NOTHING).replace("\\", "\\\\").replace("*", "\\*")
