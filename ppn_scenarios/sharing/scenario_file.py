"""The scenario file: scenarios with all their values, as versioned JSON that survives changes.

A link carries what differs from the defaults; a file carries every value, so that it means the same
when a default has changed. A file that cannot be used is refused whole, naming each field and what
to do; nothing in it is run, and what the reader has is left as it is.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any, Final, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION

from .kept import LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON, Kept
from .link import OLD_NAMES, told
from .refusals import listed, said
from .upgrades import LaterFileError, upgraded

FORMAT: Final = "ppn-scenarios"
FORMAT_VERSION: Final = 1  # raise it when the shape changes, and add an upgrade
LARGEST: Final = 400_000  # bytes: twenty scenarios with a reason for every lever fit in it
MOST: Final = 20  # scenarios in one file
LONGEST_NUMBER: Final = 25  # digits of a whole number


class ScenarioFileError(ValueError):
    """A file that cannot be used; the message says why and what to do, line by line."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, strict=True, frozen=True)


class OneScenario(_Strict):
    """One scenario: every lever by name, as a number in the lever's own unit."""

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    levers: dict[str, float]
    reasons: dict[str, Annotated[str, Field(max_length=LONGEST_REASON)]] = {}


class ScenarioFile(_Strict):
    """The whole file; `model` and `data` are the versions that it was written with."""

    format: Literal["ppn-scenarios"]
    version: Literal[1]
    model: Annotated[str, Field(max_length=20)]
    data: Annotated[str, Field(max_length=40)]
    scenarios: Annotated[list[OneScenario], Field(min_length=1, max_length=MOST)]


def write(kept: Sequence[Kept], data_version: str) -> str:
    """Return scenarios as the text of a file, every value written out in full."""
    whole = ScenarioFile(
        format="ppn-scenarios",
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
    return json.dumps(whole.model_dump(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read(content: bytes) -> tuple[list[Kept], list[str]]:
    """Return the scenarios of a file, and what its reader must be told.

    Raises ScenarioFileError, in words, for anything else than a file of this kind.
    """
    try:
        whole = ScenarioFile.model_validate(upgraded(parsed(content)))
    except ValidationError as error:
        raise ScenarioFileError(said(error)) from None
    except LaterFileError as error:
        raise ScenarioFileError(str(error)) from None
    notes = []
    if whole.model != MODEL_VERSION:
        notes.append(
            f"This file was made with version {told(whole.model)} of the model; this is version "
            f"{MODEL_VERSION}. Its values are kept; what follows from them may differ."
        )
    problems: list[str] = []
    found = [taken(one, whole, problems, notes) for one in whole.scenarios]
    names = [one.name for one in found if one]
    problems += [f"Two scenarios are named “{told(n)}”" for n in {*names} if names.count(n) > 1]
    if problems:
        raise ScenarioFileError(listed(problems))
    return [one for one in found if one], notes


def parsed(content: bytes) -> Any:
    """Return what a file holds, or say why it is no JSON of ours."""
    if len(content) > LARGEST:
        raise ScenarioFileError(
            f"The file is {len(content):,} bytes long; a scenario file has at most {LARGEST:,}."
        )
    try:
        text = content.decode("utf-8").lstrip("\ufeff")
        return json.loads(text, object_pairs_hook=once, parse_constant=no, parse_int=whole)
    except UnicodeDecodeError:
        raise ScenarioFileError("The file is not text. Choose a .json file kept here.") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ScenarioFileError(
            f"The file breaks off or is no JSON ({where}: {error.msg}). Save it again."
        ) from None
    except RecursionError:
        raise ScenarioFileError("The file is nested too deeply to be a scenario file.") from None
    except ValueError as error:
        raise ScenarioFileError(str(error)) from None


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's fields; one that is given twice is refused, as either could be meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"“{told(twice)}” is given twice. Delete one of them.")
    return found


def whole(digits: str) -> int:
    """Return a whole number, or refuse one that is too long for any lever."""
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"A number with {len(digits):,} digits is none that a lever can have.")
    return int(digits)


def no(constant: str) -> NoReturn:
    """Refuse what JSON has no number for."""
    raise ValueError(f"{constant} is not a number that a lever can have.")


def taken(
    one: OneScenario, whole: ScenarioFile, problems: list[str], notes: list[str]
) -> Kept | None:
    """Return one scenario, or put what is wrong with it among the problems."""
    values: dict[str, float] = {}
    for written, value in one.levers.items():
        name = OLD_NAMES.get(written, written)
        if name not in ASSUMPTIONS:
            problems.append(f"{told(one.name)}: “{told(written)}” is no lever. Delete it.")
            continue
        try:
            values[name] = ASSUMPTIONS[name].check(value)
        except ValueError as refusal:
            problems.append(f"{told(one.name)}: {refusal}")
    if missing := len(ASSUMPTIONS.keys() - values.keys()):
        notes.append(
            f"{told(one.name)}: {missing} levers are not in the file; they have today's defaults."
        )
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
    return json.dumps(ScenarioFile.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
