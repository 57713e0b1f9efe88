"""Many settings of levers tried at once: what each gives of a goal, year by year, and its cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.draws import Draws
from ppn_scenarios.analysis.places import ENGLAND, total
from ppn_scenarios.analysis.sensitivity import values_of
from ppn_scenarios.analysis.series import COSTS as ALWAYS
from ppn_scenarios.analysis.series import IF_COUNTED, MEASURES
from ppn_scenarios.analysis.uncertainty import AREAS_AT_ONCE, in_the_middle, of_places, stand_alone
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.baseline import Array

from .goal import Goal, first_open_year

COSTS: Final = (*ALWAYS, *IF_COUNTED)  # measures of a projection
RUNS_AT_ONCE: Final = 512  # of one area: more would leave the processor's cache, and be slower


@dataclass(frozen=True)
class Trials:
    """What n settings give: the goal's measure by year (n, T), and costs to the goal's year (n, C).

    `values` has the years of the projection; NaN where the measure has none. Costs are those of
    COSTS, in £ thousand at constant prices, from the first year on.
    """

    values: Array
    costs: Array

    @property
    def spent(self) -> Array:
        """All costs together (n,)."""
        whole: Array = self.costs.sum(axis=-1)
        return whole


@dataclass(frozen=True)
class Ground:
    """Where a goal is tried: a scenario from the least baseline that gives its place exactly."""

    baseline: Baseline
    scenario: Scenario
    goal: Goal  # with the place as this baseline has it
    asked_for: Goal  # the goal as it was asked
    asked: float  # the number to reach, in the place that was asked for

    @property
    def enough(self) -> float:
        """The number that counts as reaching it, rounding in the last digits allowed."""
        return self.asked * ENOUGH

    @property
    def at(self) -> int:
        """The position of the goal's year among those of a projection."""
        return self.baseline.years.index(self.goal.year)

    def reached(self, trials: Trials) -> np.ndarray:
        """Return which settings reach the goal in its year (n,)."""
        found: np.ndarray = trials.values[:, self.at] >= self.enough
        return found

    def earliest(self, values: Array) -> int | None:
        """Return the first year from which some row of values (n, T) is enough, or None.

        Without a break up to the goal's year; or, if none is enough then, the first year after.
        Years that no choice can change any more do not count.
        """
        years, first = self.baseline.years, first_open_year(self.scenario)
        enough = np.fmax.reduce(values, axis=0) >= self.enough
        if not enough[self.at]:
            later = np.flatnonzero(enough[self.at :])
            return years[self.at + int(later[0])] if later.size else None
        missed = np.flatnonzero(~enough[: self.at])
        since = years[int(missed[-1]) + 1] if missed.size else first
        return max(since, first)


def ground_for(baseline: Baseline, scenario: Scenario, goal: Goal, apart: bool = False) -> Ground:
    """Return where to try a goal: its place as one area where that is exact, or all areas apart.

    Leadership changes no staffing here. One area is exact while no area runs out of people who
    could lead: whoever uses it must check an answer with all areas `apart`.
    """
    assert not scenario.effects_on, "answers to goals leave the reader's hypothesis out"
    middle, number = in_the_middle(baseline), goal.threshold(baseline)
    if apart or not (goal.place == ENGLAND or stand_alone(baseline, scenario)):
        return Ground(middle, scenario, goal, goal, number)
    alone = Goal(goal.id, goal.year, ENGLAND, goal.level)
    return Ground(of_places(middle, [goal.place]), scenario, alone, goal, number)


def tried(ground: Ground, changed: Mapping[str, Array], n: int) -> Trials:
    """Return what `n` settings give; `changed` has a value (n,) for each lever that differs."""
    whole = values_of(ground.scenario, n, dict(changed))
    size = RUNS_AT_ONCE if len(ground.baseline.areas) == 1 else AREAS_AT_ONCE // 42
    parts = [some(ground, whole.part(slice(i, i + size))) for i in range(0, n, size)]
    return Trials(
        np.concatenate([part.values for part in parts]),
        np.concatenate([part.costs for part in parts]),
    )


def some(ground: Ground, draws: Draws) -> Trials:
    """Return what some settings give, run together."""
    run, n = project(ground.baseline, draws), len(draws)
    values, costs = by_year(run, ground.goal), costs_until(run, ground.goal)
    return Trials(
        np.broadcast_to(values, (n, values.shape[-1])), np.broadcast_to(costs, (n, len(COSTS)))
    )


def by_year(run: Projection, goal: Goal) -> Array:
    """Return the goal's measure in each year of a projection (*batch, T); NaN where it has none."""
    series = MEASURES[goal.measure](run, goal.place)
    missing = run.years.index(series.years[0])
    wide = [(0, 0)] * (series.values.ndim - 1) + [(missing, 0)]
    return np.pad(series.values, wide, constant_values=np.nan)


def costs_until(run: Projection, goal: Goal) -> Array:
    """Return each cost of the goal's place, summed up to its year (*batch, C)."""
    last = run.years.index(goal.year) + 1
    bills = (total(getattr(run, name), run.baseline, goal.place) for name in COSTS)
    return np.stack([bill[..., :last].sum(axis=-1) for bill in bills], axis=-1)


def extra_costs(baseline: Baseline, before: Scenario, after: Scenario, goal: Goal) -> Array:
    """Return what one scenario costs more than another to the goal's year, each cost (C,)."""
    middle = in_the_middle(baseline)
    runs = (project(middle, scenario) for scenario in (after, before))
    mine, theirs = (costs_until(run, goal) for run in runs)
    more: Array = mine - theirs
    return more
