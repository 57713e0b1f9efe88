"""What a lever means, told as a lesson: declared with the lever, shown in its drawer."""

from dataclasses import dataclass, fields
from typing import Final

TITLES: Final = {
    "example": "An example",
    "message": "The big message",
    "acts": "How it acts, and when",
    "who": "Who can act on it",
    "cost": "What it costs",
    "equity": "Fairness",
    "in_the_model": "What the model does with it",
}


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """Seven short texts about one lever, and the sources of the facts that they quote.

    An example is arithmetic, or it quotes a source. Every published fact names its source in words
    and by id in `sources` (or it is the lever's own source). What can be worked out is not written
    here: the range, what the number rests on, and what the lever does from where a reader is.
    Raises ValueError for a text that is missing.
    """

    example: str
    message: str
    acts: str  # and how many years pass before it shows
    who: str
    cost: str
    equity: str
    in_the_model: str  # with the numbers of its equations
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a lesson with a text left out."""
        for name in TITLES:
            if not getattr(self, name).strip():
                raise ValueError(f"a lesson needs a text for {name!r}")

    def texts(self) -> dict[str, str]:
        """Return each text by its name, in the order in which they are read."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name in TITLES}
