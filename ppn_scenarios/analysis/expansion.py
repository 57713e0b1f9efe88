"""What more training places do year by year, and whether it is worse before it is better."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import PRACTITIONERS, Array

from .places import place_index

PLACES: Final = ("places_cp", "growth_cp_capt", "places_other", "places_newrole")
ANYONE: Final = 0.5  # people: a smaller difference is none


def without_places(scenario: Scenario) -> Scenario:
    """Return the same scenario with training places as things stand."""
    return replace(scenario, **{name: ASSUMPTIONS[name].default for name in PLACES})


@dataclass(frozen=True)
class Expansion:
    """People in post with a scenario's places, less those without: (ways, T+1)."""

    years: range
    practitioners: Array
    everyone: Array

    def at(self, values: Array, year: int) -> Array:
        """Return one year's values (ways,)."""
        return np.asarray(values[:, self.years.index(year)])

    def worst(self, values: Array) -> int | None:
        """Return the first year with the fewest people, by the middle; None if never fewer."""
        at = int(np.argmin(values[0]))
        return self.years[at] if values[0, at] < -ANYONE else None

    def better_from(self, values: Array) -> int | None:
        """Return the first year from which there are more, and stay so; None if never."""
        middle = values[0]
        if middle[-1] <= ANYONE:
            return None
        not_more = np.flatnonzero(middle <= ANYONE)
        return self.years[int(not_more[-1]) + 1] if len(not_more) else self.years[0]


def expansion(mine: Projection, without: Projection, place: str) -> Expansion:
    """Return what the places of one projection do against another that lacks them."""
    here = place_index(mine.baseline, place)
    is_practitioner = mine.baseline.inputs.family == PRACTITIONERS

    def people(p: Projection) -> Array:
        heads = p.in_post.sum(axis=-1)
        return np.asarray(heads.reshape(-1, *heads.shape[-3:])[:, :, here].sum(axis=2))

    change = people(mine) - people(without)
    return Expansion(mine.years, change[..., is_practitioner].sum(axis=-1), change.sum(axis=-1))
