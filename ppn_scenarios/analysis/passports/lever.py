"""Passports of what one lever does: a result with it moved, less the result where it is."""

from typing import Final

from ppn_scenarios.analysis.lever_effect import RESULTS, LeverEffect
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .code import written
from .passport import Passport, Term

BIAS: Final = (
    "Everything else is held still, so what other levers would change at the same time is missing. "
    "Both results share their faults, and much of these cancels in the difference."
)


def of_change(
    effect: LeverEffect, scenario: Scenario, result: str, position: float, year: int
) -> Passport:
    """Return the passport of one difference in a year.

    `scenario` is the one that `effect` was worked out from.
    """
    found, lever = RESULTS[result], ASSUMPTIONS[effect.name]
    at = effect.years.index(year)
    moved, now = (float(effect.of(result, p)[at]) for p in (position, effect.now))
    return Passport(
        label=f"{found.label}, March {year}: {lever.label} at {lever.show(position)}",
        value=moved - now,
        unit=found.unit,
        formula="The result with this lever moved, less the result where it is",
        terms=(
            Term(label=f"With the lever at {lever.show(position)}", value=moved, unit=found.unit),
            Term(label=f"With the lever at {lever.show(effect.now)}", value=now, unit=found.unit),
        ),
        combine=lambda there, here: there - here,
        rests_on=(effect.name,),
        bias=BIAS,
        scenario=scenario,
        code=code_of(effect.name, scenario, result, position, year),
    )


def code_of(name: str, scenario: Scenario, result: str, position: float, year: int) -> str:
    """Return code that prints one difference in a year."""
    return (
        "from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.lever_effect import lever_effect\n\n"
        f'effect = lever_effect(baseline(), {written(scenario)}, "{name}")\n'
        f'print(effect.change("{result}", {position:.9g})[effect.years.index({year})])\n'
    )
