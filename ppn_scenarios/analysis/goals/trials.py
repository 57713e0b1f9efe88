"""What settings of levers give of a goal, year by year, and cost; and where they are tried."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.draws import values_of
from ppn_scenarios.analysis.place_measures import COSTS as ALWAYS
from ppn_scenarios.analysis.place_measures import IF_COUNTED, MEASURES
from ppn_scenarios.analysis.places import ENGLAND, place_index, total
from ppn_scenarios.analysis.uncertainty import in_the_middle, of_places, stand_alone
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.baseline import Array

from .goal import Goal, first_open_year

COSTS: Final = (*ALWAYS, *IF_COUNTED)  # measures of a projection
REST: Final = "rest"  # of England, beside a place


@dataclass(frozen=True)
class Trials:
    """What n settings give: the goal's measure by year (n, T), and costs to the goal's year (n, C).

    `values` has the years of the projection; NaN where the measure has none. Costs are those of
    COSTS, in £ thousand at constant prices, from the first year on; None where nobody asked.
    """

    values: Array
    costs: Array | None

    @property
    def spent(self) -> Array:
        """All costs together (n,)."""
        assert self.costs is not None, "whoever looks at costs must ask for them"
        whole: Array = self.costs.sum(axis=-1)
        return whole

    def part(self, rows: slice) -> "Trials":
        """Return some of the settings."""
        return Trials(self.values[rows], None if self.costs is None else self.costs[rows])


@dataclass(frozen=True)
class Ground:
    """Where a goal is tried: a scenario from the least baseline that gives its place exactly."""

    baseline: Baseline
    scenario: Scenario
    goal: Goal
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


def ground_for(
    baseline: Baseline, scenario: Scenario, goal: Goal, apart: bool = False, others: bool = False
) -> Ground:
    """Return where to try a goal: England as one area, a place on its own, or all `apart`.

    The place is beside the rest of England where it depends on that, and where it may under the
    `others` of the settings that are tried: those of beliefs, of which one is imitation.

    Leadership changes no staffing here. Fewer areas are exact while none of them runs out of
    people who could lead: whoever uses them must check an answer with all areas apart.
    """
    assert not scenario.effects_on, "answers to goals leave the reader's hypothesis out"
    middle, number = in_the_middle(baseline), goal.threshold(baseline)
    if apart:
        few = middle
    elif goal.place == ENGLAND:
        few = of_places(middle, [ENGLAND])
    elif stand_alone(baseline, scenario) and not others:
        few = of_places(middle, [goal.place])
    else:
        few = beside_the_rest(middle, goal.place)
    return Ground(few, scenario, goal, number)


def beside_the_rest(baseline: Baseline, place: str) -> Baseline:
    """Return a place as one area and the rest of England as another.

    What depends on all of England, such as following what other organisations do, stays right.
    """
    both, here = of_places(baseline, [place, ENGLAND]), place_index(baseline, place)
    others = np.setdiff1d(np.arange(len(baseline.areas)), here)

    def rest(values: Array, axis: int = 0) -> Array:
        mine, whole = np.moveaxis(values, axis, 0)
        return np.moveaxis(np.stack([mine, whole - mine]), 0, axis)

    return replace(
        both,
        share=rest(both.share, -1),
        trusts=rest(both.trusts),
        systems=rest(both.systems),
        boards={number: rest(leads) for number, leads in both.boards.items()},
        population=rest(both.population),
        work=baseline.work and baseline.work.at(baseline.areas, {place: here, REST: others}),
        areas=(place, REST),
        regions=(place, REST),
    )


def differing(scenario: Scenario, runs: Sequence[Scenario]) -> dict[str, Array]:
    """Return the values (n,) of some scenarios for each lever in which one differs from another."""
    own, every = vars(scenario), [vars(run) for run in runs]
    names = {k for values in every for k in ASSUMPTIONS if values[k] != own[k]}
    return {k: np.array([values[k] for values in every]) for k in ASSUMPTIONS if k in names}


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
    both = values_of(before, 2, differing(before, [before, after]))
    found = costs_until(project(in_the_middle(baseline), both), goal)
    # Two that are the same are run once.
    theirs, mine = np.broadcast_to(found, (2, len(COSTS)))
    more: Array = mine - theirs
    return more
