"""Which areas make up a place: England, a region or an ICS."""

from functools import lru_cache
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.model import Baseline
from ppn_scenarios.model.baseline import Array

ENGLAND: Final = "england"


def place_index(baseline: Baseline, place: str) -> NDArray[np.intp]:
    """Return the indices of a place's areas: "england", a region's code or an ICS's code.

    They are read-only. Raises ValueError for a code that is none of these.
    """
    return _index(baseline.areas, baseline.regions, place)


@lru_cache(maxsize=256)
def _index(areas: tuple[str, ...], regions: tuple[str, ...], place: str) -> NDArray[np.intp]:
    """Return the indices of a place's areas among all, worked out once."""
    pairs = enumerate(zip(areas, regions, strict=True))
    found = [i for i, codes in pairs if place == ENGLAND or place in codes]
    if not found:
        raise ValueError(f"{place!r} is not England, a region or an ICS that we know")
    index = np.array(found)
    index.setflags(write=False)
    return index


def population_share(baseline: Baseline, place: str) -> float:
    """Return a place's share of England's registered population."""
    here = baseline.population[place_index(baseline, place)]
    return float(here.sum() / baseline.population.sum())


def total(values: Array, baseline: Baseline, place: str, after_area: int = 0) -> Array:
    """Sum over a place's areas, and over the `after_area` axes that follow them.

    (*batch, T, A, ...) becomes (*batch, T).
    """
    here = np.moveaxis(values, -1 - after_area, 0)
    if place != ENGLAND:  # first, so that no more is summed than the place's own areas
        here = here[place_index(baseline, place)]
    return cast(Array, np.einsum(f"a...{'pg'[:after_area]}->...", here))
