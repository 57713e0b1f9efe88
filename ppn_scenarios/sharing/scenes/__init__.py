"""Scenes of a talk: the built-in storyline, and scenes of the reader's own as text and back."""

from .scene import LEAST_MINUTES, LEVERS_TO_TRY, MOST_MINUTES, MOST_SCENES, STAGED, Scene
from .storyline import FIRST, STORYLINE, scenes_beside

__all__ = [
    "FIRST",
    "LEAST_MINUTES",
    "LEVERS_TO_TRY",
    "MOST_MINUTES",
    "MOST_SCENES",
    "STAGED",
    "STORYLINE",
    "Scene",
    "scenes_beside",
]
