"""People in rows of bars, one under the other, each with its number beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import INK, TEXT, data, draw, specification

ROW: Final = 27  # pixels
ALT: Final = (
    "Bars: people in training by family and by the year in which they qualify, with their number "
    "beside each. The same numbers are under Table."
)
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("name", "label", "colour")] + [("people", pa.float64())]
)


@dataclass(frozen=True, kw_only=True)
class PeopleBar:
    """One row: its name, how many people, and what is written beside the bar."""

    name: str
    people: float
    label: str
    colour: str


@cache
def bars() -> dict[str, Any]:
    """Return the chart's specification, built once."""
    rows = data()
    name = alt.Y(
        "name:N",
        sort=None,
        title=None,
        axis=alt.Axis(
            labelLimit=190,
            labelFontSize=12,
            labelOverlap=False,
            domain=False,
            ticks=False,
            grid=False,
        ),
    )
    x = alt.X("people:Q", title="People", axis=alt.Axis(format=",.0f", tickCount=3, grid=True))
    told = [alt.Tooltip("name:N", title="Who"), alt.Tooltip("label:N", title="People")]
    drawn = rows.mark_bar(height=16).encode(
        y=name, x=x, fill=alt.Fill("colour:N", scale=None), tooltip=told
    )
    text = rows.mark_text(align="left", dx=5, fontSize=TEXT, color=INK).encode(
        y=name, x=x, text="label:N"
    )
    chart = alt.layer(drawn, text).properties(padding={"right": 6})
    return specification(chart, alt.Step(ROW))


def show_people(rows: Sequence[PeopleBar], key: str, *, passport: str = "") -> None:
    """Draw rows of bars, in the order given."""
    table = pa.Table.from_pylist([vars(row) for row in rows], schema=COLUMNS)
    draw(table, bars(), key, ALT, passport=passport)
