"""What the page is made of: a leaf for each finding, in the order in which they are shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppn_scenarios.briefing import Briefing, Chart, Part, Table
from ppn_scenarios.sharing.chart_numbers import numbers
from ppn_scenarios.sharing.scenes import Scene

from .talk import Spoken, spoken

LONG: Final = 20  # rows: a table of more has a leaf of its own


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """One screen or one printed page: a finding with its words, picture, tables and sources."""

    id: str
    level: int  # of its heading
    question: str
    title: str
    of: str = ""  # the reader's own name of a scenario that is kept
    link: str = ""  # where that scenario opens
    words: tuple[str, ...] = ()
    chart: Chart | None = None
    tables: tuple[Table, ...] = ()
    sources: tuple[str, ...] = ()
    spoken: tuple[Spoken, ...] = ()


NOTES: Final = Leaf(
    id="notes",
    level=2,
    question="What does the speaker say?",
    title="",
    words=(
        "What may be said at each scene of the stage, and what to ask the room. A note names no "
        "number: the findings have them.",
    ),
)


def leaves(b: Briefing, kept: Sequence[Briefing], scenes: Sequence[Scene] = ()) -> tuple[Leaf, ...]:
    """Return every leaf after the first: of the scenario, of each that is kept, and the notes."""
    found = [*of_parts(b, "", 2)]
    for i, other in enumerate(kept, start=1):
        found.append(
            Leaf(
                id=f"kept-{i}",
                level=2,
                question="A scenario kept beside this one",
                title=other.headline,
                of=other.name,
                link=other.link,
                words=("Only its main findings stand here. It is as the reader kept it.",),
            )
        )
        found += of_parts(other, f"kept-{i}-", 3)
    if scenes:
        said = spoken(scenes, [leaf.id for leaf in found])
        found.append(replace(NOTES, title=f"Notes for {len(said)} scenes of a talk", spoken=said))
    return tuple(found)


def of_parts(b: Briefing, before: str, level: int) -> Iterator[Leaf]:
    """Yield the leaves of a briefing; `before` comes before the name of each."""
    name = b.name if before else ""
    for part in b.parts:
        tables = [t for t in (part.table, *part.more) if t]
        if part.chart:
            tables.append(numbers(part.chart))
        yield Leaf(
            id=f"{before}{part.id}",
            level=level,
            question=part.question,
            title=part.title,
            of=name,
            words=part.words,
            chart=part.chart,
            tables=tuple(t for t in tables if len(t.rows) <= LONG),
            sources=part.sources,
        )
        yield from of_long(part, tables, before, level, name)


def of_long(
    part: Part, tables: Sequence[Table], before: str, level: int, name: str
) -> Iterator[Leaf]:
    """Yield a leaf for each table that is too long to stand under its finding."""
    for i, table in enumerate(t for t in tables if len(t.rows) > LONG):
        yield Leaf(
            id=f"{before}{part.id}-table-{i + 1}",
            level=level,
            question=part.question,
            title=table.title,
            of=name,
            tables=(table,),
            sources=part.sources,
        )
