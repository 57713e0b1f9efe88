"""One result by year under several scenarios, each line labelled at its end."""

from collections.abc import Sequence
from functools import cache
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.sharing.labels import kept_apart

from .theme import BAND, COLOURS, EDGE, QUIET, TEXT, data, draw, specification

LOOKS: Final = (  # colour and dash of each scenario in turn: either alone tells them apart
    (COLOURS[0], "1,0"),
    (QUIET, "7,4"),
    (COLOURS[2], "2,3"),
    (COLOURS[1], "10,3,2,3"),
)
YEARS: Final = [2023, 2026, 2030, 2034, 2037]
WIDTH: Final = 22  # characters in a row of a label
ROWS: Final = 2  # of a name
HEIGHT: Final = 400
LABEL: Final = 0.17  # of the height: three rows of text
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("line", "colour", "dash", "label", "said")]
    + [("year", pa.int16())]
    + [(name, pa.float64()) for name in ("low", "value", "high", "label_at")]
)
ALT: Final = (
    "Lines by year of one result under each scenario that is compared, each labelled at its end. "
    "The same numbers are under Table."
)


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return the one specification, built once for the life of the server."""
    rows = data()
    x = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", values=YEARS),
        scale=alt.Scale(domain=[YEARS[0], YEARS[-1]], nice=False),
    )
    scale, axis = alt.Scale(zero=False), alt.Axis(format=",~r")
    y = alt.Y("value:Q", title=None, scale=scale, axis=axis)
    colour = alt.Color("colour:N", scale=None)
    dashes = [[float(n) for n in dash.split(",")] for _, dash in LOOKS]
    dash = alt.StrokeDash(
        "dash:N",
        scale=alt.Scale(domain=[dash for _, dash in LOOKS], range=dashes),
        legend=None,
    )
    band = (
        rows.transform_filter("datum.high > datum.low")
        .mark_area(**BAND)
        .encode(
            x=x,
            y=alt.Y("low:Q", title=None),
            y2="high:Q",
            detail="line:N",
            color=colour,
            stroke=EDGE,
        )
    )
    told = [
        alt.Tooltip("line:N", title="Scenario"),
        alt.Tooltip("year:Q", title="March of", format="d"),
        alt.Tooltip("said:N", title="Result"),
    ]
    lines = rows.mark_line(strokeWidth=2.5, clip=True).encode(
        x=x, y=y, color=colour, strokeDash=dash, detail="line:N", tooltip=told
    )
    text = (
        rows.transform_filter("isValid(datum.label)")
        .mark_text(align="left", dx=6, fontSize=TEXT, lineBreak="\n", baseline="middle")
        .encode(x=x, y="label_at:Q", text="label:N", color=colour)
    )
    return MappingProxyType({"overlay": specification(alt.layer(band, lines, text), HEIGHT)})


def show_overlay(
    lines: Sequence[Line], said: Sequence[Sequence[str]], key: str, *, passport: str
) -> None:
    """Draw up to four lines in the chart's unit; `said` has each line's values in words."""
    lowest = min(value for line in lines for value in line.low)
    height = max(value for line in lines for value in line.high) - lowest
    ends = {line.name: line.value[-1] for line in lines}
    apart = kept_apart(ends, height, LABEL)
    rows = [
        {
            "line": line.name,
            "colour": colour,
            "dash": dash,
            "year": year,
            "low": line.low[i],
            "value": line.value[i],
            "high": line.high[i],
            "said": words[i],
            "label": labelled(line.name, words[i]) if i == len(line.years) - 1 else None,
            "label_at": apart[line.name] if i == len(line.years) - 1 else None,
        }
        for line, words, (colour, dash) in zip(lines, said, LOOKS, strict=False)
        for i, year in enumerate(line.years)
    ]
    draw(
        pa.Table.from_pylist(rows, schema=COLUMNS),
        specifications()["overlay"],
        key,
        ALT,
        passport=passport,
    )


def labelled(name: str, number: str) -> str:
    """Return a line's label: its name, cut if need be, and its last number."""
    rows = wrap(name, WIDTH)
    if len(rows) > ROWS:
        rows = [*rows[: ROWS - 1], rows[ROWS - 1][: WIDTH - 1] + "…"]
    return "\n".join([*rows, number])
