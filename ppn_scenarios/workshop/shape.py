"""The shape that a session has as text: what may be in it, and how much of each."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from ppn_scenarios.sharing.kept import LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON, tidy
from ppn_scenarios.sharing.scenes import MOST_SCENES
from ppn_scenarios.sharing.scenes.shape import SceneShape
from ppn_scenarios.sharing.told import told

from .expectation import MOST_VOICES
from .history import LONGEST
from .record import LONGEST_TEXT, MOST_FINDINGS, MOST_MOVES, MOST_PREDICTIONS, QUESTIONS

LARGEST: Final = 950_000  # bytes of a session, as it is sent: a message has 1,024 kB at the least
TOO_LARGE: Final = "What this browser kept of an earlier session is too large to be ours."
MOST_KEPT: Final = 40
MOST_LEVERS: Final = 1_000  # far more than there are: newer explorers may have more than this one
Changes = Annotated[dict[str, float], Field(max_length=MOST_LEVERS)]
Text = Annotated[str, Field(max_length=LONGEST_TEXT)]
Notes = dict[str, None]  # what to tell the reader of what was left out, each once
MOST_SAID: Final = 30
YEARS: Final = range(2000, 2201)  # when a session can have been: any time zone can show these


def sent(text: str) -> int:
    """Return how many bytes a browser sends to hand a session back, as a text within JSON."""
    return len(text.encode()) + text.count('"') + text.count("\\")


def few(notes: Notes) -> list[str]:
    """Return the first notes, and how many more there are."""
    more = [f"and {len(notes) - MOST_SAID:,} more"] if len(notes) > MOST_SAID else []
    return [*list(notes)[:MOST_SAID], *more]


def possible(at: datetime, notes: Notes) -> bool:
    """Return whether a session can have been at a time; what cannot be is said once."""
    if at.year in YEARS:
        return True
    notes[f"Something of the year {at.year} was left out: no session was then."] = None
    return False


def tidied(text: str, notes: Notes) -> str:
    """Return a text with its spaces in order, or nothing and a note if it cannot be shown."""
    try:
        return tidy(text, LONGEST_TEXT, "A text of the earlier session")
    except ValueError as problem:
        notes[str(problem)] = None
        return ""


def answers(given: Mapping[str, str], notes: Notes) -> dict[str, str]:
    """Return what was written under each question of the record; of any other it is said."""
    for name in given:
        if name not in QUESTIONS:
            unknown = f"“{told(name)}”, which is no question of the record"
            notes[f"What stood under {unknown}, was left out."] = None
    return {name: tidied(text, notes) for name, text in given.items() if name in QUESTIONS}


class Part(BaseModel):
    """A part of it: nothing unknown, no number that is none."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class MoveText(Part):
    """One move."""

    at: AwareDatetime
    levers: Annotated[dict[str, tuple[float, float]], Field(max_length=MOST_LEVERS)]
    reason: Text = ""


class FindingText(Part):
    """What a group wrote down."""

    at: AwareDatetime
    scenario: Changes
    said: dict[str, Text]


class KeptText(Part):
    """A scenario kept by name, by what it changes."""

    name: Annotated[str, Field(max_length=LONGEST_NAME)]
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    scenario: Changes
    reasons: dict[str, Annotated[str, Field(max_length=LONGEST_REASON)]] = {}
    model: Annotated[str, Field(max_length=20)]
    data: Annotated[str, Field(max_length=40)]


class RoomText(Part):
    """What a room expects: each voice's low and high."""

    measure: Annotated[str, Field(max_length=40)]
    place: Annotated[str, Field(max_length=40)]
    voices: Annotated[list[tuple[float, float]], Field(max_length=MOST_VOICES)]


class PredictionText(Part):
    """What a room expected of a scenario that it then saw."""

    at: AwareDatetime
    scenario: Changes
    room: RoomText


class SessionText(Part):
    """The whole; `model` is the version that it was made with."""

    model: str
    present: Changes
    past: Annotated[list[Changes], Field(max_length=LONGEST)] = []
    future: Annotated[list[Changes], Field(max_length=LONGEST)] = []
    moves: Annotated[list[MoveText], Field(max_length=MOST_MOVES)] = []
    findings: Annotated[list[FindingText], Field(max_length=MOST_FINDINGS)] = []
    kept: Annotated[list[KeptText], Field(max_length=MOST_KEPT)] = []
    draft: dict[str, Text] = {}
    predictions: Annotated[list[PredictionText], Field(max_length=MOST_PREDICTIONS)] = []
    room: RoomText | None = None
    scenes: Annotated[list[SceneShape], Field(max_length=MOST_SCENES)] = []
