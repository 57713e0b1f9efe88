"""Plans against futures as cells: what each gives, whether that is enough, how far from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import INK, TEXT, data, draw, specification

STEP: Final = 47  # pixels of a row: a line that names the future, and the cells
MET, MISSED, FAR = "#BFE3DD", "#FBE0CF", "#F4B48C"  # each far from the ink of the text
LONG_WAY: Final = 0.1  # short of the goal by more than this share: the darker colour
SCHEMA: Final = pa.schema(
    {"row": pa.int16(), "column": pa.int16()}
    | {name: pa.string() for name in ("future", "plan", "said", "head", "verdict", "colour")}
)
ALT: Final = (
    "A row for each future and a cell for each plan: the number that the plan gives, with a tick "
    "where that reaches the goal and a cross where it does not. The same numbers are in a table."
)


@dataclass(frozen=True)
class Cell:
    """One plan in one future."""

    row: int
    column: int
    future: str
    plan: str  # briefly
    said: str
    met: bool
    short: float  # of the goal, as a share of it; negative where there is more


def colour_of(cell: Cell) -> str:
    """Return a cell's colour: enough, short, or far short."""
    if cell.met:
        return MET
    return FAR if cell.short > LONG_WAY else MISSED


@cache
def cells() -> dict[str, Any]:
    """Build the chart of cells, once."""
    rows = data()
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.08, paddingOuter=0.05))
    x = alt.X(
        "plan:N",
        title=None,
        sort=alt.EncodingSortField("column", op="min"),
        axis=alt.Axis(
            orient="top",
            domain=False,
            ticks=False,
            labelFontSize=13,
            labelPadding=19,  # a name may have two rows, which go on downwards
            labelExpr="split(datum.label, ' ')",
        ),
        scale=alt.Scale(paddingInner=0.06, paddingOuter=0.0),
    )
    told = [
        alt.Tooltip("future:N", title="Future"),
        alt.Tooltip("plan:N", title="Plan"),
        alt.Tooltip("verdict:N", title="Gives"),
    ]
    box = rows.mark_bar(
        height=22, width=alt.RelativeBandSize(band=1), yOffset=9, cornerRadius=2
    ).encode(x=x, y=y, color=alt.Color("colour:N", scale=None), tooltip=told)
    number = rows.mark_text(fontSize=TEXT, color=INK, dy=9).encode(x=x, y=y, text="said:N")
    head = (
        rows.transform_filter("datum.column == 0")
        .mark_text(align="left", baseline="bottom", fontSize=TEXT, color=INK, dy=-4)
        .encode(x=alt.value(0), y=y, text="head:N")
    )
    return specification(alt.layer(box, number, head), height=alt.Step(STEP))


def show_futures(found: Sequence[Cell], key: str, *, passport: str) -> None:
    """Draw the cells, row by row."""
    table = pa.Table.from_pylist(
        [
            vars(cell)
            | {
                "said": f"{cell.said} {'✓' if cell.met else '✗'}",
                "head": cell.future,
                "verdict": f"{cell.said}, {'met' if cell.met else 'missed'}",
                "colour": colour_of(cell),
            }
            for cell in found
        ],
        schema=SCHEMA,
    )
    draw(table, cells(), key, ALT, passport=passport)
