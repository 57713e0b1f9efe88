"""Plans against futures: what each gives of a goal, and what is lost against the best plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.analysis.apart import rests_on
from ppn_scenarios.analysis.goals.binding import MATTERS
from ppn_scenarios.analysis.goals.goal import Goal
from ppn_scenarios.analysis.goals.one_lever import SAME
from ppn_scenarios.analysis.goals.runs import Runs
from ppn_scenarios.analysis.goals.trials import differing, ground_for
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.futures import FUTURES
from ppn_scenarios.model import Baseline
from ppn_scenarios.model.baseline import Array

AS_BELIEVED: Final = "as_believed"  # the first of all futures: the reader's own beliefs
HIGH: Final = 0.9  # quantile of regret that is shown beside its mean and most


@dataclass(frozen=True)
class Stress:
    """What plans give of a goal in futures: `values` (plans, futures), the first as believed."""

    goal: Goal
    asked: float
    enough: float
    plans: Mapping[str, Scenario]
    futures: tuple[str, ...]
    values: Array

    @property
    def met(self) -> NDArray[np.bool_]:
        """Whether each plan reaches the goal in each future (plans, futures)."""
        return np.asarray(self.values >= self.enough)

    @property
    def regret(self) -> Array:
        """What each plan gives less than the best plan in each future (plans, futures)."""
        best: Array = self.values.max(axis=0) - self.values
        return best

    def row(self, plan: str) -> int:
        """Return the position of a plan."""
        return list(self.plans).index(plan)

    @property
    def touching(self) -> NDArray[np.bool_]:
        """Whether each future changes the goal's measure in some plan by what matters (futures,).

        Leaders' time alone moves the staff needed that are met, by next to nothing.
        """
        apart = np.abs(self.values - self.values[:, :1])
        return np.asarray((apart > MATTERS * abs(self.asked)).any(axis=0))

    def held(self, plan: str) -> int:
        """Return in how many of the futures that touch the goal a plan reaches it."""
        return int(self.met[self.row(plan)][self.touching].sum())

    def regrets(self, plan: str) -> tuple[float, float, float]:
        """Return a plan's mean, ninetieth percentile and largest regret.

        Over the futures that touch the goal and, as one more, what the reader believes. The
        percentile lies between two futures.
        """
        counted = self.touching
        counted[0] = True
        lost = self.regret[self.row(plan)][counted]
        return float(lost.mean()), float(np.quantile(lost, HIGH)), float(lost.max())

    def least_regret(self) -> tuple[str, ...]:
        """Return the plans whose largest regret is least: more than one if they are as good."""
        worst = self.regret.max(axis=1)
        least = worst.min() + SAME * max(float(np.abs(self.values).max()), 1e-12)
        return tuple(n for n, w in zip(self.plans, worst, strict=True) if w <= least)


def stress(baseline: Baseline, plans: Mapping[str, Scenario], goal: Goal) -> Stress:
    """Return what each plan gives of a goal in every future, from one batch.

    The plans share the beliefs of one reader. Raises ValueError for no plan.
    """
    if not plans:
        raise ValueError("no plan to hold against futures")
    futures = (AS_BELIEVED, *FUTURES)
    runs = [
        plan if future == AS_BELIEVED else FUTURES[future].on(plan)
        for plan in plans.values()
        for future in futures
    ]
    unlike, which = told_apart(runs, goal.measure)
    ground = ground_for(baseline, unlike[0], goal, apart=True)
    given = differing(unlike[0], unlike)
    values = Runs(ground).tried(given, len(unlike)).values[which, ground.at]
    shape = len(plans), len(futures)
    return Stress(goal, ground.asked, ground.enough, plans, futures, values.reshape(shape))


def told_apart(runs: Sequence[Scenario], measure: str) -> tuple[list[Scenario], list[int]]:
    """Return the scenarios that differ in what a measure rests on, and which of them each is.

    Leadership must change no staffing.
    """
    what_counts = attrgetter(*(name for name in ASSUMPTIONS if rests_on(measure, name)))
    at: dict[tuple[float, ...], int] = {}
    which = [at.setdefault(what_counts(run), len(at)) for run in runs]
    return [runs[which.index(i)] for i in range(len(at))], which
