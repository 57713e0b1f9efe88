"""England's 42 ICSs as tiles of one size, or in their real boundaries; coarse classes only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .map_places import outlines, positions
from .theme import INK, QUIET, data, draw, specification

TILES_HEIGHT: Final = 540
BOUNDARIES_HEIGHT: Final = 460
OUTLINES: Final = "outlines"
CLICKED: Final = "clicked"  # the codes of areas that were clicked
SENT: Final = "source"  # Streamlit's name for the numbers that it sends apart
ALT: Final = {
    "tiles": "Map of England in 42 tiles of one size, one for each ICS, in coarse classes against "
    "England's value; a sign in the corner says the same as the colour. The same numbers are under "
    "Table.",
    "boundaries": "Map of England with the boundaries of the 42 ICSs, in coarse classes against "
    "England's value; a sign says the same as the colour. The same numbers are under Table.",
}


@dataclass(frozen=True, kw_only=True)
class Area:
    """One ICS as the map shows it."""

    code: str
    name: str
    value: str  # its range, in words
    verdict: str
    colour: str
    ink: str  # of text upon the colour
    sign: str
    alike: bool  # cannot be told apart: drawn with a broken outline
    chosen: bool


TEXTS: Final = ("code", "name", "value", "verdict", "colour", "ink", "sign", "label")
PLACED: Final = ("x", "x2", "y", "y2", "label_y", "longitude", "latitude")
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in TEXTS]
    + [("alike", pa.bool_()), ("chosen", pa.bool_())]
    + [(name, pa.float64()) for name in PLACED]
)


def told() -> list[alt.Tooltip]:
    """Return what a pointer is told."""
    titles = {"name": "Place", "value": "Value", "verdict": "Against England"}
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]


def click() -> alt.Parameter:
    """Return what a click selects: a place more, or one less, so that each click is told."""
    return alt.selection_point(name=CLICKED, fields=["code"], toggle="true")


def tiles() -> dict[str, Any]:
    """Build the map of tiles."""
    rows, no_axis = data(), alt.Axis(labels=False, ticks=False, domain=False, grid=False)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 7], nice=False), axis=no_axis, title=None)
    scale = alt.Scale(domain=[0, 10], nice=False, reverse=True)
    y = alt.Y("y:Q", scale=scale, axis=no_axis, title=None)
    ends = {"x2": "x2:Q", "y2": "y2:Q"}
    fills = [
        rows.transform_filter(test)
        .mark_rect(cornerRadius=3, stroke=QUIET, strokeWidth=1, strokeDash=dash, cursor="pointer")
        .encode(x=x, y=y, **ends, fill=alt.Fill("colour:N", scale=None), tooltip=told())
        for test, dash in (("datum.alike", [3, 2]), ("!datum.alike", [1, 0]))
    ]
    mine = (
        rows.transform_filter("datum.chosen")
        .mark_rect(cornerRadius=3, fill=None, stroke=INK, strokeWidth=3)
        .encode(x=x, y=y, **ends)
    )
    middle = rows.transform_calculate(cx="(datum.x + datum.x2) / 2", right="datum.x2 - 0.07")
    names = middle.mark_text(
        fontSize=9.5, baseline="middle", align="center", dy=3, lineBreak="\n"
    ).encode(
        x=alt.X("cx:Q", title=None),
        y=alt.Y("label_y:Q", title=None),
        text="label:N",
        color=alt.Color("ink:N", scale=None),
        tooltip=told(),
    )
    signs = middle.mark_text(
        fontSize=12, fontWeight="bold", baseline="top", align="right", dy=1
    ).encode(
        x=alt.X("right:Q", title=None),
        y=y,
        text="sign:N",
        color=alt.Color("ink:N", scale=None),
    )
    fills[0] = fills[0].add_params(click())
    return specification(alt.layer(*fills, mine, names, signs), TILES_HEIGHT)


def boundaries() -> dict[str, Any]:
    """Build the map of real boundaries: the outlines stay, the classes come with the numbers."""
    whole = alt.NamedData(OUTLINES, format=alt.JsonDataFormat(property="features"))
    shapes = alt.Chart(whole)
    fields = ["code", "name", "value", "verdict", "colour", "alike", "chosen"]
    joined = shapes.transform_lookup(
        "id", alt.LookupData(alt.NamedData(SENT), key="code", fields=fields)
    )
    fill = joined.mark_geoshape(strokeWidth=0.8, cursor="pointer").encode(
        fill=alt.Fill("colour:N", scale=None),
        stroke=alt.value(QUIET),
        strokeDash=alt.condition("datum.alike", alt.value([3, 2]), alt.value([1, 0])),
        tooltip=told(),
    )
    mine = joined.transform_filter("datum.chosen").mark_geoshape(
        fill=None, stroke=INK, strokeWidth=2.5
    )
    signs = (
        alt.Chart(alt.NamedData(SENT))
        .mark_text(fontSize=12, fontWeight="bold")
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            text="sign:N",
            color=alt.Color("ink:N", scale=None),
        )
    )
    chart = alt.layer(fill.add_params(click()), mine, signs).project(type="mercator")
    # Put in afterwards: Altair would hold every point of them against its schema.
    return specification(chart, BOUNDARIES_HEIGHT) | {"datasets": {OUTLINES: outlines()}}


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return both maps' specifications, built once for the life of the server."""
    return MappingProxyType({"tiles": tiles(), "boundaries": boundaries()})


def show_map(
    kind: str,
    areas: Sequence[Area],
    key: str,
    *,
    passport: str = "",
    on_select: Callable[[], None] | None = None,
) -> None:
    """Draw a map of tiles or of boundaries; `on_select` is called when an area is clicked."""
    rows = [{**vars(area), **positions()[area.code]} for area in areas]
    table = pa.Table.from_pylist(rows, schema=COLUMNS)
    draw(
        table,
        specifications()[kind],
        key,
        ALT[kind],
        passport=passport,
        layout=("sign", "label", *PLACED),
        on_select=on_select,
    )
