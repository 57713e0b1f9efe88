"""Whether we are on track: the headline, and three lines with what makes the difference."""

from typing import Final

from ppn_scenarios.analysis import MEASURES, lines
from ppn_scenarios.analysis.chances import chances
from ppn_scenarios.analysis.gap import gap
from ppn_scenarios.analysis.leaders import posts_and_people, trusts_together
from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.assumptions.targets import STANDINGS
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import first_met, march, percent, percent_range, staff_range
from ppn_scenarios.wording.chances import how_likely
from ppn_scenarios.wording.on_track import AS_SET, READINGS, finding, verdict
from ppn_scenarios.wording.split import SUBJECTS, what_makes_it
from ppn_scenarios.wording.targets import amount, projected

from .ground import ESTIMATE, LEADER_SOURCE, STAFF_SOURCE, Ground
from .part import DASHED, DOTTED, LONG, MIDDLE, POINTS, SOLID, Chart, Part, Series, Table, written
from .workings import DRAWS

DASHES: Final = {"asked": DOTTED, "posts": DASHED, "believed": DASHED, "recorded": POINTS}
FIRST: Final = 2019  # the first year of the chart


def headline(g: Ground) -> str:
    """Return the whole answer as the title of a first slide."""
    low, mid, high = MEASURES["fte"](g.run, g.place.code).at(HORIZON)
    shares = [share for id in READINGS for share in g.known[id].shares]
    trusts = trusts_together(posts_and_people(g.run, g.place.code, HORIZON))
    led = (
        f"; leaders in post in {percent(trusts.people_share)} of trusts"
        if trusts.organisations
        else ""
    )
    about = "" if g.place.level == "england" else "an estimated "
    return (
        f"{g.place.opening} in {march(HORIZON)}: {about}{staff_range(low, mid, high)} staff, "
        f"{percent_range(min(shares), mid, max(shares))} of what the 2023 plan asked for{led}"
    )


def on_track(g: Ground) -> Part:
    """Return the headline with how the scenario measures up against each target."""
    rows = tuple(
        (
            a.target,
            amount(a.threshold, a.unit),
            march(a.due) if a.due else "no date set",
            projected(a),
            first_met(a),
            STANDINGS[a.standing],
        )
        for a in g.known.values()
        if a.projected
    )
    return Part(
        id="on_track",
        question="Are we on track?",
        title=reached(verdict([g.known[id] for id in READINGS])),
        words=(finding(g.run, g.stands, g.known, g.place),),
        table=Table(
            title=f"Every target that the model projects, {g.place.name}",
            head=("Target", "Asked for", "By", "This scenario", "First met", "Standing"),
            rows=rows,
            numbers=(1, 3),
        ),
        sources=(STAFF_SOURCE, ESTIMATE, LEADER_SOURCE),
    )


def reached(said: str) -> str:
    """Write which readings are reached as a title that says it is one case."""
    if said.startswith("no reading"):
        return f"{AS_SET}, no reading of the 2023 plan is reached by {march(HORIZON)}"
    return f"{AS_SET}, of the 2023 plan {said} by {march(HORIZON)}"


def three_lines(g: Ground) -> Part:
    """Return staff by year: published, as things stand, on beliefs alone, as planned, and asked."""
    runs = g.stands, g.believed, g.run
    code = g.place.code
    honest = lines.three_honest("fte", runs, code)
    drawn = [*lines.recorded(g.run, code), *honest, *lines.asked(g.run, code)]
    gaps = {s.measure: gap(runs, s.measure, HORIZON, code) for s in SUBJECTS}
    scenario = g.scenario
    found = g.workings.draws(scenario, code)
    likely = how_likely(chances(found, g.known.values()), found["fte"].band(), DRAWS)
    split = what_makes_it(gaps, scenario, g.place)
    mine, england = honest[-1], g.place.level == "england"
    low, mid, high = mine.low[-1], mine.value[-1], mine.high[-1]
    return Part(
        id="three_lines",
        question="What changes over time?",
        title=f"Staff in {g.place.said}: {staff_range(low, mid, high)} in {march(HORIZON)}, "
        + ("as things stand" if not g.changed else "on this scenario"),
        words=(*((split,) if split else ()), likely),
        chart=chart_of(
            drawn,
            f"Staff in {g.place.said} by year to 31 March{'' if england else MIDDLE}",
            "FTE",
            "Full-time equivalent staff",
            since=FIRST if england else g.start.year,
        ),
        sources=(
            STAFF_SOURCE,
            *(() if england else (ESTIMATE,)),
            "What is asked for: readings of the NHS Long Term Workforce Plan of 2023, which is no "
            "longer live policy.",
            f"How likely: {DRAWS} draws of every belief over its range. Most have no source.",
        ),
    )


def chart_of(drawn: list[Line], title: str, unit: str, axis: str, since: int) -> Chart:
    """Return lines as a chart, with an alternative in words made from their ends."""
    years = tuple(range(since, HORIZON + 1))
    others = any(line.name.startswith(lines.MINE) for line in drawn)
    series = []
    for line in drawn:
        low, values, high = (
            of_years(line, which, years) for which in (line.low, line.value, line.high)
        )
        dash = DASHES.get(line.kind, SOLID)
        if others and dash == SOLID and line.name.startswith(lines.AS_THINGS_STAND):
            dash = LONG  # beside the scenario's own line, which is solid
        series.append(Series(name=line.name, values=values, low=low, high=high, dash=dash))
    said = "; ".join(f"{s.name}: {ends(s, years, unit)}" for s in series)
    return Chart(
        title=title,
        categories=tuple(map(str, years)),
        series=tuple(series),
        unit=unit,
        axis=axis,
        alt=f"Line chart. {title}. {said}.",
    )


def of_years(
    line: Line, which: tuple[float, ...], years: tuple[int, ...]
) -> tuple[float | None, ...]:
    """Return values of a line by year, None where it has none; a level holds from its start on."""
    if line.kind == "asked":
        return tuple(which[0] if year >= line.years[0] else None for year in years)
    by_year = dict(zip(line.years, which, strict=True))
    return tuple(by_year.get(year) for year in years)


def ends(series: Series, years: tuple[int, ...], unit: str) -> str:
    """Say where a line starts and where it ends."""
    known = [(y, at) for i, y in enumerate(years) if (at := series.at(i)) is not None]
    (first, start), (last, end) = known[0], known[-1]
    if abs(start[1] - end[1]) <= 1e-9 * abs(start[1]):
        return written(start, unit)
    return f"{written(start, unit)} in {first}, {written(end, unit)} in {last}"
