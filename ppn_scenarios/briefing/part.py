"""What a briefing is made of: parts with a finding, words, a chart and a table."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ppn_scenarios.wording import percent, staff_range

SOLID, DASHED, DOTTED = "solid", "dashed", "dotted"
LONG: Final = "long dashes"
POINTS: Final = "points"  # known in some years alone
MIDDLE: Final = ", the middle of two estimates"  # after the title of a chart that draws it
NOT_ASSURED: Final = "Consequences of assumptions, not a forecast. Not yet assured."
LICENCE: Final = (
    "Contains public sector information licensed under the Open Government Licence v3.0. An "
    "independent project: not an NHS service."
)


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line: a value for each category, or None where there is none, and how it is drawn.

    `low` and `high` are the ends of what each value stands for; none where it stands for itself.
    """

    name: str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    dash: str = SOLID

    def at(self, i: int) -> tuple[float, float, float] | None:
        """Return low, middle and high of a category, or None where there is no value."""
        value = self.values[i]
        if value is None:
            return None
        low = self.low[i] if self.low else value
        high = self.high[i] if self.high else value
        return value if low is None else low, value, value if high is None else high


def written(at: tuple[float, float, float] | None, unit: str) -> str:
    """Write low, middle and high of a chart as its page does, or that there is none."""
    if at is None:
        return "–"
    return percent(at[1]) if unit == "share" else staff_range(*at)


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Lines over years: `unit` is "FTE" or "share", and `alt` says what they show."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    axis: str
    alt: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """Cells as they are read; `numbers` are the columns that hold numbers, from 0."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Part:
    """One finding with what it rests on.

    `title` is the finding in plain text. `words` are paragraphs in which ** and * mark what stands
    out; a reader's own text in them is escaped (`wording.literal`). `sources` are said in full.
    """

    id: str
    question: str
    title: str
    words: tuple[str, ...]
    sources: tuple[str, ...]
    chart: Chart | None = None
    table: Table | None = None
    more: tuple[Table, ...] = ()  # for a reader who has time: a report has them and slides do not


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """A scenario told in parts, with what it was made with."""

    name: str
    note: str
    place: str
    made: date
    model: str
    data: str
    link: str  # empty if nobody knows where the app is
    headline: str
    parts: tuple[Part, ...]

    @property
    def versions(self) -> str:
        """What it was made with, and when."""
        return f"Model {self.model}, data {self.data}, {self.made.day} {self.made:%B %Y}"
