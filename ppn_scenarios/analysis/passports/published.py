"""Passports of figures that are published, or shared out of published ones: no projection."""

from typing import Final

from ppn_scenarios.analysis.places import ENGLAND, place_index
from ppn_scenarios.model import Baseline

from . import code
from .passport import Passport, Term

COUNTED: Final = (
    "Likely low as a count of everybody: staff records hold direct NHS employees alone. Much "
    "Talking Therapies, charity, independent and school provision is missing or coded elsewhere."
)
HISTORY: Final = "SELECT fte FROM workforce_history WHERE year = {year}"
ESTIMATE: Final = """SELECT max(fte) * sum(talking + trust) / 2
FROM (
    SELECT ics_code, region_code,
        share_talking_therapies / sum(share_talking_therapies) OVER () AS talking,
        share_mental_health_trust / sum(share_mental_health_trust) OVER () AS trust
    FROM ics_fte_estimate JOIN ics USING (ics_code)
) CROSS JOIN (SELECT fte FROM workforce_history WHERE year = {year})
WHERE '{place}' IN (ics_code, region_code, '{england}')"""


def of_history(baseline: Baseline, year: int) -> Passport:
    """Return the passport of the published staff of a year; raises KeyError for another year."""
    value, published = baseline.history[year], baseline.published
    counted = Term(
        label="Published",
        value=published["esr_fte_2023"],
        unit="FTE",
        figure="esr_fte_2023",
    )
    growth = Term(
        label="Growth",
        value=published["esr_growth_2019_23"],
        unit="share",
        figure="esr_growth_2019_23",
    )
    back = year != baseline.year
    return Passport(
        label=f"Staff in England, March {year}",
        value=value,
        unit="FTE",
        formula="Staff in 2023 / (1 + growth since), to a whole FTE" if back else "As published",
        terms=(counted, growth) if back else (counted,),
        combine=(lambda staff, grown: float(round(staff / (1 + grown)))) if back else float,
        figures=("esr_fte_2023", "esr_growth_2019_23") if back else ("esr_fte_2023",),
        bias=COUNTED,
        code=code.of_history(year),
        sql=HISTORY.format(year=year),
    )


def of_estimate(baseline: Baseline, place: str) -> Passport:
    """Return the passport of the estimate of a place's staff in the opening year."""
    here = place_index(baseline, place)
    shares = baseline.share.reshape(-1, len(baseline.areas))[:, here].sum(axis=-1)
    middle, talking, trust = (float(share) for share in shares)
    proxies = (baseline.fte * talking, baseline.fte * trust)
    query = ESTIMATE.format(year=baseline.year, place=place, england=ENGLAND)
    return Passport(
        label=f"Estimate of staff, March {baseline.year}",
        value=baseline.fte * middle,
        unit="FTE",
        formula="Staff in England x the mean of two shares",
        terms=(
            Term(label="Staff in England", value=baseline.fte, unit="FTE", figure="esr_fte_2023"),
            Term(label="Share of finished Talking Therapies courses", value=talking, unit="share"),
            Term(label="Share of therapists of mental health trusts", value=trust, unit="share"),
        ),
        combine=lambda staff, first, second: staff * (first + second) / 2,
        figures=("esr_fte_2023",),
        sources=("estimate-two-keys",),
        bias="Could be wrong either way, and the truth may lie outside the range: the proxies "
        "disagree, and others moved places by up to a fifth. Never rank by it.",
        code=code.of_estimate(place),
        sql=query,
        low=min(proxies),
        high=max(proxies),
    )
