"""Wholes one under another, each a bar cut into parts that add up to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import COLOURS, INK, TEXT, data, draw, specification

ROW: Final = 62  # pixels
NAMED_FROM: Final = 0.22  # a part as wide as this has its name in it
WRITTEN_FROM: Final = 0.07  # and one as wide as this its number
STATUS_COLOURS: Final = {  # with a name in it or in the key above, never alone
    "none": COLOURS[2],
    "borrowed": COLOURS[3],
    "derived": COLOURS[1],
    "sourced": COLOURS[0],
}
ON_DARK: Final = frozenset({"none", "sourced"})
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("row", "part", "label", "ink")]
    + [(name, pa.float64()) for name in ("start", "end", "middle", "share")]
)
ALT: Final = (
    "Bars, one for each result: what its spread comes from, by what figures rest on. The same "
    "numbers stand in the table below the chart."
)


@dataclass(frozen=True)
class Part:
    """A part of a whole: the status that colours it, its name and its share of the whole."""

    status: str
    name: str
    share: float


@cache
def drawn(names: tuple[str, ...]) -> dict[str, Any]:
    """Build the chart; `names` are the parts' names in the order of STATUS_COLOURS."""
    rows = data()
    y = alt.Y("row:N", sort=None, title=None, axis=None)
    x = alt.X("start:Q", title=None, axis=None, scale=alt.Scale(domain=[0, 1], nice=False))
    colour = alt.Color(
        "part:N",
        scale=alt.Scale(domain=list(names), range=list(STATUS_COLOURS.values())),
        legend=alt.Legend(
            title="From left to right", orient="top", columns=2, labelLimit=0, symbolType="square"
        ),
    )
    told = [
        alt.Tooltip("row:N", title="Spread of"),
        alt.Tooltip("part:N", title="From"),
        alt.Tooltip("share:Q", title="Share", format=".0%"),
    ]
    bar = rows.mark_bar(height=30, yOffset=8, stroke="white", strokeWidth=1.5).encode(
        y=y, x=x, x2="end:Q", color=colour, tooltip=told
    )
    text = rows.mark_text(fontSize=TEXT, yOffset=8).encode(
        y=y, x="middle:Q", text="label:N", color=alt.Color("ink:N", scale=None)
    )
    name = (
        rows.transform_filter("datum.start == 0")
        .mark_text(align="left", dy=-17, fontSize=13, fontWeight=600, color=INK)
        .encode(y=y, x="start:Q", text="row:N")
    )
    return specification(alt.layer(bar, text, name), height=alt.Step(ROW))


def show_stacks(wholes: Mapping[str, Sequence[Part]], key: str, *, passport: str = "") -> None:
    """Draw each whole by its name, cut into its parts."""
    names = {part.status: part.name for parts in wholes.values() for part in parts}
    rows = [row for whole, parts in wholes.items() for row in laid_out(whole, parts)]
    table = pa.Table.from_pylist(rows, schema=COLUMNS)
    spec = drawn(tuple(names[status] for status in STATUS_COLOURS))
    draw(table, spec, key, ALT, passport=passport, layout=("start", "end", "middle"))


def laid_out(whole: str, parts: Sequence[Part]) -> list[dict[str, object]]:
    """Return the parts of one whole side by side, as rows of data."""
    rows: list[dict[str, object]] = []
    start = 0.0
    for part in parts:
        number = f"{100 * part.share:.0f}%"
        label = f"{part.name}: {number}" if part.share >= NAMED_FROM else number
        rows.append(
            {
                "row": whole,
                "part": part.name,
                "label": label if part.share >= WRITTEN_FROM else "",
                "ink": "white" if part.status in ON_DARK else INK,
                "start": start,
                "end": start + part.share,
                "middle": start + part.share / 2,
                "share": part.share,
            }
        )
        start += part.share
    return rows
