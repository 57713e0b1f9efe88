"""Ranges of places, one under the other in the order given, beside England's value."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, cast

import altair as alt
import pyarrow as pa

from ppn_scenarios.tables import queries

from .theme import ASKED, INK, MINE, QUIET, data, draw, specification

ROW: Final = 18  # pixels
ALT: Final = (
    "One bar for each place, by region and name and never by value: from the low to the high end "
    "of its range, with the middle estimate as a dot and England's value as a line. The same "
    "numbers are under Table."
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One place: `heading` for England and regions, whose names stand out."""

    name: str
    heading: bool
    chosen: bool
    low: float
    mid: float
    high: float
    told: str  # the range, in words
    england: float


COLUMNS: Final = pa.schema(
    [("name", pa.string()), ("told", pa.string())]
    + [("heading", pa.bool_()), ("chosen", pa.bool_())]
    + [(name, pa.float64()) for name in ("low", "mid", "high", "england")]
)


def drawn(title: str, written: str) -> dict[str, Any]:
    """Build a chart of ranges whose axis is written in one way."""
    rows = data()
    wide = ["England", *map(str, queries.regions()["name"])]
    bold = {"test": f"indexof({wide}, datum.value) >= 0", "value": "bold"}
    heading = {"condition": bold, "value": "normal"}
    place = alt.Y(
        "name:N",
        sort=None,
        title=None,
        axis=alt.Axis(
            labelLimit=190,
            labelFontSize=12,
            labelFontWeight=cast(Any, heading),
            labelOverlap=False,
            labelFlush=False,
            domain=False,
            ticks=False,
            grid=False,
        ),
    )
    axis = alt.Axis(format=written, orient="top", tickCount=5, grid=True)
    x = alt.X("low:Q", title=title, axis=axis, scale=alt.Scale(zero=False, nice=True))
    mine = alt.when("datum.chosen").then(alt.value(ASKED))
    colour = mine.when("datum.heading").then(alt.value(INK)).otherwise(alt.value(MINE))
    told = [alt.Tooltip("name:N", title="Place"), alt.Tooltip("told:N", title="Range")]
    england = (
        rows.transform_window(row="row_number()")
        .transform_filter("datum.row == 1")
        .mark_rule(stroke=QUIET, strokeDash=[4, 3])
        .encode(x=alt.X("england:Q", title=title))
    )
    bars = rows.mark_rule(strokeWidth=4, opacity=0.75).encode(
        y=place, x=x, x2="high:Q", color=colour, tooltip=told
    )
    dots = rows.mark_point(filled=True, size=42, opacity=1).encode(
        y=place, x=alt.X("mid:Q", title=title), color=colour, tooltip=told
    )
    text = rows.mark_text(align="left", dx=7, fontSize=11).encode(
        y=place, x=alt.X("high:Q", title=title), text="told:N"
    )
    chart = alt.layer(england, bars, dots, text).properties(padding={"right": 60})
    return specification(chart, alt.Step(ROW))


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return the charts by how their axis is written, built once."""
    return MappingProxyType(
        {"number": drawn("For every 100,000 people", ",.0f"), "share": drawn("Share", ".0%")}
    )


def show_ranges(written: str, rows: Sequence[Row], key: str, *, passport: str = "") -> None:
    """Draw ranges; `written` is "number" or "share"."""
    table = pa.Table.from_pylist([vars(row) for row in rows], schema=COLUMNS)
    draw(table, specifications()[written], f"{key}_{written}", ALT, passport=passport)
