"""Passports of what many draws say: percentiles, and the chance to reach a target."""

from typing import Final

import numpy as np

from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.draws import DRAWN
from ppn_scenarios.analysis.uncertainty import PERCENTILES, Outcomes
from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.model import Baseline

from . import code
from .influence import influence
from .making import quotient
from .measures import MAKINGS
from .passport import Passport, Term

BAND: Final = ("p10", "p50", "p90")
WORDS: Final = ("1 draw in 10 is below", "the middle draw", "1 draw in 10 is above")
NARROW: Final = (
    "The spread is likely too narrow: it has what the levers do not know, and not what the model "
    "leaves out. Started in 2019, it missed the staff counted in 2023. Most ranges have no source, "
    "so no share of draws is a probability."
)


def of_band(
    measure: str, found: Outcomes, baseline: Baseline, scenario: Scenario, place: str, year: int
) -> list[Passport]:
    """Return the passports of the tenth, fiftieth and ninetieth percentile of a measure."""
    n, t = len(found.values), found.years.index(year)
    ordered = np.sort(found.values[:, t])
    levers, swings = beliefs(measure, baseline, scenario, place, year)
    how, made = MAKINGS[measure], []
    for at, name, words in zip(PERCENTILES, BAND, WORDS, strict=True):
        rank = int(np.round(at * (n - 1)))
        last = f"band = found.band()\nprint(band.{name}[band.years.index({year})])"
        made.append(
            Passport(
                label=f"{how.label}, March {year}: {words}",
                value=float(ordered[rank]),
                unit=how.unit,
                formula="Every belief is drawn over its range, and the results put in order",
                terms=(
                    Term(label="Place in the order, lowest first", value=rank + 1, unit="number"),
                    Term(label="Draws", value=n, unit="number"),
                ),
                combine=lambda rank, _: float(ordered[int(rank) - 1]),
                rests_on=levers,
                swings=swings,
                bias=NARROW,
                code=code.of_draws(measure, scenario, place, n, [last]),
                scenario=scenario,
            )
        )
    return made


def of_chance(
    target: str, found: Outcomes, baseline: Baseline, scenario: Scenario, place: str, year: int
) -> Passport:
    """Return the passport of the share of draws that reach a target of England in a year."""
    goal = TARGETS[target].threshold(baseline.published)
    measure, values = str(TARGETS[target].measure), found.values[:, found.years.index(year)]
    levers, _ = beliefs(measure, baseline, scenario, place, year)
    last = (
        f'asked = TARGETS["{target}"].threshold(baseline().published)\n'
        f"print(found.chance(asked, {year}))"
    )
    return Passport(
        label=f"{TARGETS[target].line or TARGETS[target].label}: share of draws that reach it",
        value=found.chance(goal, year),
        unit="share",
        formula="Draws that reach what is asked for / all draws",
        terms=(
            Term(
                label="Draws that reach it",
                value=float((values >= goal * ENOUGH).sum()),
                unit="number",
            ),
            Term(label="Draws", value=len(values), unit="number"),
        ),
        combine=quotient,
        rests_on=levers,
        figures=TARGETS[target].figures,
        bias=NARROW,
        code=code.of_draws(measure, scenario, place, len(values), [last]),
        scenario=scenario,
    )


def beliefs(
    measure: str, baseline: Baseline, scenario: Scenario, place: str, year: int
) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the beliefs that draws vary, widest swing first, and their swings."""
    rows = influence(baseline, scenario, [measure], year, place)[measure]
    drawn = [row for row in rows if row.name in DRAWN]
    return tuple(row.name for row in drawn), tuple(row.width for row in drawn)
