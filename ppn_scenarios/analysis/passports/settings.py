"""Passports of settings of a lever: beyond its range, and how far within it."""

from ppn_scenarios.analysis.goals.control import Control
from ppn_scenarios.analysis.goals.goal import Goal
from ppn_scenarios.analysis.goals.one_lever import OneLever
from ppn_scenarios.assumptions import Scenario

from . import code
from .goals import NEEDED, measured, unit_of, written
from .passport import Passport, Term


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
