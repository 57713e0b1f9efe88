"""The tables as they were released: the sum of each file, and which files are others now.

A checked table can still hold a number that nobody published. So every file has its SHA-256 in
`SHA256SUMS`, as `sha256sum` writes it, and one that differs is named on every page.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from .database import DATA, data_version

SUMS: Final = "SHA256SUMS"


def sums(data: Path = DATA) -> str:
    """Return the sums of the files of a folder of tables, a line each, as `sha256sum` does."""
    files = sorted([*data.glob("*.csv"), *data.glob("*.sql")])
    return "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in files)


@cache
def changed(data: Path = DATA) -> tuple[str, ...]:
    """Return the files that are not as they were released, those that are gone or new included."""
    try:
        released = (data / SUMS).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return (SUMS,)
    there, then = set(sums(data).splitlines()), set(released.splitlines())
    return tuple(sorted({line.rpartition(" ")[2] for line in there ^ then}))


def described(data: Path = DATA) -> str:
    """Return the version of the data in words, with every file that is not as it was released."""
    names = changed(data)
    aside = f" (not as released: {', '.join(names)})" if names else ""
    return f"{data_version(data)}{aside}"
