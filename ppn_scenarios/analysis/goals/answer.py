"""The whole answer to "what would it take?", checked against the model as every page runs it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeVar

import numpy as np

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import routes_to
from ppn_scenarios.model import Baseline
from ppn_scenarios.model.baseline import Array

from .binding import Binding, bindings
from .control import Control, control, with_settings
from .goal import Goal
from .least import Least, Progress
from .one_lever import OneLever, one_by_one
from .routes import RouteFound, follow, found_of, onward, pursued
from .runs import Runs
from .searches import side_by_side
from .several import Best
from .trials import Ground, differing, ground_for

Found = TypeVar("Found")
AGREE: Final = 1e-9  # to which one area and all areas apart must agree, in proportion


@dataclass(frozen=True)
class Alone:
    """Where the scenario stands, and what each ticked lever can do on its own."""

    ground: Ground
    now: Array  # (T,) the goal's measure by year
    levers: tuple[OneLever, ...]

    @property
    def value(self) -> float:
        """The goal's measure in its year, as the scenario is."""
        return float(self.now[self.ground.at])

    @property
    def met(self) -> bool:
        """Whether the scenario reaches the goal already."""
        return self.value >= self.ground.enough

    @property
    def since(self) -> int | None:
        """The year from which the goal is reached without a break to its year; None: it is not."""
        missed = np.flatnonzero(~(self.now[: self.ground.at + 1] >= self.ground.enough))
        if not self.met:
            return None
        first = int(missed[-1]) + 1 if missed.size else 0
        return self.ground.baseline.years[first]


@dataclass(frozen=True)
class Together:
    """What the ticked levers can do together, and three routes."""

    ground: Ground
    objective: str
    controls: tuple[Control, ...]
    best: Best
    least: Least | None
    binding: Binding  # at the least that is enough, or else at the most that is reached
    routes: tuple[RouteFound, ...]

    @property
    def changes(self) -> dict[Control, int]:
        """The levers that the least needs moved, or else those that the most needs, and where."""
        where = self.least.where if self.least else self.best.where
        return {c: i for c, i in zip(self.controls, where, strict=True) if i != c.now}


def alone(baseline: Baseline, scenario: Scenario, goal: Goal, ticked: Sequence[str]) -> Alone:
    """Return what each ticked lever can do for a goal, all else as the scenario has it."""

    def on(ground: Ground) -> Alone:
        runs = Runs(ground)
        levers = one_by_one(runs, [control(id, scenario) for id in ticked])
        return Alone(ground, runs.tried({}, 1).values[0], tuple(levers))

    def claims(found: Alone) -> Iterable[tuple[Scenario, float]]:
        yield scenario, found.value
        for lever in found.levers:
            which = lever.best if lever.needed is None else lever.needed
            yield with_settings(scenario, {lever.control: which}), float(lever.values[which])

    return checked(baseline, scenario, goal, on, claims)


def together(
    baseline: Baseline,
    scenario: Scenario,
    goal: Goal,
    ticked: Sequence[str],
    objective: str,
    progress: Progress = lambda tried: None,
) -> Together:
    """Return the least that the ticked levers need together, and three routes to the goal."""

    def on(ground: Ground) -> Together:
        runs, ways = Runs(ground), routes_to(goal.id)
        searches = [pursued(ground, onward(ground, ticked), objective, progress)]
        searches += [follow(ground, route, objective, progress) for route in ways]
        mine, *theirs = side_by_side(runs, searches)
        stages = chain.from_iterable(each.stages for each in (mine, *theirs))
        limits = iter(bindings(runs, [stage.at_work(ground) for stage in stages]))
        held = next(limits)
        routes = [found_of(*pair, limits) for pair in zip(ways, theirs, strict=True)]
        return Together(
            ground, objective, mine.controls, mine.best, mine.least, held, tuple(routes)
        )

    def claims(found: Together) -> Iterable[tuple[Scenario, float]]:
        value = found.least.value if found.least else found.best.value
        yield with_settings(scenario, found.changes), value
        for route in found.routes:
            yield route.scenario(scenario), route.value

    return checked(baseline, scenario, goal, on, claims)


def checked(
    baseline: Baseline,
    scenario: Scenario,
    goal: Goal,
    on: Callable[[Ground], Found],
    claims: Callable[[Found], Iterable[tuple[Scenario, float]]],
    others: bool = False,
) -> Found:
    """Return an answer whose every value the model gives again with all areas apart.

    A place is tried as one area, which is not exact where an area runs out of people who could
    lead. Then the answer would not hold, and it is sought again with all areas apart.
    """
    quick = ground_for(baseline, scenario, goal, others=others)
    whole = ground_for(baseline, scenario, goal, apart=True)
    found = on(quick)
    said = list(claims(found))
    if not said:
        return found
    given = differing(scenario, [s for s, _ in said])
    again = Runs(whole).tried(given, len(said)).values[:, whole.at]
    return found if np.allclose(again, [v for _, v in said], rtol=AGREE, atol=AGREE) else on(whole)
