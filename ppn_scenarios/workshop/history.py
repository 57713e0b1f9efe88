"""Undo and redo: the scenarios that a reader came through, and those they went back from."""

from dataclasses import dataclass, replace
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

LONGEST: Final = 200  # steps kept: a day's workshop


@dataclass(frozen=True)
class History:
    """A scenario, the ones before it and, after an undo, the ones that lay ahead; immutable."""

    present: Scenario
    past: tuple[Scenario, ...] = ()  # the newest last
    future: tuple[Scenario, ...] = ()  # the next first

    def to(self, scenario: Scenario) -> "History":
        """Go on to another scenario; what was undone is given up, and no change is no step."""
        if scenario == self.present:
            return self
        return History(scenario, (*self.past, self.present)[-LONGEST:])

    def undo(self) -> "History":
        """Go back one step, or stay where there is none."""
        if not self.past:
            return self
        return replace(
            self,
            present=self.past[-1],
            past=self.past[:-1],
            future=(self.present, *self.future),
        )

    def redo(self) -> "History":
        """Take back the last undo, or stay where there is none."""
        if not self.future:
            return self
        return replace(
            self,
            present=self.future[0],
            past=(*self.past, self.present)[-LONGEST:],
            future=self.future[1:],
        )

    @property
    def before(self) -> Scenario | None:
        """The scenario before the last change: what a replay starts from."""
        return self.past[-1] if self.past else None


def changed(before: Scenario, after: Scenario) -> dict[str, tuple[float, float]]:
    """Return each lever that differs, with its value before and after, in the order declared."""
    a, b = vars(before), vars(after)
    return {name: (a[name], b[name]) for name in ASSUMPTIONS if a[name] != b[name]}
