"""Passports of one lever: what its ends give, a setting beyond its range, how far it moves."""

from ppn_scenarios.analysis.goals.control import Control
from ppn_scenarios.analysis.goals.goal import Goal
from ppn_scenarios.analysis.goals.one_lever import OneLever
from ppn_scenarios.assumptions import Scenario

from . import code
from .goals import NEEDED, changed, measured, unit_of, written
from .passport import Passport, Term


def of_most(lever: OneLever, scenario: Scenario, goal: Goal, asked: float) -> Passport:
    """Return the passport of the most that one lever gives within its range."""
    return of_end(lever, lever.best, "most", scenario, goal, asked)


def of_worst(lever: OneLever, scenario: Scenario, goal: Goal, asked: float) -> Passport:
    """Return the passport of the least that one lever gives within its range."""
    return of_end(lever, lever.worst, "least", scenario, goal, asked)


def of_end(
    lever: OneLever, which: int, end: str, scenario: Scenario, goal: Goal, asked: float
) -> Passport:
    """Return the passport of what one lever gives at the setting that gives most, or least."""
    changes, value = lever.control.set_in(which), float(lever.values[which])
    missing = asked - value
    return Passport(
        label=f"{lever.control.label}: the {end} it gives on its own",
        value=value,
        unit=measured(goal),
        formula=f"What is asked - what is missing, at the setting that gives {end}; every step of "
        "the range was tried",
        terms=(
            Term(label="What is asked", value=asked, unit=measured(goal)),
            Term(label="Still missing", value=missing, unit=measured(goal)),
        ),
        combine=lambda asked, missing: asked - missing,
        rests_on=lever.control.names,
        figures=goal.target.figures,
        bias=NEEDED,
        code=code.of_measure(goal.measure, changed(scenario, changes), goal.place, goal.year),
        scenario=changed(scenario, changes),
    )


def of_beyond(lever: OneLever, scenario: Scenario, goal: Goal, asked: float) -> Passport:
    """Return the passport of a setting outside a lever's range that would reach the goal."""
    c, value = lever.control, lever.beyond
    assert value is not None, "a lever that would reach the goal outside its range"
    now, unit = c.settings[c.now][0], unit_of(c.names[0])
    return Passport(
        label=f"{c.label}: what it would take, outside its range",
        value=value,
        unit=unit,
        formula="Now + the smallest change beyond the range, in steps of the slider, at which the "
        "goal's measure reaches what is asked; nothing else here uses such a value",
        terms=(
            Term(label="Now", value=now, unit=unit),
            Term(label="Change", value=value - now, unit=unit),
            Term(label="What is asked", value=asked, unit=measured(goal)),
        ),
        combine=lambda now, change, asked: now + change,
        rests_on=c.names,
        figures=goal.target.figures,
        bias=f"{NEEDED} No evidence reaches this far: it says that the goal is out of reach for "
        "this lever alone, and no more.",
        code="from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.goals import Goal, alone\n\n"
        f"found = alone(baseline(), {code.written(scenario)}, {written(goal)}, "
        f'["{c.id}"])\n'
        "print(found.levers[0].beyond)\n",
    )


def of_part(c: Control, which: int) -> Passport:
    """Return the passport of how far a lever moves, as a part of its range."""
    start, end = (float(c.shares()[i]) for i in (c.now, which))
    return Passport(
        label=f"{c.label}, set to {c.show(which)}: part of its range",
        value=abs(end - start),
        unit="share",
        formula="Where it is set in its range - where it is now, whichever way",
        terms=(
            Term(label=f"Where {c.show(which)} stands in the range", value=end, unit="share"),
            Term(label=f"Where {c.show(c.now)} stands in the range", value=start, unit="share"),
        ),
        combine=lambda end, start: abs(end - start),
        rests_on=(c.id,),
        bias="None: it is arithmetic on the range of the lever. The range itself may be wrong.",
        code=f"print(abs({end!r} - {start!r}))\n",
    )
