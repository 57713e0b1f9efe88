"""Lines by year: what was recorded, what is asked, what may happen."""

from collections.abc import Callable, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.analysis.lines import AS_THINGS_STAND, BELIEVED, MINE, RECORDED, Line
from ppn_scenarios.sharing.labels import LEAST_GAP, kept_apart
from ppn_scenarios.ui.take_away import and_ends

from .theme import ASKED, BAND, EDGE, INK, QUIET, data, draw, specification, spoken
from .theme import BELIEVED as BELIEVED_COLOUR
from .theme import MINE as MY_COLOUR

LINE_COLOURS: Final = {
    RECORDED: INK,
    AS_THINGS_STAND: QUIET,
    BELIEVED: BELIEVED_COLOUR,
    MINE: MY_COLOUR,
}
AT_THEIR_END: Final = ("projected", "believed")
LABELLED: Final = {"projected": -1, "believed": -1, "recorded": -1, "band": -1, "asked": 0}
STAFF_YEARS: Final = [2019, 2023, 2026, 2030, 2034, 2037]
POSTS_YEARS: Final = [2026, 2029, 2032, 2037]
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("line", "kind", "colour", "label")]
    + [("year", pa.int16())]
    + [(name, pa.float64()) for name in ("low", "value", "high", "label_at")]
)
ALT: Final = {
    "staff": "Lines by year: staff recorded, staff as things stand, staff on my beliefs alone "
    "(dotted), staff under my scenario with a band that holds 8 in 10 draws, and dashed levels "
    "that readings of the 2023 plan ask for. The same numbers are under Table.",
    "posts": "Lines by year: share of organisations where the leadership post exists, dashed, and "
    "where a permanent leader holds it, solid, or dotted on my beliefs alone. The same numbers are "
    "under Table.",
}


def drawn(y_title: str, y_format: str, years: list[int], top: float | None) -> dict[str, Any]:
    """Build the one kind of chart that this explorer has: lines by year, labelled at their end."""
    rows = data()
    year = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", values=years),
        scale=alt.Scale(domain=[years[0], years[-1]], nice=False),
    )
    scale = alt.Scale(domain=[0, top], nice=False) if top else alt.Scale(zero=True)
    y = alt.Y("value:Q", title=y_title, axis=alt.Axis(format=y_format), scale=scale)
    colour = alt.Color("colour:N", scale=None)
    told = [
        alt.Tooltip("line:N", title="Line"),
        alt.Tooltip("year:Q", title="Year to 31 March", format="d"),
        alt.Tooltip("value:Q", title=y_title, format=y_format),
    ]
    band = (
        rows.transform_filter("datum.high > datum.low")
        .mark_area(**BAND)
        .encode(
            x=year,
            y=alt.Y("low:Q", title=y_title),
            y2="high:Q",
            detail=["line:N", "kind:N"],
            color=colour,
            stroke=EDGE,
        )
    )
    solid = (
        rows.transform_filter("datum.kind == 'projected' || datum.kind == 'recorded'")
        .mark_line(strokeWidth=2.5, clip=True)
        .encode(x=year, y=y, color=colour, detail="line:N", tooltip=told)
    )
    dashed = (
        rows.transform_filter("datum.kind == 'asked' || datum.kind == 'posts'")
        .mark_line(strokeDash=[6, 4], strokeWidth=1.75)
        .encode(x=year, y=y, color=colour, detail="line:N", tooltip=told)
    )
    dotted = (
        rows.transform_filter("datum.kind == 'believed'")
        .mark_line(strokeDash=[2, 3], strokeWidth=2.5, clip=True)
        .encode(x=year, y=y, color=colour, detail="line:N", tooltip=told)
    )
    dots = (
        rows.transform_filter("datum.kind == 'recorded'")
        .mark_point(filled=True, size=60, opacity=1)
        .encode(x=year, y=y, color=colour, tooltip=told)
    )
    level = (
        rows.transform_filter("isValid(datum.label) && datum.kind == 'asked'")
        .mark_text(align="left", dy=-4, fontSize=12.5, baseline="bottom")
        .encode(x=year, y=y, text="label:N", color=colour)
    )
    spread = (
        rows.transform_filter("isValid(datum.label) && datum.kind == 'band'")
        .mark_text(align="right", dy=5, fontSize=12.5, lineBreak="\n", baseline="top")
        .encode(x=year, y="low:Q", text="label:N", color=colour)
    )
    text = (
        rows.transform_filter("isValid(datum.label) && indexof(['asked', 'band'], datum.kind) < 0")
        .mark_text(align="left", dx=6, fontSize=12.5, lineBreak="\n", baseline="middle")
        .encode(x=year, y="label_at:Q", text="label:N", color=colour)
    )
    chart = alt.layer(band, dashed, solid, dotted, dots, level, spread, text)
    return specification(chart.properties(padding={"right": 14}))


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return every chart's specification, built once for the life of the server."""
    return MappingProxyType(
        {
            "staff": drawn("Full-time equivalent staff", ",.0f", STAFF_YEARS, None),
            "posts": drawn("Share of organisations", ".0%", POSTS_YEARS, 1.0),
        }
    )


def show_chart(
    chart: str,
    lines: Sequence[Line],
    label: Callable[[Line, int], str],
    key: str,
    *,
    of: str = "",
    passport: str = "",
) -> None:
    """Draw lines; `label` writes what stands beside one of a line's points.

    `of` is whose lines they are, where a page has two such charts: each has a name of its own.

    What is constant stays in the specification, so that a new scenario sends numbers only.
    """
    table = table_of(lines, label, top=1.0 if chart == "posts" else None)
    ends = [label(line, len(line.years) - 1) for line in lines if line.kind in AT_THEIR_END]
    with and_ends(ends):
        draw(table, specifications()[chart], key, spoken(ALT[chart], of), passport=passport)


def table_of(
    lines: Sequence[Line], label: Callable[[Line, int], str], top: float | None
) -> pa.Table:
    """Return the rows of a chart: line, kind, colour, year, low, value, high, label, label_at.

    Each line is labelled once: projections at their end, levels at their start, a band under its
    end, and what was recorded below its last point, clear of the lines that go on from it. Posts
    are not labelled: they go with the people of the same colour.
    """
    height = top or max(max(line.high) for line in lines)
    ends = {line.name: line.value[-1] for line in lines if line.kind in AT_THEIR_END}
    apart = kept_apart(ends, height)
    rows = []
    for line in lines:
        labelled = LABELLED.get(line.kind)
        last = None if labelled is None else labelled % len(line.years)
        below = line.value[-1] - LEAST_GAP / 1.5 * height
        at = below if line.kind == "recorded" else apart.get(line.name)
        for i, year in enumerate(line.years):
            rows.append(
                {
                    "line": line.name,
                    "kind": line.kind,
                    "colour": LINE_COLOURS.get(line.name, ASKED),
                    "year": year,
                    "low": line.low[i],
                    "value": line.value[i],
                    "high": line.high[i],
                    "label": label(line, i) if i == last else None,
                    "label_at": at if i == last else None,
                }
            )
    return pa.Table.from_pylist(rows, schema=COLUMNS)
