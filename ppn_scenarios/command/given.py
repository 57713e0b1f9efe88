"""The scenario that a command is given: a file, or none for things as they stand."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import FIRST_GOAL, GOALS
from ppn_scenarios.model import HORIZON
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.scenario_file import LARGEST, SavedFileError, read
from ppn_scenarios.tables.queries import data_version
from ppn_scenarios.wording.places import Place, places

from .refusal import NO_SCENARIO, CommandError

AS_THINGS_STAND: Final = "As things stand"


def given(file: str | None, name: str | None = None) -> tuple[Kept, list[str]]:
    """Return the scenario in a file, and what its reader must be told; no file: as things stand.

    `name` picks one of several. Raises CommandError, in words, for a file that cannot be used.
    """
    kept, _, notes = given_with_others(file, name)
    return kept, notes


def given_with_others(
    file: str | None, name: str | None = None
) -> tuple[Kept, list[Kept], list[str]]:
    """Return the scenario in a file, the others in it, and what its reader must be told."""
    if file is None:
        return Kept(name=AS_THINGS_STAND, scenario=Scenario(), data=data_version()), [], []
    found, notes = opened(file)
    mine = picked(found, file, name)
    return mine, [one for one in found if one is not mine], notes


def opened(file: str) -> tuple[list[Kept], list[str]]:
    """Return every scenario in a file, and what its reader must be told; CommandError if none."""
    try:
        with Path(file).open("rb") as source:
            return read(source.read(LARGEST + 1))  # one more than it can have, and no more
    except FileNotFoundError:
        raise CommandError(f"{file}: there is no such file. Check its name.", NO_SCENARIO) from None
    except IsADirectoryError:
        raise CommandError(f"{file} is a folder. Name a file in it.", NO_SCENARIO) from None
    except PermissionError:
        raise CommandError(
            f"{file}: you may not read this file. Ask its owner.", NO_SCENARIO
        ) from None
    except OSError as error:
        raise CommandError(
            f"{file}: it cannot be read: {error.strerror}. Name a copy.", NO_SCENARIO
        ) from None
    except SavedFileError as error:
        raise CommandError(f"{file}: {error}", NO_SCENARIO) from None


def picked(found: list[Kept], file: str, name: str | None) -> Kept:
    """Return the one scenario that is meant, or say which there are."""
    wanted = [one for one in found if name in (None, one.name)]
    if len(wanted) == 1:
        return wanted[0]
    there = ", ".join(f"“{one.name}”" for one in found)
    why = "holds several scenarios" if name is None else f"holds no scenario named “{name}”"
    raise CommandError(f"{file} {why}: {there}. Pick one with --name.", NO_SCENARIO)


def place(code: str) -> Place:
    """Return a place by its code; CommandError, naming the codes, for one that is not known."""
    if code not in places():
        some = ", ".join(f"{p.code} ({p.name})" for p in places().values() if p.level != "ics")
        why = f"--place: “{code}” is no place that we know. Give an ICS's code, or: {some}."
        raise CommandError(why, NO_SCENARIO)
    return places()[code]


def goal(id: str | None, where: Place) -> Goal:
    """Return a goal by its id, in its own year; CommandError, naming all, for one not known."""
    id = FIRST_GOAL if id is None else id
    if id not in GOALS:
        some = ", ".join(f"{one} ({target.label})" for one, target in GOALS.items())
        raise CommandError(
            f"--goal: “{id}” is no goal that we know. Give one of: {some}.", NO_SCENARIO
        )
    return Goal(id, GOALS[id].due or HORIZON, where.code)


def link(text: str) -> str:
    """Return where the app shows a scenario; CommandError for what is no address of a page."""
    if text and urlsplit(text).scheme not in ("http", "https"):
        why = f"--link: “{text}” is no address of a page. Give one that starts with https://."
        raise CommandError(why, NO_SCENARIO)
    return text
