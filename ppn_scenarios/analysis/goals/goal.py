"""What is asked for: a target, by a year, in a place, and where it is a share, how much of it."""

from dataclasses import dataclass
from typing import Final

from ppn_scenarios.analysis.coverage import ENGLAND_ONLY, ENOUGH, SHARED
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND, place_index, population_share
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario, Target
from ppn_scenarios.assumptions.goals import GOALS, LEADERSHIP
from ppn_scenarios.model import Baseline, Projection
from ppn_scenarios.model.required import WORKLOAD

FIRST_DATE: Final = int(ASSUMPTIONS["plan_start"].default)  # the first 1 April still to come

OWN_STARTS: Final = tuple(n for n, a in ASSUMPTIONS.items() if a.date_of and n.endswith("_start"))
MEASURES_START: Final = {"other_starts_three_years": 2026}  # year in which each is first whole


@dataclass(frozen=True)
class Goal:
    """A target to be reached by 31 March of a year; `level` is the share asked for, if any.

    Without a level the target's own is asked for. Raises KeyError for a target that is no goal.
    """

    id: str
    year: int
    place: str = ENGLAND
    level: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be asked for; a level counts only where the goal is a share."""
        if self.target.unit != "share":
            object.__setattr__(self, "level", None)

    @property
    def target(self) -> Target:
        """The target behind the goal."""
        return GOALS[self.id]

    @property
    def measure(self) -> str:
        """The measure that must reach the threshold."""
        assert self.target.measure is not None, "goals are targets that are projected"
        return self.target.measure

    @property
    def of_leaders(self) -> bool:
        """Whether the goal is about who leads, not about how many staff there are."""
        return self.measure in LEADERSHIP

    def gone(self, scenario: Scenario) -> bool:
        """Return whether no choice can change the goal's year any more."""
        return self.year < first_open_year(scenario)

    def threshold(self, baseline: Baseline) -> float:
        """Return the number to reach, in the target's unit: a place has its share by population."""
        if self.level is not None:
            return self.level
        asked = self.target.threshold(baseline.published)
        shared = self.place != ENGLAND and self.target.unit in SHARED
        return asked * population_share(baseline, self.place) if shared else asked

    def enough(self, baseline: Baseline) -> float:
        """Return the number that counts as reaching it, rounding in the last digits allowed."""
        return self.threshold(baseline) * ENOUGH

    def why_not(self, baseline: Baseline, scenario: Scenario) -> str:
        """Return why the goal means nothing for a place or under a scenario, or nothing at all."""
        if self.place != ENGLAND and self.measure in ENGLAND_ONLY:
            return ENGLAND_ONLY[self.measure]
        if self.measure == "need_met" and scenario.need_method == WORKLOAD:
            return (
                "The staff needed are worked out from one service alone, so staff of all services "
                "cannot be held against them. Choose another way to work out the staff needed."
            )
        first = MEASURES_START.get(self.measure, baseline.year)
        if self.year < first:
            return f"It is counted over three years, the first of which end in March {first}."
        here = place_index(baseline, self.place)
        if self.measure == "trusts_led" and not baseline.trusts[here].any():
            return "No NHS trust has its base here."
        return ""


def first_open_year(scenario: Scenario) -> int:
    """Return the first year, ending on 31 March, that a choice can change."""
    own = (getattr(scenario, name) for name in OWN_STARTS)
    return int(min(scenario.plan_start, FIRST_DATE, *(date for date in own if date))) + 1


def value_of(goal: Goal, projection: Projection) -> float:
    """Return the middle estimate of the goal's measure in its year and place."""
    return MEASURES[goal.measure](projection, goal.place).at(goal.year)[1]


def reached(goal: Goal, projection: Projection) -> bool:
    """Return whether a projection reaches the goal in its year, by the middle estimate."""
    return value_of(goal, projection) >= goal.enough(projection.baseline)
