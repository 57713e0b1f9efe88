"""What is wrong with a file, in words: each field by its place, and what to do about it."""

import re
from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError

from .told import told

NAME: Final = re.compile(r"[A-Za-z]\w{0,40}", re.ASCII)
WHOLE: Final = "The file is JSON, but not {file}. Choose a .json file saved here"
SHOWN: Final = 8  # problems named at once
FIXES: Final = {  # what is wrong with a field, by its kind, and what to do
    "missing": "it is missing. Save the file again from the explorer",
    "extra_forbidden": "it is no field of {file}. Delete it",
    "model_type": "it is not what {file} has there. Choose a .json file saved here",
    "literal_error": "it should be {expected}. Choose a .json file saved here",
    "string_type": "it should be a text, between quotation marks",
    "string_unicode": "it holds characters that cannot be shown. Type it again",
    "string_too_short": "it is empty. Write something there",
    "string_too_long": "it has more than {max_length} characters. Shorten it",
    "float_type": "it should be a number, without quotation marks",
    "int_type": "it should be a whole number, without quotation marks",
    "greater_than_equal": "it should be {ge} or more. Correct it",
    "less_than_equal": "it should be {le} or less. Correct it",
    "finite_number": "it is larger than any number a lever can have. Correct it",
    "dict_type": "it should be names with their values, between curly brackets",
    "list_type": "it should be a list, between square brackets",
    "too_short": "it is empty. Save the file again from the explorer",
    "too_long": "it has more than {max_length}. Save fewer in one file",
}


def said(error: ValidationError, file: str) -> str:
    """Return what is wrong with a file in words, each field by its place; `file` is its kind."""
    lines = []
    for problem in error.errors(include_url=False, include_input=False):
        parts = (part + 1 if isinstance(part, int) else part for part in problem["loc"])
        where = " › ".join(named(str(part)) for part in parts)
        given = {**problem.get("ctx", {}), "file": file}
        words = FIXES.get(problem["type"], problem["msg"].lower()).format(**given)
        whole = not where and problem["type"] == "model_type"
        lines.append(WHOLE.format(file=file) if whole else f"{where or 'The file'}: {words}")
    return listed(lines)


def named(field: str) -> str:
    """Return the name of a field as it stands in the file, or fit to repeat if it is no name."""
    return field if NAME.fullmatch(field) else told(field)


def listed(problems: Sequence[str]) -> str:
    """Return the first problems, one to a line, and how many more there are."""
    more = [f"and {len(problems) - SHOWN} more"] if len(problems) > SHOWN else []
    return "\n".join([*problems[:SHOWN], *more])
