"""What stands in the way of a goal: each constraint removed in turn, and what that would add.

Nothing is decided by prose. The model is run once more without each constraint, all else the same,
and the one whose removal adds most is the one that binds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.goals import ACTED_ON
from ppn_scenarios.model import Baseline
from ppn_scenarios.model.baseline import Array

from .control import REQUIRED, Control
from .goal import FIRST_DATE, Goal
from .runs import Runs
from .trials import Ground, differing, ground_for

PLENTY: Final = 100_000.0  # joiners a year from outside: more than any number of posts
AT_ONCE: Final = 50.0  # a hazard a year at which all who would agree do so within the month
NO_TIME: Final = 0.01  # years to fill a post
EVERYONE: Final = 1_000.0  # of the lead grade could lead, many times over
HALF_AS_FAR: Final = 0.5  # of its evidence range, by which a lever passes its end
MATTERS: Final = 1e-3  # of the goal: a constraint whose removal adds less does not bind
NOTHING: Final[Mapping[str, float]] = MappingProxyType({})
POSTS, PEOPLE, COURSE, POOL, RANGE = "posts", "people", "course", "pool", "range"
NO_FURTHER: Final = frozenset({REQUIRED, *ACTED_ON})  # a switch, and beliefs removed by name
COURSES: Final = ("course_len_psy", "course_len_ther", "course_len_prac")
BEGUN: Final = {"plan_start": float(FIRST_DATE), "plan_ramp": 1.0}

OF_STAFF: Final[dict[str, dict[str, float]]] = {
    POSTS: {"cap_mode": 0.0},
    PEOPLE: {"external": PLENTY},
    COURSE: dict.fromkeys(COURSES, 1.0),
    "supervisors": {"supervision_cap": 0.0},
    "finishing": {
        name: 0.0 if name.startswith("noncompletion") else 1.0
        for name in ASSUMPTIONS
        if name.startswith(("noncompletion", "uptake"))
    },
    "start": BEGUN,
}
OF_LEADERS: Final[dict[str, dict[str, float]]] = {
    "turnover": {"lead_turnover": 0.0},
    "filling": {"fill_time": NO_TIME},
    "cuts": {"abolish": 0.0},
    "agreement": {name: 1.0 for name in ASSUMPTIONS if name.startswith("ceiling_")},
    "pace": {n: AT_ONCE for n in ASSUMPTIONS if n.startswith("h_") and n != "h_imitation"},
    "start": BEGUN,
    POOL: {},
}


@dataclass(frozen=True)
class Constraint:
    """One constraint, and what its removal alone would add to the goal's measure."""

    id: str
    adds: float
    enough: bool  # whether the goal would then be reached


@dataclass(frozen=True)
class Binding:
    """The constraints on a scenario that pursues a goal, those that add most first."""

    constraints: tuple[Constraint, ...]
    at: float  # the goal's measure as it is
    of: Scenario
    further: Mapping[str, float]  # levers taken half a range beyond its end to remove the range

    @property
    def binds(self) -> Constraint | None:
        """The constraint that binds, or None where none that can be removed adds anything."""
        return self.constraints[0] if self.constraints else None

    def of_id(self, id: str) -> float:
        """Return what removing one constraint adds; 0 for one that adds nothing."""
        return next((c.adds for c in self.constraints if c.id == id), 0.0)


@dataclass(frozen=True)
class Asked:
    """A scenario that pursues a goal, of which is asked what limits it.

    `further` are levers that stand at an end of their evidence range, half a range beyond it: the
    range is then a constraint too.
    """

    scenario: Scenario
    further: Mapping[str, float]

    def removed(self, goal: Goal) -> dict[str, Mapping[str, float]]:
        """Return what removes each constraint: beliefs throughout, from the first year on."""
        found: dict[str, Mapping[str, float]] = {**(OF_LEADERS if goal.of_leaders else OF_STAFF)}
        return found | {RANGE: self.further} if self.further else found


def held_by(
    baseline: Baseline, scenario: Scenario, goal: Goal, further: Mapping[str, float] = NOTHING
) -> Binding:
    """Return what limits a goal under a scenario; see `Asked`."""
    ground = ground_for(baseline, scenario, goal)
    return bindings(Runs(ground), [Asked(scenario, further)])[0]


def bindings(runs: Runs, of: Sequence[Asked]) -> list[Binding]:
    """Return what limits each of some scenarios, from one batch."""
    ground = runs.ground
    removed = [asked.removed(ground.goal) for asked in of]
    rows = [
        (asked.scenario, row)
        for asked, each in zip(of, removed, strict=True)
        for row in (NOTHING, *each.values())
    ]
    values, first = goal_values(runs, rows), 0
    plenty = with_everyone(ground, of) if ground.goal.of_leaders else None
    found = []
    for i, (asked, each) in enumerate(zip(of, removed, strict=True)):
        at, *others = map(float, values[first : first + 1 + len(each)])
        first += 1 + len(each)
        without = dict(zip(each, others, strict=True))
        if plenty is not None:
            without[POOL] = float(plenty[i])
        some = [
            Constraint(id, value - at, value >= ground.enough)
            for id, value in without.items()
            if value - at > MATTERS * abs(ground.enough)
        ]
        by_use = tuple(sorted(some, key=lambda c: -c.adds))
        found.append(Binding(by_use, at, asked.scenario, asked.further))
    return found


def goal_values(runs: Runs, rows: Sequence[tuple[Scenario, Mapping[str, float]]]) -> Array:
    """Return what scenarios give in the goal's year (n,), each with some levers changed."""
    ground = runs.ground
    names = {*differing(ground.scenario, [scenario for scenario, _ in rows])}
    names |= {name for _, row in rows for name in row}
    changed = {
        name: np.array([row.get(name, float(getattr(scenario, name))) for scenario, row in rows])
        for name in sorted(names)
    }
    return runs.tried(changed, len(rows)).values[:, ground.at]


def with_everyone(ground: Ground, of: Sequence[Asked]) -> Array:
    """Return what scenarios give (n,) where far more people could lead than there are posts."""
    inputs = replace(ground.baseline.inputs, lead_eligible=EVERYONE)
    many: Baseline = replace(ground.baseline, inputs=inputs)
    runs = Runs(replace(ground, baseline=many))
    return goal_values(runs, [(asked.scenario, NOTHING) for asked in of])


def past_the_end(levers: Sequence[Control], where: Sequence[int]) -> dict[str, float]:
    """Return each lever that stands at an end of its range moved half a range beyond it."""
    further: dict[str, float] = {}
    for c, i in zip(levers, where, strict=True):
        a, value = ASSUMPTIONS[c.id], c.settings[i][0]
        if c.id in NO_FURTHER or a.options or a.is_switch or i == c.now:
            continue
        more = HALF_AS_FAR * (a.high - a.low)
        if value in (a.low, a.high):
            further[c.id] = value + more if value == a.high else max(value - more, NO_TIME)
    return further


def last_useful_start(scenario: Scenario, goal: Goal, family: str) -> int:
    """Return the last autumn in which a trainee can start and qualify by the goal's year.

    Someone who starts in the autumn of year s qualifies after the length of the course, in the
    year that ends in March s + 1 + length; where half take longer, the shorter course counts.
    """
    length = int(getattr(scenario, f"course_len_{family}"))
    return goal.year - 1 - length
