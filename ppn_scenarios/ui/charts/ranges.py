"""Ranges one under another: a bar from low to high, a mark on it, and a line to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import ASKED, MINE, PALE, QUIET, TEXT, data, draw, specification
from .waterfall import HALO_AND_INK

ROW: Final = 44  # pixels: a line of text and a bar under it, so that both fit on a phone
UNDER: Final = 9  # pixels: how far below the middle of its row a bar lies
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("row", "label", "kind")]
    + [(name, pa.float64()) for name in ("low", "value", "high")]
)
ALT: Final = {
    "joiners": "Bars: full-time equivalent staff who must join a year for each reading of the "
    "2023 plan, from low to high leaving, with a mark at the leaving set here and a dashed line at "
    "the pace of 2019 to 2023. The same numbers stand in the table below the chart.",
    "effect": "Bars: the range of effects on leaving that is looked at, and the "
    "effect at which required posts would repay their time; a dashed line at no effect, which is "
    "what every result here assumes. The same numbers stand in the table below the chart.",
}
TITLES: Final = {
    "joiners": ("Full-time equivalent staff who join a year", ",.0f"),
    "effect": ("Fall in leaving, every trust led", ".0%"),
}


@dataclass(frozen=True, kw_only=True)
class Range:
    """One row: a range, a value marked on it (None: none) and what is written beside it."""

    row: str
    low: float
    high: float
    value: float | None
    label: str


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return every chart's specification, built once for the life of the server."""
    return MappingProxyType({name: drawn(*how) for name, how in TITLES.items()})


def drawn(x_title: str, x_format: str) -> dict[str, Any]:
    """Build a chart of ranges; its rows stand in the order in which they are given."""
    given = data()
    rows = given.transform_filter("datum.kind == 'row'")
    line = given.transform_filter("datum.kind == 'line'")
    y = alt.Y("row:N", sort=None, axis=None)
    axis = alt.Axis(format=x_format, tickCount=5, titleAnchor="start")
    x = alt.X("low:Q", title=x_title, axis=axis, scale=alt.Scale(zero=True))
    told = [
        alt.Tooltip("row:N", title="Of"),
        *(
            alt.Tooltip(f"{name}:Q", title=title, format=x_format)
            for name, title in (("low", "Low"), ("value", "Marked"), ("high", "High"))
        ),
    ]
    bar = rows.mark_bar(color=PALE, size=14, stroke=QUIET, strokeWidth=0.75, yOffset=UNDER).encode(
        y=y, x=x, x2="high:Q", tooltip=told
    )
    mark = rows.mark_point(filled=True, size=110, opacity=1, color=MINE, yOffset=UNDER).encode(
        y=y, x="value:Q", tooltip=told
    )
    where: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": TEXT, "dy": -9}
    halo, text = (
        rows.mark_text(**where, **look).encode(x=alt.value(0), y=y, text="label:N")
        for look in HALO_AND_INK
    )
    rule = line.mark_rule(strokeDash=[6, 4], strokeWidth=1.75, color=ASKED).encode(x="value:Q")
    name = line.mark_text(
        align="left", dx=4, y=0, dy=-9, fontSize=TEXT, color=ASKED, baseline="bottom"
    ).encode(x="value:Q", text="label:N")
    return specification(alt.layer(bar, rule, mark, halo, text, name), height=alt.Step(ROW))


def show_ranges(
    chart: str, rows: Sequence[Range], line: Range, key: str, *, passport: str = ""
) -> None:
    """Draw rows of ranges, and one line across them at the value of `line`."""
    table = pa.Table.from_pylist([of(r, "row") for r in rows] + [of(line, "line")], schema=COLUMNS)
    draw(table, specifications()[chart], key, ALT[chart], passport=passport)


def of(r: Range, kind: str) -> dict[str, object]:
    """Return the row of data of one range; what is written stands above its bar."""
    return {
        "row": r.row if kind == "row" else None,
        "label": f"{r.row}: {r.label}" if kind == "row" else r.label,
        "kind": kind,
        "low": r.low,
        "value": r.value,
        "high": r.high,
    }
