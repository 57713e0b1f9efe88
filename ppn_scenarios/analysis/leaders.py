"""Leadership posts and people, kept apart, by type of trust."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.model import Projection

from .once_a_run import kept
from .places import place_index

ICS: Final = "ics"


@dataclass(frozen=True)
class Led:
    """Organisations of one kind, and how many are expected to have a post and a leader.

    `posts` and `people` are expected numbers, so not whole ones.
    """

    kind: str  # a trust type, or ICS
    organisations: float
    posts: float
    people: float

    @property
    def posts_share(self) -> float:
        """Share of organisations where the post exists."""
        return self.posts / self.organisations

    @property
    def people_share(self) -> float:
        """Share of organisations with a permanent leader in post."""
        return self.people / self.organisations


def most_in_post(turnover: float, fill_time: float) -> float:
    """Return the share of posts that can be filled in the long run: 1 / (1 + turnover x time).

    Posts stand empty while they are refilled, so "every trust" can be true of posts and never
    of people. `turnover` is a hazard a year, `fill_time` is in years.
    """
    return 1 / (1 + turnover * fill_time)


def posts_and_people(projection: Projection, place: str, year: int) -> list[Led]:
    """Return each type of trust and the ICSs of a place on 31 March of a year.

    Kinds of which the place has none are left out. By the middle estimate of staff.
    """
    name = f"who leads of {place} in {year}"
    return list(kept(projection, name, lambda run: counted(run, place, year), who_leads=True))


def counted(projection: Projection, place: str, year: int) -> tuple[Led, ...]:
    """Return the same, worked out."""
    keep, b = place_index(projection.baseline, place), projection.baseline
    t = projection.years.index(year)
    middle = (0,) * (projection.led.ndim - 3)
    found = [
        Led(kind, *(float(v) for v in values))
        for kind, *values in zip(
            b.trust_types,
            b.trusts[keep].sum(axis=0),
            projection.posts[middle][t, keep].sum(axis=0),
            projection.led[middle][t, keep].sum(axis=0),
            strict=True,
        )
    ]
    systems = Led(
        ICS,
        float(projection.systems[middle][t, keep].sum()),
        float(projection.system_posts[middle][t, keep].sum()),
        float(projection.systems_led[middle][t, keep].sum()),
    )
    return tuple(row for row in (*found, systems) if row.organisations)


def trusts_together(rows: Iterable[Led]) -> Led:
    """Return all types of trust as one row."""
    trusts = [row for row in rows if row.kind != ICS]
    return Led(
        "trusts",
        sum(row.organisations for row in trusts),
        sum(row.posts for row in trusts),
        sum(row.people for row in trusts),
    )
