"""What it would take: the goal, and three routes to it."""

from collections.abc import Callable
from typing import Final

from ppn_scenarios.analysis.goals import Goal, Together
from ppn_scenarios.analysis.goals.routes import RouteFound
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import dearer, march
from ppn_scenarios.wording.goals.amounts import estimate, since_when
from ppn_scenarios.wording.goals.constraints import name_of
from ppn_scenarios.wording.goals.words import finding, what_is_asked

from .ground import Ground
from .part import Part, Table

UNPRICED: Final = (
    "Costs are pay, training and leadership posts from 2023 on, at constant 2026/27 prices, "
    "against this scenario. Every unit cost is a placeholder, and what it takes to keep "
    "people or to encourage organisations has no price here."
)
QUESTION: Final = "What would it take?"


def goal(g: Ground, told: Callable[[int], object]) -> Part:
    """Return what it would take to reach the goal; `told` hears of settings tried."""
    asked = g.goal
    if why := asked.why_not(g.start, g.scenario):
        return only_words(f"“{asked.target.label}” cannot be answered here", why)
    found = g.workings.alone(g.scenario, asked, g.ticked)
    if asked.gone(g.scenario):
        verdict = "reached" if found.met else "not reached"
        return only_words(
            f"{asked.target.label}: too late to change, and {verdict}",
            f"Nothing that is chosen now acts before {march(asked.year)} ends. "
            f"{what_is_asked(found, g.place)}.",
        )
    if found.met or not g.ticked:
        title = "already reached" if found.met else "not reached"
        return only_words(f"{asked.target.label}: {title}", finding(found, None, g.place))
    sought = g.workings.together(g.scenario, asked, g.ticked, g.least, told)
    reach = [route for route in sought.routes if route.least]
    return Part(
        id="goal",
        question=QUESTION,
        title=title_of(asked, sought, len(reach)),
        words=(finding(found, sought, g.place),),
        table=Table(
            title=f"Three routes to the goal by {march(asked.year)}",
            head=("Route", "Settings", "Gives", "Reached?", "Earliest", "Extra cost", "What binds"),
            rows=tuple(row(route, g) for route in sought.routes),
            numbers=(2,),
        ),
        sources=(
            UNPRICED,
            "Found by trying steps of the sliders, without any effect of leadership.",
        ),
    )


def title_of(asked: Goal, sought: Together, reach: int) -> str:
    """Say whether the goal can be reached, and by how many of the routes."""
    if not sought.least:
        best = estimate(asked, sought.best.value)
        return f"{asked.target.label}: out of reach; {best} is the most by {march(asked.year)}"
    count = {0: "none", 1: "one", 2: "two"}.get(reach, "each")
    return f"{asked.target.label}: within reach, by {count} of {len(sought.routes)} routes"


def row(route: RouteFound, g: Ground) -> tuple[str, ...]:
    """Return one route's row, as on its page."""
    first = route.binding.binds
    return (
        route.route.label,
        "; ".join(f"{c.label}: {c.show(i)}" for c, i in route.changes.items()) or "as now",
        estimate(g.goal, route.value),
        "yes" if route.least else "no: at most this",
        since_when(route.best.earliest, g.scenario) if route.best.earliest else f"not by {HORIZON}",
        dearer(route.least.extra_cost) if route.least else "",
        name_of(first.id, route.binding.of, g.goal) if first else "the levers' own ranges",
    )


def only_words(title: str, said: str) -> Part:
    """Return a part without a table."""
    return Part(id="goal", question=QUESTION, title=title, words=(said,), sources=())
