"""A goal that is reached already: how far each lever, moved alone, could go before it is lost."""

from collections.abc import Iterable
from typing import Final

from ppn_scenarios.analysis.goals import Alone
from ppn_scenarios.analysis.goals.one_lever import OneLever
from ppn_scenarios.analysis.passports import Passport, settings
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.reach import Reach, show_reach
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording import march
from ppn_scenarios.wording.goals.amounts import amount, estimate
from ppn_scenarios.wording.goals.words import hardly

from .alone_block import span_of

ALT: Final = (
    "A bar for each lever, from where things are now to the least that it could bring within its "
    "evidence range, and a mark on each bar at the goal. The same numbers are in a table."
)


def show_slack_picture(found: Alone) -> None:
    """Draw how low each lever could bring the goal's measure."""
    could = (r for r in found.levers if r.moves and r.worst != r.control.now)
    losing = sorted(could, key=lambda r: r.worst_value)
    if not losing:
        return
    rows = [
        Reach(
            said=f"{r.control.label}: {'' if hardly(r) else 'enough '}{as_far_as(r)}",
            now=found.value,
            most=r.worst_value,
            enough=r.worst_value >= found.ground.enough,
        )
        for r in losing
    ]
    goal, asked = found.ground.goal, found.ground.asked
    show_reach(
        rows,
        asked,
        f"asked: {amount(goal, asked)}",
        goal.target.unit == "share",
        "chart_slack",
        passport="slack",
        alt_text=ALT,
    )


def show_each(found: Alone, scenario: Scenario) -> None:
    """Draw the table of how far each lever could go."""
    goal = found.ground.goal
    show_table(
        f"How far each lever could go, all else as you have it, for {march(goal.year)}",
        ("Lever", "Now", "Enough", "Evidence range", "At worst"),
        [
            (
                r.control.label,
                r.control.show(r.control.now),
                as_far_as(r),
                span_of(r.control),
                estimate(goal, r.worst_value),
            )
            for r in sorted(found.levers, key=lambda r: r.worst_value)
        ],
        numbers=(4,),
        passport="slack",
    )
    offer("slack", lambda: list(made(found, scenario)), scenario)


def as_far_as(lever: OneLever) -> str:
    """Say how far a lever could go before the goal is missed."""
    c, (low, high) = lever.control, lever.slack
    last = len(c.settings) - 1
    if low == 0 and high == last:
        return "anywhere in its range"
    if hardly(lever):
        return f"hardly any room at {c.show(c.now)}"
    if low > 0 and high < last:
        return f"from {c.show(low)} to {c.show(high)}"
    return f"down to {c.show(low)}" if low > 0 else f"up to {c.show(high)}"


def made(found: Alone, scenario: Scenario) -> Iterable[Passport]:
    """Yield the passports of where things stand, and of the worst that each lever brings."""
    goal = found.ground.goal
    yield of_measure(goal.measure, projection(scenario), goal.place, goal.year)
    for lever in found.levers:
        yield settings.of_worst(lever, scenario, goal, found.ground.asked)
