"""A tornado: how far each lever alone moves a result, from one end of its range to the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.assumptions import KINDS

from .theme import COLOURS, INK, TEXT, data, draw, specification, spoken
from .waterfall import HALO_AND_INK

COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("name", "low_end", "high_end", "colour")]
    + [("row", pa.int16())]
    + [(name, pa.float64()) for name in ("low", "high", "now")]
)
ALT: Final = (
    "Bars, the longest first: for each lever, the result when it alone goes to either end of its "
    "range, written under both ends of the bar; a mark across each bar is the result where the "
    "levers are now. The same numbers are under Table."
)
ROW: Final = 62  # pixels: the name, the bar, and both ends in words
PANELS: Final = {"choice": COLOURS[0], "belief": COLOURS[5]}


@dataclass(frozen=True)
class Bar:
    """One lever: the lower and the higher result, and what stands under either end."""

    name: str
    low: float
    high: float
    low_end: str
    high_end: str


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return the one specification, built once for the life of the server."""
    rows = data()
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0.05))
    x = alt.X(
        "low:Q",
        title=None,
        axis=alt.Axis(format=",.3~r", tickCount=4, orient="top"),
        scale=alt.Scale(zero=False, nice=False, padding=6),
    )
    bars = rows.mark_bar(height=14).encode(
        x=x,
        x2="high:Q",
        y=y,
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("name:N", title="Lever"),
            alt.Tooltip("low_end:N", title="Lowest"),
            alt.Tooltip("high_end:N", title="Highest"),
        ],
    )
    # At each bar and not between them, where words stand.
    now = rows.mark_tick(color=INK, thickness=2, height=22).encode(x="now:Q", y=y)
    layers: list[Any] = [bars, now]
    named = rows.transform_filter("isValid(datum.name)")
    texts: tuple[tuple[str, Any, Any, int], ...] = (
        ("name", "left", alt.value(0), -17),
        ("low_end", "left", alt.value(0), 17),
        ("high_end", "right", alt.value("width"), 17),
    )
    for field, align, where, dy in texts:
        for look in HALO_AND_INK:
            marks = named.mark_text(align=align, baseline="middle", fontSize=TEXT, dy=dy, **look)
            layers.append(marks.encode(x=where, y=y, text=f"{field}:N"))
    return MappingProxyType({"tornado": specification(alt.layer(*layers), height=alt.Step(ROW))})


def show_tornado(
    bars: Sequence[Bar],
    panel: str,
    now: float,
    ends: tuple[float, float],
    key: str,
    *,
    passport: str,
) -> None:
    """Draw one panel; `ends` are the lowest and highest result of all panels, for one axis."""
    rows = [
        {
            "row": i,
            "name": bar.name,
            "low_end": bar.low_end,
            "high_end": bar.high_end,
            "colour": PANELS[panel],
            "low": bar.low,
            "high": bar.high,
            "now": now,
        }
        for i, bar in enumerate(bars)
    ]
    # Bars of no length at both ends: nobody sees them, and the axis reaches as far as they do.
    rows += [
        {"row": 0, "low": end, "high": end, "now": now, "colour": "transparent"} for end in ends
    ]
    draw(
        pa.Table.from_pylist(rows, schema=COLUMNS),
        specifications()["tornado"],
        key,
        spoken(ALT, KINDS[panel]),
        passport=passport,
    )
