"""What a fault is called: the same short code on the page and in the log."""

from hashlib import sha256
from traceback import extract_tb
from typing import Final

LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is read as another
LENGTH: Final = 6


def where(error: BaseException) -> list[str]:
    """Return where an error came from, the outermost first: file, line and function.

    Nothing that the error says and no value: those may be a reader's own words.
    """
    frames = extract_tb(error.__traceback__)
    return [f"{'/'.join(_parts(f.filename))}:{f.lineno} {f.name}" for f in frames]


def _parts(path: str) -> list[str]:
    """Return the end of a path: enough to find the file, without the machine's own folders."""
    return path.replace("\\", "/").split("/")[-3:]


def reference(error: BaseException) -> str:
    """Return the code of a fault: alike for faults of one kind at one place in the code."""
    told = "\n".join([type(error).__name__, *where(error)])
    number = int.from_bytes(sha256(told.encode()).digest())
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(LETTERS))
        letters.append(LETTERS[letter])
    return "".join(letters)
