"""What breaks a plan: the smallest move of one belief at which it misses the goal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.analysis.apart import OF_STAFF_ALONE, rests_on
from ppn_scenarios.analysis.goals.answer import checked
from ppn_scenarios.analysis.goals.control import Control, control, with_settings
from ppn_scenarios.analysis.goals.goal import Goal
from ppn_scenarios.analysis.goals.one_lever import settings_of
from ppn_scenarios.analysis.goals.runs import Runs
from ppn_scenarios.analysis.goals.trials import Ground
from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.assumptions.conditions import NEEDS
from ppn_scenarios.model import Baseline

OTHER_QUESTIONS: Final = frozenset({"need_method", "plan_reading", "effects_on", "cap_mode"})
SHOWN: Final = 3


@dataclass(frozen=True)
class Break:
    """A belief that alone decides whether a plan reaches a goal.

    `last` is the setting up to which the plan does as it does now, `first` the next, at which that
    changes; `move` is how far that is, as a share of the evidence range.
    """

    control: Control
    last: int
    first: int
    move: float
    value: float  # of the goal's measure at `first`


@dataclass(frozen=True)
class Breaks:
    """Whether a plan reaches a goal as believed, and what would change that, nearest first."""

    met: bool
    beliefs: tuple[Break, ...]


def beliefs_of(scenario: Scenario) -> list[str]:
    """Return the beliefs that can count in a scenario: no switches that ask another question."""
    return [
        name
        for name, a in LEVERS.items()
        if a.kind == "belief"
        and name not in OTHER_QUESTIONS
        and (name not in NEEDS or getattr(scenario, NEEDS[name]))
    ]


def breaks(baseline: Baseline, plan: Scenario, goal: Goal) -> Breaks:
    """Return the beliefs that alone, within their ranges, break a plan, or that would save it.

    Every step of every belief is tried, all else as it is.
    """

    def on(ground: Ground) -> Breaks:
        names = (name for name in beliefs_of(plan) if rests_on(goal.measure, name))
        controls = [control(name, plan) for name in names]
        found: list[Break] = []
        each = settings_of(Runs(ground), controls)
        for c, trials in zip(controls, each, strict=True):
            found += nearest_change(c, ground.reached(trials), trials.values[:, ground.at])
        now = bool(ground.reached(each[0])[controls[0].now])
        return Breaks(now, tuple(sorted(found, key=lambda b: b.move)))

    def claims(found: Breaks) -> Iterable[tuple[Scenario, float]]:
        for b in found.beliefs[:SHOWN]:
            yield with_settings(plan, {b.control: b.first}), b.value

    return checked(baseline, plan, goal, on, claims, others=goal.measure not in OF_STAFF_ALONE)


def nearest_change(c: Control, reached: np.ndarray, values: np.ndarray) -> list[Break]:
    """Return the nearest setting at which reaching the goal changes, if there is one."""
    other = np.flatnonzero(reached != reached[c.now])
    if not other.size:
        return []
    shares = c.shares()
    first = int(other[np.abs(shares[other] - shares[c.now]).argmin()])
    last = first + (1 if c.now > first else -1)
    move = abs(float(shares[first] - shares[c.now]))
    return [Break(c, last, first, move, float(values[first]))]
