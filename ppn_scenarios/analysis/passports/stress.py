"""Passports of plans against futures: what each gives where, and regret."""

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.stress.breaks import Breaks
from ppn_scenarios.analysis.stress.futures import AS_BELIEVED, HIGH, Stress
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.futures import FUTURES
from ppn_scenarios.assumptions.label import within

from . import code
from .goals import measured, of_value, unit_of, written
from .making import added
from .passport import Passport, Term

ONLY_THESE: Final = (
    "It compares with the plans shown and in the futures shown, and with no others: another plan "
    "would make it larger. Futures are not equally likely, and cost is left out."
)
KINDS: Final[dict[str, Callable[..., float]]] = {
    "mean": lambda *lost: float(np.mean(lost)),
    "one that nine in ten are below": lambda *lost: float(np.quantile(lost, HIGH)),
    "largest": lambda *lost: max(lost),
}


def of_values(found: Stress, called: Callable[[str], str]) -> Iterable[Passport]:
    """Yield the passport of what each plan gives in each future; `called` names a plan."""
    for plan, choices in found.plans.items():
        for j, future in enumerate(found.futures):
            after = choices if future == AS_BELIEVED else FUTURES[future].on(choices)
            value = float(found.values[found.row(plan), j])
            name = f"{called(plan)}, {named(future)}"
            yield of_value(name, after, found.goal, value, found.asked)


def of_break(plan: str, choices: Scenario, found: Breaks, goal: Goal) -> Iterable[Passport]:
    """Yield the passport of the nearest move of a belief that breaks a plan, or would save it.

    `plan` is what the plan is called. None where no belief does.
    """
    for b in found.beliefs[:1]:
        c, at = b.control, "last" if found.met and b.last != b.control.now else "first"
        now, value = (float(c.settings[i][0]) for i in (c.now, getattr(b, at)))
        unit = unit_of(c.names[0])
        yield Passport(
            label=f"{plan}: {within(c.label)} "
            + ("beyond which it breaks" if found.met else "at which it would hold"),
            value=value,
            unit=unit,
            formula="Now + the smallest move, in steps of the slider and as a part of the range, "
            "that changes whether the goal is reached; every step of every belief was tried",
            terms=(
                Term(label="Now", value=now, unit=unit),
                Term(label="Move", value=value - now, unit=unit),
            ),
            combine=lambda now, move: now + move,
            rests_on=c.names,
            bias="As wrong as the model is about the goal's measure. Beliefs may move together, "
            "and then a smaller move of each is enough.",
            code="from ppn_scenarios import Scenario, baseline\n"
            "from ppn_scenarios.analysis.goals import Goal\n"
            "from ppn_scenarios.analysis.stress import breaks\n\n"
            f"found = breaks(baseline(), {code.written(choices)}, {written(goal)})\n"
            "first = found.beliefs[0]\n"
            f"print(first.control.settings[first.{at}][0])\n",
            scenario=choices,
        )


def of_regrets(found: Stress, called: Callable[[str], str]) -> Iterable[Passport]:
    """Yield the passports of each plan's mean, high and largest regret, future by future."""
    counted = found.touching
    counted[0] = True
    unit = measured(found.goal)
    for plan in found.plans:
        lost = found.regret[found.row(plan)]
        terms = tuple(
            Term(label=f"Regret: {named(future)}", value=float(lost[j]), unit=unit)
            for j, future in enumerate(found.futures)
            if counted[j]
        )
        for i, (kind, combine) in enumerate(KINDS.items()):
            yield Passport(
                label=f"{called(plan)}: {kind} regret",
                value=found.regrets(plan)[i],
                unit=unit,
                formula="In each future that touches the goal, and as believed: the best plan's "
                f"result less this plan's. Of these, the {kind}",
                terms=terms,
                combine=combine,
                rests_on=tuple(found.plans[plan].changes()),
                bias=ONLY_THESE,
                code=code_of(found, f'regrets("{plan}")[{i}]'),
                scenario=found.plans[plan],
            )


def named(future: str) -> str:
    """Return what a future is called."""
    return "as you believe" if future == AS_BELIEVED else FUTURES[future].label.lower()


def of_held(found: Stress, called: Callable[[str], str]) -> Iterable[Passport]:
    """Yield the passport of in how many futures that touch the goal each plan reaches it."""
    for plan in found.plans:
        met = found.met[found.row(plan)] & found.touching
        touching = Term(
            label="Futures that touch the goal", value=int(found.touching.sum()), unit="number"
        )
        reached = [
            Term(label=f"Reached: {named(future)}", value=1, unit="number")
            for future, reached in zip(found.futures, met, strict=True)
            if reached
        ]
        yield Passport(
            label=f"{called(plan)}: futures in which it holds",
            value=found.held(plan),
            unit="number",
            formula="Futures that touch the goal and in which the plan reaches it, counted",
            terms=(touching, *reached),
            combine=lambda _, *reached: added(*reached),
            rests_on=tuple(found.plans[plan].changes()),
            bias=ONLY_THESE,
            code=code_of(found, f'held("{plan}")'),
            scenario=found.plans[plan],
        )


def code_of(found: Stress, asked: str) -> str:
    """Return the code that prints one number of plans against futures."""
    plans = "".join(f'    "{name}": {code.written(s)},\n' for name, s in found.plans.items())
    return (
        "from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.goals import Goal\n"
        "from ppn_scenarios.analysis.stress import stress\n\n"
        f"plans = {{\n{plans}}}\n"
        f"found = stress(baseline(), plans, {written(found.goal)})\n"
        f"print(found.{asked})\n"
    )
