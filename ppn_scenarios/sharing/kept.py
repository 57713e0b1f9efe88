"""A scenario that somebody keeps: its name, why, and what it was made with."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION

LONGEST_NAME: Final = 60  # characters
LONGEST_NOTE: Final = 2_000
LONGEST_REASON: Final = 500
VERSION: Final = re.compile(r"[\w.-]{0,40}", re.ASCII)


def tidy(text: str, longest: int, what: str) -> str:
    """Return a text with its spaces in order; ValueError, naming it, for one that cannot be kept.

    Any script, emoji included, is welcome; control characters are not, for they can hide text.
    """
    kept = re.sub(r"\s+", " ", text).strip()
    if any(not c.isprintable() for c in kept):
        raise ValueError(f"{what} holds characters that cannot be shown. Type it again")
    if len(kept) > longest:
        raise ValueError(
            f"{what} is {len(kept):,} characters long; the most is {longest:,}. Shorten it"
        )
    return kept


def free_name(name: str, others: Collection[str]) -> str:
    """Return a name, numbered if it is among others already, however they are spelt."""
    taken = {other.casefold() for other in others}
    numbers = range(2, len(taken) + 3)
    names = [name, *(f"{name[: LONGEST_NAME - 4].rstrip()} {n}" for n in numbers)]
    return next(one for one in names if one.casefold() not in taken)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A named scenario with the note and the reasons that go with it.

    `reasons` says for a lever, by name, why it stands where it does. Raises ValueError for a name
    that is empty, a text that is too long, or a reason for no lever.
    """

    name: str
    scenario: Scenario
    note: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)
    model: str = MODEL_VERSION  # the version of the model it was made with
    data: str = ""  # and of the data

    def __post_init__(self) -> None:
        """Refuse texts that cannot be kept, and hold the rest tidily."""
        name = tidy(self.name, LONGEST_NAME, "The name")
        if not name:
            raise ValueError("A scenario needs a name. Write one")
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "note", tidy(self.note, LONGEST_NOTE, f"The note of “{name}”"))
        if unknown := sorted(set(self.reasons) - set(ASSUMPTIONS)):
            told = ascii(unknown[0][:40])
            raise ValueError(f"“{name}” gives a reason for {told}, which is no lever. Delete it")
        for what, version in (("model", self.model), ("data", self.data)):
            if not VERSION.fullmatch(version):
                raise ValueError(
                    f"“{name}” names a version of the {what} that none can have. Save it again "
                    "from the explorer"
                )
        reasons = {
            lever: text
            for lever, why in self.reasons.items()
            if (text := tidy(why, LONGEST_REASON, f"The reason for {ASSUMPTIONS[lever].label}"))
        }
        object.__setattr__(self, "reasons", MappingProxyType(reasons))
