"""Lines over years as a picture for documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ppn_scenarios.briefing import Chart, Series
from ppn_scenarios.briefing.part import DASHED, DOTTED, LONG, POINTS

from .labels import kept_apart
from .picture import FONT, INK

COLOURS: Final = ("#5A6670", "#12436D", "#A34A00", "#1B6F68", "#801650", "#6B3FA0", "#0B1318")
DASH: Final[dict[str, list[int]]] = {LONG: [14, 4], DASHED: [6, 4], DOTTED: [2, 3]}
FORMATS: Final = {"share": ".0%", "FTE": ",.0f"}


@dataclass(frozen=True)
class Size:
    """How large a picture is in pixels, and whether its lines are named at their ends."""

    width: int
    height: int
    letters: int
    direct: bool  # else in a list under the picture, for there is no room beside it


WIDE: Final = Size(width=470, height=310, letters=15, direct=True)
NARROW: Final = Size(width=236, height=240, letters=13, direct=False)
LABEL: Final = 1.35  # heights of a letter from one label to the next


def drawing(chart: Chart, size: Size) -> dict[str, Any]:
    """Return the specification of a chart; its lines differ by dash too, not by colour alone."""
    names = [series.name for series in chart.series]
    legend = None if size.direct else listed(chart, size)
    colour = named_by(names, list(COLOURS[: len(names)]), legend)
    dashes = [DASH.get(series.dash, [1, 0]) for series in chart.series]
    dash = named_by(names, dashes, legend)
    lines: list[dict[str, Any]] = [
        {
            "transform": [{"filter": "datum.kind === 'line'"}],
            "mark": {"type": "line", "strokeWidth": 3},
            "encoding": {"strokeDash": dash},
        },
        {
            "transform": [{"filter": "datum.kind === 'dots'"}],
            "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
        },
        labels(size, "under", 10, size.letters),
    ]
    if size.direct:
        lines.append(labels(size, "name", 8, 0))
    return {
        "width": size.width,
        "height": size.height,
        "padding": 6,
        "data": {"values": [*points(chart), *ends(chart, size)]},
        "encoding": {"x": years(chart, size), "y": values(chart, size), "color": colour},
        "layer": lines,
        "config": {
            "font": FONT,
            "background": "white",
            "aria": False,  # it is one picture, with one text alternative
            "axis": {"labelColor": INK, "titleColor": INK, "gridColor": "#D5DAE0"},
            "view": {"stroke": None},
        },
    }


def named_by(
    names: list[str], looks: list[Any], legend: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Return an encoding that gives each line a look of its own."""
    scale = {"domain": names, "range": looks}
    return {
        "field": "line",
        "type": "nominal",
        "sort": names,
        "scale": scale,
        "legend": legend,
    }


def listed(chart: Chart, size: Size) -> dict[str, Any]:
    """Return the list of lines under a picture."""
    return {
        "values": [series.name for series in chart.series if series.dash != POINTS],
        "orient": "bottom",
        "columns": 1,
        "title": None,
        "labelLimit": size.width + 60,
        "symbolType": "stroke",
        "symbolSize": 400,
        "symbolStrokeWidth": 3,
        "symbolOpacity": 1,
        "labelFontSize": size.letters,
        "labelColor": INK,
    }


def labels(size: Size, kind: str, right: int, down: int) -> dict[str, Any]:
    """Return the layer of names beside the lines, `right` and `down` by pixels."""
    return {
        "transform": [{"filter": f"datum.kind === '{kind}'"}],
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "middle",
            "lineBreak": "\n",
            "dx": right,
            "dy": down,
            "fontSize": size.letters,
            "fontWeight": 600,
        },
        "encoding": {"text": {"field": "said"}},
    }


def years(chart: Chart, size: Size) -> dict[str, Any]:
    """Return the axis of years; some are named, the last among them."""
    every = 2 if size.direct else 4
    return {
        "field": "year",
        "type": "ordinal",
        "title": None,
        "scale": {"domain": list(chart.categories)},
        "axis": {
            "labelAngle": 0,
            "labelFontSize": size.letters - 1,
            "values": list(chart.categories[::-every][::-1]),
        },
    }


def values(chart: Chart, size: Size) -> dict[str, Any]:
    """Return the axis of values, from nothing."""
    return {
        "field": "value",
        "type": "quantitative",
        "title": chart.axis,
        "scale": {"zero": True, **({"domainMax": 1} if chart.unit == "share" else {})},
        "axis": {
            "format": FORMATS[chart.unit],
            "tickCount": 6,
            "labelFontSize": size.letters - 1,
            "titleFontSize": size.letters - 1,
            "titleFontWeight": "normal",
        },
    }


def points(chart: Chart) -> list[dict[str, Any]]:
    """Return what is drawn: a row for each line and year that has a value."""
    return [
        {"kind": kind_of(s), "line": s.name, "year": year, "value": value}
        for s in chart.series
        for year, value in zip(chart.categories, s.values, strict=True)
        if value is not None
    ]


def kind_of(series: Series) -> str:
    """Return how a series is drawn."""
    return "dots" if series.dash == POINTS else "line"


def ends(chart: Chart, size: Size) -> list[dict[str, Any]]:
    """Return where the name of each line stands: at its end, or under its last point."""
    highest = max(row["value"] for row in points(chart)) or 1.0
    last = {s.name: s.values[-1] for s in chart.series if s.values[-1] is not None}
    apart = kept_apart(last, highest, LABEL * size.letters / size.height)
    rows = [
        {"kind": "name", "line": n, "said": n, "year": chart.categories[-1], "value": value}
        for n, value in apart.items()
    ]
    for s in chart.series:
        if s.name not in last:
            said = s.name if size.direct else s.name.replace(": ", ":\n")
            known = zip(chart.categories, s.values, strict=True)
            year, value = [(year, value) for year, value in known if value is not None][-1]
            rows.append(
                {"kind": "under", "line": s.name, "said": said, "year": year, "value": value}
            )
    return rows if size.direct else rows[len(apart) :]
