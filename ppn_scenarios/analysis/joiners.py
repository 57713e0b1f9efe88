"""How many must join a year to reach each reading of the plan, against the pace of 2019 to 2023.

The reverse test: it needs published counts and a rate of leaving, and nothing else of the model.
"""

from dataclasses import dataclass
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.model import HORIZON, Baseline, Projection
from ppn_scenarios.model.rates import rates_for

from .places import ENGLAND, total
from .validation.reverse import joiners_needed

HAZARDS: Final = (0.08, 0.11, 0.14)  # leaving and retiring together, a year: the range looked at
PACE: Final = "pace"


@dataclass(frozen=True)
class Joiners:
    """FTE that must join each year from one number of staff to another, by the rate of leaving."""

    id: str  # a target's, or PACE for what 2019 to 2023 took
    start: int  # the year that ends on its 31 March
    end: int
    now: float  # FTE at the start
    then: float  # FTE at the end
    hazard: float  # at which the reader believes staff go, a year
    mine: float  # FTE a year at that hazard
    by_hazard: tuple[float, ...]  # at each of HAZARDS


def hazard_of(projection: Projection) -> float:
    """Return the rate a year at which staff leave or retire in the first year, over all staff.

    Moves into training are no leaving. By the middle estimate of England.
    """
    p, b = projection, projection.baseline
    years = np.array(p.years[1:2]).reshape(-1, *[1] * len(p.batch))
    rates = rates_for(p.scenario, b, years).at(0)
    people = p.in_post[(0,) * len(p.batch)][0].sum(axis=0)
    hazards = np.broadcast_to(np.squeeze(rates.leaving + rates.retiring), people.shape)
    return float((people * hazards).sum() / people.sum())


def joiners(baseline: Baseline, hazard: float) -> dict[str, Joiners]:
    """Return what 2019 to 2023 took, and then what each reading of the plan needs, by id.

    Raises KeyError for a baseline without counts of both years.
    """
    begun, year = min(baseline.history), baseline.year
    counted = baseline.history[year]
    spans = {PACE: (begun, year, baseline.history[begun], counted)} | {
        target.id: (year, HORIZON, counted, target.threshold(baseline.published))
        for target in TARGETS.values()
        if target.line
    }
    return {
        id: Joiners(
            id,
            *span,
            hazard,
            needed(*span, hazard),
            tuple(needed(*span, h) for h in HAZARDS),
        )
        for id, span in spans.items()
    }


def needed(start: int, end: int, now: float, then: float, hazard: float) -> float:
    """Return FTE that must join each year between two counts."""
    return joiners_needed(now, then, end - start, hazard)


def joining(projection: Projection) -> float:
    """Return the FTE that join a year in England, on average over the years that are projected.

    Practitioners who leave to train are taken off, as they come back among those who join.
    """
    p = projection
    net = total(p.flow("hired") - p.flow("moved_out"), p.baseline, ENGLAND, 1)
    middle = net.reshape(-1, net.shape[-1])[0]
    return float(middle.mean()) * float(cast(Scenario, p.scenario).participation)
