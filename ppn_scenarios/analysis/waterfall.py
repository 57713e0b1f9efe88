"""From one scenario to another by cause: what each changed lever does alone, and all together."""

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final, TypeVar

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.model.baseline import Array

from .differences import causes, differences
from .draws import Draws
from .place_measures import MEASURES
from .places import ENGLAND
from .series import Series
from .uncertainty import block, in_the_middle

NOTHING: Final = 1e-11  # an effect that is smaller, in proportion to the result, is none
T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    """What one cause does to a result when it alone changes, or several causes added up."""

    causes: tuple[tuple[str, ...], ...]  # of each cause its levers, the first of which names it
    kind: str  # choice or belief
    effect: float

    @property
    def levers(self) -> tuple[str, ...]:
        """Every lever in it."""
        return tuple(name for cause in self.causes for name in cause)


@dataclass(frozen=True)
class Waterfall:
    """A result of one scenario and of another, and what lies between them.

    The effects of the parts and `together` sum to `end` less `start`.
    """

    start: float
    parts: tuple[Part, ...]  # beliefs first, then choices; the largest first in each
    together: float  # what the parts do together beyond what each does alone
    end: float

    @property
    def change(self) -> float:
        """All that lies between start and end."""
        return self.end - self.start

    def of(self, kind: str) -> float:
        """Return the sum of the effects of one kind, each alone."""
        return math.fsum(part.effect for part in self.parts if part.kind == kind)

    def effect(self, causes: Sequence[tuple[str, ...]]) -> float:
        """Return the sum of the effects of some causes, each alone."""
        return math.fsum(part.effect for part in self.parts if part.causes[0] in causes)

    @property
    def is_of_one(self) -> bool:
        """Whether one cause makes the whole change: no other does anything, not even with it."""
        nothing = NOTHING * max(abs(self.start), abs(self.end))
        return len(self.parts) - self.idle() == 1 and abs(self.together) <= nothing

    def idle(self) -> int:
        """Return how many causes do nothing to this result when changed alone."""
        return sum(part.effect == 0 for part in self.parts)

    def shortened(self, most: int) -> "Waterfall":
        """Return the same with at most about `most` bars: the small ones of a kind are one.

        Causes that do nothing are left out; they add nothing to the sum.
        """
        moving = [part for part in self.parts if part.effect]
        ranked = sorted(moving, key=lambda part: -abs(part.effect))
        keep = set(ranked if len(ranked) <= most else ranked[: most - 1])
        shown: list[Part] = []
        for kind in ("belief", "choice"):
            shown += [part for part in moving if part.kind == kind and part in keep]
            small = [part for part in moving if part.kind == kind and part not in keep]
            if len(small) == 1:
                shown += small
            elif small:
                effect = math.fsum(part.effect for part in small)
                shown.append(Part(tuple(c for part in small for c in part.causes), kind, effect))
        return Waterfall(self.start, tuple(shown), self.together, self.end)

    def grouped(self, like: "Waterfall") -> "Waterfall":
        """Return the same with the bars of another waterfall of the same causes, in its order."""
        parts = tuple(Part(p.causes, p.kind, self.effect(p.causes)) for p in like.parts)
        together = math.fsum([self.change, *(-part.effect for part in parts)])
        return Waterfall(self.start, parts, together, self.end)


@dataclass(frozen=True)
class Alone:
    """Results of runs in which causes change alone: first none, then each, then all."""

    causes: tuple[tuple[str, ...], ...]
    results: dict[str, Series]  # by measure: (2 + causes, T)

    def waterfall(self, measure: str, year: int) -> Waterfall:
        """Return the parts of the change of one measure in a year."""
        found = self.results[measure]
        return parted(self.causes, found.values[:, found.years.index(year)])

    def over_years(self, measure: str) -> Waterfall:
        """Return the parts of the change of one measure summed over all years."""
        return parted(self.causes, self.results[measure].values.sum(axis=-1))


def parted(names: Sequence[tuple[str, ...]], found: Array) -> Waterfall:
    """Return a waterfall from the results with nothing changed, each cause alone, and all."""
    start, end = float(found[0]), float(found[-1])
    least = NOTHING * max(abs(start), abs(end), 1e-300)
    parts = []
    for levers, value in zip(names, found[1:-1], strict=True):
        effect = float(value) - start
        kind = ASSUMPTIONS[levers[0]].kind
        parts.append(Part((levers,), kind, effect if abs(effect) > least else 0.0))
    parts.sort(key=lambda part: (part.kind, -abs(part.effect)))
    together = math.fsum([end, -start, *(-part.effect for part in parts)])
    return Waterfall(start, tuple(parts), together, end)


def each_way(
    baseline: Baseline, was: Scenario, now: Scenario, measures: Sequence[str], place: str
) -> tuple[Alone, ...]:
    """Return what each cause does by each way of sharing England out, the middle first.

    Of England the ways agree, so there is one. All runs of all ways are one batch.
    """
    ways = baseline.share.reshape(-1, len(baseline.areas))
    return run_alone(baseline, ways[:1] if place == ENGLAND else ways, was, now, measures, place)


def ends(ways: Sequence[T], of: Callable[[T], float]) -> tuple[float, float]:
    """Return the lowest and highest of what `of` gives of each way."""
    found = [of(way) for way in ways]
    return min(found), max(found)


def alone(
    baseline: Baseline, was: Scenario, now: Scenario, measures: Sequence[str], place: str
) -> Alone:
    """Return what each cause of the difference between two scenarios does alone in a place.

    By the middle of the ways of sharing England out; all runs are one batch.
    """
    middle = in_the_middle(baseline).share[None]
    return run_alone(baseline, middle, was, now, measures, place)[0]


def run_alone(
    baseline: Baseline,
    ways: Array,
    was: Scenario,
    now: Scenario,
    measures: Sequence[str],
    place: str,
) -> tuple[Alone, ...]:
    """Return the results of causes by each of some ways (W, A) of sharing England out."""
    found = causes(differences(was, now))
    n = len(found) + 2
    values: dict[str, float | Array] = dict(asdict(was))
    for i, levers in enumerate(found.values(), start=1):
        for name in levers:
            once = np.full(n, float(getattr(was, name)))
            once[[i, n - 1]] = getattr(now, name)
            values[name] = np.tile(once, len(ways))
    draws, shares = Draws(values, np.zeros(n * len(ways))), np.repeat(ways, n, axis=0)
    pieces: dict[str, list[Series]] = {measure: [] for measure in measures}
    size = block(baseline)
    for first in range(0, len(draws), size):
        here = slice(first, first + size)
        some = draws.part(here)
        run = project(replace(baseline, share=shares[here]), some)
        for measure in measures:
            series = MEASURES[measure](run, place)
            shape = (len(some), len(series.years))
            pieces[measure].append(replace(series, values=np.broadcast_to(series.values, shape)))
    whole = {
        measure: Series(some[0].years, np.concatenate([part.values for part in some]))
        for measure, some in pieces.items()
    }
    return tuple(
        Alone(
            tuple(found.values()),
            {m: replace(series, values=series.values[at : at + n]) for m, series in whole.items()},
        )
        for at in range(0, len(draws), n)
    )
