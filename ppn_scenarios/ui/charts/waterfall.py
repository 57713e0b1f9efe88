"""A waterfall: what each cause adds or takes away, from one scenario to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import COLOURS, INK, QUIET, TEXT, data, draw, specification

START, BELIEF, CHOICE, TOGETHER, END = "start", "belief", "choice", "together", "end"
BAR_COLOURS: Final = {
    START: QUIET,
    BELIEF: COLOURS[5],
    CHOICE: COLOURS[0],
    TOGETHER: COLOURS[3],
    END: INK,
}
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("label", "colour")]
    + [("row", pa.int16())]
    + [(name, pa.float64()) for name in ("at", "to")]
)
ALT: Final = (
    "Bars from top to bottom: the scenario that the change starts from, what each changed belief "
    "and then each changed choice adds or takes away alone, what they do together beyond that, and "
    "the whole change. The same numbers are under Table."
)
HALO_AND_INK: Final[tuple[dict[str, Any], ...]] = (
    {"stroke": "white", "strokeWidth": 3},  # so that no bar or rule runs through a letter
    {"color": INK},
)
NO_SIGN: Final = "datum.value ? datum.label : '0'"  # nothing is neither more nor less
ROW: Final = 44  # pixels: a line of text and a bar under it


@dataclass(frozen=True)
class Bar:
    """One bar from `at` to `to`, both as change from the start; `label` stands above it."""

    kind: str
    label: str
    at: float
    to: float


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return the one specification, built once for the life of the server."""
    rows = data()
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.1, paddingOuter=0.1))
    x = alt.X(
        "at:Q",
        title="Change from the start",
        axis=alt.Axis(format="+,.3~r", labelExpr=NO_SIGN, tickCount=5, grid=True),
        scale=alt.Scale(zero=True, nice=True),
    )
    colour = alt.Color("colour:N", scale=None)
    told = [
        alt.Tooltip("label:N", title="Part"),
    ]
    bars = rows.mark_bar(height=14, yOffset=11, opacity=1).encode(
        x=x, x2="to:Q", y=y, color=colour, tooltip=told
    )
    ends = rows.mark_tick(height=18, thickness=2, yOffset=11, opacity=1).encode(
        x=alt.X("to:Q"), y=y, color=colour
    )
    where: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": TEXT, "dy": -8}
    halo, text = (
        rows.mark_text(**where, **look).encode(x=alt.value(2), y=y, text="label:N")
        for look in HALO_AND_INK
    )
    zero = rows.transform_filter("datum.row == 0").mark_rule(color=QUIET).encode(x="at:Q")
    chart = alt.layer(zero, bars, ends, halo, text)
    return MappingProxyType({"waterfall": specification(chart, height=alt.Step(ROW))})


def show_waterfall(bars: Sequence[Bar], key: str, *, passport: str) -> None:
    """Draw bars in their order; the first is the start, at nothing."""
    table = pa.Table.from_pylist(
        [
            {
                "row": i,
                "label": bar.label,
                "colour": BAR_COLOURS[bar.kind],
                "at": bar.at,
                "to": bar.to,
            }
            for i, bar in enumerate(bars)
        ],
        schema=COLUMNS,
    )
    draw(table, specifications()["waterfall"], key, ALT, passport=passport)
