"""What charts of lines by year share: their axes, bands, lines and names, and their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.analysis.lines import Line

from .theme import BAND, EDGE, TEXT

COLOUR: Final = alt.Color("colour:N", scale=None)
AT_THE_END: Final[dict[str, Any]] = {"align": "left", "dx": 6, "lineBreak": "\n"}
HALO: Final[dict[str, Any]] = {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round"}
COLUMNS: Final = pa.schema(
    [(name, pa.string()) for name in ("line", "kind", "colour", "label")]
    + [("year", pa.int16())]
    + [(name, pa.float64()) for name in ("low", "value", "high", "label_at")]
)


@dataclass(frozen=True)
class Axes:
    """Years across and values up, and what is told of the point under a pointer."""

    x: alt.X
    y: alt.Y
    told: list[alt.Tooltip]

    def line(self, rows: alt.Chart, **look: Any) -> alt.Chart:
        """Return the lines of some rows."""
        drawn: alt.Chart = rows.mark_line(**look).encode(
            x=self.x, y=self.y, color=COLOUR, detail="line:N", tooltip=self.told
        )
        return drawn

    def dots(self, rows: alt.Chart) -> alt.Chart:
        """Return the points of some rows: what was counted, and not worked out."""
        dots = rows.mark_point(filled=True, size=60, opacity=1)
        drawn: alt.Chart = dots.encode(x=self.x, y=self.y, color=COLOUR, tooltip=self.told)
        return drawn

    def band(self, rows: alt.Chart, low: alt.Y, detail: str | list[str] = "line:N") -> alt.Chart:
        """Return the bands of those rows that have any width, from `low` to high."""
        wide = rows.transform_filter("datum.high > datum.low").mark_area(**BAND)
        drawn: alt.Chart = wide.encode(
            x=self.x, y=low, y2="high:Q", detail=detail, color=COLOUR, stroke=EDGE
        )
        return drawn

    def names(self, rows: alt.Chart) -> alt.Chart:
        """Return what stands at the end of lines, at the height that keeps names apart."""
        text = rows.mark_text(**AT_THE_END, fontSize=TEXT, baseline="middle")
        drawn: alt.Chart = text.encode(x=self.x, y="label_at:Q", text="label:N", color=COLOUR)
        return drawn


def across(years: Sequence[int]) -> alt.X:
    """Return the axis of years, with a tick at each of these, from the first to the last."""
    return alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", values=list(years)),
        scale=alt.Scale(domain=[years[0], years[-1]], nice=False),
    )


def up(column: str, title: str, written: str, top: float | None, *, zero: bool = True) -> alt.Y:
    """Return the axis of a column's values, with a title and a number format.

    It goes from zero to `top` where there is one, and otherwise as far as it must: from zero too,
    unless `zero` is false.
    """
    scale = alt.Scale(domain=[0, top], nice=False) if top else alt.Scale(zero=zero)
    return alt.Y(f"{column}:Q", title=title, axis=alt.Axis(format=written), scale=scale)


def axes(
    title: str,
    written: str,
    years: Sequence[int],
    top: float | None,
    *,
    zero: bool = True,
    of_year: str = "Year to 31 March",
) -> Axes:
    """Return axes of years and values; `of_year` is what a year is called under a pointer."""
    told = [
        alt.Tooltip("line:N", title="Line"),
        alt.Tooltip("year:Q", title=of_year, format="d"),
        alt.Tooltip("value:Q", title=title, format=written),
    ]
    return Axes(across(years), up("value", title, written, top, zero=zero), told)


def with_halo(rows: alt.Chart, where: dict[str, Any], **encoded: Any) -> list[alt.Chart]:
    """Return texts over a white edge of their own, by which they can be read across lines."""
    return [
        rows.mark_text(**where, **HALO).encode(**encoded),
        rows.mark_text(**where).encode(**encoded, color=COLOUR),
    ]


def points(
    line: Line, colour: str, label: str | None, at: int | None, height: float | None
) -> list[dict[str, Any]]:
    """Return the rows of a line: the point of index `at` has the label, which stands at `height`.

    Without `at` no point is labelled.
    """
    return [
        {
            "line": line.name,
            "kind": line.kind,
            "colour": colour,
            "year": year,
            "low": line.low[i],
            "value": line.value[i],
            "high": line.high[i],
            "label": label if i == at else None,
            "label_at": height if i == at else None,
        }
        for i, year in enumerate(line.years)
    ]
