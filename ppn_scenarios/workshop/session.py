"""A session as text and back: kept in the reader's own browser, so that nothing is lost.

The text comes back from outside, so it is read as a stranger's would be: what does not fit is given
up and said, and the rest is kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.scenes import Scene
from ppn_scenarios.sharing.scenes.shape import shape_of, taken

from .beyond import beyond
from .expectation import Expectation
from .foretold import predictions, room, room_text, texts_of
from .history import History
from .record import QUESTIONS, Finding, Move, Record
from .shape import (
    LARGEST,
    TOO_LARGE,
    Changes,
    FindingText,
    KeptText,
    MoveText,
    Notes,
    SessionText,
    answers,
    few,
    possible,
    sent,
    tidied,
)


@dataclass(frozen=True, kw_only=True)
class Session:
    """All that a reader made in a session, apart from the view."""

    history: History
    record: Record = field(default_factory=Record)
    kept: tuple[Kept, ...] = ()
    draft: Mapping[str, str] = field(default_factory=dict)  # a finding that is being written
    room: Expectation | None = None  # a prediction that is being made
    scenes: tuple[Scene, ...] = ()
    beyond: str = ""  # the text of an object with what a newer explorer wrote


_TEXT: Final[TypeAdapter[SessionText]] = TypeAdapter(SessionText)
_STEP: Final[TypeAdapter[Changes]] = TypeAdapter(Changes)


def write(session: Session) -> str:
    """Return a session as text; the oldest steps are left out where it would be too long."""
    past = session.history.past
    while sent(text := written(session, past)) > LARGEST and past:
        past = past[len(past) // 2 + 1 :]
    return text


def written(session: Session, past: tuple[Scenario, ...]) -> str:
    """Return a session as text, with some of its past steps alone."""
    record = session.record
    whole = SessionText(
        model=MODEL_VERSION,
        present=session.history.present.changes(),
        past=[],
        future=[scenario.changes() for scenario in session.history.future],
        moves=[MoveText(at=m.at, levers={**m.levers}, reason=m.reason) for m in record.moves],
        findings=[
            FindingText(
                at=f.at,
                scenario=f.scenario.changes(),
                said={name: getattr(f, name) for name in QUESTIONS},
            )
            for f in record.findings
        ],
        kept=[
            KeptText(
                name=k.name,
                note=k.note,
                scenario=k.scenario.changes(),
                reasons=dict(k.reasons),
                model=k.model,
                data=k.data,
            )
            for k in session.kept
        ],
        draft=dict(session.draft),
        predictions=texts_of(record.predictions),
        room=room_text(session.room) if session.room else None,
        scenes=[shape_of(scene) for scene in session.scenes],
    )
    text = _TEXT.dump_json(whole).decode()
    text = text.replace('"past":[]', f'"past":[{",".join(map(step, past))}]', 1)
    return f"{text[:-1]},{session.beyond[1:]}" if session.beyond else text


@lru_cache(maxsize=512)
def step(scenario: Scenario) -> str:
    """Return a past step as text, written once: each later change keeps all of them."""
    return _STEP.dump_json(scenario.changes()).decode()


def read(text: str) -> tuple[Session | None, list[str]]:
    """Return the session in a text, and what its reader must be told; None if it is no session."""
    if len(text) > 2 * LARGEST:
        return None, [TOO_LARGE]
    try:
        found = _TEXT.validate_json(text, strict=False, extra="allow")
    except ValidationError:
        return None, ["What this browser kept of an earlier session is damaged; it was left out."]
    notes: Notes = {}
    if found.model != MODEL_VERSION:
        notes["The session kept in this browser is from another version of the model."] = None
    history = History(
        scenario_of(found.present, notes),
        tuple(scenario_of(changes, notes) for changes in found.past),
        tuple(scenario_of(changes, notes) for changes in found.future),
    )
    foretold = predictions(found, lambda changes: scenario_of(changes, notes), notes)
    record = Record(tuple(moves(found, notes)), tuple(findings(found, notes)), tuple(foretold))
    draft = answers(found.draft, notes)
    now = room(found.room, notes) if found.room else None
    wrong: list[str] = []
    scenes = tuple(scene for shape in found.scenes if (scene := taken(shape, None, wrong)))
    notes |= dict.fromkeys(wrong)
    whole = Session(
        history=history,
        record=record,
        kept=tuple(kept(found, notes)),
        draft=draft,
        room=now,
        scenes=scenes,
        beyond=beyond(found, notes),
    )
    return whole, few(notes)


def scenario_of(changes: Changes, notes: Notes) -> Scenario:
    """Return a scenario from its changes; a value that cannot be is left out and said once."""
    sound = {name: v for name, v in changes.items() if can_be(name, [v], notes)}
    return Scenario(**sound)


def moves(found: SessionText, notes: Notes) -> Iterator[Move]:
    """Yield the moves, of levers that are known and between values that can be."""
    for move in found.moves:
        known = {name: pair for name, pair in move.levers.items() if can_be(name, pair, notes)}
        if known and possible(move.at, notes):
            reason = tidied(move.reason, notes)
            yield Move(at=move.at.astimezone(UTC), levers=MappingProxyType(known), reason=reason)


def can_be(name: str, values: Iterable[float], notes: Notes) -> bool:
    """Return whether a lever can have some values; what cannot be is said once."""
    sound = True
    for value in values:
        try:
            ASSUMPTIONS[name].check(value)
        except (KeyError, ValueError) as problem:
            sound = False
            note = str(problem) if isinstance(problem, ValueError) else f"{name[:40]} is no lever"
            notes[note] = None
    return sound


def findings(found: SessionText, notes: Notes) -> Iterator[Finding]:
    """Yield what a group wrote down."""
    for one in found.findings:
        said: dict[str, Any] = answers(one.said, notes)
        if possible(one.at, notes):
            at: datetime = one.at.astimezone(UTC)
            yield Finding(at=at, scenario=scenario_of(one.scenario, notes), **said)


def kept(found: SessionText, notes: Notes) -> Iterator[Kept]:
    """Yield the scenarios kept by name, each name once."""
    names: set[str] = set()
    for one in found.kept:
        scenario = scenario_of(one.scenario, notes)
        try:
            known = {name: getattr(one, name) for name in KeptText.model_fields}
            held = Kept(**known | {"scenario": scenario})
        except ValueError as problem:
            notes[str(problem)] = None
            continue
        if held.name in names:
            notes[f"Two kept scenarios are named “{held.name}”; the second was left out."] = None
        else:
            names.add(held.name)
            yield held
