"""The scenario file: scenarios with all their values, as versioned JSON that survives changes.

A link carries what differs from the defaults; a file carries every value, so that it means the same
when a default has changed. A file that cannot be used is refused whole, naming each field and what
to do; nothing in it is run, and what the reader has is left as it is.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION

from . import strict_file
from .kept import LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON, Kept
from .lever_values import checked, missing
from .link import OLD_NAMES
from .refusals import listed
from .strict_file import LARGEST, FileShape, SavedFileError, Strict, other_version
from .told import told

__all__ = ["FORMAT", "LARGEST", "MOST", "SavedFileError", "read", "schema", "write"]

FORMAT: Final = "ppn-scenarios"
MOST: Final = 50  # scenarios in one file: more than a session keeps


class OneScenario(Strict):
    """One scenario: every lever by name, as a number in the lever's own unit."""

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    levers: dict[str, float]
    reasons: dict[str, Annotated[str, Field(max_length=LONGEST_REASON)]] = {}  # noqa: RUF012 - copied


class ScenarioFile(FileShape):
    """The whole file; `model` and `data` are the versions that it was written with."""

    WHAT: ClassVar = "a scenario file"

    format: Literal["ppn-scenarios"]
    version: Literal[1]  # raise it when the shape changes, and add an upgrade
    model: Annotated[str, Field(max_length=20)]
    data: Annotated[str, Field(max_length=40)]
    scenarios: Annotated[list[OneScenario], Field(min_length=1, max_length=MOST)]


def write(kept: Sequence[Kept], data_version: str) -> str:
    """Return scenarios as the text of a file, every value written out in full."""
    whole = ScenarioFile(
        format=FORMAT,
        version=1,
        model=MODEL_VERSION,
        data=data_version,
        scenarios=[
            OneScenario(
                name=one.name, note=one.note, levers=asdict(one.scenario), reasons=dict(one.reasons)
            )
            for one in kept
        ],
    )
    return strict_file.write(whole)


def read(content: bytes) -> tuple[list[Kept], list[str]]:
    """Return the scenarios of a file, and what its reader must be told.

    Raises SavedFileError, in words, for anything else than a file of this kind.
    """
    whole = strict_file.read(ScenarioFile, content)
    notes = other_version(whole)
    problems: list[str] = []
    found = [taken(one, whole, problems, notes) for one in whole.scenarios]
    names = [one.name for one in found if one]
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    problems += [f"Two scenarios are named “{told(name)}”. Rename one of them" for name in twice]
    if problems:
        raise SavedFileError(listed(problems))
    return [one for one in found if one], notes


def taken(
    one: OneScenario, whole: ScenarioFile, problems: list[str], notes: list[str]
) -> Kept | None:
    """Return one scenario, or put what is wrong with it among the problems."""
    values = checked(one.levers, one.name, problems)
    notes += missing(values, one.name)
    try:
        return Kept(
            name=one.name,
            note=one.note,
            scenario=Scenario(**values),
            reasons={OLD_NAMES.get(k, k): v for k, v in one.reasons.items()},
            model=whole.model,
            data=whole.data,
        )
    except ValueError as refusal:
        problems.append(str(refusal))
    return None


def schema() -> str:
    """Return the published JSON Schema of the file."""
    return strict_file.schema(ScenarioFile)
