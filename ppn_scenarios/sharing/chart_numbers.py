"""The numbers of a chart as a table, for whoever does not see the picture."""

from ppn_scenarios.briefing import Chart, Table
from ppn_scenarios.wording import percent, staff


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
