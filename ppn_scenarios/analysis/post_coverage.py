"""Four ways in which an organisation may have a leader, and where they end in the long run."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON, Projection
from ppn_scenarios.model.leadership import pace

from .leaders import ICS, most_in_post
from .places import place_index

ROUNDS: Final = 200  # of imitation, which settles in far fewer
WAYS: Final = ("exists", "in_post", "supported", "seated")


@dataclass(frozen=True)
class Covered:
    """Organisations of one kind, and how many are expected to have a leader in each way.

    The last two are None for ICSs, for which the model has no such count.
    """

    kind: str  # a trust type, or ICS
    organisations: float
    exists: float  # the post exists
    in_post: float  # a permanent leader holds it
    supported: float | None  # who has protected time and support
    seated: float | None  # who sits with the executives

    def share(self, way: str) -> float | None:
        """Return the share of organisations covered in one of WAYS."""
        found: float | None = getattr(self, way)
        return None if found is None else found / self.organisations


def covered(projection: Projection, place: str, year: int) -> list[Covered]:
    """Return each type of trust and the ICSs of a place on 31 March of a year.

    Kinds of which the place has none are left out. By the middle estimate of staff.
    """
    p, b = projection, projection.baseline
    keep, t = place_index(b, place), p.years.index(year)
    middle = (0,) * (p.led.ndim - 3)
    ways = (p.posts, p.led, p.led_supported, p.led_executive)
    counts = [b.trusts[keep].sum(axis=0), *(w[middle][t, keep].sum(axis=0) for w in ways)]
    rows = []
    for k, kind in enumerate(b.trust_types):
        organisations, exists, in_post, supported, seated = (float(count[k]) for count in counts)
        rows.append(Covered(kind, organisations, exists, in_post, supported, seated))
    systems, exists, in_post = (
        float(v[middle][t, keep].sum()) for v in (p.systems, p.system_posts, p.systems_led)
    )
    rows.append(Covered(ICS, systems, exists, in_post, None, None))
    return [row for row in rows if row.organisations]


@dataclass(frozen=True)
class Ceiling:
    """Where posts and people end in the long run, as shares, with enough people to fill posts."""

    agree: float  # organisations that would ever have the post
    posts: float  # organisations where it exists: some are always removed and not yet made again
    filled: float  # of those posts, with a permanent leader: some always stand vacant

    @property
    def people(self) -> float:
        """Share of organisations with a permanent leader."""
        return self.posts * self.filled


def ceiling(scenario: Scenario, year: int = HORIZON) -> Ceiling:
    """Return the long run under the rules that are in force in a financial year.

    Posts: agree x h / (h + removed), where h is the pace at which they are created. Filled:
    1 / (1 + (turnover + removed) x time to fill). In continuous time; the model steps by months.
    """
    now = pace(scenario, np.array([float(year)]))
    agree, created, copied = (
        float(np.ravel(values)[0]) for values in (now.ceiling, now.establish, now.imitate)
    )
    removed, posts = scenario.abolish, agree
    for _ in range(ROUNDS if copied and removed else 1):
        rate = created + copied * posts
        posts = agree * rate / (rate + removed) if rate + removed > 0 else 0.0
    return Ceiling(agree, posts, most_in_post(scenario.lead_turnover + removed, scenario.fill_time))
