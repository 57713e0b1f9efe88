"""Passports of what the page on places shows: measures with their ranges, and counts of places."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ppn_scenarios.analysis.atlas import MAPPED, PER, per_100k, ratios
from ppn_scenarios.analysis.places import ENGLAND, place_index
from ppn_scenarios.analysis.small_areas import Z_80, chance_band, variance
from ppn_scenarios.model import Projection

from . import code
from .apart import PROXIES, alike, asked
from .making import of, quotient
from .measures import MAKINGS, of_measures, passport_of
from .passport import Passport, Term

PEOPLE: Final = "nhse-gp-registration-2025-12"
ROUGH: Final = (
    "By place, not known: two proxies disagree, a quarter of Talking Therapies referrals go to "
    "providers whose staff are not counted, and GP lists count too many people, most in London. "
    "Other proxies moved places by up to a fifth."
)


def of_place(
    measure: str, p: Projection, place: str, year: int, levers: bool = True
) -> list[Passport]:
    """Return the passport of what the map shows of a place; none where it has no value.

    Without `levers` it does not name those behind it, which takes most of the time.
    """
    found = MAPPED[measure](p, year)[place]
    if found.mid != found.mid:
        return []
    if measure == "width":
        return [of_width(p, place, year)]
    of_what = "fte" if measure == "per_100k" else measure
    (made,) = (
        of_measures([of_what], p, place, year)
        if levers
        else [passport_of(of_what, p, place, year, ())]
    )
    if measure == "per_100k":
        made = of_rate(made, p, place, year)
    return [
        replace(
            made,
            label=f"{made.label}{where(place)}",
            low=found.low,
            high=found.high,
            code=asked(measure, p, year, f'print(found["{place}"].mid)'),
        )
    ]


def of_rate(staff: Passport, p: Projection, place: str, year: int) -> Passport:
    """Return the passport of staff for every 100,000 registered people, from that of staff."""
    people = float(p.baseline.population[place_index(p.baseline, place)].sum())
    return replace(
        staff,
        label=f"Staff for every 100,000 registered people, March {year}",
        value=quotient(staff.value, people) * PER,
        formula="Staff in post / registered people x 100,000",
        terms=(
            Term(label="Staff in post, middle of the proxies", value=staff.value, unit="FTE"),
            Term(label="Registered people", value=people, unit="people"),
        ),
        combine=lambda fte, of_people: quotient(fte, of_people) * PER,
        swings=tuple(quotient(swing, people) * PER for swing in staff.swings),
        sources=(*PROXIES, PEOPLE),
        bias=ROUGH if place != ENGLAND else f"{MAKINGS['fte'].bias} GP lists count too many.",
    )


def of_width(p: Projection, place: str, year: int) -> Passport:
    """Return the passport of how wide the range of a place's staff is."""
    found = ratios(p, year, per_100k)[place]
    ends = {"Low end": found.low, "Middle": found.mid, "High end": found.high}
    return Passport(
        label=f"Width of the range of staff, March {year}{where(place)}",
        value=MAPPED["width"](p, year)[place].mid,
        unit="share",
        formula="(high end - low end) / middle, of staff for every 100,000 registered people. An "
        f"end is a proxy's value and {Z_80:.2f} standard deviations of chance beyond it",
        terms=tuple(Term(label=label, value=value, unit="FTE") for label, value in ends.items()),
        combine=lambda low, mid, high: quotient(high - low, mid),
        sources=(*PROXIES, PEOPLE),
        bias="Too narrow: it holds two proxies and chance alone. Other proxies moved places by up "
        "to a fifth.",
        code=asked("width", p, year, f'print(found["{place}"].mid)'),
    )


def of_map(
    measure: str, p: Projection, places: Sequence[str], year: int, others: Sequence[str] = ()
) -> list[Passport]:
    """Return the passports of a map: some places' values, how many ICSs are alike, and others.

    Those of `others` do not name the levers: they are those of the first.
    """
    each = [made for place in places for made in of_place(measure, p, place, year)]
    rest = [made for place in others for made in of_place(measure, p, place, year, levers=False)]
    return [*each, *alike(measure, p, year), *rest]


def where(place: str) -> str:
    """Return how a label names a place: by its code."""
    return ", England" if place == ENGLAND else f", {place}"


def of_luck(p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of the ends of what chance alone does to a place's staff."""
    band, spread = chance_band(p, place).at(year), variance(p, place).at(year)[1]
    made = []
    for end, (words, sign, at) in {
        "low": ("1 in 10 below", -1, 0),
        "high": ("1 in 10 above", 1, 2),
    }.items():
        parts = {"Middle estimate": band[1], "Standard deviation by chance": spread**0.5}
        made.append(
            Passport(
                label=f"Staff in post by chance alone, March {year}{where(place)}: {words}",
                value=band[at],
                unit="FTE",
                formula=f"Middle estimate {'-' if sign < 0 else '+'} {Z_80:.4f} standard "
                "deviations; each person leaves, moves or is promoted by the same chances",
                terms=tuple(Term(label=k, value=v, unit="FTE") for k, v in parts.items()),
                combine=lambda mid, sd, sign=sign: max(mid + sign * Z_80 * sd, 0.0),
                bias="Too wide where posts limit hiring, because an empty post invites a hire; too "
                "narrow where many leave together.",
                code=f"{code.PROJECT}from ppn_scenarios.analysis.small_areas import chance_band\n\n"
                f"plan = project(baseline(), {code.written(of(p))})\n"
                f'print(chance_band(plan, "{place}").{end}'
                f"[plan.years.index({year})])\n",
            )
        )
    return made
