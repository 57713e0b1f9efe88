"""Passports of plans against futures: what each gives where, and regret."""

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np

from ppn_scenarios.analysis.stress.futures import AS_BELIEVED, HIGH, Stress
from ppn_scenarios.assumptions.futures import FUTURES

from . import code
from .goals import measured, of_value, written
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


def of_values(found: Stress) -> Iterable[Passport]:
    """Yield the passport of what the first plan gives in each future."""
    plan, choices = next(iter(found.plans.items()))
    for j, future in enumerate(found.futures):
        after = choices if future == AS_BELIEVED else FUTURES[future].on(choices)
        name = named(future).capitalize()
        value = float(found.values[found.row(plan), j])
        yield of_value(name, after, found.goal, value, found.asked)


def of_regrets(found: Stress) -> Iterable[Passport]:
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
                label=f"{plan}: {kind} regret",
                value=found.regrets(plan)[i],
                unit=unit,
                formula="In each future that touches the goal, and as believed: the best plan's "
                f"result less this plan's. Of these, the {kind}",
                terms=terms,
                combine=combine,
                rests_on=tuple(found.plans[plan].changes()),
                bias=ONLY_THESE,
                code=code_of(found, plan, i),
            )


def named(future: str) -> str:
    """Return what a future is called."""
    return "as you believe" if future == AS_BELIEVED else FUTURES[future].label.lower()


def code_of(found: Stress, plan: str, i: int) -> str:
    """Return the code that prints one regret of a plan."""
    plans = "".join(f'    "{name}": {code.written(s)},\n' for name, s in found.plans.items())
    return (
        "from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.goals import Goal\n"
        "from ppn_scenarios.analysis.stress import stress\n\n"
        f"plans = {{\n{plans}}}\n"
        f"found = stress(baseline(), plans, {written(found.goal)})\n"
        f'print(found.regrets("{plan}")[{i}])\n'
    )
