"""How staff, posts and training starts are made."""

from typing import Final

from ppn_scenarios.model import Projection

from .making import (
    Making,
    Parts,
    added,
    difference,
    flowed,
    middle,
    now,
    of,
    product,
)
from .passport import Term
from .posts_held import time_leading

LOW: Final = (
    "Likely low if the years to come are like 2019 to 2023: started in 2019, the model falls 17.6% "
    "short of the staff counted in 2023. Part of that growth may be recoding."
)
OPENING: Final = ("stock_share", "grade_share", "opening_trainees", "external_share")


def fte(p: Projection, place: str, year: int) -> Parts:
    """Return people times working time."""
    return Parts(
        formula="People in post x full-time equivalent per person (E10)",
        terms=(
            Term(
                label="People in post",
                value=middle(p, p.in_post, place, year, 2),
                unit="people",
            ),
            Term(
                label="Full-time equivalent per person",
                value=of(p).participation,
                unit="FTE per person",
            ),
        ),
        combine=product,
    )


def clinical(p: Projection, place: str, year: int) -> Parts:
    """Return staff available for clinical work, less leaders' time."""
    held, backfill = time_leading(p, place, year), now(p, "backfill", year)
    return Parts(
        formula="Staff in post x share available - time spent leading x share that nobody "
        "replaces (E10)",
        terms=(
            Term(label="Staff in post", value=middle(p, p.fte, place, year, 1), unit="FTE"),
            Term(label="Share available for work", value=of(p).availability, unit="share"),
            Term(label="Time spent leading", value=held, unit="FTE"),
            Term(label="Share that nobody replaces", value=1 - backfill, unit="share"),
        ),
        combine=lambda staff, available, leading, away: staff * available - leading * away,
    )


def unplaced(p: Projection, place: str, year: int) -> Parts:
    """Return last year's stock, and who came to it and left it."""
    if year == p.years[0]:
        value = middle(p, p.unplaced, place, year, 1)
        at_start = Term(label="At the start", value=value, unit="people")
        return Parts(formula="As entered for the start", terms=(at_start,), combine=added)
    f = p.flows
    return Parts(
        formula="A year before + newly qualified who look for a post - those of them hired "
        "- those hired after a wait - those who gave up (E4, E5)",
        terms=(
            Term(
                label="Without a post a year before",
                value=middle(p, p.unplaced, place, year - 1, 1),
                unit="people",
            ),
            Term(
                label="Newly qualified who look for a post",
                value=flowed(p, f.qualified, place, year),
                unit="people",
            ),
            Term(
                label="Newly qualified and hired",
                value=flowed(p, f.hired_new, place, year),
                unit="people",
            ),
            Term(
                label="Hired after a wait",
                value=flowed(p, f.hired_unplaced, place, year),
                unit="people",
            ),
            Term(label="Gave up", value=flowed(p, f.unplaced_faded, place, year), unit="people"),
        ),
        combine=lambda was, new, hired, waited, gone: was + new - hired - waited - gone,
    )


def growth_since_2019(p: Projection, place: str, year: int) -> Parts:
    """Return staff in post less staff in 2019."""
    return Parts(
        formula="Staff in post - staff in March 2019, worked back from published figures",
        terms=(
            Term(label="Staff in post", value=middle(p, p.fte, place, year, 1), unit="FTE"),
            Term(label="Staff in March 2019", value=p.baseline.history[2019], unit="FTE"),
        ),
        combine=difference,
    )


def could_lead(p: Projection, place: str, year: int) -> Parts:
    """Return how people of the top grade become those who could lead."""
    top = middle(p, p.in_post[..., -1], place, year, 1)
    return Parts(
        formula="People of the top grade x share who could lead",
        terms=(
            Term(label="People of the top grade", value=top, unit="people"),
            Term(label="Share who could lead", value=p.baseline.inputs.lead_eligible, unit="share"),
        ),
        combine=product,
    )


MAKINGS: Final[dict[str, Making]] = {
    "fte": Making(
        label="Staff in post",
        unit="FTE",
        parts=fte,
        bias=LOW,
        inputs=OPENING,
        figures=("esr_fte_2023",),
    ),
    "clinical_fte": Making(
        label="Clinical staff",
        unit="FTE",
        parts=clinical,
        bias="Likely low, as staff in post are. The share available is borrowed from Scotland; how "
        "much time leaders spend away from practice is a placeholder, and could be wrong either "
        "way.",
        inputs=(*OPENING, "lead_eligible"),
        figures=("esr_fte_2023",),
    ),
    "unplaced": Making(
        label="Qualified people without a post",
        unit="people",
        parts=unplaced,
        bias="Likely low: here anyone qualified can fill any vacant post of their family, and in "
        "life the post may be the wrong one, or far away.",
        inputs=("opening_unplaced", "unplaced_reapply", "unplaced_fade", *OPENING),
    ),
    "could_lead": Making(
        label="People who could lead",
        unit="people",
        parts=could_lead,
        bias="Could be wrong either way: nobody has counted them; the share of the top grade is a "
        "placeholder.",
        inputs=("lead_eligible",),
    ),
    "growth_since_2019": Making(
        label="Growth in staff since 2019",
        unit="FTE",
        parts=growth_since_2019,
        bias="Could be wrong either way: 2019 is worked back from a rounded percentage, and some "
        "of the growth to 2023 may be staff recoded or moved into the NHS.",
        inputs=OPENING,
        figures=("esr_fte_2023", "esr_growth_2019_23"),
        sources=("derived-stock-all-2019",),
    ),
}
