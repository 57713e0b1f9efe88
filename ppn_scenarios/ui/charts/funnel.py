"""Staff for each person by the size of places, in a funnel of chance, or by deprivation."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import ASKED, INK, MINE, QUIET, TEXT, data, draw, specification

FUNNEL_HEIGHT: Final = 400
ALT: Final = {
    "people": "Bars for 42 ICSs: the range of staff for every 100,000 people, by how many people "
    "each has, with England's value and the funnel within which chance alone would leave 95% and "
    "99.8% of places. The same numbers are under Table.",
    "deprivation": "Bars for 42 ICSs: the range of staff for every 100,000 people, from the least "
    "to the most deprived, with England's value and a line fitted by each of two proxies. The same "
    "numbers are under Table.",
}
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("kind", "name", "told", "label")]
    + [("chosen", pa.bool_())]
    + [(name, pa.float64()) for name in ("x", "low", "mid", "high", "label_at")]
)


@dataclass(frozen=True, kw_only=True)
class Point:
    """One place, or one point of a line: `kind` is place, england, limit or fitted."""

    kind: str
    name: str
    x: float
    low: float
    mid: float
    high: float
    told: str = ""
    label: str = ""
    label_at: float = 0.0
    chosen: bool = False


def drawn(title: str, axis: alt.Axis, scale: alt.Scale) -> dict[str, Any]:
    """Build a picture of ranges over `x`, with lines behind them."""
    rows = data()
    x = alt.X("x:Q", title=title, axis=axis, scale=scale)
    y_title = "Staff for every 100,000 people"
    y = alt.Y("mid:Q", title=y_title, scale=alt.Scale(zero=True), axis=alt.Axis(format=",.0f"))
    told = [alt.Tooltip("name:N", title="Place"), alt.Tooltip("told:N", title="Range")]
    colour = alt.when("datum.chosen").then(alt.value(ASKED)).otherwise(alt.value(MINE))
    limits = (
        rows.transform_filter("datum.kind == 'limit'")
        .mark_line(strokeDash=[5, 4], strokeWidth=1.5, color=QUIET)
        .encode(x=x, y=y, detail="name:N")
    )
    lines = (
        rows.transform_filter("datum.kind == 'england' || datum.kind == 'fitted'")
        .mark_line(strokeWidth=2, color=INK)
        .encode(
            x=x,
            y=y,
            detail="name:N",
            strokeDash=alt.when("datum.kind == 'fitted'")
            .then(alt.value([2, 3]))
            .otherwise(alt.value([1, 0])),
        )
    )
    places = rows.transform_filter("datum.kind == 'place'")
    bars = places.mark_rule(strokeWidth=3, opacity=0.55).encode(
        x=x, y=alt.Y("low:Q", title=y_title), y2="high:Q", color=colour, tooltip=told
    )
    dots = places.mark_point(filled=True, size=38, opacity=1).encode(
        x=x, y=y, color=colour, tooltip=told
    )
    at = alt.Y("label_at:Q", title=y_title)
    labels = (
        rows.transform_filter("datum.label != '' && datum.kind != 'place'")
        .mark_text(align="left", dx=5, fontSize=TEXT, color=INK, baseline="middle", lineBreak="\n")
        .encode(x=x, y=at, text="label:N")
    )
    mine = (
        rows.transform_filter("datum.label != '' && datum.kind == 'place'")
        .mark_text(align="center", dy=-4, fontSize=TEXT, color=ASKED, baseline="bottom")
        .encode(x=x, y=at, text="label:N")
    )
    chart = alt.layer(limits, lines, bars, dots, labels, mine).properties(padding={"right": 12})
    return specification(chart, FUNNEL_HEIGHT)


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return both pictures, built once."""
    millions = alt.Axis(format=",.1f", tickCount=6, grid=False)
    shares = alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1], grid=False)
    return MappingProxyType(
        {
            "people": drawn("People, millions", millions, alt.Scale(domainMin=0, nice=True)),
            "deprivation": drawn(
                "From least to most deprived, by people",
                shares,
                alt.Scale(domain=[0, 1]),
            ),
        }
    )


def show_funnel(kind: str, points: Sequence[Point], key: str, *, passport: str = "") -> None:
    """Draw places against their size or their deprivation."""
    table = pa.Table.from_pylist([vars(point) for point in points], schema=COLUMNS)
    draw(table, specifications()[kind], f"{key}_{kind}", ALT[kind], passport=passport)
