"""The record of a session: every move with its time and reason, and what a group concluded."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .expectation import Expectation
from .history import changed

ONE_MOVE: Final = timedelta(seconds=20)  # a lever moved again so soon is still being set
LONGEST_TEXT: Final = 600  # characters of an answer or a reason
MOST_MOVES: Final = 1_000
MOST_FINDINGS: Final = 100
MOST_PREDICTIONS: Final = 100
QUESTIONS: Final = {  # what a group writes down, in this order
    "question": "Our question",
    "expectation": "What we expect",
    "finding": "What we found",
    "decision": "What we decided",
    "owner": "Who does it, and by when",
}


@dataclass(frozen=True, kw_only=True)
class Move:
    """One change: each lever with its value before and after, when, and why if anyone said."""

    at: datetime  # UTC
    levers: Mapping[str, tuple[float, float]]
    reason: str = ""

    def said(self) -> list[str]:
        """Return each lever's change in words."""
        return [
            f"{ASSUMPTIONS[name].label}: {ASSUMPTIONS[name].show(was)} to "
            f"{ASSUMPTIONS[name].show(now)}"
            for name, (was, now) in self.levers.items()
        ]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a group asked, expected, found and decided, with the scenario it looked at."""

    at: datetime  # UTC
    scenario: Scenario
    question: str = ""
    expectation: str = ""
    finding: str = ""
    decision: str = ""
    owner: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not any(getattr(self, name) for name in QUESTIONS)


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """What a room expected of a scenario, and when the answer was revealed to it."""

    at: datetime  # UTC
    scenario: Scenario
    room: Expectation


@lru_cache(maxsize=64)
def put_back(present: Scenario, levers: tuple[tuple[str, float], ...]) -> Scenario:
    """Return a scenario with some levers where they were."""
    return Scenario(**(present.changes() | dict(levers)))


@dataclass(frozen=True)
class Record:
    """A session's moves, findings and predictions, oldest first; immutable."""

    moves: tuple[Move, ...] = ()
    findings: tuple[Finding, ...] = ()
    predictions: tuple[Prediction, ...] = ()

    def full(self) -> dict[str, int]:
        """Return what it holds the most of, and how many: each new one takes the oldest's place."""
        most = {"moves": MOST_MOVES, "findings": MOST_FINDINGS, "predictions": MOST_PREDICTIONS}
        return {name: number for name, number in most.items() if len(getattr(self, name)) >= number}

    def moved(self, before: Scenario, after: Scenario, at: datetime) -> "Record":
        """Add a change; the same levers moved again within seconds are one move.

        A lever that is back where the move began is no longer part of it. A move for which somebody
        gave a reason does not go, nor is one near another where a clock was set back between them.
        """
        levers = changed(before, after)
        if not levers:
            return self
        last = self.moves[-1] if self.moves else None
        if last and set(levers) == set(last.levers) and abs(at - last.at) <= ONE_MOVE:
            since = {name: (last.levers[name][0], now) for name, (_, now) in levers.items()}
            kept = {name: pair for name, pair in since.items() if pair[0] != pair[1]}
            again = (replace(last, levers=MappingProxyType(kept), at=at),) if kept else ()
            if again or not last.reason:
                return replace(self, moves=(*self.moves[:-1], *again))
        move = Move(at=at, levers=MappingProxyType(levers))
        return replace(self, moves=(*self.moves, move)[-MOST_MOVES:])

    def before(self, present: Scenario) -> Scenario | None:
        """Return the scenario before the last move; None without one that led to the present."""
        if not self.moves:
            return None
        levers = self.moves[-1].levers
        if any(getattr(present, name) != now for name, (_, now) in levers.items()):
            return None
        return put_back(present, tuple((name, was) for name, (was, _) in levers.items()))

    def because(self, reason: str, which: int = -1) -> "Record":
        """Give a move a reason, the last one if no other is meant; IndexError for no such move."""
        if not self.moves:
            return self
        moves = list(self.moves)
        moves[which] = replace(moves[which], reason=reason)
        return replace(self, moves=tuple(moves))

    def reasons(self) -> dict[str, str]:
        """Return the newest reason that was given for each lever, by its name."""
        return {name: m.reason for m in self.moves if m.reason for name in m.levers}

    def without(self, which: int) -> "Record":
        """Take out a finding."""
        kept = self.findings[:which] + self.findings[which + 1 :]
        return replace(self, findings=kept)

    def found(self, finding: Finding) -> "Record":
        """Add a finding, unless it is empty."""
        if finding.empty:
            return self
        return replace(self, findings=(*self.findings, finding)[-MOST_FINDINGS:])

    def predicted(self, prediction: Prediction) -> "Record":
        """Add a prediction, unless nobody said anything."""
        if not prediction.room.voices:
            return self
        kept = (*self.predictions, prediction)[-MOST_PREDICTIONS:]
        return replace(self, predictions=kept)
