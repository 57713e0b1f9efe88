"""Leadership posts and people, kept apart, by type of trust."""

from typing import Final

import pandas as pd

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from .places import place_index

ICS: Final = "ics"


def most_in_post(turnover: float, fill_time: float) -> float:
    """Return the share of posts that can be filled in the long run: 1 / (1 + turnover x time).

    Posts stand empty while they are refilled, so "every trust" can be true of posts and never
    of people. `turnover` is a hazard a year, `fill_time` is in years.
    """
    return 1 / (1 + turnover * fill_time)


def posts_and_people(projection: Projection, place: str, year: int) -> pd.DataFrame:
    """Return organisations, posts and permanent leaders of a place on 31 March of a year.

    Columns: kind (a trust type, or "ics"), organisations, posts, people (expected numbers, so
    not whole), then posts_share and people_share. Types with no organisation are left out.
    """
    keep, b = place_index(projection.baseline, place), projection.baseline
    t = projection.years.index(year)

    def middle(values: Array) -> Array:
        found: Array = values[..., t, keep, :].reshape(-1, len(keep), values.shape[-1])[0]
        return found.sum(axis=0)  # type: ignore[no-any-return]

    frame = pd.DataFrame(
        {
            "kind": [*b.trust_types, ICS],
            "organisations": [*b.trusts[keep].sum(axis=0), b.systems[keep].sum()],
            "posts": [*middle(projection.posts), *middle(projection.system_posts[..., None])],
            "people": [*middle(projection.led), *middle(projection.systems_led[..., None])],
        }
    )
    frame = frame[frame["organisations"] > 0].reset_index(drop=True)
    frame["posts_share"] = frame["posts"] / frame["organisations"]
    frame["people_share"] = frame["people"] / frame["organisations"]
    return frame
