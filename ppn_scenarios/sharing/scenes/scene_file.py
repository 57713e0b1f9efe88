"""The file of scenes: a storyline of one's own as versioned JSON, every value written out.

A file that cannot be used is refused whole, naming each field and what to do.
"""

from collections.abc import Collection, Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.sharing import strict_file
from ppn_scenarios.sharing.lever_values import missing
from ppn_scenarios.sharing.refusals import listed
from ppn_scenarios.sharing.strict_file import FileShape, SavedFileError, other_version

from .scene import MOST_SCENES, Scene
from .shape import SceneShape, shape_of, taken

FORMAT: Final = "ppn-scenes"


class SceneFile(FileShape):
    """The whole file; `model` and `data` are the versions that it was written with."""

    WHAT: ClassVar = "a file of scenes"
    UPGRADES: ClassVar = {}  # from this version to the next

    format: Literal["ppn-scenes"]
    version: Literal[1]  # raise it when the shape changes, and add an upgrade
    model: Annotated[str, Field(max_length=20)]
    data: Annotated[str, Field(max_length=40)]
    scenes: Annotated[list[SceneShape], Field(min_length=1, max_length=MOST_SCENES)]


def write(scenes: Sequence[Scene], data_version: str) -> str:
    """Return scenes as the text of a file."""
    return strict_file.write(
        SceneFile(
            format=FORMAT,
            version=1,
            model=MODEL_VERSION,
            data=data_version,
            scenes=[shape_of(one, whole=True) for one in scenes],
        )
    )


def read(content: bytes, places: Collection[str]) -> tuple[tuple[Scene, ...], list[str]]:
    """Return the scenes of a file, and what its reader must be told.

    Raises SavedFileError, in words, for anything else than a file of this kind.
    """
    whole = strict_file.read(SceneFile, content)
    problems: list[str] = []
    scenes = [taken(shape, places, problems) for shape in whole.scenes]
    if problems:
        raise SavedFileError(listed(problems))
    notes = other_version(whole)
    for shape in whole.scenes:
        notes += missing(shape.levers, shape.title) if shape.levers is not None else []
    return tuple(scene for scene in scenes if scene), notes


def schema() -> str:
    """Return the published JSON Schema of the file."""
    return strict_file.schema(SceneFile)
