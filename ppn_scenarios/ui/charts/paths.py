"""Named paths by year: each a line of its own colour with its name at its end, and levels."""

from collections.abc import Callable, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.sharing.labels import kept_apart
from ppn_scenarios.ui.take_away import and_ends

from .theme import ASKED, BAND, EDGE, NAMED, TEXT, data, draw, specification, spoken

UNDER_TABLE: Final = "The same numbers are under Table."
SHARES: Final = ("Share of organisations", ".0%", 1.0)
CHARTS: Final[dict[str, tuple[str, str, float | None]]] = {
    "coverage": SHARES,
    "policies": SHARES,
    "seniors": ("People and posts", ",.0f", None),
    "expansion": ("People in post, more or fewer", "+,.0f", None),
    "routes": ("Full-time equivalent staff", ",.0f", None),
    "routes_people": ("People", ",.0f", None),
    "routes_share": ("Share", ".0%", None),
}
ALT: Final = {
    "coverage": "Lines by year: share of organisations where the leadership post exists (dashed), "
    "where a permanent leader holds it with a band that holds 8 in 10 draws, where that leader has "
    "time and support, and where they sit with the executives; a dashed level at the most that can "
    f"be in post. {UNDER_TABLE}",
    "policies": "Lines by year: share of trusts with a permanent leader in post under each policy, "
    f"and a dashed level at the most that can be if the post is required. {UNDER_TABLE}",
    "seniors": "Lines by year: people who could lead, with a band between the estimates, and "
    f"leadership posts that exist (dashed). {UNDER_TABLE}",
    "expansion": "Lines by year: people in post with the training places of this scenario, less "
    "those without, for practitioners and for everyone, around a dashed level of none. "
    f"{UNDER_TABLE}",
}
ROUTES: Final = (
    "Lines by year: what the goal is about as you have it and on each of three routes, and a "
    f"dashed level at what is asked. {UNDER_TABLE}"
)
ALL_ALT: Final = ALT | dict.fromkeys(("routes", "routes_people", "routes_share"), ROUTES)
CLOSE_UP: Final = frozenset({"routes", "routes_people", "routes_share"})  # not drawn from zero
ROOM: Final = 1.4  # a picture that starts above zero is less high than its numbers go
YEARS: Final = [2026, 2029, 2032, 2037]
DASHED: Final = ("posts", "asked")
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("line", "kind", "colour", "label")]
    + [("year", pa.int16())]
    + [(name, pa.float64()) for name in ("low", "value", "high", "label_at")]
)


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return every chart's specification, built once for the life of the server."""
    return MappingProxyType(
        {name: drawn(*how, zero=name not in CLOSE_UP) for name, how in CHARTS.items()}
    )


def drawn(y_title: str, y_format: str, top: float | None, zero: bool = True) -> dict[str, Any]:
    """Build a chart of paths; those of kind posts are dashed, and levels of kind asked too."""
    rows = data()
    year = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", values=YEARS),
        scale=alt.Scale(domain=[YEARS[0], YEARS[-1]], nice=False),
    )
    scale = alt.Scale(domain=[0, top], nice=False) if top else alt.Scale(zero=zero)
    y = alt.Y("value:Q", title=y_title, axis=alt.Axis(format=y_format), scale=scale)
    colour = alt.Color("colour:N", scale=None)
    told = [
        alt.Tooltip("line:N", title="Line"),
        alt.Tooltip("year:Q", title="31 March", format="d"),
        alt.Tooltip("value:Q", title=y_title, format=y_format),
    ]
    band = (
        rows.transform_filter("datum.high > datum.low")
        .mark_area(**BAND)
        .encode(
            x=year,
            y=alt.Y("low:Q", title=y_title),
            y2="high:Q",
            detail="line:N",
            color=colour,
            stroke=EDGE,
        )
    )
    solid = (
        rows.transform_filter("datum.kind == 'projected'")
        .mark_line(strokeWidth=2.5)
        .encode(x=year, y=y, color=colour, detail="line:N", tooltip=told)
    )
    dashed = (
        rows.transform_filter("datum.kind != 'projected'")
        .mark_line(strokeDash=[6, 4], strokeWidth=2)
        .encode(x=year, y=y, color=colour, detail="line:N", tooltip=told)
    )
    levels = rows.transform_filter("isValid(datum.label) && datum.kind == 'asked'")
    where: dict[str, Any] = {"align": "left", "dy": -4, "fontSize": TEXT, "baseline": "bottom"}
    halo = levels.mark_text(**where, stroke="white", strokeWidth=4, strokeJoin="round").encode(
        x=year, y=y, text="label:N"
    )
    level = levels.mark_text(**where).encode(x=year, y=y, text="label:N", color=colour)
    text = (
        rows.transform_filter("isValid(datum.label) && datum.kind != 'asked'")
        .mark_text(align="left", dx=6, fontSize=TEXT, lineBreak="\n", baseline="middle")
        .encode(x=year, y="label_at:Q", text="label:N", color=colour)
    )
    chart = alt.layer(band, dashed, solid, halo, level, text).properties(padding={"right": 14})
    return specification(chart)


def show_paths(
    chart: str,
    paths: Sequence[Line],
    label: Callable[[Line, int], str],
    key: str,
    *,
    of: str = "",
    passport: str = "",
) -> None:
    """Draw paths; `label` writes what stands at the end of each, and at the start of a level.

    `of` is whose paths they are, where a page has two such charts: each has a name of its own.
    """
    table = table_of(paths, label, CHARTS[chart][2], zero=chart not in CLOSE_UP)
    ends = [label(path, len(path.years) - 1) for path in paths]
    with and_ends(ends):
        draw(table, specifications()[chart], key, spoken(ALL_ALT[chart], of), passport=passport)


def table_of(
    paths: Sequence[Line],
    label: Callable[[Line, int], str],
    top: float | None,
    zero: bool = True,
) -> pa.Table:
    """Return the rows of a chart: line, kind, colour, label, year, low, value, high, label_at."""
    named = [path for path in paths if path.kind != "asked"]
    lowest = min(*([0.0] if zero else []), *(min(path.low) for path in paths))
    height = top or max(max(path.high) for path in paths) - lowest
    height *= 1 if zero else ROOM
    apart = kept_apart({path.name: path.value[-1] for path in named}, height)
    colours = {path.name: colour for path, colour in zip(named, NAMED, strict=False)}
    rows = []
    for path in paths:
        labelled = 0 if path.kind == "asked" else len(path.years) - 1
        for i, year in enumerate(path.years):
            here = i == labelled
            rows.append(
                {
                    "line": path.name,
                    "kind": path.kind,
                    "colour": colours.get(path.name, ASKED),
                    "label": label(path, i) if here else None,
                    "year": year,
                    "low": path.low[i],
                    "value": path.value[i],
                    "high": path.high[i],
                    "label_at": apart.get(path.name) if here else None,
                }
            )
    return pa.Table.from_pylist(rows, schema=COLUMNS)
