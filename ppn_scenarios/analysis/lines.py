"""Lines to draw or to tabulate: what was recorded, what is asked, what may happen."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.assumptions import TARGETS
from ppn_scenarios.model import Projection

from .coverage import place_share
from .gap import Runs
from .place_measures import MEASURES
from .places import ENGLAND
from .uncertainty import Band

RECORDED: Final = "Published: 2019 is worked back"
AS_THINGS_STAND: Final = "As things stand"
BELIEVED: Final = "My beliefs alone"
MINE: Final = "My scenario"


@dataclass(frozen=True)
class Line:
    """Values by year, each with a low and a high; `kind` says how it is drawn.

    Kinds: recorded (published), projected, posts (projected, of posts and not people), asked (a
    level that a target asks for), believed (projected on beliefs alone), band (the middle 80% of
    draws).
    """

    name: str
    kind: str
    years: tuple[int, ...]
    low: tuple[float, ...]
    value: tuple[float, ...]
    high: tuple[float, ...]

    def since(self, year: int) -> "Line":
        """Return the line from a year on."""
        i = next((i for i, y in enumerate(self.years) if y >= year), len(self.years))
        parts = (self.years[i:], self.low[i:], self.value[i:], self.high[i:])
        return Line(self.name, self.kind, *parts)

    def until(self, year: int) -> "Line":
        """Return the line up to a year."""
        n = sum(y <= year for y in self.years)
        parts = (self.years[:n], self.low[:n], self.value[:n], self.high[:n])
        return Line(self.name, self.kind, *parts)


def projected(
    measure: str, name: str, projection: Projection, place: str, kind: str = "projected"
) -> Line:
    """Return one measure of a projection as a line."""
    series = MEASURES[measure](projection, place)
    low, value, high = (tuple(map(float, v)) for v in (series.low, series.mid, series.high))
    return Line(name, kind, tuple(series.years), low, value, high)


def compared(
    measure: str,
    baseline: Projection,
    scenario: Projection,
    place: str,
    kind: str = "projected",
) -> list[Line]:
    """Return one measure as things stand and under a scenario, or once if they are the same."""
    lines = [projected(measure, AS_THINGS_STAND, baseline, place, kind)]
    if scenario.scenario != baseline.scenario:
        lines.append(projected(measure, MINE, scenario, place, kind))
    return lines


def three_honest(measure: str, runs: Runs, place: str) -> list[Line]:
    """Return one measure as things stand, under the reader's beliefs alone, and as they plan.

    Beliefs alone are left out where they give the values of one of the other two.
    """
    published, believed, planned = runs
    lines = compared(measure, published, planned, place)
    between = projected(measure, BELIEVED, believed, place, kind="believed")
    if len(lines) == 1 or any(same(between, line) for line in lines):
        return lines
    return [lines[0], between, lines[1]]


def same(one: Line, other: Line) -> bool:
    """Return whether two lines have the same values, give or take rounding in the last digits."""
    pairs = zip((*one.low, *one.high), (*other.low, *other.high), strict=True)
    return all(math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12) for a, b in pairs)


def band(name: str, found: Band, since: int) -> Line:
    """Return the middle 80% of draws as a line from a year on, with the middle as its value."""
    low, value, high = (tuple(map(float, v)) for v in (found.p10, found.p50, found.p90))
    return Line(name, "band", tuple(found.years), low, value, high).since(since)


def level(name: str, kind: str, years: Iterable[int], values: Iterable[float]) -> Line:
    """Return a line of known values."""
    values = tuple(values)
    return Line(name, kind, tuple(years), values, values, values)


def recorded(projection: Projection, place: str) -> list[Line]:
    """Return published FTE by year; only England has any."""
    history = projection.baseline.history
    if place != ENGLAND or not history:
        return []
    return [level(RECORDED, "recorded", history, history.values())]


def asked(projection: Projection, place: str) -> list[Line]:
    """Return the levels that readings of the plan ask for, from the opening year to the last."""
    people = 1.0 if place == ENGLAND else place_share(projection, place)
    ends = projection.years[0], projection.years[-1]
    return [
        level(t.line, "asked", ends, [t.threshold(projection.baseline.published) * people] * 2)
        for t in TARGETS.values()
        if t.line
    ]
