"""Which numbers of a table of people are explained: all together, each group, each way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.model.baseline import Array

WAYS: Final = ("", "By Talking Therapies", "By mental health trusts")


@dataclass(frozen=True)
class Cut:
    """One number among (ways, P): of all groups or of one, by one way of sharing England out."""

    name: str = ""
    way: int = 0  # the middle, then each proxy
    group: int | None = None

    def of(self, values: Array) -> float:
        """Return the number."""
        return float(values[self.way].sum() if self.group is None else values[self.way, self.group])

    def ends(self, values: Array) -> tuple[float, float] | tuple[None, None]:
        """Return the range over all ways; a way by itself has none."""
        if self.way:
            return None, None
        each = values.sum(axis=-1) if self.group is None else values[:, self.group]
        return float(each.min()), float(each.max())

    @property
    def asked(self) -> str:
        """The Python that takes the number out of an array (ways, P)."""
        return f"[{self.way}].sum()" if self.group is None else f"[{self.way}, {self.group}]"

    def named(self, label: str) -> str:
        """Return a label that says of whom the number is."""
        return f"{self.name}: {within(label)}" if self.name else label


def cuts(groups: Sequence[str], place: str) -> list[Cut]:
    """Return all together, each group, and outside England each way of sharing England out."""
    found = [Cut()]
    found += [Cut(name.replace("_", " ").capitalize(), group=i) for i, name in enumerate(groups)]
    if place != ENGLAND:
        found += [Cut(name, way) for way, name in enumerate(WAYS) if way]
    return found
