"""The packages of the lock, each with its licence and whether the app itself needs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parent.parent
# Where a package's own metadata do not say it in a way that a program can read, or are not here
# because the package is for another system: as its LICENSE file says.
READ_BY_US: Final = {
    "altair": "BSD-3-Clause",
    "axe-playwright-python": "MIT AND MPL-2.0",
    "colorama": "BSD-3-Clause",
    "odfpy": "Apache-2.0 OR GPL-2.0-or-later OR LGPL-2.1-or-later",
    "pytokens": "MIT",
    "scipy": "BSD-3-Clause",
    "uvloop": "Apache-2.0 AND MIT",
    "watchdog": "Apache-2.0",
}
SHORT: Final = {  # what people write in metadata, and its name in the list of SPDX
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "LGPLv3+": "LGPL-3.0-or-later",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
}
# May be in the app: they ask for their text to be kept, and no more.
FREE: Final = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC"),
        *("MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib"),
    }
)
TESTS_ALONE: Final = frozenset({"GPL-2.0-or-later", "LGPL-2.1-or-later", "LGPL-3.0-or-later"})


@dataclass(frozen=True, kw_only=True)
class Package:
    """One package: its version in the lock, its licence, and whether the app needs it to run."""

    name: str
    version: str
    licence: str
    runs: bool

    @property
    def url(self) -> str:
        """Its name for other programs."""
        return f"pkg:pypi/{self.name}@{self.version}"

    @property
    def licences(self) -> set[str]:
        """The licences that its expression names."""
        return set(re.split(r" (?:AND|OR) |[()]", self.licence)) - {""}

    @property
    def expected(self) -> bool:
        """Whether its licence is one that we have thought about, for what it is used for."""
        return self.licences <= (FREE if self.runs else FREE | TESTS_ALONE) or (
            " OR " in self.licence and bool(self.licences & FREE)
        )


def packages() -> list[Package]:
    """Return the packages of the lock, in its order.

    Raises LookupError for one whose licence nobody knows.
    """
    needed = closure(asked("requirements.txt"))
    return [
        Package(
            name=name,
            version=str(one.specifier).removeprefix("=="),
            licence=licence(name),
            runs=name in needed,
        )
        for one in asked("requirements.lock")
        for name in [canonicalize_name(one.name)]
    ]


def asked(file: str) -> list[Requirement]:
    """Return what a file of requirements asks for; its hashes are for pip."""
    whole = (ROOT / file).read_text("utf-8").splitlines()
    lines = (line.split("#")[0].rstrip("\\").strip() for line in whole)
    return [Requirement(line) for line in lines if line and not line.startswith("-")]


def closure(first: list[Requirement]) -> set[str]:
    """Return the names of packages and of all that they need, on this system."""
    found: set[str] = set()
    waiting = [(canonicalize_name(one.name), frozenset(one.extras)) for one in first]
    while waiting:
        name, extras = waiting.pop()
        if name in found and not extras:
            continue
        found.add(name)
        for one in needs(name, extras):
            if (other := canonicalize_name(one.name)) not in found:
                waiting.append((other, frozenset(one.extras)))
    return found


def needs(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    """Yield what a package needs here."""
    try:
        texts = requires(name) or []
    except PackageNotFoundError:
        return
    for one in map(Requirement, texts):
        if not one.marker or any(one.marker.evaluate({"extra": e}) for e in (*extras, "")):
            yield one


def licence(name: str) -> str:
    """Return the licence of a package, as an expression of SPDX."""
    if name in READ_BY_US:
        return READ_BY_US[name]
    try:
        said: Any = distribution(name).metadata
    except PackageNotFoundError:
        raise LookupError(f"{name} is not installed; say its licence in {__name__}") from None
    classes = said.get_all("Classifier") or []
    given = [
        said.get("License-Expression") or "",
        said.get("License") or "",
        *(c.rpartition(" :: ")[2] for c in classes if c.startswith("License ::")),
    ]
    known = FREE | TESTS_ALONE
    for text in given:
        short: str = SHORT.get(text.strip(), text.strip())
        if set(re.split(r" (?:AND|OR) |[()]", short)) - {""} <= known and short:
            return short
    raise LookupError(f"{name}: no licence that we know in {given}; say it in {__name__}")
