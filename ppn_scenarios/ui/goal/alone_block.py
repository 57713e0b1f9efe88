"""Each lever on its own: how far it reaches, and the smallest change that is enough."""

from collections.abc import Iterable
from typing import Final

from ppn_scenarios.analysis.goals import Alone, Together
from ppn_scenarios.analysis.goals.control import REQUIRED, Control, with_settings
from ppn_scenarios.analysis.goals.one_lever import OneLever
from ppn_scenarios.analysis.passports import Passport, settings
from ppn_scenarios.analysis.passports import goals as passports
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.charts.reach import Reach, show_reach
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording import dearer, march
from ppn_scenarios.wording.goals.amounts import amount, estimate, since_when
from ppn_scenarios.wording.goals.words import moved

VISIBLE: Final = 0.01  # of what is missing: a bar for less could not be seen


def show_picture(found: Alone, all_: Together | None) -> None:
    """Draw how far each lever reaches alone, and all of them together."""
    goal, moving = found.ground.goal, reaching(found)
    if not moving:
        return
    rows = [
        Reach(
            said=f"{lever.control.label}: {shortly(lever, found)}",
            now=found.value,
            most=lever.most,
            enough=lever.needed is not None,
        )
        for lever in moving
    ]
    if all_ is not None and len(moving) > 1:
        enough = all_.best.value >= found.ground.enough
        said = "enough" if enough else f"at most {estimate(goal, all_.best.value)}"
        rows.append(
            Reach(f"All ticked levers together: {said}", found.value, all_.best.value, enough)
        )
    show_reach(
        rows,
        found.ground.asked,
        f"asked: {amount(goal, found.ground.asked)}",
        goal.target.unit == "share",
        "chart_reach",
        passport="one_lever",
    )


def reaching(found: Alone) -> list[OneLever]:
    """Return the levers that move the goal the right way, those that reach furthest first."""
    least = VISIBLE * (found.ground.asked - found.value)
    some = [lever for lever in found.levers if lever.most - found.value > least]
    return sorted(some, key=lambda lever: -lever.most)


def shortly(lever: OneLever, found: Alone) -> str:
    """Say in a few words what a lever can do."""
    if lever.needed is not None:
        at = "" if lever.control.id == REQUIRED else "at "
        return f"enough {at}{needed(lever)}"
    return f"at most {estimate(found.ground.goal, lever.most)}"


def show_each(found: Alone, scenario: Scenario) -> None:
    """Draw the table of single levers."""
    goal = found.ground.goal
    show_table(
        f"One lever at a time, all else as you have it, for {march(goal.year)}",
        ("Lever", "Now", "Needed", "Evidence range", "At most", "Earliest", "Extra cost"),
        [row(lever, found) for lever in sorted(found.levers, key=by_use)],
        numbers=(4,),
        passport="one_lever",
    )
    offer("one_lever", lambda: list(made(found, scenario)), scenario)


def by_use(lever: OneLever) -> tuple[bool, bool, float]:
    """Return what puts levers in order: those that are enough, then those that reach furthest."""
    far = moved(lever) if lever.needed is not None else -lever.most
    return not lever.moves, lever.needed is None, far


def row(lever: OneLever, found: Alone) -> tuple[str, ...]:
    """Return one lever's row."""
    c, goal = lever.control, found.ground.goal
    span = span_of(c)
    name = f"{c.label} (a belief)" if c.is_belief else c.label
    if not lever.moves:
        return name, c.show(c.now), "moves nothing here", span, "", "", ""
    return (
        name,
        c.show(c.now),
        needed(lever),
        span,
        estimate(goal, lever.most),
        since_when(lever.earliest, found.ground.scenario),
        dearer(lever.extra_cost) if lever.needed is not None else "",
    )


def span_of(c: Control) -> str:
    """Write a lever's range with its unit once: "900 to 1,400 people a year"."""
    low, high = c.show(0), c.show(len(c.settings) - 1)
    if c.id == REQUIRED:
        return f"{high} or later, or not at all"
    number, _, unit = low.partition(" ")
    return f"{number} to {high}" if unit and high.endswith(unit) else f"{low} to {high}"


def needed(lever: OneLever) -> str:
    """Say what a lever needs on its own."""
    if lever.needed is not None:
        c, fewer = lever.control, lever.needed < lever.control.now and not lever.control.is_belief
        return c.show(lever.needed) + (", less than now" if fewer else "")
    if lever.beyond is None:
        return "not within its range"
    outside = ASSUMPTIONS[lever.control.id].show(lever.beyond)
    return f"not within its range: it would take {outside}"


def made(found: Alone, scenario: Scenario) -> Iterable[Passport]:
    """Yield the passports of where things stand, and of what each lever needs or gives at most."""
    goal = found.ground.goal
    yield of_measure(goal.measure, projection(scenario), goal.place, goal.year)
    for lever in found.levers:
        if lever.needed is not None:
            yield passports.of_needed(lever, scenario, goal, found.ground.asked)
            after = with_settings(scenario, {lever.control: lever.needed})
            yield passports.of_cost(lever.control.label, baseline(), scenario, after, goal)
        elif lever.beyond is not None:
            yield settings.of_beyond(lever, scenario, goal, found.ground.asked)
        yield settings.of_most(lever, scenario, goal, found.ground.asked)
