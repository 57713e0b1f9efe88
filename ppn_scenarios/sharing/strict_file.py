"""What all files of ours have in common: read strictly, refused whole in words, and published."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar, Final, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ppn_scenarios.assumptions.version import MODEL_VERSION

from .kept import VERSION
from .not_json import why_not_json, why_not_text
from .refusals import named, said
from .told import told
from .upgrades import UPGRADES, LaterFileError, Upgrade, upgraded

LARGEST: Final = 1_000_000  # bytes: twelve scenarios with all the reasons that can be fit in it
MOST_NAMES: Final = 1_000  # in one object: none of ours has as many
LONGEST_NUMBER: Final = 25  # digits of a whole number
ELSEWHERE: Final = {  # files of ours by their format, and where each is taken in
    "ppn-scenarios": "This is a file of scenarios. Take it in on the page Record.",
    "ppn-scenes": "This is a file of scenes. Take it in on the page Talk.",
}


class SavedFileError(ValueError):
    """A file that cannot be used; the message says why and what to do, line by line."""


class Strict(BaseModel):
    """A part of a file: nothing unknown, nothing converted, no number that is none."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, strict=True, frozen=True)


class FileShape(Strict):
    """What every file begins with; `WHAT` is how people call a file of the kind.

    A kind says of itself which `format` and `version` it has, and how long the others may be.
    """

    WHAT: ClassVar[str]
    UPGRADES: ClassVar[Mapping[int, Upgrade]] = UPGRADES

    format: str
    version: int
    model: str
    data: str


Shape = TypeVar("Shape", bound=FileShape)


def write(whole: FileShape) -> str:
    """Return the text of a file, for people to read too."""
    return json.dumps(whole.model_dump(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read(kind: type[Shape], content: bytes) -> Shape:
    """Return what a file holds; SavedFileError, in words, for any that is not of the kind."""
    given = parsed(content, kind.WHAT)
    mine, version = (only(kind, name) for name in ("format", "version"))
    other = given.get("format") if isinstance(given, dict) else None
    if isinstance(other, str) and other in ELSEWHERE and other != mine:
        raise SavedFileError(ELSEWHERE[other])
    if isinstance(given, dict) and given.get("version") is True:  # which equals 1
        raise SavedFileError(f"version: it should be {version}. Choose a .json file saved here")
    try:
        whole = kind.model_validate(upgraded(given, kind.UPGRADES, version))
    except ValidationError as error:
        raise SavedFileError(said(error, kind.WHAT)) from None
    except LaterFileError as error:
        raise SavedFileError(str(error)) from None
    for name, text in (("model", whole.model), ("data", whole.data)):
        if not VERSION.fullmatch(text):
            raise SavedFileError(
                f"{name}: it names a version of the {name} that none can have. Save the file again "
                "from the explorer"
            )
    return whole


def only(kind: type[FileShape], field: str) -> Any:
    """Return the one value that a field of a kind of file may have."""
    (value,) = kind.model_fields[field].annotation.__args__  # type: ignore[union-attr]
    return value


def other_version(whole: FileShape) -> list[str]:
    """Return what to say of a file that was made with another version of the model."""
    if whole.model == MODEL_VERSION:
        return []
    return [
        f"This file was made with version {told(whole.model)} of the model; this is version "
        f"{MODEL_VERSION}. Its values are kept; what follows from them may differ."
    ]


def schema(kind: type[FileShape]) -> str:
    """Return the published JSON Schema of a kind of file."""
    return json.dumps(kind.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def parsed(content: bytes, what: str) -> Any:
    """Return what a file holds, or say why it is no JSON of ours."""
    if len(content) > LARGEST:
        raise SavedFileError(
            f"The file is more than {LARGEST:,} bytes long, and {what} never is. Choose a .json "
            "file saved here."
        )
    if why := why_not_text(content):
        raise SavedFileError(why)
    text = content.decode("utf-8").lstrip("\ufeff")
    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=no, parse_int=whole_number)
    except json.JSONDecodeError as error:
        raise SavedFileError(why_not_json(error)) from None
    except RecursionError:
        raise SavedFileError(
            f"The file is nested too deeply to be {what}. Choose a .json file saved here."
        ) from None
    except ValueError as error:
        raise SavedFileError(str(error)) from None


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's fields; one that is given twice is refused, as either could be meant."""
    if len(pairs) > MOST_NAMES:
        raise ValueError(
            f"What begins with “{named(pairs[0][0])}” has {len(pairs):,} names, more than any part "
            "of ours. Correct it."
        )
    found = dict(pairs)
    if len(found) != len(pairs):
        counted = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counted.items() if count > 1)
        raise ValueError(f"“{named(twice)}” is given twice. Delete one of them.")
    return found


def whole_number(digits: str) -> int:
    """Return a whole number, or refuse one that is too long for any lever."""
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(
            f"A number with {len(digits):,} digits is none that a lever can have. Correct it."
        )
    return int(digits)


def no(constant: str) -> NoReturn:
    """Refuse what JSON has no number for."""
    raise ValueError(f"{constant} is not a number that a lever can have. Correct it.")
