"""What a reader looks at, apart from the scenario: each setting of the view declared once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields
from typing import Any, Final


def setting(label: str, default: str, allowed: Collection[str] | Callable[[str], bool]) -> Any:
    """Declare one setting of the view: its name for people, its default and what it may be.

    `allowed` are the values it may have, or a rule that tells whether a text is one of them.
    """
    return field(default=default, metadata={"label": label, "allowed": allowed})


@dataclass(frozen=True)
class View:
    """What the reader looks at; a link carries the settings that are off their default.

    To add a setting is to add a line: the link, its refusals and the pages follow.
    """

    place: str = setting("Place", "england", ())  # allowed: the places that the tables know
    show: str = setting("Chart or table", "chart", ("chart", "table"))


LABELS: Final = {f.name: str(f.metadata["label"]) for f in fields(View)}


def allows(name: str, value: str, places: Collection[str]) -> bool:
    """Return whether a setting may have a value; `places` are the codes known."""
    if name == "place":
        return value in places
    allowed = next(f.metadata["allowed"] for f in fields(View) if f.name == name)
    return bool(allowed(value)) if callable(allowed) else value in allowed
