"""How often draws of what we do not know reach each target, and when they first do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import TARGETS

from .coverage import ENOUGH, Answer
from .uncertainty import Outcomes

ENDS: Final = (0.1, 0.9)  # of the draws, by the year in which they first reach a target


@dataclass(frozen=True)
class Chance:
    """One target over draws: given these assumptions, and no probability of the world."""

    id: str
    draws: int
    reached: int  # draws that reach it in the year it is judged in
    early: int | None  # year in which one draw in ten has reached it; None: not by 2037
    late: int | None  # year in which nine in ten have

    @property
    def share(self) -> float:
        """The share of draws that reach the target."""
        return self.reached / self.draws


def measures_of(answers: Iterable[Answer]) -> list[str]:
    """Return the measures that the targets which are projected need, each once."""
    found = (TARGETS[answer.id].measure for answer in answers if answer.projected)
    return list(dict.fromkeys(measure for measure in found if measure))


def chances(outcomes: Mapping[str, Outcomes], answers: Iterable[Answer]) -> dict[str, Chance]:
    """Return the chance of each target that is projected, by its id.

    `outcomes` are of the answers' place, by measure. Thresholds are the answers' own, so shared
    out by population outside England.
    """
    return {
        answer.id: chance(outcomes[str(TARGETS[answer.id].measure)], answer)
        for answer in answers
        if answer.projected
    }


def chance(found: Outcomes, answer: Answer) -> Chance:
    """Return the chance of one target in the year that its answer is judged in."""
    if answer.year is None:
        raise ValueError(f"{answer.id} is judged in no year")
    n = len(found.values)
    reached = round(found.chance(answer.threshold, answer.year) * n)
    return Chance(answer.id, n, reached, *first_met(found, answer.threshold))


def first_met(found: Outcomes, threshold: float) -> tuple[int | None, int | None]:
    """Return the years by which one draw in ten, and nine in ten, first reach a threshold.

    None where that many do not by the last year.
    """
    reached = found.values >= threshold * ENOUGH
    never = len(found.years)
    first = np.sort(np.where(reached.any(axis=1), reached.argmax(axis=1), never))
    at = (np.array(ENDS) * (len(first) - 1)).round().astype(int)
    early, late = (found.years[int(i)] if i < never else None for i in first[at])
    return early, late
