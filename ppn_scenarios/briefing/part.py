"""What a briefing is made of: parts with a finding, words, a chart and a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

SOLID, DASHED, DOTTED = "solid", "dashed", "dotted"
LONG: Final = "long dashes"
POINTS: Final = "points"  # known in some years alone
NOT_ASSURED: Final = "Consequences of assumptions, not a forecast. Not yet assured."
LICENCE: Final = (
    "Contains public sector information licensed under the Open Government Licence v3.0. An "
    "independent project: not an NHS service."
)


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line: a value for each category, or None where there is none, and how it is drawn."""

    name: str
    values: tuple[float | None, ...]
    dash: str = SOLID


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

    @property
    def by_id(self) -> Mapping[str, Part]:
        """Return the parts by what they are about."""
        return {part.id: part for part in self.parts}
