"""The briefing of a scenario, from the same computation as the pages."""

from collections.abc import Callable, Mapping
from datetime import date

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import FIRST_GOAL, ticked_at_first
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.tables.queries import data_version
from ppn_scenarios.wording.places import Place

from .basis import assumptions, limits
from .by_place import by_place
from .changed import changed
from .doubt import doubt
from .futures import QUESTION, futures
from .goal import goal as what_it_takes
from .ground import Ground, ground
from .leading import leading
from .part import Briefing, Part
from .track import headline, on_track, three_lines
from .workings import Workings

Told = Callable[[float, str], None]  # hears the share of the work done, and what is being done


def briefing(
    scenario: Scenario,
    place: Place,
    *,
    name: str = "As things stand",
    note: str = "",
    reasons: Mapping[str, str] | None = None,
    link: str = "",
    goal: Goal | None = None,
    ticked: tuple[str, ...] | None = None,
    least: str = "cost",
    made: date | None = None,
    told: Told = lambda share, what: None,
    workings: Workings = Workings(),  # noqa: B008 - it cannot change
    in_short: bool = False,
) -> Briefing:
    """Return what a board is told of a scenario in a place; it takes some ten seconds.

    `goal` is what "What would it take?" and "Does it survive a bad future?" ask about, `ticked` the
    levers that may be moved for it. `link` opens the scenario in the app. `workings` give the long
    answers. `in_short` leaves out places, routes, futures, doubt, and what it rests on.
    """
    told(0.02, "Running the scenario")
    g = ground(
        scenario,
        place,
        reasons=reasons or {},
        note=note,
        goal=goal,
        ticked=ticked_at_first(goal.id if goal else FIRST_GOAL) if ticked is None else ticked,
        least=least,
        made=made or date.today(),
        workings=workings,
    )
    first = [on_track(g), changed(g)]
    told(0.05, "Drawing what we do not know")
    first += [three_lines(g), leading(g)]
    rest = [] if in_short else in_full(g, told)
    told(0.95, "Writing it down")
    return Briefing(
        name=name,
        note=note,
        place=place.full,
        made=g.made,
        model=MODEL_VERSION,
        data=data_version(),
        link=link,
        headline=headline(g),
        parts=(*first, *rest),
    )


def in_full(g: Ground, told: Told) -> list[Part]:
    """Return the parts that a briefing in short leaves out."""
    there = by_place(g)
    told(0.1, "Looking for what it would take")
    route = what_it_takes(g, searching(told))
    told(0.7, "Holding the plan against bad futures")
    rest = in_doubt(g, lambda done, of: told(0.75 + 0.2 * done / of, "Working out the uncertainty"))
    return [there, route, *rest, assumptions(g), limits()]


def searching(told: Told) -> Callable[[int], None]:
    """Return who is told how many more settings were tried: nobody knows how many there will be."""
    tried = 0

    def more(settings: int) -> None:
        nonlocal tried
        tried += settings
        told(0.1, f"Looking for what it would take: {tried:,} settings tried")

    return more


def in_doubt(g: Ground, told: Callable[[int, int], None]) -> list[Part]:
    """Return the stress test, where the goal can be answered, and what would change our mind."""
    if why := g.goal.why_not(g.start, g.scenario):
        title = f"“{g.goal.target.label}” cannot be held against futures here"
        none = Part(id="futures", question=QUESTION, title=title, words=(why,), sources=())
        return [none, doubt(g, None, told)]
    broken = g.workings.breaks(g.scenario, g.goal)
    found = g.workings.stress(g.scenario, g.goal)
    return [futures(g, found, broken), doubt(g, broken, told)]
