"""How the shares of trusts and ICSs with a post or a leader are made."""

from collections.abc import Callable
from typing import Final, cast

import numpy as np

from ppn_scenarios.analysis.leaders import ICS, most_in_post, posts_and_people
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.measures import supported
from ppn_scenarios.model.values import Values

from . import code
from .making import Making, Parts, middle, of, quotient
from .passport import Passport, Term

UNKNOWN: Final = (
    "Nobody knows which way: no count of such leaders is published, so it starts from shares that "
    "are placeholders. These are expected numbers, not a list of trusts."
)
Reader = Callable[[Projection], Array]


def trusts(label: str, values: Reader) -> Callable[[Projection, str, int], Parts]:
    """Return how trusts of a kind become a share of all trusts of a place."""

    def parts(p: Projection, place: str, year: int) -> Parts:
        number = middle(p, values(p), place, year, 1)
        return Parts(
            formula=f"{label} / NHS trusts (E14, E15)",
            terms=(
                Term(label=label, value=number, unit="organisations"),
                Term(label="NHS trusts", value=all_trusts(p, place, year), unit="organisations"),
            ),
            combine=quotient,
        )

    return parts


def some_of_the_led(
    label: str, share: Callable[[Projection, int], float]
) -> Callable[[Projection, str, int], Parts]:
    """Return how a share of leaders becomes a share of all trusts of a place."""

    def parts(p: Projection, place: str, year: int) -> Parts:
        led = middle(p, p.led, place, year, 1)
        every = all_trusts(p, place, year)
        return Parts(
            formula="Trusts with a permanent leader x share of leaders / NHS trusts",
            terms=(
                Term(label="Trusts with a permanent leader", value=led, unit="organisations"),
                Term(label=label, value=share(p, year), unit="share"),
                Term(label="NHS trusts", value=every, unit="organisations"),
            ),
            combine=lambda led, share, every: quotient(led * share, every),
        )

    return parts


def systems(label: str, values: Reader) -> Callable[[Projection, str, int], Parts]:
    """Return how ICSs of a kind become a share of all ICSs of a place."""

    def parts(p: Projection, place: str, year: int) -> Parts:
        every = middle(p, p.systems, place, year)
        return Parts(
            formula=f"{label} / ICSs that should have a lead (E14, E15)",
            terms=(
                Term(label=label, value=middle(p, values(p), place, year), unit="organisations"),
                Term(label="ICSs, or boards after mergers", value=every, unit="organisations"),
            ),
            combine=quotient,
        )

    return parts


def all_trusts(p: Projection, place: str, year: int) -> float:
    """Return the trusts of a place, the same in every year."""
    every = np.broadcast_to(p.baseline.trusts, p.led.shape)
    return middle(p, every, place, year, 1)


def with_support(p: Projection, year: int) -> float:
    """Return the share of leaders with protected time and support."""
    return float(np.ravel(supported(cast(Values, p.scenario), np.array([year])))[0])


MAKINGS: Final[dict[str, Making]] = {
    "trusts_posts": Making(
        label="Trusts where the post exists",
        unit="share",
        parts=trusts("Trusts where the post exists", lambda p: p.posts),
        bias=UNKNOWN,
    ),
    "trusts_led": Making(
        label="Trusts with a leader in post",
        unit="share",
        parts=trusts("Trusts with a permanent leader", lambda p: p.led),
        bias=UNKNOWN,
        inputs=("lead_eligible",),
    ),
    "trusts_supported": Making(
        label="Trusts whose leader has time and support",
        unit="share",
        parts=some_of_the_led("Leaders with half a week and support", with_support),
        bias=f"{UNKNOWN} The share with support is a placeholder too.",
        inputs=("lead_eligible",),
    ),
    "trusts_executive": Making(
        label="Trusts whose leader sits with the executives",
        unit="share",
        parts=some_of_the_led("Leaders with an executive seat", lambda p, _: of(p).exec_seat),
        bias=f"{UNKNOWN} The share of seats is borrowed from another profession.",
        inputs=("lead_eligible",),
        figures=("chief_ahp_board",),
    ),
    "systems_posts": Making(
        label="ICSs where the post exists",
        unit="share",
        parts=systems("ICSs where the post exists", lambda p: p.system_posts),
        bias=UNKNOWN,
    ),
    "systems_led": Making(
        label="ICSs with a lead in post",
        unit="share",
        parts=systems("ICSs with a permanent lead", lambda p: p.systems_led),
        bias=UNKNOWN,
        inputs=("lead_eligible",),
    ),
}


def of_kind(kind: str, label: str, p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of the posts and the people of one kind of organisation.

    `kind` is a trust type or ICS; `label` is what pages call it. Raises KeyError where the place
    has none.
    """
    row = {row.kind: row for row in posts_and_people(p, place, year)}[kind]
    every = Term(label=label, value=row.organisations, unit="organisations")
    start = "ics_base" if kind == ICS else f"cppo_base_{kind}"
    made = []
    for name, words, number in (
        ("posts", "the post exists", row.posts),
        ("people", "a permanent leader is in post", row.people),
    ):
        made.append(
            Passport(
                label=f"{label}: {words}, March {year}",
                value=quotient(number, row.organisations),
                unit="share",
                formula=f"{label} where {words} / {label} (E14, E15)",
                terms=(Term(label=f"Where {words}", value=number, unit="organisations"), every),
                combine=quotient,
                rests_on=(start,),
                bias=UNKNOWN,
                code=code.of_kind(kind, name, of(p), place, year),
                scenario=of(p),
            )
        )
    return made


def ceiling(scenario: Scenario) -> Passport:
    """Return the passport of the share of posts that can be filled in the long run."""
    turnover, years = scenario.lead_turnover, scenario.fill_time
    return Passport(
        label="Posts that can have someone in them",
        value=most_in_post(turnover, years),
        unit="share",
        formula="1 / (1 + leaders who leave x years to fill a post)",
        terms=(
            Term(label="Leaders who leave, a year", value=turnover, unit="rate"),
            Term(label="Time to fill a post", value=years, unit="years"),
        ),
        combine=lambda turnover, years: 1 / (1 + turnover * years),
        rests_on=("lead_turnover", "fill_time"),
        bias="Likely high: posts that are cut, and people who cannot be found, would lower it. "
        "Both rates are of executive directors, not of this role.",
        code=code.of_ceiling(turnover, years),
        scenario=scenario,
    )
