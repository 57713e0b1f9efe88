"""Shares of the spread of a result: what each belief makes alone, and together with others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from .theme import COLOURS, INK, TEXT, data, draw, specification
from .waterfall import HALO_AND_INK

COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("name", "said")]
    + [("row", pa.int16())]
    + [(name, pa.float64()) for name in ("alone", "whole", "low", "high", "start")]
)
ALT: Final = (
    "Bars, the longest first: each belief's share of the spread of the result, with what it does "
    "together with others; a line across shows how sure that is, and a tick what the belief makes "
    "alone. The same numbers are under Table."
)
ROW: Final = 60  # pixels: the name, the bar, and the shares in words


@dataclass(frozen=True)
class Share:
    """One belief's shares; its name stands above its bar and `said` under it."""

    name: str
    said: str
    alone: float
    whole: float
    low: float
    high: float


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return the one specification, built once for the life of the server."""
    rows = data()
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0.05))
    x = alt.X(
        "start:Q",
        title="Share of the spread",
        axis=alt.Axis(format=".0%", tickCount=5),
        scale=alt.Scale(zero=True, nice=True),
    )
    told = [alt.Tooltip("name:N", title="Belief"), alt.Tooltip("said:N", title="Share")]
    bars = rows.mark_bar(height=14, color=COLOURS[5]).encode(x=x, x2="whole:Q", y=y, tooltip=told)
    interval = rows.mark_rule(color=INK, strokeWidth=1.5).encode(x="low:Q", x2="high:Q", y=y)
    alone = rows.mark_tick(height=20, thickness=3, color=COLOURS[2]).encode(x="alone:Q", y=y)
    layers: list[Any] = [bars, interval, alone]
    for field, dy in (("name", -17), ("said", 17)):
        for look in HALO_AND_INK:
            marks: Any = rows.mark_text(
                align="left", baseline="middle", fontSize=TEXT, dy=dy, **look
            )
            layers.append(marks.encode(x=alt.value(0), y=y, text=f"{field}:N"))
    return MappingProxyType({"shares": specification(alt.layer(*layers), height=alt.Step(ROW))})


def show_shares(shares: Sequence[Share], key: str, *, passport: str) -> None:
    """Draw shares in their order."""
    rows = [
        {
            "row": i,
            "start": 0.0,
            "name": share.name,
            "said": share.said,
            "alone": max(share.alone, 0.0),
            "whole": max(share.whole, 0.0),
            "low": max(share.low, 0.0),
            "high": max(share.high, 0.0),
        }
        for i, share in enumerate(shares)
    ]
    table = pa.Table.from_pylist(rows, schema=COLUMNS)
    draw(table, specifications()["shares"], key, ALT, passport=passport)
