"""What stands in a session and this explorer does not know: a newer one wrote it.

It is named. What stands beside the parts that we know stays with the session as it came, so that
the explorer that wrote it finds it again.
"""

from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter

from ppn_scenarios.sharing.refusals import named

from .shape import Notes, SessionText

LONGEST: Final = 200_000  # characters of it that stay
PARTS: Final = {  # of a session, and what people call one of each
    "moves": "a move",
    "findings": "a finding",
    "kept": "a kept scenario",
    "predictions": "a prediction",
    "scenes": "a scene",
}

_OBJECT: Final[TypeAdapter[dict[str, Any]]] = TypeAdapter(dict[str, Any])


def beyond(found: SessionText, notes: Notes) -> str:
    """Return what stays of what we do not know, as the text of an object, or nothing.

    Each name that is unknown is said once.
    """
    held: dict[str, Any] = found.model_extra or {}
    text = _OBJECT.dump_json(held).decode() if held else ""
    stays = len(text) <= LONGEST
    then = "it is not used here, and stays with the session" if stays else "it was left out"
    for name in held:
        notes[f"“{named(name)}” is no part of a session that this explorer knows: {then}."] = None
    for what, part in parts(found):
        for name in part.model_extra or {}:
            notes[f"“{named(name)}” of {what} is not known to this explorer: it was left out."] = (
                None
            )
    return text if stays else ""


def parts(found: SessionText) -> Iterator[tuple[str, BaseModel]]:
    """Yield each part of a session with what people call it."""
    for name, what in PARTS.items():
        for part in getattr(found, name):
            yield what, part
    rooms = [found.room, *(one.room for one in found.predictions)]
    yield from (("a prediction", room) for room in rooms if room)


def together(earlier: str, now: str) -> str:
    """Return what stays of two sessions, of what both have that of the present one."""
    if not (earlier and now):
        return earlier or now
    both = _OBJECT.validate_json(earlier) | _OBJECT.validate_json(now)
    text = _OBJECT.dump_json(both).decode()
    return text if len(text) <= LONGEST else now
