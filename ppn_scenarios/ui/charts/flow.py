"""A flow picture: what comes in on the left, through groups, to what becomes of it on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import EDGE, INK, QUIET, data, draw, specification

BAR: Final = 0.018  # of the width: how thick the bars of a column are
POINTS: Final = 25  # along the edge of a ribbon
ROOM: Final = 0.05  # of the height: between bars, so that their names do not meet
LEAST: Final = 0.001  # of the height: below this nothing is drawn, and a name still stands
FEW: Final = 5  # bars in a column
MIDDLE: Final = 0.34  # of the width: where the middle column stands if it has many
LEADING: Final = 14  # pixels from line to line of a name
HEIGHTS: Final = MappingProxyType({"few": 430, "many": 860})
ALT: Final = (
    "Flow picture of one year. Left: the routes by which people joined. Middle: the groups that "
    "they joined. Right: what they made up for, by cause of leaving, and growth. The same numbers "
    "are under Table."
)
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("kind", "id", "colour", "label", "side", "told")]
    + [(name, pa.float64()) for name in ("x", "x2", "y", "y2")]
)


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar of a column: its name, and what is written beside it."""

    id: str
    label: str  # of up to two lines
    colour: str = QUIET


@dataclass(frozen=True, kw_only=True)
class Ribbon:
    """People who go from one bar to another."""

    source: str
    target: str
    people: float
    colour: str
    told: str


def is_many(columns: Sequence[Sequence[Bar]]) -> bool:
    """Return whether a column has more bars than the lower picture has room for."""
    return max(map(len, columns)) > FEW


def placed(columns: Sequence[Sequence[Bar]], ribbons: Sequence[Ribbon]) -> dict[str, list[float]]:
    """Return from where to where each bar reaches, of a height of 1 with the gaps between bars.

    A bar is as high as what comes in or goes out, whichever is more.
    """
    into = {bar.id: 0.0 for column in columns for bar in column}
    out = dict(into)
    for ribbon in ribbons:
        out[ribbon.source] += ribbon.people
        into[ribbon.target] += ribbon.people
    size = {id: max(into[id], out[id]) for id in into}
    most = max(sum(size[bar.id] for bar in column) for column in columns)
    gaps = max(len(column) for column in columns) * ROOM
    scale = (1 - gaps) / most if most > 0 else 0.0
    found: dict[str, list[float]] = {}
    for column in columns:
        height = sum(size[bar.id] for bar in column) * scale
        gap = (1 - height) / len(column)
        at = gap / 2
        for bar in column:
            found[bar.id] = [at, at + size[bar.id] * scale]
            at += size[bar.id] * scale + gap
    return found


def edges(
    ribbon: Ribbon, x: float, x2: float, starts: tuple[float, float], ends: tuple[float, float]
) -> list[dict[str, object]]:
    """Return the points of a ribbon's two edges, level where it leaves and where it arrives."""
    rows: list[dict[str, object]] = []
    for i in range(POINTS):
        along = i / (POINTS - 1)
        bent = along * along * (3 - 2 * along)
        y, y2 = (a + (b - a) * bent for a, b in zip(starts, ends, strict=True))
        rows.append(
            {
                "kind": "ribbon",
                "id": f"{ribbon.source} {ribbon.target}",
                "colour": ribbon.colour,
                "told": ribbon.told,
                "x": x + (x2 - x) * along,
                "y": y,
                "y2": y2,
            }
        )
    return rows


def table_of(columns: Sequence[Sequence[Bar]], ribbons: Sequence[Ribbon], height: int) -> pa.Table:
    """Return the rows of a picture: ribbons by point, bars, and the names beside them."""
    where, last = placed(columns, ribbons), len(columns) - 1
    # Where many names stand in the middle, it moves aside for them.
    across = (0, MIDDLE if is_many(columns) else 0.5, 1)
    x_of = {bar.id: across[i] * (1 - BAR) for i, column in enumerate(columns) for bar in column}
    heights = {id: y2 - y for id, (y, y2) in where.items()}
    leaving = {id: y for id, (y, _) in where.items()}
    arriving = dict(leaving)
    total = dict.fromkeys(where, 0.0)
    for ribbon in ribbons:
        total[ribbon.source] += ribbon.people
    scale = next((heights[id] / total[id] for id in where if total[id] > 0), 0.0)
    order = {bar.id: i for column in columns for i, bar in enumerate(column)}
    rows: list[dict[str, object]] = []
    for ribbon in sorted(ribbons, key=lambda r: (order[r.source], order[r.target])):
        thick = ribbon.people * scale
        starts = leaving[ribbon.source], leaving[ribbon.source] + thick
        ends = arriving[ribbon.target], arriving[ribbon.target] + thick
        leaving[ribbon.source], arriving[ribbon.target] = starts[1], ends[1]
        if thick >= LEAST:
            rows += edges(ribbon, x_of[ribbon.source] + BAR, x_of[ribbon.target], starts, ends)
    for i, column in enumerate(columns):
        for bar in column:
            x, (y, y2) = x_of[bar.id], where[bar.id]
            told = bar.label.replace("\n", " ")
            common = {"id": bar.id, "told": told, "y": y, "y2": y2}
            rows.append(common | {"kind": "bar", "colour": bar.colour, "x": x, "x2": x + BAR})
            side, at = ("right", x - BAR / 2) if i == last else ("left", x + 1.5 * BAR)
            middle = (y + y2) / 2 - LEADING / 2 / height * bar.label.count("\n")
            name = {"kind": "name", "label": bar.label, "side": side, "x": at, "y": middle}
            rows.append(common | name)
    return pa.Table.from_pylist(rows, schema=COLUMNS)


def drawn(height: int) -> dict[str, Any]:
    """Build the picture."""
    rows, hidden = data(), alt.Axis(labels=False, ticks=False, domain=False, grid=False)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=hidden, title=None)
    scale = alt.Scale(domain=[0, 1], nice=False, reverse=True)
    y = alt.Y("y:Q", scale=scale, axis=hidden, title=None)
    told = alt.Tooltip("told:N", title="People")
    ribbons = (
        rows.transform_filter("datum.kind == 'ribbon'")
        .mark_area(fillOpacity=0.32, strokeWidth=0.5)
        .encode(
            x=x,
            y=y,
            y2="y2:Q",
            detail="id:N",
            fill=alt.Fill("colour:N", scale=None),
            stroke=EDGE,
            tooltip=told,
        )
    )
    bars = (
        rows.transform_filter("datum.kind == 'bar'")
        .mark_rect()
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q", fill=alt.Fill("colour:N", scale=None), tooltip=told)
    )
    names = [
        rows.transform_filter(f"datum.kind == 'name' && datum.side == '{side}'")
        .mark_text(align=side, baseline="middle", fontSize=12.5, lineBreak="\n", color=INK)
        .encode(x=x, y=y, text="label:N")
        for side in ("left", "right")
    ]
    return specification(alt.layer(ribbons, bars, *names), height)


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return the picture for few groups and for many, built once."""
    return MappingProxyType({size: drawn(height) for size, height in HEIGHTS.items()})


def show_flow(
    columns: Sequence[Sequence[Bar]], ribbons: Sequence[Ribbon], key: str, *, passport: str = ""
) -> None:
    """Draw a flow picture; taller where a column has many bars."""
    size = "many" if is_many(columns) else "few"
    table = table_of(columns, ribbons, HEIGHTS[size])
    draw(
        table,
        specifications()[size],
        f"{key}_{size}",
        ALT,
        passport=passport,
        layout=("x", "x2", "y", "y2"),
    )
