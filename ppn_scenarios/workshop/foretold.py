"""What a room expected, as a part of a session's text and back."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC

from ppn_scenarios.assumptions import Scenario

from .expectation import Expectation, Voice
from .record import Prediction
from .shape import Changes, Notes, PredictionText, RoomText, SessionText, possible


def texts_of(predictions: Iterable[Prediction]) -> list[PredictionText]:
    """Return predictions as they stand in a text."""
    return [
        PredictionText(at=p.at, scenario=p.scenario.changes(), room=room_text(p.room))
        for p in predictions
    ]


def room_text(room: Expectation) -> RoomText:
    """Return a room's figures as they stand in a text."""
    voices = [(voice.low, voice.high) for voice in room.voices]
    return RoomText(measure=room.measure, place=room.place, voices=voices)


def room(found: RoomText, notes: Notes) -> Expectation:
    """Return a room's figures; one that cannot be is left out and said."""
    voices = []
    for low, high in found.voices:
        try:
            voices.append(Voice(low, high))
        except ValueError as problem:
            notes[f"A figure of the room was left out: {problem}."] = None
    return Expectation(measure=found.measure, place=found.place, voices=tuple(voices))


def predictions(
    found: SessionText, scenario_of: Callable[[Changes], Scenario], notes: Notes
) -> Iterator[Prediction]:
    """Yield the predictions that anybody made."""
    for one in found.predictions:
        expected = room(one.room, notes)
        if expected.voices and possible(one.at, notes):
            yield Prediction(
                at=one.at.astimezone(UTC), scenario=scenario_of(one.scenario), room=expected
            )
