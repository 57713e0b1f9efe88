"""Passports of what targets ask for, how much of it is reached, and when."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ppn_scenarios.analysis.coverage import ENOUGH, SHARED, Answer, answers, place_share
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.assumptions import TARGETS, Target
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.model import Projection

from . import code
from .making import of
from .measures import MAKINGS, of_measures
from .passport import Passport, Term

# The arithmetic of each target as a question to the table of published figures.
FIGURE: Final = "(SELECT value FROM policy_figure WHERE figure_id = '{}')"
EXTRA: Final = f"(({FIGURE.format('ltwp_extra_low')} + {FIGURE.format('ltwp_extra_high')}) / 2)"
IN_2022: Final = (
    f"({FIGURE.format('esr_fte_2023')} / (1 + {FIGURE.format('esr_growth_2019_23')}) ^ 0.25)"
)
GROWTH: Final = FIGURE.format("ltwp_growth")
SQL: Final[Mapping[str, str]] = {
    "T1": FIGURE.format("cppo_every_trust"),
    "T2": FIGURE.format("lead_every_ics"),
    "T3": FIGURE.format("hee_posts"),
    "T4A": f"{EXTRA} / {GROWTH} + {EXTRA}",
    "T4B": f"{IN_2022} + {EXTRA}",
    "T4C": f"{IN_2022} * (1 + {GROWTH})",
    "T5": FIGURE.format("cp_capt_2031"),
    "T6": FIGURE.format("ther_prac_trainees"),
}
OF_PLANS: Final = (
    "Plans count people, FTE, posts, or posts above an unstated start: read a comparison across "
    "them as a pointer."
)


def asked_for(id: str, p: Projection, place: str) -> Passport:
    """Return the passport of the number that a target asks for, from published figures."""
    target, published = TARGETS[id], p.baseline.published
    shared = place != ENGLAND and target.unit in SHARED
    names = [name for name in target.figures if name in published]
    terms = [Term(label=n, value=published[n], unit="number", figure=n) for n in names]
    if not names:
        value = target.threshold(published)
        terms.append(Term(label="A value to discuss", value=value, unit=target.unit))
    people = place_share(p, place)
    if shared:
        terms.append(Term(label="Share of registered patients", value=people, unit="share"))

    def combine(*values: float) -> float:
        threshold = target.threshold(dict(zip(names, values, strict=False)))
        return threshold * values[-1] if shared else threshold

    return Passport(
        label=f"{named(target)}, asked for",
        value=target.threshold(published) * (people if shared else 1),
        unit=target.unit,
        formula=target.working + (" x this place's share of patients, our arithmetic" * shared),
        terms=tuple(terms),
        combine=combine,
        figures=target.figures,
        bias=OF_PLANS if target.unit == "FTE" else f"{target.meaning}",
        code=code.of_target(id, "threshold", of(p), place),
        sql=f"SELECT {SQL[id]}" if id in SQL and not shared else "",
    )


def of_targets(ids: Iterable[str], p: Projection, place: str) -> list[Passport]:
    """Return the passports of targets in a place: reached, asked for, and first met if one is.

    Those that cannot be projected there have none.
    """
    found = [a for id, a in answers(p, place).items() if id in ids and a.projected]
    values: dict[tuple[str, int | None], Passport] = {}
    for year in {a.year for a in found if a.year is not None}:
        some = {str(TARGETS[a.id].measure) for a in found if a.year == year}
        made = of_measures(tuple(some), p, place, year)
        values |= {(measure, year): one for measure, one in zip(some, made, strict=True)}
    each = ((a, values[str(TARGETS[a.id].measure), a.year]) for a in found)
    return [passport for a, value in each for passport in of_answer(a, value, p, place)]


def of_answer(found: Answer, value: Passport, p: Projection, place: str) -> list[Passport]:
    """Return the passports of one projected target; `value` is that of its measure."""
    id, asked = found.id, asked_for(found.id, p, place)
    reached = replace(
        value,
        label=f"{named(TARGETS[id])}, reached by March {found.year}",
        value=found.shares[1],
        unit="share",
        formula=f"{value.label.split(',')[0]} / what the target asks for",
        terms=(
            Term(label=value.label, value=found.value, unit=value.unit),
            Term(label="Asked for", value=found.threshold, unit=found.unit),
        ),
        combine=lambda have, want: have / want,
        swings=tuple(width / found.threshold for width in value.swings),
        figures=TARGETS[id].figures,
        bias=f"{value.bias} {OF_PLANS if found.unit == 'FTE' else ''}".strip(),
        code=code.of_target(id, "share", of(p), place),
        low=found.shares[0],
        high=found.shares[2],
    )
    met = [] if found.first_year is None else [first_met(found, p, place, value)]
    return [reached, asked, *met]


def first_met(found: Answer, p: Projection, place: str, value: Passport) -> Passport:
    """Return the passport of the first year in which a target is met, by the middle estimate."""
    target = TARGETS[found.id]
    measure = str(target.measure)
    series = MEASURES[measure](p, place)
    label, unit = MAKINGS[measure].label, MAKINGS[measure].unit
    each = zip(series.years, series.mid, strict=True)
    terms = [Term(label=f"{label}, March {y}", value=float(v), unit=unit) for y, v in each]

    def combine(threshold: float, *values: float) -> float:
        enough = threshold * ENOUGH
        return next((y for y, v in zip(series.years, values, strict=True) if v >= enough), math.nan)

    return replace(
        value,
        label=f"{named(target)}, first met",
        value=float(found.first_year or math.nan),
        unit="year",
        formula=f"The first year in which {within(label)} reaches what is asked for",
        terms=(Term(label="Asked for", value=found.threshold, unit=found.unit), *terms),
        combine=combine,
        figures=target.figures,
        code=code.of_target(found.id, "first_year", of(p), place),
        low=float(found.first_year_early) if found.first_year_early else None,
        high=float(found.first_year_late) if found.first_year_late else None,
        swings=(),
    )


def named(target: Target) -> str:
    """Return what a target is called among figures: a reading of the plan by its letter."""
    return f"{target.line.split(':')[0]} of the 2023 plan" if target.line else target.label
