"""Passports of what matters most: swings of a result, and shares of its spread."""

from typing import Final

from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.sensitivity import Index, Swing
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .code import number, written
from .making import difference
from .measures import MAKINGS
from .passport import Passport, Term

ALONE: Final = (
    "Everything else is held where it is, so what levers do only together is missing. The range is "
    "what the sources allow, or a judgement where there is none: its ends are not equally hard to "
    "reach, and not equally likely."
)
INDEPENDENT: Final = (
    "Beliefs are drawn independently, though leaving in one family goes with leaving in another; "
    "and over ranges that mostly have no source. It is an estimate from draws."
)


def of_swing(swing: Swing, scenario: Scenario, measure: str, year: int) -> Passport:
    """Return the passport of how far one lever moves a measure of England, from end to end."""
    lever, how = ASSUMPTIONS[swing.name], MAKINGS[measure]
    return Passport(
        label=f"{how.label}, March {year}: {lever.label}, from one end to the other",
        value=swing.at_high - swing.at_low,
        unit=how.unit,
        formula="The result with this lever at its high end, less the result with it at its low "
        "end, the others as the scenario has them",
        terms=(
            Term(label=f"At {lever.show(lever.high)}", value=swing.at_high, unit=how.unit),
            Term(label=f"At {lever.show(lever.low)}", value=swing.at_low, unit=how.unit),
        ),
        combine=difference,
        rests_on=(swing.name,),
        bias=ALONE,
        code=(
            "from dataclasses import replace\n\n"
            "from ppn_scenarios import Scenario, baseline, project\n"
            "from ppn_scenarios.analysis import MEASURES\n\n"
            f"plan = {written(scenario)}\n"
            "low, high = (\n"
            f'    MEASURES["{measure}"](project(baseline(), run), "{ENGLAND}").at({year})[1]\n'
            "    for run in (\n"
            f"        replace(plan, {swing.name}={number(lever.low)}),\n"
            f"        replace(plan, {swing.name}={number(lever.high)}),\n"
            "    )\n)\nprint(high - low)\n"
        ),
        scenario=scenario,
    )


def of_index(
    index: Index, scenario: Scenario, measure: str, year: int, n: int
) -> tuple[Passport, Passport]:
    """Return the passports of one belief's share of the spread: alone, and with interactions."""
    lever, how = ASSUMPTIONS[index.name], MAKINGS[measure]

    def made(words: str, formula: str, field: str) -> Passport:
        value: float = getattr(index, field)
        low, high = getattr(index, f"{field}_range")
        return Passport(
            label=f"{how.label}, March {year}: share of its spread from {lever.label}, {words}",
            value=value,
            unit="share",
            formula=formula,
            terms=(
                Term(
                    label=f"Saltelli's estimator, {n} x (beliefs + 2) runs",
                    value=value,
                    unit="share",
                ),
            ),
            combine=lambda share: share,
            rests_on=(index.name,),
            bias=INDEPENDENT,
            code=(
                "from ppn_scenarios import Scenario, baseline\n"
                "from ppn_scenarios.analysis.sensitivity import sobol\n\n"
                f'found = sobol(baseline(), {written(scenario)}, "{measure}", {year}, n={n})\n'
                f'print(next(row.{field} for row in found if row.name == "{index.name}"))\n'
            ),
            scenario=scenario,
            low=min(low, value),
            high=max(high, value),
            range_is="95% of resamples of the draws lie within it",
        )

    return (
        made(
            "alone",
            "Share of the variance that would go if this one were known (first-order Sobol index)",
            "first",
        ),
        made(
            "with what it does together with others",
            "Share of the variance that would stay if all others were known (total Sobol index)",
            "total",
        ),
    )
