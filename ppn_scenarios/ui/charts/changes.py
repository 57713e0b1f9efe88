"""Lines by year: how far a result is from where it is now, with a lever at other settings."""

from collections.abc import Callable
from functools import cache
from itertools import cycle
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.analysis.lever_effect import RESULTS, LeverEffect
from ppn_scenarios.sharing.labels import kept_apart

from .by_year import COLOUR, Axes, across
from .theme import COLOURS, QUIET, data, draw, specification

HEIGHT: Final = 260
TALLER: Final = 1.7  # are the charts for which the least gap between labels was made
YEARS: Final = [2023, 2027, 2032, 2037]
TITLES: Final = {
    "FTE": "FTE more or fewer than where you are",
    "share": "Points higher or lower than where you are",
    "people": "People more or fewer than where you are",
    "£ thousand": "£ million more or less than where you are",
}
DRAWN_IN: Final = {"FTE": 1.0, "share": 100.0, "people": 1.0, "£ thousand": 0.001}
SIGNED: Final = "datum.value == 0 ? '0' : format(datum.value, '+,~r')"
DARK: Final = (COLOURS[0], COLOURS[2], COLOURS[4])  # enough contrast for labels as well as lines
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("line", "kind", "colour", "label")]
    + [("year", pa.int16()), ("value", pa.float64()), ("label_at", pa.float64())]
)
ALT: Final = (
    "Lines by year: how far the result is above or below where the scenario is now, with this "
    "lever at each other setting; a dashed level is now. The same numbers are in a table below."
)


@cache
def changed(unit: str) -> dict[str, Any]:
    """Return the specification for results of one unit, built once for the life of the server."""
    rows = data()
    told = [
        alt.Tooltip("line:N", title="Lever"),
        alt.Tooltip("year:Q", title="Year to 31 March", format="d"),
        alt.Tooltip("value:Q", title=TITLES[unit], format="+,.3~r"),
    ]
    axis = alt.Axis(labelExpr=SIGNED, tickCount=4, labelOverlap=False)
    of = Axes(across(YEARS), alt.Y("value:Q", title=TITLES[unit], axis=axis), told)
    now = (
        rows.transform_filter("datum.kind == 'now'")
        .mark_line(strokeDash=[6, 4], strokeWidth=1.75)
        .encode(x=of.x, y=of.y, color=COLOUR, detail="line:N")
    )
    moved = of.line(rows.transform_filter("datum.kind == 'moved'"), strokeWidth=2.5)
    text = of.names(rows.transform_filter("isValid(datum.label)"))
    return specification(alt.layer(now, moved, text), HEIGHT)


def show_changes(
    effect: LeverEffect,
    result: str,
    label: Callable[[float], str],
    key: str,
    *,
    passport: str = "",
) -> None:
    """Draw how far one result is from now; `label` writes what stands beside a setting's line."""
    unit = RESULTS[result].unit
    draw(table_of(effect, result, label), changed(unit), key, ALT, passport=passport)


def table_of(effect: LeverEffect, result: str, label: Callable[[float], str]) -> pa.Table:
    """Return the rows of the chart: line, kind, colour, label, year, value, label_at."""
    scale = DRAWN_IN[RESULTS[result].unit]
    paths = {p: effect.change(result, p) * scale for p in effect.positions}
    spread = max(float(path.max()) for path in paths.values())
    spread -= min(float(path.min()) for path in paths.values())
    ends = {str(p): float(path[-1]) for p, path in paths.items()}
    apart = kept_apart(ends, max(spread, 1e-9) * TALLER)
    colours = dict(zip(effect.others, cycle(DARK), strict=False)) | {effect.now: QUIET}
    last = effect.years[-1]
    rows = [
        {
            "line": label(position),
            "kind": "now" if position == effect.now else "moved",
            "colour": colours[position],
            "label": label(position) if year == last else None,
            "year": year,
            "value": float(value),
            "label_at": apart[str(position)] if year == last else None,
        }
        for position, path in paths.items()
        for year, value in zip(effect.years, path, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=COLUMNS)
