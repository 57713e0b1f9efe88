"""How funded posts, the share of them that is filled, and training starts are made."""

from typing import Final, cast

import numpy as np

from ppn_scenarios.model import Projection
from ppn_scenarios.model.rates import growth_in_posts, psychology_growth
from ppn_scenarios.model.values import Values

from .making import (
    Making,
    Parts,
    added,
    by_hypothesis,
    flowed,
    here,
    middle,
    now,
    of,
    product,
    quotient,
)
from .passport import Term
from .staff import OPENING


def funded_posts(p: Projection, place: str, year: int) -> Parts:
    """Return the first year's staff, what was vacant then, and growth since."""
    first = p.years[0]
    opened = p.baseline.fte * p.baseline.inputs.stock_share.sum()
    each = growth_in_posts(cast(Values, p.scenario), np.arange(first + 1.0, year + 1))
    growth = product(*(1 + np.ravel(each)))
    return Parts(
        formula="Staff in 2023 / share of posts filled then x growth since (E12)",
        terms=(
            Term(label=f"Staff in England, March {first}", value=float(opened), unit="FTE"),
            Term(label="Share of posts filled then", value=1 - of(p).vacancy0, unit="share"),
            Term(label=f"Growth in funded posts since {first}", value=growth, unit="times"),
            *here(p, place),
        ),
        combine=lambda staff, filled, grown, *part: product(staff / filled, grown, *part),
    )


def posts_filled(p: Projection, place: str, year: int) -> Parts:
    """Return staff in post as a share of funded posts."""
    posts = middle(p, p.establishment, place, year, 1)
    return Parts(
        formula="Staff in post / funded posts",
        terms=(
            Term(label="Staff in post", value=middle(p, p.fte, place, year, 1), unit="FTE"),
            Term(label="Funded posts", value=posts, unit="FTE"),
        ),
        combine=quotient,
    )


def vacancy_rate(p: Projection, place: str, year: int) -> Parts:
    """Return funded posts less those filled, as a share of them."""
    filled = posts_filled(p, place, year)
    return Parts(
        formula="1 - staff in post / funded posts, and never less than nothing",
        terms=filled.terms,
        combine=lambda staff, posts: max(1 - quotient(staff, posts), 0.0),
    )


def psychology_starts(p: Projection, place: str, year: int) -> Parts:
    """Return places, grown, times the share filled."""
    grown = float(psychology_growth(cast(Values, p.scenario), np.array([year]))[0])
    terms = (
        Term(label="Training places", value=now(p, "places_cp", year), unit="people a year"),
        Term(label="Growth reached by then", value=grown, unit="times"),
        Term(label="Share of places filled", value=of(p).fill_cp, unit="share"),
        *here(p, place),
    )
    value, places = (
        flowed(p, p.flows.starts[..., :1], place, year),
        product(*(t.value for t in terms)),
    )
    if of(p).supervision_cap:
        label = "What supervisors allow (E1), times your hypothesis on leadership if it is on (E18)"
        terms += (Term(label=label, value=quotient(value, places), unit="number"),)
    else:
        terms += by_hypothesis(p, value, places)
    return Parts(
        formula="Training places x growth x share filled (E1)", terms=terms, combine=product
    )


def other_starts(p: Projection, place: str, year: int) -> Parts:
    """Return the starts of three years."""
    return Parts(
        formula="Starts of therapists and practitioners in three years, added (E1)",
        terms=tuple(
            Term(
                label=f"Year to March {y}",
                value=flowed(p, p.flows.starts[..., 1:], place, y),
                unit="people",
            )
            for y in range(year - 2, year + 1)
        ),
        combine=added,
    )


MAKINGS: Final[dict[str, Making]] = {
    "funded_posts": Making(
        label="Funded posts",
        unit="FTE",
        parts=funded_posts,
        bias="Could be wrong either way: the vacancy rate is borrowed from all staff of mental "
        "health trusts in 2018, and growth in funded posts has no source.",
        figures=("esr_fte_2023",),
    ),
    "posts_filled": Making(
        label="Funded posts filled",
        unit="share",
        parts=posts_filled,
        bias="Likely high at the start: the vacancy rate is borrowed from all staff of mental "
        "health trusts in 2018, and one in seven NHS psychology posts was reported vacant in 2021.",
        inputs=(*OPENING, "over_establishment"),
        figures=("esr_fte_2023",),
    ),
    "vacancy_rate": Making(
        label="Funded posts that are vacant",
        unit="share",
        parts=vacancy_rate,
        bias="Likely low at the start: the vacancy rate is borrowed from all staff of mental "
        "health trusts in 2018, and one in seven NHS psychology posts was reported vacant in 2021.",
        inputs=(*OPENING, "over_establishment"),
        figures=("esr_fte_2023",),
    ),
    "psychology_starts": Making(
        label="Clinical psychology training starts",
        unit="people a year",
        parts=psychology_starts,
        bias="Low against the target, which also counts child psychotherapy: its places are not "
        "published apart.",
    ),
    "other_starts_three_years": Making(
        label="Therapist and practitioner starts over three years",
        unit="people",
        parts=other_starts,
        bias="It cannot test delivery: the lever's own default rests on the same announcement as "
        "the target.",
        inputs=("other_places_share",),
    ),
}
