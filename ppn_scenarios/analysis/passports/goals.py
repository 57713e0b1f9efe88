"""Passports of what it would take: settings needed, what they give, and what they cost."""

from collections.abc import Mapping
from typing import Final

from ppn_scenarios.analysis.goals.binding import Binding, Constraint
from ppn_scenarios.analysis.goals.control import REQUIRED
from ppn_scenarios.analysis.goals.goal import FIRST_DATE, Goal
from ppn_scenarios.analysis.goals.one_lever import OneLever
from ppn_scenarios.analysis.goals.trials import COSTS, extra_costs
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline

from . import code
from .costs import MAKINGS
from .passport import Passport, Term

NAMES: Final = tuple(MAKINGS[cost].label for cost in COSTS)
CHEAP: Final = (
    "Likely low: what it takes to keep staff or leaders, or to encourage organisations, has no "
    "price here. Every unit cost is a placeholder. Compare two costs; do not read the level."
)
SMALLEST: Final = (
    "Now + the smallest change, in steps of the slider, at which the goal's measure reaches what "
    "is asked; every step of the range was tried"
)
LATEST: Final = (
    "The first date still to come + the years for which requiring the post can wait; every date "
    "was tried"
)
NEEDED: Final = (
    "As wrong as the model is about the goal's measure. It holds if all else stays as you have it, "
    "and the step before it falls short."
)


def unit_of(name: str) -> str:
    """Return the unit of a lever's value in the words of passports."""
    unit = ASSUMPTIONS[name].unit
    return {"switch": "number", "index": "number", "option": "number"}.get(unit, unit)


def written(goal: Goal) -> str:
    """Return the code of a goal."""
    level = "" if goal.level is None else f", level={code.number(goal.level)}"
    return f'Goal("{goal.id}", {goal.year}, "{goal.place}"{level})'


def of_needed(lever: OneLever, scenario: Scenario, goal: Goal, asked: float) -> Passport:
    """Return the passport of the setting that one lever needs; it must need one."""
    c, which = lever.control, lever.needed
    assert which is not None, "a lever that reaches the goal"
    at = len(c.names) - 1  # the date, where the post is required
    now, value = c.settings[c.now][at], c.settings[which][at]
    unit = unit_of(c.names[at])
    formula, labels, step = SMALLEST, ("Now", "Smallest change"), unit
    if c.id == REQUIRED:
        formula, labels, step = (
            LATEST,
            ("First date still to come", "Years that it can wait"),
            "years",
        )
        now = float(FIRST_DATE)
    return Passport(
        label=f"{c.label}: needed on its own",
        value=value,
        unit=unit,
        formula=formula,
        terms=(
            Term(label=labels[0], value=now, unit=unit),
            Term(label=labels[1], value=value - now, unit=step),
            Term(label="What it then gives", value=float(lever.values[which]), unit=measured(goal)),
            Term(label="What is asked", value=asked, unit=measured(goal)),
        ),
        combine=lambda now, change, gives, asked: now + change,
        rests_on=c.names,
        figures=goal.target.figures,
        bias=NEEDED,
        code="from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.goals import Goal, alone\n\n"
        f"found = alone(baseline(), {code.written(scenario)}, {written(goal)}, "
        f'["{c.id}"])\n'
        "lever = found.levers[0]\n"
        f"print(lever.control.settings[lever.needed][{at}])\n",
    )


def of_value(label: str, after: Scenario, goal: Goal, value: float, asked: float) -> Passport:
    """Return the passport of what some settings give of a goal in its year."""
    return Passport(
        label=f"{label}: the goal's measure, March {goal.year}",
        value=value,
        unit=measured(goal),
        formula="What is asked + what it is more than that (or less)",
        terms=(
            Term(label="What is asked", value=asked, unit=measured(goal)),
            Term(label="More, or less", value=value - asked, unit=measured(goal)),
        ),
        combine=lambda asked, more: asked + more,
        rests_on=tuple(after.changes()),
        figures=goal.target.figures,
        bias=NEEDED,
        code=code.of_measure(goal.measure, after, goal.place, goal.year),
        scenario=after,
    )


def of_cost(
    label: str, baseline: Baseline, before: Scenario, after: Scenario, goal: Goal
) -> Passport:
    """Return the passport of what one scenario costs more than another to the goal's year."""
    more = [float(v) for v in extra_costs(baseline, before, after, goal)]
    return Passport(
        label=f"{label}: extra cost to March {goal.year}",
        value=sum(more),
        unit="£ thousand",
        formula="Each cost summed from 2023 to the year of the goal, with the settings less "
        "without them, all added; constant prices",
        terms=tuple(
            Term(label=name, value=value, unit="£ thousand")
            for name, value in zip(NAMES, more, strict=True)
        ),
        combine=lambda *parts: sum(parts),
        rests_on=tuple(name for name in after.changes() if differs(name, before, after)),
        inputs=("pay_cost", "training_cost", "ics_post_cost", "real_pay_growth"),
        bias=CHEAP,
        code="from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.goals import Goal, extra_costs\n\n"
        f"before = {code.written(before)}\n"
        f"after = {code.written(after)}\n"
        f"print(extra_costs(baseline(), before, after, {written(goal)}).sum())\n",
        scenario=after,
    )


def of_constraint(held: Binding, constraint: Constraint, label: str, goal: Goal) -> Passport:
    """Return the passport of what removing a constraint would add; `label` names it."""
    return Passport(
        label=f"Without {label}",
        value=constraint.adds,
        unit=measured(goal),
        formula="The goal's measure with the constraint removed throughout - with it",
        terms=(
            Term(label="Removed", value=held.at + constraint.adds, unit=measured(goal)),
            Term(label="In force", value=held.at, unit=measured(goal)),
        ),
        combine=lambda removed, kept: removed - kept,
        rests_on=tuple(held.of.changes()),
        bias="It says which constraint binds here, and not what could be done about it: nothing "
        "can be removed altogether.",
        code="from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.goals import Goal, held_by\n\n"
        f"held = held_by(baseline(), {code.written(held.of)}, {written(goal)}, "
        f"{dict(held.further)!r})\n"
        f'print(held.of_id("{constraint.id}"))\n',
    )


def measured(goal: Goal) -> str:
    """Return the unit of the goal's measure."""
    return {"share": "share", "FTE": "FTE"}.get(goal.target.unit, "people")


def changed(scenario: Scenario, values: Mapping[str, float]) -> Scenario:
    """Return a scenario with some values changed."""
    return Scenario(**(scenario.changes() | dict(values)))


def differs(name: str, before: Scenario, after: Scenario) -> bool:
    """Return whether two scenarios differ in a lever."""
    return bool(getattr(before, name) != getattr(after, name))
