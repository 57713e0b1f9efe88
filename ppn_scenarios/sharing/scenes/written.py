"""The reader's own scenes as text for a link and for windows that follow, and back.

The text is JSON, packed so that a few scenes fit in a link. It comes back from outside, so it is
unpacked no further than our own could go, and nothing in it is run.
"""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Collection, Sequence
from typing import Annotated, Final

from pydantic import Field, TypeAdapter, ValidationError

from ppn_scenarios.sharing.view import LONGEST_SCENES

from .scene import MOST_SCENES, Scene
from .shape import SceneShape, shape_of, taken

LARGEST: Final = 200_000  # bytes unpacked: twenty scenes with every lever and a long note
PACKED: Final = 60_000  # characters
_SCENES: Final[TypeAdapter[list[SceneShape]]] = TypeAdapter(
    Annotated[list[SceneShape], Field(max_length=MOST_SCENES)]
)
DAMAGED: Final = (
    "The scenes that came with this link are damaged; they were left out. Ask for the link again."
)


def write(scenes: Sequence[Scene]) -> str:
    """Return scenes as text of letters, digits, - and _; nothing for none."""
    if not scenes:
        return ""
    whole = _SCENES.dump_json([shape_of(one) for one in scenes], exclude_defaults=True)
    return urlsafe_b64encode(zlib.compress(whole, 9)).decode().rstrip("=")


def for_link(scenes: Sequence[Scene]) -> str:
    """Return the text if a link has room for it, and else nothing."""
    text = write(scenes)
    return text if len(text) <= LONGEST_SCENES else ""


def read(text: str, places: Collection[str]) -> tuple[tuple[Scene, ...], list[str]]:
    """Return the scenes in a text, and what its reader must be told. Never raises."""
    if not text:
        return (), []
    try:
        found = _SCENES.validate_json(unpacked(text))
    except (ValidationError, ValueError):
        return (), [DAMAGED]
    notes: list[str] = []
    scenes = [taken(shape, places, notes) for shape in found]
    return tuple(scene for scene in scenes if scene), notes


def unpacked(text: str) -> bytes:
    """Return what a text was packed from; ValueError for what is too long or was not packed."""
    if len(text) > PACKED:
        raise ValueError("too long")
    engine = zlib.decompressobj()
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        found = engine.decompress(raw, LARGEST)
    except (Error, zlib.error) as problem:
        raise ValueError(str(problem)) from None
    if engine.unconsumed_tail or not engine.eof:
        raise ValueError("it goes on")
    return found
