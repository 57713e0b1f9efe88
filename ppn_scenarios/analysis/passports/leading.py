"""Passports of who leads: the limit in the long run, and what posts take out of practice."""

from typing import Final

import numpy as np

from ppn_scenarios.analysis.leaders import ICS
from ppn_scenarios.analysis.post_coverage import ceiling, covered
from ppn_scenarios.analysis.taken import taken
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Projection

from . import code
from .making import added, now, of, quotient
from .measures import of_measures
from .passport import Passport, Term
from .posts_held import held

OF_TRUSTS: Final = ("trusts_posts", "trusts_led", "trusts_supported", "trusts_executive")
OF_SYSTEMS: Final = ("systems_posts", "systems_led")
HIGH: Final = (
    "Likely high: people who cannot be found would lower it. Turnover and time to fill are of "
    "executive directors, not of this role, and the rate of removal has no source."
)


def of_ways(p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of the four ways to be covered, of trusts and of ICSs, that exist."""
    kinds = {row.kind for row in covered(p, place, year)}
    measures = [*(OF_TRUSTS if kinds - {ICS} else ()), *(OF_SYSTEMS if ICS in kinds else ())]
    return of_measures(measures, p, place, year)


def of_ceiling(scenario: Scenario) -> list[Passport]:
    """Return the passports of posts and of people in the long run, by the rules of 2037."""
    found = ceiling(scenario)
    turnover, years, removed = scenario.lead_turnover, scenario.fill_time, scenario.abolish
    made = (
        "from ppn_scenarios import Scenario\n"
        "from ppn_scenarios.analysis.post_coverage import ceiling\n\n"
        f"print(ceiling({code.written(scenario)})"
    )
    return [
        Passport(
            label="Posts that have someone in them, in the long run",
            value=found.filled,
            unit="share",
            formula="1 / (1 + (leaders who leave + posts removed) x years to fill a post)",
            terms=(
                Term(label="Leaders who leave, a year", value=turnover, unit="rate"),
                Term(label="Posts removed, a year", value=removed, unit="rate"),
                Term(label="Time to fill a post", value=years, unit="years"),
            ),
            combine=lambda leave, cut, fill: 1 / (1 + (leave + cut) * fill),
            rests_on=("lead_turnover", "abolish", "fill_time"),
            bias=HIGH,
            code=f"{made}.filled)\n",
        ),
        Passport(
            label="Organisations with a leader in post, in the long run",
            value=found.people,
            unit="share",
            formula="Organisations where the post exists x posts that have someone in them (E14, "
            "E15)",
            terms=(
                Term(label="Where the post exists", value=found.posts, unit="share"),
                Term(label="Posts with someone in them", value=found.filled, unit="share"),
            ),
            combine=lambda posts, filled: posts * filled,
            rests_on=("ceiling_encouraged", "ceiling_mandated", "abolish", "h_encourage"),
            bias=HIGH,
            code=f"{made}.people)\n",
        ),
    ]


def of_taken(p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of the clinical time that posts take in a year, and who is not seen."""
    fte, people, _ = taken(p, place).at(year)
    posts, replaced = held(p, place, year), now(p, "backfill", year)
    made = (
        f"{code.PROJECT}from ppn_scenarios.analysis.taken import taken\n\n"
        f"plan = project(baseline(), {code.written(of(p))})\n"
        f'fte, people, cost = taken(plan, "{place}").at({year})\n'
    )
    away = Passport(
        label=f"Clinical time that leadership posts take, March {year}",
        value=fte,
        unit="FTE",
        formula="(Trust posts held x FTE each + ICS posts held x FTE each) x (1 - share replaced) "
        "(E19)",
        terms=(
            Term(label="Trust posts held over the year", value=posts.trusts, unit="posts"),
            Term(label="FTE of each", value=now(p, "lead_wte", year), unit="FTE"),
            Term(label="ICS posts held over the year", value=posts.systems, unit="posts"),
            Term(label="FTE of each", value=now(p, "ics_wte", year), unit="FTE"),
            Term(label="Share replaced", value=replaced, unit="share"),
        ),
        combine=lambda trusts, each, systems, of_each, back: (
            (trusts * each + systems * of_each) * (1 - back)
        ),
        rests_on=("lead_wte", "ics_wte", "backfill", "lead_turnover", "fill_time"),
        inputs=("lead_from",),
        bias="Could be wrong either way: how much time leaders take, and how much of it somebody "
        "replaces, are placeholders.",
        code=f"{made}print(fte)\n",
    )
    if not fte:
        return [away]
    unseen = Passport(
        label=f"People not seen for it in the year to March {year}",
        value=people,
        unit="people",
        formula="Clinical time that posts take x people that such a clinician sees in a year (E13)",
        terms=(
            Term(label="Clinical time", value=fte, unit="FTE"),
            Term(label="People seen for each", value=quotient(people, fte), unit="people a FTE"),
        ),
        combine=lambda time, each: time * each,
        rests_on=("lead_wte", "ics_wte", "backfill", "productivity"),
        inputs=("cases", "lead_from"),
        bias="Likely high: it takes it that each hour a leader gives up was spent with patients.",
        code=f"{made}print(people)\n",
    )
    return [away, unseen]


def of_years_taken(p: Projection, place: str, first: int) -> Passport:
    """Return the passport of the clinical FTE-years that posts take from a year to the last."""
    found, years = taken(p, place), range(first, p.years[-1] + 1)
    return Passport(
        label=f"Clinical time that leadership posts take, {first} to {years[-1]}",
        value=float(np.ravel(found.since(first))[0]),
        unit="FTE-years",
        formula="The clinical FTE that posts take in each year, added up (E19)",
        terms=tuple(
            Term(label=f"Year to March {year}", value=found.at(year)[0], unit="FTE")
            for year in years
        ),
        combine=added,
        rests_on=("lead_wte", "ics_wte", "backfill", "h_encourage", "lead_turnover"),
        bias="Could be wrong either way: how much time leaders take is a placeholder.",
        scenario=of(p),
        code=f"{code.PROJECT}from ppn_scenarios.analysis.taken import taken\n\n"
        f"plan = project(baseline(), {code.written(of(p))})\n"
        f'found = taken(plan, "{place}")\n'
        f"print(sum(found.at(year)[0] for year in range({first}, {years[-1] + 1})))\n",
    )
