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

from .by_year import COLUMNS, axes, points, with_halo
from .theme import ASKED, NAMED, TEXT, data, draw, specification, spoken

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


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return every chart's specification, built once for the life of the server."""
    return MappingProxyType(
        {name: drawn(*how, zero=name not in CLOSE_UP) for name, how in CHARTS.items()}
    )


def drawn(y_title: str, y_format: str, top: float | None, zero: bool = True) -> dict[str, Any]:
    """Build a chart of paths; those of kind posts are dashed, and levels of kind asked too."""
    rows = data()
    of = axes(y_title, y_format, YEARS, top, zero=zero, of_year="31 March")
    band = of.band(rows, alt.Y("low:Q", title=y_title))
    solid = of.line(rows.transform_filter("datum.kind == 'projected'"), strokeWidth=2.5)
    dashed = of.line(
        rows.transform_filter("datum.kind != 'projected'"), strokeDash=[6, 4], strokeWidth=2
    )
    level = with_halo(
        rows.transform_filter("isValid(datum.label) && datum.kind == 'asked'"),
        {"align": "left", "dy": -4, "fontSize": TEXT, "baseline": "bottom"},
        x=of.x,
        y=of.y,
        text="label:N",
    )
    text = of.names(rows.transform_filter("isValid(datum.label) && datum.kind != 'asked'"))
    chart = alt.layer(band, dashed, solid, *level, text).properties(padding={"right": 14})
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
    rows: list[dict[str, Any]] = []
    for path in paths:
        at = 0 if path.kind == "asked" else len(path.years) - 1
        colour = colours.get(path.name, ASKED)
        rows += points(path, colour, label(path, at), at, apart.get(path.name))
    return pa.Table.from_pylist(rows, schema=COLUMNS)
