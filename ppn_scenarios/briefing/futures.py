"""Does it survive a bad future? Plans against named futures, on the reader's beliefs."""

from typing import Final

from ppn_scenarios.analysis.stress import AS_BELIEVED, Breaks, Stress
from ppn_scenarios.assumptions.futures import FUTURES
from ppn_scenarios.wording import march
from ppn_scenarios.wording.futures import briefly, caveat, cell, finding
from ppn_scenarios.wording.goals.words import OF

from .ground import Ground
from .part import Part, Table

QUESTION: Final = "Does it survive a bad future?"


def futures(g: Ground, found: Stress, broken: Breaks) -> Part:
    """Return where each plan reaches the goal; `broken` is what breaks the reader's own."""
    plans = range(len(found.plans))
    shown = [j for j, touches in enumerate(found.touching) if touches or j == 0]
    first = next(iter(found.plans))
    touched = int(found.touching.sum())
    unit = "FTE " if found.goal.target.unit == "FTE" else ""
    rows = [(label(found.futures[j]), *(cell(found, i, j) for i in plans)) for j in shown]
    gives = f"What each plan gives by {march(found.goal.year)}"
    return Part(
        id="futures",
        question=QUESTION,
        title=f"This plan reaches the goal in {found.held(first)} of {touched} named futures"
        if touched
        else "None of the named futures touches this goal",
        words=(finding(found, first, broken, g.place), caveat(found)),
        table=Table(
            title=f"{gives}: {unit}{OF[found.goal.measure]}",
            head=("Future", *map(briefly, found.plans)),
            rows=tuple(rows),
            numbers=tuple(i + 1 for i in plans),
        ),
        sources=("Futures: declared in the project's list of futures. None is a forecast.",),
    )


def label(future: str) -> str:
    """Return what a future is called."""
    return "As we believe" if future == AS_BELIEVED else FUTURES[future].label
