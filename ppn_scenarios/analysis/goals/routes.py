"""Three different routes to one goal: what each takes, when at the earliest, and what binds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import Route, forward

from .binding import Asked, Binding, past_the_end
from .control import Control, control, with_settings
from .least import Least, Progress, least
from .searches import Search
from .several import Best, best_of
from .trials import Ground

MATERIAL: Final = 0.02  # of what is missing: levers that add less do not join


@dataclass(frozen=True)
class Pursued:
    """What some levers give together: the least that reaches the goal, or the most they reach.

    `before` is what they gave without those that had to join them.
    """

    controls: tuple[Control, ...]
    best: Best
    least: Least | None
    before: "Pursued | None" = None

    @property
    def where(self) -> tuple[int, ...]:
        """Where the levers stand: at the least that is enough, or else at their most."""
        return self.least.where if self.least else self.best.where

    def at_work(self, ground: Ground) -> Asked:
        """Return the scenario with the levers set, to ask what limits it."""
        settings = dict(zip(self.controls, self.where, strict=True))
        there = with_settings(ground.scenario, settings)
        return Asked(there, past_the_end(self.controls, self.where))

    @property
    def stages(self) -> "tuple[Pursued, ...]":
        """This, and what was before."""
        return (self, self.before) if self.before else (self,)


@dataclass(frozen=True)
class RouteFound:
    """What one route gives: the least that reaches the goal, or the most that it reaches.

    `joined` says that its own levers fell short and others had to join; `alone` then says what
    held it back before they did.
    """

    route: Route
    controls: tuple[Control, ...]
    best: Best
    least: Least | None
    binding: Binding
    joined: bool
    alone: Binding | None

    @property
    def where(self) -> tuple[int, ...]:
        """Where its levers stand: at the least that is enough, or else at their most."""
        return self.least.where if self.least else self.best.where

    @property
    def value(self) -> float:
        """What it gives in the goal's year."""
        return self.least.value if self.least else self.best.value

    @property
    def changes(self) -> dict[Control, int]:
        """The levers that it moves, and where to."""
        pairs = zip(self.controls, self.where, strict=True)
        return {c: i for c, i in pairs if i != c.now}

    @property
    def own_idle(self) -> bool:
        """Whether none of its own levers moves: those that joined do all there is to do."""
        return self.joined and not any(c.id in self.route.levers for c in self.changes)

    def scenario(self, before: Scenario) -> Scenario:
        """Return a scenario with the route applied."""
        return with_settings(before, self.changes)


def onward(ground: Ground, levers: Sequence[str]) -> tuple[Control, ...]:
    """Return levers that can only be moved the way in which more is done."""
    goal = ground.goal.id
    return tuple(control(id, ground.scenario).onward(forward(id, goal)) for id in levers)


def pursued(
    ground: Ground, controls: tuple[Control, ...], objective: str, progress: Progress
) -> Search[Pursued]:
    """Return what some levers give."""
    best = yield from best_of(ground, controls)
    cheapest = yield from least(ground, controls, best, objective, progress)
    return Pursued(controls, best, cheapest)


def follow(ground: Ground, route: Route, objective: str, progress: Progress) -> Search[Pursued]:
    """Return what a route gives, with the levers that join it only where they add to it."""
    controls = onward(ground, route.levers)
    best = yield from best_of(ground, controls)
    if best.value < ground.enough:
        more = (*controls, *onward(ground, route.joined))
        together = yield from best_of(ground, more)
        if together.value - best.value > MATERIAL * (ground.enough - best.value):
            cheapest = yield from least(ground, more, together, objective, progress)
            return Pursued(more, together, cheapest, Pursued(controls, best, None))
    cheapest = yield from least(ground, controls, best, objective, progress)
    return Pursued(controls, best, cheapest)


def found_of(route: Route, way: Pursued, limits: Iterator[Binding]) -> RouteFound:
    """Return a route, with the next of `limits`: of its stages in order."""
    binding = next(limits)
    alone = next(limits) if way.before else None
    return RouteFound(
        route, way.controls, way.best, way.least, binding, way.before is not None, alone
    )
