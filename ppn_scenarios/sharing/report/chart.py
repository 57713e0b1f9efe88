"""A chart of a report: the same lines as on the slides, as a picture."""

from typing import Any, Final

from ppn_scenarios.briefing import Chart, Table
from ppn_scenarios.briefing.part import DASHED, DOTTED, LONG, POINTS
from ppn_scenarios.sharing.picture import png, whole
from ppn_scenarios.wording import percent, staff

COLOURS: Final = ("#5A6670", "#12436D", "#A34A00", "#1B6F68", "#801650", "#6B3FA0", "#0B1318")
DASH: Final[dict[str, list[int]]] = {LONG: [14, 4], DASHED: [6, 4], DOTTED: [2, 3]}
FORMATS: Final = {"share": ".0%", "FTE": ",.0f"}
HEIGHT: Final = 380


def picture(chart: Chart) -> bytes:
    """Return a chart as PNG with its legend; lines differ by dash too, not by colour alone."""
    names = [series.name for series in chart.series]
    dashes = [DASH.get(series.dash, [1, 0]) for series in chart.series]
    rows = [
        {"year": year, "line": s.name, "value": value, "dots": s.dash == POINTS}
        for s in chart.series
        for year, value in zip(chart.categories, s.values, strict=True)
        if value is not None
    ]
    colour = {
        "field": "line",
        "type": "nominal",
        "sort": names,
        "scale": {"domain": names, "range": list(COLOURS[: len(names)])},
        "legend": {
            "orient": "bottom",
            "columns": 2,
            "title": None,
            "labelLimit": 500,
            "symbolType": "stroke",
            "symbolSize": 500,
            "labelFontSize": 15,
        },
    }
    x: dict[str, Any] = {
        "field": "year",
        "type": "ordinal",
        "title": None,
        "scale": {"domain": list(chart.categories)},
        "axis": {"labelAngle": 0, "labelFontSize": 14},
    }
    y = {
        "field": "value",
        "type": "quantitative",
        "title": chart.axis,
        "scale": {"zero": True},
        "axis": {"format": FORMATS[chart.unit], "labelFontSize": 14, "titleFontSize": 14},
    }
    dash = {
        "field": "line",
        "type": "nominal",
        "sort": names,
        "legend": colour["legend"],
        "scale": {"domain": names, "range": dashes},
    }
    spec = {
        "height": HEIGHT,
        "encoding": {"x": x, "y": y, "color": colour},
        "layer": [
            {
                "transform": [{"filter": "!datum.dots"}],
                "mark": {"type": "line", "strokeWidth": 3},
                "encoding": {"strokeDash": dash},
            },
            {
                "transform": [{"filter": "datum.dots"}],
                "mark": {"type": "point", "filled": True, "size": 130},
            },
        ],
    }
    return png(whole(spec, rows, chart.title, ()))


def numbers(chart: Chart) -> Table:
    """Return the numbers of a chart as a table by year."""
    rows = tuple(
        (year, *(written(s.values[i], chart.unit) for s in chart.series))
        for i, year in enumerate(chart.categories)
        if any(s.values[i] is not None for s in chart.series)
    )
    return Table(
        title=f"{chart.title}: the numbers",
        head=("Year", *(series.name for series in chart.series)),
        rows=rows,
        numbers=tuple(range(1, len(chart.series) + 1)),
    )


def written(value: float | None, unit: str) -> str:
    """Write a number of a chart as its page does, or that there is none."""
    if value is None:
        return "–"
    return percent(value) if unit == "share" else staff(value)
