"""A chart on a slide: native, so that its numbers can be seen and changed."""

from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml.ns import qn
from pptx.util import Pt

from ppn_scenarios.briefing import Chart
from ppn_scenarios.briefing.part import DASHED, DOTTED, LONG, POINTS
from ppn_scenarios.sharing.spreadsheet import safe

from .look import FONT, INK, QUIET, colour, described

COLOURS: Final = tuple(
    map(colour, ("5A6670", "12436D", "A34A00", "1B6F68", "801650", "6B3FA0", "0B1318"))
)
GRID: Final = colour("D5DAE0")
DASH: Final = {
    LONG: MSO_LINE_DASH_STYLE.LONG_DASH,
    DASHED: MSO_LINE_DASH_STYLE.DASH,
    DOTTED: MSO_LINE_DASH_STYLE.ROUND_DOT,
}
MOST_YEARS: Final = 14  # there is room for under a chart
FORMATS: Final = {"share": "0%", "FTE": "#,##0"}


def add_chart(slide: Any, chart: Chart, where: tuple[int, int, int, int]) -> None:
    """Add lines over years at left, top, width and height (EMU)."""
    data: Any = CategoryChartData(  # type: ignore[no-untyped-call]
        number_format=FORMATS[chart.unit]
    )
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(str(safe(series.name)), series.values)  # it stands in a workbook too
    shape = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *where, data)
    described(shape, chart.alt)
    drawn = shape.chart
    drawn.font.size, drawn.font.name = Pt(11), FONT
    drawn.font.color.rgb = INK
    drawn.has_title = True
    drawn.chart_title.text_frame.text = chart.title
    said = drawn.chart_title.text_frame.paragraphs[0].runs[0]
    said.font.size, said.font.bold, said.font.name = Pt(12), True, FONT
    drawn.has_legend = True
    drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
    drawn.legend.include_in_layout = False
    drawn.legend.font.size = Pt(11)
    axes(drawn, chart)
    for i, (line, series) in enumerate(zip(drawn.plots[0].series, chart.series, strict=True)):
        line.smooth = False
        line.format.line.width = Pt(2.5)
        line.format.line.color.rgb = COLOURS[i % len(COLOURS)]
        if series.dash in DASH:
            line.format.line.dash_style = DASH[series.dash]
        if series.dash == POINTS:
            dots(line, COLOURS[i % len(COLOURS)])


def dots(line: Any, ink: Any) -> None:
    """Draw a series as points without a line between them: years lie between that nobody knows."""
    line.format.line.fill.background()
    line.marker.style, line.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = ink


def axes(drawn: Any, chart: Chart) -> None:
    """Write both axes: years, and values from nothing."""
    value = drawn.value_axis
    value.minimum_scale = 0
    if chart.unit == "share":
        value.maximum_scale = 1
    value.has_major_gridlines = True
    value.major_gridlines.format.line.color.rgb = GRID
    value.tick_labels.number_format = FORMATS[chart.unit]
    value.tick_labels.number_format_is_linked = False
    value.has_title = True
    value.axis_title.text_frame.text = chart.axis
    said = value.axis_title.text_frame.paragraphs[0].runs[0]
    said.font.size, said.font.bold, said.font.color.rgb = Pt(11), False, QUIET
    drawn.category_axis.tick_labels.offset = 50
    if len(chart.categories) > MOST_YEARS:
        every_second(drawn.category_axis)


def every_second(axis: Any) -> None:
    """Name every second year, so that none has to stand aslant; some programs name all the same."""
    element = axis._element
    for name in ("tickLblSkip", "tickMarkSkip"):
        skip = element.makeelement(qn(f"c:{name}"), {"val": "2"})
        element.insert_element_before(skip, "c:noMultiLvlLbl", "c:extLst")
