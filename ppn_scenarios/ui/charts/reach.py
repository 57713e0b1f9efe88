"""How far each lever reaches towards a goal: a bar from now to its most, and the goal as a mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import ASKED, INK, MINE, TEXT, data, draw, specification

STEP: Final = 52  # pixels for each bar: two lines of text and the bar
NARROW: Final = 430  # pixels
SIDE: Final = "scale('x', datum.asked) < 140 ? 'left' : 'right'"  # of the goal's label
SHORT: Final = "#768692"
SCHEMA: Final = pa.schema(
    {"order": pa.int16()}
    | {name: pa.string() for name in ("said", "colour", "asked_said")}
    | {name: pa.float64() for name in ("now", "most", "asked")}
)
ALT: Final = (
    "A bar for each lever, from where things are now to the most that it reaches alone within its "
    "evidence range, and a mark across each bar's row at the goal. The same numbers are in a table."
)
FORMATS: Final = MappingProxyType({"share": ".0%", "number": ",.0f"})


@dataclass(frozen=True)
class Reach:
    """One bar: what is said above it, where it runs from and to, and whether that is enough."""

    said: str
    now: float
    most: float
    enough: bool


def bars(number: str) -> dict[str, Any]:
    """Build the chart of bars; `number` is how its axis is written."""
    rows = data()
    y = alt.Y("order:O", axis=None, scale=alt.Scale(paddingInner=0.2, paddingOuter=0.1))
    axis = alt.Axis(format=number, title=None, tickCount=5, orient="bottom")
    x = alt.X("now:Q", axis=axis, scale=alt.Scale(zero=False, nice=True))
    told = [
        alt.Tooltip("said:N", title="Lever"),
        alt.Tooltip("now:Q", title="Now", format=number),
        alt.Tooltip("most:Q", title="At most", format=number),
        alt.Tooltip("asked:Q", title="Asked", format=number),
    ]
    bar = rows.mark_bar(height=13, yOffset=15, opacity=1).encode(
        x=x, x2="most:Q", y=y, color=alt.Color("colour:N", scale=None), tooltip=told
    )
    end = rows.mark_tick(thickness=3, height=19, yOffset=15, opacity=1).encode(
        x=alt.X("most:Q"), y=y, color=alt.Color("colour:N", scale=None)
    )
    # Where the picture is narrow, what is said takes two lines.
    told_in_lines = rows.transform_calculate(
        label=f"width < {NARROW} ? replace(datum.said, ': ', ':\\n') : datum.said"
    )
    words: dict[str, Any] = {"align": "left", "baseline": "bottom", "fontSize": TEXT}
    words |= {"lineBreak": "\n", "dy": alt.ExprRef(f"width < {NARROW} ? -12 : 2")}
    told_above: dict[str, Any] = {"x": alt.value(0), "y": y, "text": "label:N"}
    said = told_in_lines.mark_text(**words, color=INK).encode(**told_above)
    # At each bar and not between them, where words stand.
    line = rows.mark_tick(thickness=2.5, height=19, yOffset=15, color=ASKED).encode(
        x="asked:Q", y=y
    )
    asked = (
        rows.transform_filter("datum.order == 0")
        .mark_text(align=alt.ExprRef(SIDE), baseline="bottom", fontSize=TEXT, dx=4, color=ASKED)
        .encode(x="asked:Q", y=alt.value(-4), text="asked_said:N")
    )
    return specification(alt.layer(bar, end, line, said, asked), height=alt.Step(STEP))


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return both specifications, of shares and of numbers, built once."""
    return MappingProxyType({name: bars(number) for name, number in FORMATS.items()})


def show_reach(
    rows: Sequence[Reach],
    asked: float,
    asked_said: str,
    is_share: bool,
    key: str,
    *,
    passport: str,
    alt_text: str = ALT,
) -> None:
    """Draw bars in the order given."""
    table = pa.Table.from_pylist(
        [
            vars(row)
            | {
                "order": i,
                "colour": MINE if row.enough else SHORT,
                "asked": asked,
                "asked_said": asked_said,
            }
            for i, row in enumerate(rows)
        ],
        schema=SCHEMA,
    )
    spec = specifications()["share" if is_share else "number"]
    draw(table, spec, key, alt_text, passport=passport)
