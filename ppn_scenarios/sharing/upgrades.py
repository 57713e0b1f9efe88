"""How files of older shapes become files of today's shape, one version at a time."""

from collections.abc import Callable, Mapping
from typing import Any, Final

NEWEST: Final = 1
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]


class LaterFileError(ValueError):
    """A file that a later explorer made."""


UPGRADES: Final[Mapping[int, Upgrade]] = {}  # from this version to the next


def upgraded(given: Any, upgrades: Mapping[int, Upgrade] = UPGRADES, newest: int = NEWEST) -> Any:
    """Return what a file holds in today's shape; LaterFileError for a file of a later explorer.

    What is no file of ours is returned as it is, for the reader of files to refuse.
    """
    if not isinstance(given, dict) or not isinstance(given.get("version"), int):
        return given
    if given["version"] > newest:
        raise LaterFileError(
            f"This file has shape {given['version']}, made by a newer explorer; this one reads up "
            f"to {newest}. Open it where it was made, or update this explorer."
        )
    while given["version"] in upgrades:
        given = {**upgrades[given["version"]](given), "version": given["version"] + 1}
    return given
