"""Whether there are enough senior people to lead, place by place."""

from dataclasses import dataclass

import numpy as np

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from .places import total


@dataclass(frozen=True)
class Seniors:
    """People who could lead and posts that exist in one place, by year: each (T,)."""

    years: range
    low: Array  # people, by the lowest of the estimates of staff
    people: Array  # by the middle estimate
    high: Array
    posts: Array  # of trusts and of the ICS, the most over the estimates
    organisations: float  # that should have a post

    @property
    def short(self) -> list[int]:
        """The years in which there may be fewer people who could lead than posts that exist."""
        return [y for y, n, m in zip(self.years, self.low, self.posts, strict=True) if n < m]


def seniors(projection: Projection, place: str) -> Seniors:
    """Return the people who could lead in a place, and the posts that want them.

    Meaningful for an ICS: the model lets people lead in the ICS where they work and in no other.
    """
    p, b = projection, projection.baseline
    people = rows(total(p.pool, b, place))
    posts = rows(total(p.posts, b, place, 1)) + rows(total(p.system_posts, b, place))
    systems = rows(total(p.systems, b, place))[0, -1]
    return Seniors(
        p.years,
        people.min(axis=0),
        people[0],
        people.max(axis=0),
        posts.max(axis=0),
        float(total(b.trusts, b, place, 1) + systems),
    )


def rows(values: Array) -> Array:
    """Return values (*batch, T) as (ways, T)."""
    return values.reshape(-1, values.shape[-1])


def by_system(projection: Projection) -> dict[str, Seniors]:
    """Return the same for every ICS, by code in the order of the tables, which is no ranking."""
    return {area: seniors(projection, area) for area in projection.baseline.areas}


def least_eligible(projection: Projection) -> float:
    """Return the share of the top grade who must be able to lead so that no ICS runs short.

    How many are able is an input without a source; above this share nothing depends on it. 1 or
    more means that some ICS runs short whoever is able. By the lowest of the estimates of staff.
    """
    p = projection
    wanted = p.posts.sum(axis=-1) + p.system_posts
    top = p.in_post[..., -1].sum(axis=-1)
    ratio = np.divide(wanted, top, out=np.full_like(wanted, np.inf), where=top > 0)
    return float(np.where(wanted > 0, ratio, 0.0).max())
