"""The numbers of a chart as a table, for whoever does not see the picture."""

from ppn_scenarios.briefing import Chart, Table
from ppn_scenarios.briefing.part import MIDDLE, written


def numbers(chart: Chart) -> Table:
    """Return the numbers of a chart as a table by year, as ranges where there are any."""
    rows = tuple(
        (year, *(written(s.at(i), chart.unit) for s in chart.series))
        for i, year in enumerate(chart.categories)
        if any(s.values[i] is not None for s in chart.series)
    )
    return Table(
        title=f"{chart.title.removesuffix(MIDDLE)}: the numbers",
        head=("Year", *(series.name for series in chart.series)),
        rows=rows,
        numbers=tuple(range(1, len(chart.series) + 1)),
    )
