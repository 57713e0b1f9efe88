"""What makes a difference: what we believe, and what we do, in one sentence each."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.analysis.gap import Gap, in_steps
from ppn_scenarios.assumptions import ASSUMPTIONS, GROUPS, Scenario
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.model import HORIZON

from .goals.amounts import spread
from .numbers import march, rounding
from .places import Place


@dataclass(frozen=True)
class Subject:
    """A measure whose difference is split: what it is called, its unit, and how it is rounded."""

    measure: str
    name: str
    unit: str
    step: float | None  # None: as numbers of staff are
    groups: frozenset[str]  # of the levers that can be behind it


LEADING: Final = frozenset({"Leadership posts", "Leadership today"})
TIMING: Final = frozenset({"When the plan starts"})
NO_HEADLINE: Final = frozenset({"Does leadership change staffing?", "Need"})
SUBJECTS: Final = (
    Subject("fte", "staff", "FTE", None, frozenset(GROUPS) - LEADING - NO_HEADLINE),
    Subject(
        "trusts_led", "points of trusts with a leader in post", "share", 0.01, LEADING | TIMING
    ),
)
WHOLE: Final = (1.0, 1.0)  # of England, where the estimates agree
OUTWARDS: Final = (math.floor, math.ceil)
MOST_NAMED: Final = 2  # levers in brackets


def what_makes_it(gaps: Mapping[str, Gap], scenario: Scenario, place: Place) -> str:
    """Return how much of each difference comes from beliefs and from choices, if there is any.

    `gaps` are by the measures of the subjects.
    """
    found = [(subject, gaps[subject.measure]) for subject in SUBJECTS]
    estimates = WHOLE if place.level == "england" else spread(place.code)
    said = [
        sentence(subject, gap, scenario, estimates if subject.step is None else WHOLE)
        for subject, gap in found
        if moved(subject, gap)
    ]
    if not said:
        return ""
    return f"**What makes the difference by {march(HORIZON)}?** {' '.join(said)}"


def step_of(subject: Subject, gap: Gap) -> float:
    """Return the step to which a difference is rounded."""
    return subject.step or rounding(gap.planned)


def moved(subject: Subject, gap: Gap) -> bool:
    """Return whether there is anything to split once it is rounded."""
    return any(in_steps(gap, step_of(subject, gap)))


def sentence(
    subject: Subject, gap: Gap, scenario: Scenario, estimates: tuple[float, float] = WHOLE
) -> str:
    """Return one sentence that splits a difference; its parts add up as they are written.

    `estimates` are the lowest and highest of a place's staff as parts of the middle one: with them
    each number is a range.
    """
    step = step_of(subject, gap)
    scale = 1 if subject.step else step  # points are said as points, staff as staff
    steps = in_steps(gap, step)
    whole, beliefs, choices = (scale * part for part in steps)
    if estimates != WHOLE:  # rounded once, outwards: rounding twice would widen what a page says
        exact = (gap.whole, gap.from_beliefs, gap.from_choices)
        whole, beliefs, choices = (v if n else 0.0 for v, n in zip(exact, steps, strict=True))

    def number(value: float, signs: bool = False) -> str:
        if estimates == WHOLE:
            return plus(value) if signs else f"{abs(value):,.0f}"
        return ranged(value, estimates, step, signs)

    of = f"{number(whole, signs=True)} {subject.name}"
    thought = f"what you believe{because(subject, scenario, 'belief')}"
    done = f"what we do{because(subject, scenario, 'choice')}"
    if not choices:
        return f"All of {of} comes from {thought}."
    if not beliefs:
        return f"All of {of} comes from {done}."
    if beliefs * choices > 0:
        return f"Of {of}, {number(beliefs)} come from {thought} and {number(choices)} from {done}."
    return (
        f"{of} in all: {number(beliefs, signs=True)} from {thought}, and "
        f"{number(choices, signs=True)} from {done}."
    )


def ranged(value: float, estimates: tuple[float, float], step: float, signs: bool) -> str:
    """Write a difference of a place as the range of its estimates, rounded outwards."""
    ends = sorted(part * (value if signs else abs(value)) for part in estimates)
    low, high = (step * to(round(end / step, 6)) for to, end in zip(OUTWARDS, ends, strict=True))
    return f"{plus(low) if signs else f'{low:,.0f}'} to {plus(high) if signs else f'{high:,.0f}'}"


def plus(value: float) -> str:
    """Write a number with its sign; nothing has none."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{abs(value):,.0f}"


def because(subject: Subject, scenario: Scenario, kind: str) -> str:
    """Name in brackets the changed levers of a kind that can be behind a measure."""
    found = [
        f"{within(ASSUMPTIONS[name].label)}: {ASSUMPTIONS[name].show(value)}"
        for name, value in scenario.changes().items()
        if ASSUMPTIONS[name].kind == kind and ASSUMPTIONS[name].group in subject.groups
    ]
    if not found:
        return ""
    more = len(found) - MOST_NAMED
    named = "; ".join(found[:MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")
    return f" ({named})"
