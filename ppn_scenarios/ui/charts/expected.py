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

from .by_year import COLOUR, Axes, axes, points, up, with_halo
from .theme import BELIEVED, INK, MINE, QUIET, TEXT, data, draw, specification

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
    rows, of = data(), axes(y_title, y_format, years, top)
    low, high = (up(side, y_title, y_format, top) for side in ("low", "high"))
    said = rows.transform_filter(f"datum.kind == '{ROOM}'")
    lines = rows.transform_filter(f"datum.kind != '{ROOM}'")
    band = of.band(lines, low)
    solid = of.line(lines.transform_filter(f"datum.kind != '{NOW}'"), strokeWidth=3, clip=True)
    dotted = of.line(
        lines.transform_filter(f"datum.kind == '{NOW}'"),
        strokeWidth=2.5,
        strokeDash=[2, 3],
        clip=True,
    )
    dots = of.dots(lines.transform_filter(f"datum.kind == '{KNOWN}'"))
    text = of.names(lines.transform_filter("isValid(datum.label)"))
    box, names = box_of(said, of, low, high), names_of(said, low, high)
    chart = alt.layer(*box, band, dotted, solid, dots, *names, text)
    return specification(chart.properties(padding={"right": 14}))


def box_of(said: alt.Chart, of: Axes, low: alt.Y, high: alt.Y) -> list[alt.Chart]:
    """Return what the room said as a box with dashed edges at its low and its high."""
    box = said.mark_rect(opacity=0.16).encode(
        x=of.x, x2="until:Q", y=low, y2="high:Q", color=COLOUR
    )
    dashes = said.mark_rule(strokeDash=[6, 4], strokeWidth=2)
    edges = [dashes.encode(x=of.x, x2="until:Q", y=edge, color=COLOUR) for edge in (low, high)]
    return [box, *edges]


def names_of(said: alt.Chart, low: alt.Y, high: alt.Y) -> list[alt.Chart]:
    """Return what the room said in words: above its box, or below it."""
    end = alt.X("until:Q", title=None)
    names: list[alt.Chart] = []
    for beside, edge, where in (
        ("label", high, {"baseline": "bottom", "dy": -5}),
        ("label_below", low, {"baseline": "top", "dy": 6}),
    ):
        rows = said.transform_filter(f"isValid(datum.{beside})")
        look = {"align": "right", "fontSize": TEXT, **where}
        names += with_halo(rows, look, x=end, y=edge, text=f"{beside}:N")
    return names


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
    rows: list[dict[str, Any]] = []
    for line, label in lines:
        at = apart.get(line.name, line.value[-1] - LEAST_GAP / 1.5 * height)
        rows += points(line, COLOURS[line.kind], label, len(line.years) - 1, at)
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
