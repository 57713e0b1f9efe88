"""A strip for each group: in which years posts are short, and in which people are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import ASKED, INK, QUIET, SHADES, data, draw, specification

ROW: Final = 34  # pixels
ALT: Final = (
    "A strip for each group and year: filled with a cross where posts are short, pale where people "
    "are short. The same is under Table."
)
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("group", "what", "told", "sign", "colour", "ink")]
    + [("year", pa.int16())]
)
LOOK: Final = ("colour", "sign", "ink")
LOOKS: Final = {"posts": (ASKED, "×", "#FFFFFF"), "people": (SHADES[1], "", INK)}
PLAIN: Final = (SHADES[0], "", INK)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One group in one year: what is short, and how that is told."""

    group: str
    year: int
    what: str
    told: str


@cache
def strips() -> dict[str, Any]:
    """Return the chart's specification, built once."""
    rows = data()
    axis = alt.Axis(
        labelExpr="datum.value % 3 == 1 ? datum.label : ''", labelAngle=0, ticks=False, domain=False
    )
    year = alt.X("year:O", title=None, axis=axis, scale=alt.Scale(paddingInner=0.08))
    group = alt.Y(
        "group:N",
        sort=None,
        title=None,
        axis=alt.Axis(labelLimit=190, labelOverlap=False, domain=False, ticks=False),
        scale=alt.Scale(paddingInner=0.15),
    )
    told = [
        alt.Tooltip("group:N", title="Who"),
        alt.Tooltip("year:O", title="Year to March"),
        alt.Tooltip("told:N", title="Short"),
    ]
    cells = rows.mark_rect(stroke=QUIET, strokeWidth=0.8).encode(
        x=year, y=group, fill=alt.Fill("colour:N", scale=None), tooltip=told
    )
    signs = rows.mark_text(fontSize=14, fontWeight="bold").encode(
        x=year, y=group, text="sign:N", color=alt.Color("ink:N", scale=None)
    )
    return specification(alt.layer(cells, signs), alt.Step(ROW))


def show_short(cells: Sequence[Cell], key: str, *, passport: str = "") -> None:
    """Draw the strips."""
    rows = [
        vars(cell) | dict(zip(("colour", "sign", "ink"), LOOKS.get(cell.what, PLAIN), strict=True))
        for cell in cells
    ]
    draw(pa.Table.from_pylist(rows, schema=COLUMNS), strips(), key, ALT, passport=passport)
