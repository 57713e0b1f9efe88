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

from .by_year import Axes, across, points
from .theme import COLOURS, QUIET, data, draw, specification

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
    dashes = [[float(n) for n in dash.split(",")] for _, dash in LOOKS]
    dash = alt.StrokeDash(
        "dash:N",
        scale=alt.Scale(domain=[dash for _, dash in LOOKS], range=dashes),
        legend=None,
    )
    told = [
        alt.Tooltip("line:N", title="Scenario"),
        alt.Tooltip("year:Q", title="March of", format="d"),
        alt.Tooltip("said:N", title="Result"),
    ]
    scale, axis = alt.Scale(zero=False), alt.Axis(format=",~r")
    of = Axes(across(YEARS), alt.Y("value:Q", title=None, scale=scale, axis=axis), told)
    band = of.band(rows, alt.Y("low:Q", title=None))
    lines = of.line(rows, strokeWidth=2.5, clip=True).encode(strokeDash=dash)
    text = of.names(rows.transform_filter("isValid(datum.label)"))
    return MappingProxyType({"overlay": specification(alt.layer(band, lines, text), HEIGHT)})


def show_overlay(
    lines: Sequence[Line], said: Sequence[Sequence[str]], key: str, *, passport: str
) -> None:
    """Draw up to four lines in the chart's unit; `said` has each line's values in words."""
    lowest = min(value for line in lines for value in line.low)
    height = max(value for line in lines for value in line.high) - lowest
    ends = {line.name: line.value[-1] for line in lines}
    apart = kept_apart(ends, height, LABEL)
    rows = []
    for line, words, (colour, dash) in zip(lines, said, LOOKS, strict=False):
        last = len(line.years) - 1
        name = labelled(line.name, words[last])
        here = points(line, colour, name, last, apart[line.name])
        rows += [row | {"dash": dash, "said": words[i]} for i, row in enumerate(here)]
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
