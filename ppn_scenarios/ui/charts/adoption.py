"""How far roles have spread, by years since each began: counted, and at the paces set here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.sharing.labels import kept_apart

from .theme import INK, NAMED, TEXT, data, draw, specification

LAST: Final = 10.0  # years that the chart shows
# Where a name stands: over its point, after it, or over or under the end of its bar, to the left.
SIDES: Final[dict[str, dict[str, Any]]] = {
    "above": {"align": "left", "baseline": "bottom", "dy": -7},
    "after": {"align": "left", "baseline": "middle", "dx": 7, "dy": 6},
    "above end": {"align": "right", "baseline": "bottom", "dy": -7},
    "below end": {"align": "right", "baseline": "top", "dy": 8},
}
ALT: Final = (
    "Share of organisations that had a role, by years since it began: points for other roles when "
    "somebody counted them, as bars where the start is uncertain, and curves for this post at the "
    "paces set here. The same numbers stand in the table below the chart."
)
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("name", "kind", "colour", "label", "side")]
    + [(name, pa.float64()) for name in ("years", "until", "share", "label_x", "label_at")]
)


@dataclass(frozen=True, kw_only=True)
class Point:
    """A share of organisations; where the start is uncertain, `until` is after `years`.

    Points of one name are joined in the order in which they are given; `curve` are not counted.
    `label` stands beside it on one of SIDES, if it has one.
    """

    name: str
    years: float
    until: float
    share: float
    label: str = ""
    side: str = "above"
    curve: bool = False


@cache
def specification_of() -> dict[str, Any]:
    """Return the chart's specification, built once for the life of the server."""
    rows = data()
    x = alt.X(
        "years:Q",
        title="Years since it began",
        axis=alt.Axis(values=[0, 2, 4, 6, 8, 10], titleAnchor="start"),
        scale=alt.Scale(domain=[0, LAST], nice=False),
    )
    y = alt.Y(
        "share:Q",
        title="Share of organisations",
        axis=alt.Axis(format=".0%", values=[0, 0.2, 0.4, 0.6, 0.8, 1]),
        scale=alt.Scale(domain=[0, 1.1], nice=False),
    )
    colour = alt.Color("colour:N", scale=None)
    told = [
        alt.Tooltip("name:N", title="Role"),
        alt.Tooltip("years:Q", title="Years since it began, at least", format=".1f"),
        alt.Tooltip("until:Q", title="At most", format=".1f"),
        alt.Tooltip("share:Q", title="Share", format=".0%"),
    ]
    counted = rows.transform_filter("datum.kind == 'counted'")
    joined = counted.mark_line(strokeWidth=1, strokeDash=[2, 3]).encode(
        x=x, y=y, detail="name:N", color=colour
    )
    bars = counted.mark_rule(strokeWidth=5, opacity=0.5).encode(
        x=x, x2="until:Q", y=y, color=colour, tooltip=told
    )
    points = counted.mark_point(filled=True, size=70, opacity=1).encode(
        x=x, y=y, color=colour, tooltip=told
    )
    curves = (
        rows.transform_filter("datum.kind == 'curve'")
        .mark_line(strokeWidth=2.5)
        .encode(x=x, y=y, detail="name:N", color=colour, tooltip=told)
    )
    names = [layer for side in SIDES for layer in written(rows, side, x, y, colour)]
    end = (
        rows.transform_filter("datum.label != '' && datum.kind == 'curve'")
        .mark_text(align="left", dx=6, fontSize=TEXT, lineBreak="\n", baseline="middle")
        .encode(x=x, y="label_at:Q", text="label:N", color=colour)
    )
    chart = alt.layer(curves, joined, bars, points, *names, end)
    return specification(chart.properties(padding={"right": 14}), height=380)


def written(
    rows: alt.Chart, side: str, x: alt.X, y: alt.Y, colour: alt.Color
) -> tuple[alt.Chart, alt.Chart]:
    """Return the names on one side of their points, over a white edge that lines do not cross."""
    where = f"datum.label != '' && datum.kind == 'counted' && datum.side == '{side}'"
    named = rows.transform_filter(where)
    at = x.copy()
    at.shorthand = "label_x:Q"
    style: dict[str, Any] = {"fontSize": TEXT, **SIDES[side]}
    edge = named.mark_text(**style, stroke="white", strokeWidth=4, strokeJoin="round")
    return (
        edge.encode(x=at, y=y, text="label:N"),
        named.mark_text(**style).encode(x=at, y=y, text="label:N", color=colour),
    )


def show_adoption(points: Sequence[Point], key: str, *, passport: str = "") -> None:
    """Draw roles that were counted, in ink, and curves of this post, each in a colour."""
    names = list(dict.fromkeys(point.name for point in points if point.curve))
    colours = dict(zip(names, NAMED, strict=False))
    ends = {p.name: p.share for p in points if p.curve and p.label}
    apart = kept_apart(ends, 1.0)
    rows = [
        {
            "name": point.name,
            "kind": "curve" if point.curve else "counted",
            "colour": colours.get(point.name, INK),
            "label": point.label,
            "side": point.side,
            "label_x": point.until if "end" in point.side else point.years,
            "years": point.years,
            "until": point.until,
            "share": point.share,
            "label_at": apart.get(point.name) if point.curve and point.label else None,
        }
        for point in points
    ]
    table = pa.Table.from_pylist(rows, schema=COLUMNS)
    draw(table, specification_of(), key, ALT, passport=passport)
