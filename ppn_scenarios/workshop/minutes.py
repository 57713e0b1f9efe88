"""The minutes of a session: what was asked, expected, found and decided, and every move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.kept import Kept

from .record import QUESTIONS, Finding, Prediction, Record
from .session import Session

TITLE = "What did we find, and decide?"
NOT_ASSURED = (
    "Consequences of assumptions, not a forecast. Not yet assured by anyone. Leadership posts "
    "change staff numbers by nothing here: no study shows that they do."
)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the minutes: a heading, answers by question, and a table."""

    heading: str
    answers: Mapping[str, str] = field(default_factory=dict)
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """What minutes are made from; times are written in `zone`.

    `link` returns the address of a scenario, and `answer` what the model says of it; `told` returns
    a prediction's question, what the room expected, and what the model says.
    """

    session: Session
    at: datetime
    zone: tzinfo
    zone_name: str
    versions: Mapping[str, str]  # of the model and the data, with its date
    link: Callable[[Scenario], str]
    answer: Callable[[Scenario], str]
    told: Callable[[Prediction], tuple[str, str, str]]

    @property
    def record(self) -> Record:
        """The record of the session."""
        return self.session.record

    def when(self, at: datetime) -> str:
        """Write a time in full: 27 November 2026, 14:05."""
        local = at.astimezone(self.zone)
        return f"{local.day} {local:%B %Y, %H:%M}"

    def sections(self) -> list[Section]:
        """Return the minutes, part by part."""
        found = [self.finding(i, one) for i, one in enumerate(self.record.findings, start=1)]
        return [
            self.head(),
            *found,
            *self.predictions(),
            self.present(),
            *map(self.kept, self.session.kept),
            self.moves(),
        ]

    def head(self) -> Section:
        """Return when, with what and under which conditions the minutes were made."""
        about = {"Made": f"{self.when(self.at)} ({self.zone_name})", **self.versions}
        return Section(heading="About these minutes", answers=about | {"To know": NOT_ASSURED})

    def finding(self, number: int, one: Finding) -> Section:
        """Return what a group wrote down, and what it looked at."""
        said = {label: text for name, label in QUESTIONS.items() if (text := getattr(one, name))}
        seen = {"What the model said": self.answer(one.scenario), "Open": self.link(one.scenario)}
        return Section(
            heading=f"Finding {number}, {self.when(one.at)}",
            answers=said | seen,
            head=CHANGED,
            rows=changes(one.scenario, {}),
        )

    def predictions(self) -> list[Section]:
        """Return what the room expected before it saw an answer, where it was asked."""
        made = self.record.predictions
        rows = tuple((self.when(one.at), *self.told(one)) for one in made)
        heading = "What the room expected, before it saw the answer"
        return [Section(heading=heading, head=FORETOLD, rows=rows)] if rows else []

    def present(self) -> Section:
        """Return the scenario at the end of the session, with the reasons given for its levers."""
        now = self.session.history.present
        return Section(
            heading="The scenario at the end",
            answers={"What the model says": self.answer(now), "Open": self.link(now)},
            head=CHANGED,
            rows=changes(now, self.record.reasons()),
        )

    def kept(self, one: Kept) -> Section:
        """Return a scenario that was kept by name."""
        note = {"Note": one.note} if one.note else {}
        return Section(
            heading=f"Kept: {one.name}",
            answers=note | {"Open": self.link(one.scenario)},
            head=CHANGED,
            rows=changes(one.scenario, one.reasons),
        )

    def moves(self) -> Section:
        """Return every move, or the newest where there were more than a record holds."""
        rows = ((self.when(m.at), "; ".join(m.said()), m.reason) for m in self.record.moves)
        most = self.record.full().get("moves")
        heading = f"The newest {most:,} moves" if most else "Every move"
        return Section(heading=heading, head=("When", "What moved", "Why"), rows=tuple(rows))


FORETOLD = ("Revealed", "Question", "The room", "The model")
CHANGED = ("Lever", "As things stand", "Here", "What the figure rests on", "Why")


def changes(scenario: Scenario, reasons: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return a row for each lever that a scenario changes; one row that says so for none."""
    rows = tuple(
        (
            (a := ASSUMPTIONS[name]).label,
            a.show(a.default),
            a.show(value),
            a.rests_on,
            reasons.get(name, ""),
        )
        for name, value in scenario.changes().items()
    )
    return rows or (("Nothing is changed: as things stand", "", "", "", ""),)
