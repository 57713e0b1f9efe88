"""The scenario that a command is given: a file, or none for things as they stand."""

from pathlib import Path
from typing import Final

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.scenario_file import ScenarioFileError, read
from ppn_scenarios.tables.queries import data_version
from ppn_scenarios.wording.places import Place, places

from .refusal import NO_SCENARIO, CommandError

AS_THINGS_STAND: Final = "As things stand"


def given(file: str | None, name: str | None = None) -> tuple[Kept, list[str]]:
    """Return the scenario in a file, and what its reader must be told; no file: as things stand.

    `name` picks one of several. Raises CommandError, in words, for a file that cannot be used.
    """
    if file is None:
        return Kept(name=AS_THINGS_STAND, scenario=Scenario(), data=data_version()), []
    try:
        found, notes = read(Path(file).read_bytes())
    except FileNotFoundError:
        raise CommandError(f"{file}: there is no such file. Check its name.", NO_SCENARIO) from None
    except IsADirectoryError:
        raise CommandError(f"{file} is a folder. Name a file in it.", NO_SCENARIO) from None
    except PermissionError:
        raise CommandError(f"{file}: you may not read this file.", NO_SCENARIO) from None
    except OSError as error:
        raise CommandError(f"{file}: it cannot be read: {error.strerror}.", NO_SCENARIO) from None
    except ScenarioFileError as error:
        raise CommandError(f"{file}: {error}", NO_SCENARIO) from None
    return picked(found, file, name), notes


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
