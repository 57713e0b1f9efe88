"""Lines by year: what was recorded, what is asked, what may happen."""

from collections.abc import Callable, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import pyarrow as pa

from ppn_scenarios.analysis.lines import AS_THINGS_STAND, BELIEVED, MINE, RECORDED, Line
from ppn_scenarios.sharing.labels import LEAST_GAP, kept_apart
from ppn_scenarios.ui.take_away import and_ends

from .by_year import COLOUR, COLUMNS, Axes, axes, points
from .theme import ASKED, INK, QUIET, TEXT, data, draw, specification
from .theme import BELIEVED as BELIEVED_COLOUR
from .theme import MINE as MY_COLOUR

LINE_COLOURS: Final = {
    RECORDED: INK,
    AS_THINGS_STAND: QUIET,
    BELIEVED: BELIEVED_COLOUR,
    MINE: MY_COLOUR,
}
AT_THEIR_END: Final = ("projected", "believed")
LABELLED: Final = {"projected": -1, "believed": -1, "recorded": -1, "band": -1, "asked": 0}
UNDER_A_BAND: Final = 1.65 * LEAST_GAP  # its own two lines, and half of those below them
STAFF_YEARS: Final = [2019, 2023, 2026, 2030, 2034, 2037]
POSTS_YEARS: Final = [2026, 2029, 2032, 2037]
_POSTS: Final = (
    "Lines by year: share of organisations where the leadership post exists, dashed, and where a "
    "permanent leader holds it, solid, or dotted on my beliefs alone. The same numbers are under "
    "Table."
)
ALT: Final = {
    "trusts": f"Trusts: {_POSTS}",
    "systems": f"ICSs: {_POSTS}",
    "staff": "Lines by year: staff recorded, staff as things stand, staff on my beliefs alone "
    "(dotted), staff under my scenario with a band that holds 8 in 10 draws, and dashed levels "
    "that readings of the 2023 plan ask for. The same numbers are under Table.",
}


def drawn(
    y_title: str, y_format: str, years: list[int], top: float | None, staff: bool
) -> dict[str, Any]:
    """Build a chart of lines by year, each labelled at one of its ends.

    Of `staff` there are counts, levels that are asked for and a spread of draws as well. What no
    line of a chart can have is no part of it, because a browser works through every part.
    """
    rows, of = data(), axes(y_title, y_format, years, top)
    low = alt.Y("low:Q", title=y_title)
    solid = of.line(
        rows.transform_filter("datum.kind == 'projected' || datum.kind == 'recorded'"),
        strokeWidth=2.5,
        clip=True,
    )
    dashed = of.line(
        rows.transform_filter("datum.kind == 'asked' || datum.kind == 'posts'"),
        strokeDash=[6, 4],
        strokeWidth=1.75,
    )
    dotted = of.line(
        rows.transform_filter("datum.kind == 'believed'"),
        strokeDash=[2, 3],
        strokeWidth=2.5,
        clip=True,
    )
    names = of.names(
        rows.transform_filter("isValid(datum.label) && indexof(['asked', 'band'], datum.kind) < 0")
    )
    parts = [of.band(rows, low, ["line:N", "kind:N"]), dashed, solid, dotted]
    if staff:
        parts += only_of_staff(rows, of, low)
    return specification(alt.layer(*parts, names).properties(padding={"right": 14}))


def only_of_staff(rows: alt.Chart, of: Axes, low: alt.Y) -> list[alt.Chart]:
    """Return the dots of what was counted, and the words at levels and under the spread."""
    dots = of.dots(rows.transform_filter("datum.kind == 'recorded'"))
    level = (
        rows.transform_filter("isValid(datum.label) && datum.kind == 'asked'")
        .mark_text(align="left", dy=-4, fontSize=TEXT, baseline="bottom")
        .encode(x=of.x, y=of.y, text="label:N", color=COLOUR)
    )
    spread = (
        rows.transform_filter("isValid(datum.label) && datum.kind == 'band'")
        .mark_text(align="right", dy=5, fontSize=TEXT, lineBreak="\n", baseline="top")
        .encode(x=of.x, y="low:Q", text="label:N", color=COLOUR)
    )
    return [dots, level, spread]


@cache
def specifications() -> MappingProxyType[str, dict[str, Any]]:
    """Return every chart's specification, built once for the life of the server."""
    return MappingProxyType(
        {
            "staff": drawn("Full-time equivalent staff", ",.0f", STAFF_YEARS, None, staff=True),
            "trusts": drawn("Share of trusts", ".0%", POSTS_YEARS, 1.0, staff=False),
            "systems": drawn("Share of ICSs", ".0%", POSTS_YEARS, 1.0, staff=False),
        }
    )


def show_chart(
    chart: str,
    lines: Sequence[Line],
    label: Callable[[Line, int], str],
    key: str,
    *,
    passport: str = "",
) -> None:
    """Draw lines; `label` writes what stands beside one of a line's points.

    What is constant stays in the specification, so that a new scenario sends numbers only.
    """
    table = table_of(lines, label, top=None if chart == "staff" else 1.0)
    ends = [label(line, len(line.years) - 1) for line in lines if line.kind in AT_THEIR_END]
    with and_ends(ends):
        draw(table, specifications()[chart], key, ALT[chart], passport=passport)


def table_of(
    lines: Sequence[Line], label: Callable[[Line, int], str], top: float | None
) -> pa.Table:
    """Return the rows of a chart: line, kind, colour, year, low, value, high, label, label_at.

    Each line is labelled once: projections at their end, levels at their start, a band under its
    end, and what was recorded below its last point, clear of the lines that go on from it and of
    the words under a band, which come as far on a phone. Posts are not labelled: they go with the
    people of the same colour.
    """
    height = top or max(max(line.high) for line in lines)
    ends = {line.name: line.value[-1] for line in lines if line.kind in AT_THEIR_END}
    apart = kept_apart(ends, height)
    free = min(
        (line.low[-1] - UNDER_A_BAND * height for line in lines if line.kind == "band"),
        default=height,
    )
    rows: list[dict[str, Any]] = []
    for line in lines:
        labelled = LABELLED.get(line.kind)
        last = None if labelled is None else labelled % len(line.years)
        words = None if last is None else label(line, last)
        below = max(min(line.value[-1] - LEAST_GAP / 1.5 * height, free), LEAST_GAP / 2 * height)
        at = below if line.kind == "recorded" else apart.get(line.name)
        rows += points(line, LINE_COLOURS.get(line.name, ASKED), words, last, at)
    return pa.Table.from_pylist(rows, schema=COLUMNS)
