"""The file of scenes: a storyline of one's own as versioned JSON, every value written out.

A file that cannot be used is refused whole, naming each field and what to do.
"""

import json
from collections.abc import Collection, Sequence
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.sharing.link import told
from ppn_scenarios.sharing.refusals import listed, said
from ppn_scenarios.sharing.scenario_file import ScenarioFileError, parsed
from ppn_scenarios.sharing.upgrades import LaterFileError, upgraded

from .scene import MOST_SCENES, Scene
from .shape import SceneShape, shape_of, taken

FORMAT: Final = "ppn-scenes"
FORMAT_VERSION: Final = 1  # raise it when the shape changes, and add an upgrade


class SceneFile(BaseModel):
    """The whole file; `model` and `data` are the versions that it was written with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["ppn-scenes"]
    version: Literal[1]
    model: Annotated[str, Field(max_length=20)]
    data: Annotated[str, Field(max_length=40)]
    scenes: Annotated[list[SceneShape], Field(min_length=1, max_length=MOST_SCENES)]


def write(scenes: Sequence[Scene], data_version: str) -> str:
    """Return scenes as the text of a file."""
    whole = SceneFile(
        format="ppn-scenes",
        version=1,
        model=MODEL_VERSION,
        data=data_version,
        scenes=[shape_of(one, whole=True) for one in scenes],
    )
    return json.dumps(whole.model_dump(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read(content: bytes, places: Collection[str]) -> tuple[tuple[Scene, ...], list[str]]:
    """Return the scenes of a file, and what its reader must be told.

    Raises ScenarioFileError, in words, for anything else than a file of this kind.
    """
    given = parsed(content)
    if isinstance(given, dict) and given.get("format") == "ppn-scenarios":
        raise ScenarioFileError(
            "This is a file of scenarios, not of scenes. Take it in on the page Record."
        )
    try:
        whole = SceneFile.model_validate(upgraded(given, {}, FORMAT_VERSION))
    except ValidationError as error:
        raise ScenarioFileError(said(error)) from None
    except LaterFileError as error:
        raise ScenarioFileError(str(error)) from None
    problems: list[str] = []
    scenes = [taken(shape, places, problems) for shape in whole.scenes]
    if problems:
        raise ScenarioFileError(listed(problems))
    notes = []
    if whole.model != MODEL_VERSION:
        notes.append(
            f"This file was made with version {told(whole.model)} of the model; this is version "
            f"{MODEL_VERSION}. Its values are kept; what follows from them may differ."
        )
    return tuple(scene for scene in scenes if scene), notes
