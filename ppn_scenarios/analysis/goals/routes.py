"""Three different routes to one goal: what each takes, when at the earliest, and what binds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import Route, forward, routes_to

from .binding import Binding, binding, past_the_end
from .control import Control, control, with_settings
from .least import Least, Progress, least
from .several import Best, best_of
from .trials import Ground

MATERIAL: Final = 0.02  # of what is missing: levers that add less do not join


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


def at_work(ground: Ground, levers: Sequence[Control], where: Sequence[int]) -> Binding:
    """Return what limits a goal where some levers are set."""
    settings = dict(zip(levers, where, strict=True))
    there = replace(ground, scenario=with_settings(ground.scenario, settings))
    return binding(there, past_the_end(levers, where))


def routes(ground: Ground, objective: str, progress: Progress) -> list[RouteFound]:
    """Return every route to a goal, in the order declared."""
    return [follow(ground, route, objective, progress) for route in routes_to(ground.goal.id)]


def follow(ground: Ground, route: Route, objective: str, progress: Progress) -> RouteFound:
    """Return what a route gives, with the levers that join it only where they add to it."""
    controls = onward(ground, route.levers)
    best = best_of(ground, controls)
    joined, alone = False, None
    if best.value < ground.enough:
        more = (*controls, *onward(ground, route.joined))
        together = best_of(ground, more)
        if together.value - best.value > MATERIAL * (ground.enough - best.value):
            alone = at_work(ground, controls, best.where)
            controls, best, joined = more, together, True
    cheapest = least(ground, controls, best, objective, progress)
    where = cheapest.where if cheapest else best.where
    return RouteFound(
        route, controls, best, cheapest, at_work(ground, controls, where), joined, alone
    )
