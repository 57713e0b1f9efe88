"""A table on a slide, in as many pieces as there is room for."""

from collections.abc import Iterator
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from ppn_scenarios.briefing import Table

from .look import BAND, CELLS, DEEP, INK, LEADING, LETTER, WHITE, described, lines_of, put

PAD: Final = Pt(4)
SIDE: Final = Pt(6)
SHORT, MOST = 14, 60  # letters: a column of fewer is never broken; of more, counts as so many


def widths_of(table: Table, width: int) -> list[int]:
    """Return the width of each column (EMU): short ones as they need, the others share the rest."""
    longest = [max(map(len, cells)) for cells in zip(table.head, *table.rows, strict=True)]
    needs = [int((n + 1) * CELLS * LETTER * Pt(1)) + 2 * SIDE for n in longest]
    short = [n <= SHORT for n in longest]
    rest = width - sum(need for need, fixed in zip(needs, short, strict=True) if fixed)
    weights = [min(n, MOST) for n in longest]
    whole = sum(w for w, fixed in zip(weights, short, strict=True) if not fixed)
    if not whole or rest < width / 3:
        return [int(width * w / sum(weights)) for w in weights]
    return [
        need if fixed else int(rest * weight / whole)
        for need, weight, fixed in zip(needs, weights, short, strict=True)
    ]


def row_height(cells: tuple[str, ...], widths: list[int]) -> int:
    """Return the height of a row (EMU)."""
    inner = (w - 2 * SIDE for w in widths)
    lines = max(lines_of(c, CELLS, w) for c, w in zip(cells, inner, strict=True))
    return int(lines * CELLS * LEADING * Pt(1) + 2 * PAD)


def pieces(table: Table, width: int, first: int, others: int) -> Iterator[Table | None]:
    """Yield a table whole in the first height (EMU), or None and then what fits in each other."""
    widths = widths_of(table, width)
    heights = [row_height(row, widths) for row in table.rows]
    head = row_height(table.head, widths)
    if head + sum(heights) <= first:
        yield table
        return
    yield None
    room, rows = others - head, list[tuple[str, ...]]()
    for row, high in zip(table.rows, heights, strict=True):
        if rows and high > room:
            yield part_of(table, rows)
            room, rows = others - head, []
        rows.append(row)
        room -= high
    yield part_of(table, rows)


def part_of(table: Table, rows: list[tuple[str, ...]]) -> Table:
    """Return a table with some of its rows."""
    return Table(title=table.title, head=table.head, rows=tuple(rows), numbers=table.numbers)


def add_table(slide: Any, table: Table, left: int, top: int, width: int, whole: Table) -> None:
    """Add a table; columns are as wide as in the `whole` of which it is a piece."""
    widths = widths_of(whole, width)
    rows = (table.head, *table.rows)
    heights = [row_height(row, widths) for row in rows]
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
            fill(cell, text, head=i == 0, number=j in table.numbers, band=i % 2 == 0)


def fill(cell: Any, text: str, *, head: bool, number: bool, band: bool) -> None:
    """Write one cell."""
    cell.margin_left = cell.margin_right = SIDE
    cell.margin_top = cell.margin_bottom = PAD
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE if head else MSO_ANCHOR.TOP
    put(cell.text_frame, (escaped(text),), CELLS, WHITE if head else INK, strong=head)
    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT
    cell.fill.solid()
    cell.fill.fore_color.rgb = DEEP if head else BAND if band else WHITE


def escaped(text: str) -> str:
    """Return a cell's text so that nothing in it stands out: cells have no markup."""
    return text.replace("\\", "\\\\").replace("*", "\\*")
