"""The levers of a scenario as a file has them: each checked by the lever's own rule."""

from collections.abc import Collection, Mapping

from ppn_scenarios.assumptions import ASSUMPTIONS

from .link import OLD_NAMES
from .refusals import named
from .told import told


def checked(levers: Mapping[str, float], name: str, problems: list[str]) -> dict[str, float]:
    """Return the values that can be, by today's names, and put the others among the problems.

    `name` is what the levers are of, for the words.
    """
    values: dict[str, float] = {}
    for written, value in levers.items():
        lever = OLD_NAMES.get(written, written)
        if lever not in ASSUMPTIONS:
            problems.append(f"{told(name)}: “{named(written)}” is no lever. Delete it.")
            continue
        if lever in values:
            problems.append(
                f"{told(name)}: “{named(written)}” is an older name of a lever that is given too. "
                "Delete one of them."
            )
            continue
        try:
            values[lever] = ASSUMPTIONS[lever].check(value)
        except ValueError as refusal:
            problems.append(f"{told(name)}: {refusal}. Correct it.")
    return values


def missing(values: Collection[str], name: str) -> list[str]:
    """Return what to say of the levers that a file does not have; nothing where it has all."""
    count = len(ASSUMPTIONS.keys() - set(values))
    if not count:
        return []
    are, have = ("lever is", "it has") if count == 1 else ("levers are", "they have")
    return [f"{told(name)}: {count} {are} not in the file; {have} today's defaults."]
