"""The pipeline: who is in training and for how long, who qualifies, and who finds no post."""

from dataclasses import dataclass

import numpy as np

from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from .flows import by_group
from .places import place_index


@dataclass(frozen=True)
class Training:
    """Trainees over one financial year, by group: opening + started - qualified - lost = closing.

    Each array is (ways, P) unless said; the first way is the middle.
    """

    year: int  # that ends on 31 March
    groups: tuple[str, ...]
    to_go: Array  # (ways, P, J) in training at the start, by years until they qualify
    started: Array
    qualified: Array
    lost: Array  # left their course
    closing: Array
    seeking: Array  # of those who qualified, who look for an NHS post here
    hired: Array  # of those, in the same year
    waiting_before: Array  # qualified and without a post, at the start
    hired_later: Array  # of those, during the year
    gave_up: Array  # of those, who stopped looking
    waiting: Array  # at the end

    @property
    def opening(self) -> Array:
        """Everyone in training at the start."""
        return np.asarray(self.to_go.sum(axis=-1))


def training(p: Projection, place: str, year: int) -> Training:
    """Return the pipeline of the financial year that ends on 31 March of `year`.

    Raises ValueError for a year that is not projected, or a place that is not known.
    """
    if year not in p.years[1:]:
        raise ValueError(f"{year} is not within {p.years[1]} to {p.years[-1]}")
    t, flows = p.years.index(year), p.flows
    trainees = p.trainees.reshape(-1, *p.trainees.shape[-4:])[:, t - 1 : t + 1]
    before, after = np.moveaxis(trainees[:, :, place_index(p.baseline, place)].sum(axis=2), 1, 0)

    def flow(values: Array) -> Array:
        return by_group(values, p, place, t - 1)

    return Training(
        year=year,
        groups=p.baseline.inputs.names,
        to_go=before,
        started=flow(flows.starts),
        qualified=flow(flows.completions),
        lost=flow(flows.dropouts),
        closing=after.sum(axis=-1),
        seeking=flow(flows.qualified),
        hired=flow(flows.hired_new),
        waiting_before=by_group(p.unplaced, p, place, t - 1),
        hired_later=flow(flows.hired_unplaced),
        gave_up=flow(flows.unplaced_faded),
        waiting=by_group(p.unplaced, p, place, t),
    )
