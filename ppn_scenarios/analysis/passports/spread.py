"""Passports of shares of the spread of a result: whose figures it comes from."""

from collections.abc import Sequence
from typing import Final

from ppn_scenarios.analysis.sensitivity import Index
from ppn_scenarios.analysis.sensitivity_shares import shares_by, shares_by_status
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from . import code
from .making import added
from .measures import MAKINGS
from .passport import Passport, Term

MOST: Final = 6  # beliefs added one by one; the others together
BIAS: Final = (
    "The share of figures without a source is likely low: inputs that no lever sets are held still "
    "here, and nearly all of them have none. Beliefs are drawn independently, over ranges that "
    "mostly have no source either."
)


def of_status(
    status: str,
    words: str,
    found: Sequence[Index],
    scenario: Scenario,
    measure: str,
    year: int,
    n: int,
) -> Passport:
    """Return the passport of the share of a measure's spread that figures of one status make.

    `found` are the indices of the measure in England that `sobol` gives for `n`; `words` say what
    such figures are.
    """
    low, share, high = shares_by_status(found)[status]
    each = shares_by(found, str, tuple(index.name for index in found))
    mine = sorted(
        ((part, name) for name, (_, part, _) in each.items() if ASSUMPTIONS[name].status == status),
        reverse=True,
    )
    terms = [
        Term(label=ASSUMPTIONS[name].label, value=part, unit="share") for part, name in mine[:MOST]
    ]
    if others := mine[MOST:]:
        rest = sum(part for part, _ in others)
        terms.append(Term(label=f"{len(others)} others", value=rest, unit="share"))
    what = MAKINGS[measure].label
    return Passport(
        label=f"{what}, March {year}: share of its spread from {words}",
        value=share,
        unit="share",
        formula="What each belief that rests on such a figure adds to the variance of the result: "
        "alone, and its part of what beliefs do only together (Sobol indices)",
        terms=tuple(terms),
        combine=added,
        rests_on=tuple(name for part, name in mine if part > 0),
        bias=BIAS,
        code=code.of_spread(measure, status, scenario, year, n),
        scenario=scenario,
        low=low,
        high=high,
        range_is="the indices are estimates, and what beliefs do only together can be shared out "
        "in more than one way",
    )
