"""Passports of what draws give: the share that reach a target, and the middle 80% of them."""

from dataclasses import replace
from typing import Final

from ppn_scenarios.analysis.chances import chance
from ppn_scenarios.analysis.coverage import Answer
from ppn_scenarios.analysis.draws import DRAWN
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.uncertainty import Outcomes
from ppn_scenarios.assumptions import TARGETS, Scenario

from . import code
from .measures import MAKINGS
from .passport import Passport, Term
from .targets import named

BIAS: Final = (
    "Most ranges that are drawn from have no source, so this explores them and is no probability. "
    "What no lever holds, such as new policy, is in no draw: the true spread is wider."
)


def drawn(measure: str, scenario: Scenario, place: str, n: int) -> str:
    """Return code that makes the outcomes of one measure of a place again, as `found`."""
    small = "" if place == ENGLAND else ", small=True"
    return (
        "from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.uncertainty import simulate\n\n"
        f'wanted = ("{measure}", "{place}")\n'
        f"plan = {code.written(scenario)}\n"
        f"found = simulate(baseline(), plan, [wanted], n={n}{small})[wanted]\n"
    )


def among_beliefs(passport: Passport, measure: Passport) -> Passport:
    """Return a passport of draws with the beliefs that move the drawn measure, widest first."""
    rows = zip(measure.rests_on, measure.swings, strict=True)
    beliefs = [(name, swing) for name, swing in rows if name in DRAWN]
    return replace(
        passport,
        rests_on=tuple(name for name, _ in beliefs),
        swings=tuple(swing for _, swing in beliefs) if passport.unit == measure.unit else (),
    )


def of_chance(found: Outcomes, answer: Answer, scenario: Scenario, place: str) -> Passport:
    """Return the passport of the share of draws that reach a target.

    `found` are draws of the target's measure in the answer's place.
    """
    known, target = chance(found, answer), TARGETS[answer.id]
    n = len(found.values)
    return Passport(
        label=f"{named(target)}, share of draws that reach it",
        value=known.share,
        unit="share",
        formula=f"Draws at or above {answer.threshold:,.4g} in {answer.year} / all draws",
        terms=(
            Term(label="Draws that reach it", value=known.reached, unit="draws"),
            Term(label="All draws", value=n, unit="draws"),
        ),
        combine=lambda reached, every: reached / every,
        figures=target.figures,
        bias=BIAS,
        scenario=scenario,
        code=drawn(str(target.measure), scenario, place, n)
        + f"print(found.chance({answer.threshold!r}, {answer.year}))\n",
    )


def of_band(found: Outcomes, measure: str, scenario: Scenario, place: str, year: int) -> Passport:
    """Return the passport of the middle of draws of staff, with the ends of the middle 80%."""
    band, i, how = found.band(), found.years.index(year), MAKINGS[measure]
    value = float(band.p50[i])
    return Passport(
        label=f"{how.label} in eight draws of ten, March {year}",
        value=value,
        unit=how.unit,
        formula="The draw in the middle, all draws being put in order; one in ten lies below the "
        "low end, one in ten above the high end",
        terms=(Term(label="The middle draw", value=value, unit=how.unit),),
        combine=lambda middle: middle,
        bias=BIAS,
        code=drawn(measure, scenario, place, len(found.values)) + f"print(found.band().p50[{i}])\n",
        scenario=scenario,
        range_is="eight draws in ten lie within it",
        low=float(band.p10[i]),
        high=float(band.p90[i]),
    )
