"""What is known and what a room expects of 2037 and, once it is revealed, what the model says."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.sharing.labels import LEAST_GAP, kept_apart

from .theme import BAND, BELIEVED, EDGE, INK, MINE, QUIET, TEXT, data, draw, specification

ALT: Final = (
    "What is known by year, with the room's range for March 2037 as a box with dashed edges and, "
    "once it is revealed, what the model says as a line. The same numbers are under Table."
)
KNOWN, MODEL, NOW = "known", "model", "now"  # kinds of lines; what the room said is of kind ROOM
ROOM: Final = "room"
COLOURS: Final = {KNOWN: INK, MODEL: MINE, NOW: QUIET, ROOM: BELIEVED}
YEARS: Final = {
    "fte": [2019, 2023, 2030, 2037],
    "share": [2026, 2029, 2032, 2037],
}
BOX: Final = 0.4  # of the width is the room's box
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("line", "kind", "colour", "label", "label_below")]
    + [(name, pa.float64()) for name in ("year", "until", "low", "value", "high", "label_at")]
)


@dataclass(frozen=True)
class Expected:
    """What a room said, with its label."""

    low: float
    high: float
    label: str
    below: bool = False  # whether its label stands below it, clear of an answer above


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return both charts' specifications, built once for the life of the server."""
    return MappingProxyType(
        {
            "fte": drawn("Full-time equivalent staff", ",.0f", YEARS["fte"], None),
            "share": drawn("Share of organisations", ".0%", YEARS["share"], 1.0),
        }
    )


def drawn(y_title: str, y_format: str, years: list[int], top: float | None) -> dict[str, Any]:
    """Build the chart: lines labelled at their end, over the box of what the room said."""
    rows = data()
    year = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", values=years),
        scale=alt.Scale(domain=[years[0], years[-1]], nice=False),
    )
    scale = alt.Scale(domain=[0, top], nice=False) if top else alt.Scale(zero=True)
    axis = alt.Axis(format=y_format)
    y = alt.Y("value:Q", title=y_title, axis=axis, scale=scale)
    colour = alt.Color("colour:N", scale=None)
    told = [
        alt.Tooltip("line:N", title="Line"),
        alt.Tooltip("year:Q", title="Year to 31 March", format="d"),
        alt.Tooltip("value:Q", title=y_title, format=y_format),
    ]
    end = alt.X("until:Q", title=None)
    said = rows.transform_filter(f"datum.kind == '{ROOM}'")
    low, high = (
        alt.Y(f"{side}:Q", title=y_title, axis=axis, scale=scale) for side in ("low", "high")
    )
    box = said.mark_rect(opacity=0.16).encode(
        x=year, x2="until:Q", y=low, y2="high:Q", color=colour
    )
    dashes: dict[str, Any] = {"strokeDash": [6, 4], "strokeWidth": 2}
    edges = [
        said.mark_rule(**dashes).encode(x=year, x2="until:Q", y=e, color=colour)
        for e in (low, high)
    ]
    lines = rows.transform_filter(f"datum.kind != '{ROOM}'")
    band = (
        lines.transform_filter("datum.high > datum.low")
        .mark_area(**BAND)
        .encode(x=year, y=low, y2="high:Q", detail="line:N", color=colour, stroke=EDGE)
    )
    solid = (
        lines.transform_filter(f"datum.kind != '{NOW}'")
        .mark_line(strokeWidth=3, clip=True)
        .encode(x=year, y=y, color=colour, detail="line:N", tooltip=told)
    )
    dotted = (
        lines.transform_filter(f"datum.kind == '{NOW}'")
        .mark_line(strokeWidth=2.5, strokeDash=[2, 3], clip=True)
        .encode(x=year, y=y, color=colour, detail="line:N", tooltip=told)
    )
    dots = (
        lines.transform_filter(f"datum.kind == '{KNOWN}'")
        .mark_point(filled=True, size=60, opacity=1)
        .encode(x=year, y=y, color=colour, tooltip=told)
    )
    names = []
    for beside, edge, where in (
        ("label", high, {"baseline": "bottom", "dy": -5}),
        ("label_below", low, {"baseline": "top", "dy": 6}),
    ):
        text = said.transform_filter(f"isValid(datum.{beside})")
        at: dict[str, Any] = {"align": "right", "fontSize": TEXT, **where}
        names.append(
            text.mark_text(**at, stroke="white", strokeWidth=4, strokeJoin="round").encode(
                x=end, y=edge, text=f"{beside}:N"
            )
        )
        names.append(text.mark_text(**at).encode(x=end, y=edge, text=f"{beside}:N", color=colour))
    text = (
        lines.transform_filter("isValid(datum.label)")
        .mark_text(align="left", dx=6, fontSize=TEXT, lineBreak="\n", baseline="middle")
        .encode(x=year, y=alt.Y("label_at:Q"), text="label:N", color=colour)
    )
    chart = alt.layer(box, *edges, band, dotted, solid, dots, *names, text)
    return specification(chart.properties(padding={"right": 14}))


def show_expected(
    chart: str,
    lines: Sequence[tuple[Line, str]],
    room: Expected | None,
    key: str,
    *,
    passport: str = "",
) -> None:
    """Draw lines, each with its label, over what the room said; `chart` is fte or share."""
    table = table_of(lines, room, YEARS[chart], top=1.0 if chart == "share" else None)
    draw(table, specifications()[chart], key, ALT, passport=passport, layout=("until",))


def table_of(
    lines: Sequence[tuple[Line, str]],
    room: Expected | None,
    years: Sequence[int],
    top: float | None,
) -> pa.Table:
    """Return the rows of the chart: the lines' points, then the room's box."""
    highest = [max(line.high) for line, _ in lines] + ([room.high] if room else [])
    height = top or max(highest, default=1.0)
    ends = {line.name: line.value[-1] for line, _ in lines if line.kind != KNOWN}
    apart = kept_apart(ends, height)
    rows = []
    for line, label in lines:
        at = apart.get(line.name, line.value[-1] - LEAST_GAP / 1.5 * height)
        for i, year in enumerate(line.years):
            last = i == len(line.years) - 1
            rows.append(
                {
                    "line": line.name,
                    "kind": line.kind,
                    "colour": COLOURS[line.kind],
                    "label": label if last else None,
                    "year": year,
                    "low": line.low[i],
                    "value": line.value[i],
                    "high": line.high[i],
                    "label_at": at if last else None,
                }
            )
    if room:
        rows.append(
            {
                "line": "The room",
                "kind": ROOM,
                "colour": COLOURS[ROOM],
                "label": None if room.below else room.label,
                "label_below": room.label if room.below else None,
                "year": years[-1] - BOX * (years[-1] - years[0]),
                "until": years[-1],
                "low": room.low,
                "high": room.high,
            }
        )
    return pa.Table.from_pylist(rows, schema=COLUMNS)
