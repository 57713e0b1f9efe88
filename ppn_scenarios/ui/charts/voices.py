"""The figures of a room as a strip of dots, and where the answer lies among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import BELIEVED, INK, MINE, TEXT, data, draw, specification

ALT: Final = (
    "A dot for each figure that the room gave, with a bar for one that is a range, a dashed line "
    "at the middle figure and, once it is revealed, a solid line at the model's answer. The same "
    "numbers are under Table."
)
ROW: Final = 15  # pixels
AROUND: Final = 150  # pixels: labels above, the axis and its title below
NEAR: Final = 0.035  # of the width: dots nearer than this stand one above the other
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("kind", "label", "side")]
    + [("lane", pa.int16())]
    + [(name, pa.float64()) for name in ("low", "value", "high")]
)


@dataclass(frozen=True)
class Mark:
    """A level, or a range around it, that is marked across the strip, with its label."""

    low: float
    value: float
    high: float
    label: str


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return both strips' specifications, built once for the life of the server."""
    return MappingProxyType(
        {
            "fte": drawn("Full-time equivalent staff", ",.0f"),
            "share": drawn("Share of organisations", ".0%"),
        }
    )


def drawn(title: str, how: str) -> dict[str, Any]:
    """Build the strip: dots in lanes, the middle's label below, the answer's above."""
    rows = data()
    axis = alt.Axis(format=how, tickCount=4, titleAnchor="start")
    scale = alt.Scale(zero=False, padding=30)
    x = alt.X("value:Q", title=title, axis=axis, scale=scale)
    lane = alt.Y("lane:O", sort="descending", axis=None, title=None)
    voices = rows.transform_filter("datum.kind == 'voice'")
    ends = alt.X("low:Q", title=title, axis=axis, scale=scale)
    bar = (
        voices.transform_filter("datum.high > datum.low")
        .mark_rule(strokeWidth=3, opacity=0.5, color=BELIEVED)
        .encode(x=ends, x2="high:Q", y=lane)
    )
    told = [
        alt.Tooltip("low:Q", title="From", format=how),
        alt.Tooltip("high:Q", title="To", format=how),
    ]
    dot = voices.mark_point(filled=True, size=80, opacity=1, color=BELIEVED).encode(
        x=x, y=lane, tooltip=told
    )
    middle = rows.transform_filter("datum.kind == 'middle'")
    answer = rows.transform_filter("datum.kind == 'answer'")
    layers: list[alt.Chart] = []
    for level, colour, style, place in (
        (middle, INK, {"strokeDash": [5, 4], "strokeWidth": 2}, {"dy": -6}),
        (answer, MINE, {"strokeWidth": 4}, {"dy": -22, "fontWeight": "bold"}),
    ):
        line = level.transform_filter("datum.high == datum.low").mark_rule(color=colour, **style)
        spread = level.transform_filter("datum.high > datum.low").mark_rect(
            color=colour, opacity=0.25, stroke=colour, strokeWidth=2
        )
        layers += [spread.encode(x=ends, x2="high:Q"), line.encode(x=x)]
        for side in ("left", "right"):
            text = (
                level.transform_filter(f"datum.side == '{side}'")
                .mark_text(align=side, baseline="bottom", fontSize=TEXT, color=colour, **place)
                .encode(x=x, y=alt.value(0), text="label:N")
            )
            layers.append(text)
    chart = alt.layer(*layers, bar, dot).properties(
        padding={"top": 42, "left": 5, "right": 14, "bottom": 5}
    )
    return specification(chart, alt.Step(ROW))


def show_voices(
    chart: str,
    voices: Sequence[tuple[float, float]],
    middle: Mark,
    answer: Mark | None,
    key: str,
    *,
    passport: str = "",
) -> None:
    """Draw each voice's low and high, the middle and, if it is given, the answer."""
    table = table_of(voices, middle, answer)
    draw(table, specifications()[chart], key, ALT, passport=passport, layout=("lane", "side"))


def table_of(voices: Sequence[tuple[float, float]], middle: Mark, answer: Mark | None) -> pa.Table:
    """Return the rows of the strip, the voices from low to high so that nobody can be told."""
    marks = {"middle": middle, "answer": answer} if answer else {"middle": middle}
    values = [v for pair in voices for v in pair] + [
        end for mark in marks.values() for end in (mark.low, mark.high)
    ]
    width = (max(values) - min(values)) or 1.0
    centre = (max(values) + min(values)) / 2
    ordered = sorted(voices)
    rows: list[dict[str, Any]] = [
        {"kind": "voice", "lane": lane, "low": low, "value": (low + high) / 2, "high": high}
        for (low, high), lane in zip(ordered, lanes(ordered, NEAR * width), strict=True)
    ]
    rows += [
        {
            "kind": kind,
            "label": mark.label,
            "low": mark.low,
            "value": mark.value,
            "high": mark.high,
            "side": "left" if mark.value <= centre else "right",
        }
        for kind, mark in marks.items()
    ]
    return pa.Table.from_pylist(rows, schema=COLUMNS)


def strip_height(voices: Sequence[tuple[float, float]]) -> int:
    """Return how high a strip is, in pixels, at the most: the answer may widen it."""
    ordered = sorted(voices)
    width = (max(high for _, high in ordered) - ordered[0][0]) or 1.0
    return AROUND + ROW * (max(lanes(ordered, NEAR * width)) + 1)


def lanes(ordered: Sequence[tuple[float, float]], near: float) -> list[int]:
    """Return the lowest lane in which each range stands clear of those before it."""
    ends: list[float] = []
    found = []
    for low, high in ordered:
        lane = next((i for i, end in enumerate(ends) if low - end > near), len(ends))
        if lane == len(ends):
            ends.append(high)
        ends[lane] = high
        found.append(lane)
    return found
