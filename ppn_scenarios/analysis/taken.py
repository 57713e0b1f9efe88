"""What leadership posts take: clinical time, the people not seen for it, and money."""

from dataclasses import dataclass

import numpy as np

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.values import per_area

from .places import total


@dataclass(frozen=True)
class Taken:
    """By year, each (*batch, len(years)): over the year that ends on 31 March."""

    years: range
    fte: Array  # clinical FTE that leaders do not work and nobody is paid to replace
    people: Array  # people not seen for it
    cost: Array  # £ thousand at constant prices, on top of leaders' pay as clinicians

    def at(self, year: int) -> tuple[float, float, float]:
        """Return FTE, people and cost of a year, by the middle estimate."""
        i = self.years.index(year)
        fte, people, cost = (
            float(v.reshape(-1, v.shape[-1])[0, i]) for v in (self.fte, self.people, self.cost)
        )
        return fte, people, cost

    def since(self, year: int) -> Array:
        """Return FTE-years of a year and all later ones (*batch,)."""
        return np.asarray(self.fte[..., self.years.index(year) :].sum(axis=-1))


def taken(projection: Projection, place: str) -> Taken:
    """Return what the posts of a place take.

    Clinical time is what availability leaves of staff in post, less clinical staff (E10). People
    are that time at the number that clinicians of the place and year see for each unit of it.
    """
    p = projection
    available = np.asarray(p.scenario.availability)[..., None]
    away = p.fte * per_area(available)[..., None] - p.clinical_fte
    cases = p.baseline.inputs.cases
    worked = p.clinical_fte @ cases
    rate = np.divide(p.people_seen, worked, out=np.zeros_like(worked), where=worked > 0)
    return Taken(
        p.years,
        total(away, p.baseline, place, 1),
        total((away @ cases) * rate, p.baseline, place),
        total(p.leadership_cost, p.baseline, place),
    )
