"""How a projection measures up against what policy asks for."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from ppn_scenarios.assumptions import TARGETS, Target
from ppn_scenarios.model import HORIZON, Projection

from .place_measures import MEASURES
from .places import ENGLAND, population_share
from .series import Series

ENOUGH: Final = 1 - 1e-9  # a target is met at 100%, give or take rounding in the last digits
SHARED: Final = {"FTE"}  # national numbers that are shared out by population
NOT_SPLIT: Final = "Training places are counted for England; no split by area is published."
ENGLAND_ONLY: Final = {
    "growth_since_2019": "Staff in 2019 are published for England alone.",
    "psychology_starts": NOT_SPLIT,
    "other_starts_three_years": NOT_SPLIT,
}
NOTHING: Final = float("nan")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One target and what a projection says of it, in the target's unit.

    `low`, `value` and `high` are measured in `year`: the due date, or 2037 where policy sets
    none. They are NaN, and `why_not` says why, where this model cannot answer.
    """

    id: str
    target: str
    standing: str
    unit: str
    threshold: float
    due: int | None
    projected: bool
    why_not: str = ""
    year: int | None = None
    low: float = NOTHING
    value: float = NOTHING
    high: float = NOTHING
    met: bool | None = None  # by the middle estimate, in `year`
    kept: bool | None = None  # by the highest estimate, in 2037
    first_year: int | None = None  # None: not by 2037
    first_year_early: int | None = None
    first_year_late: int | None = None

    @property
    def shares(self) -> tuple[float, float, float]:
        """How much of the threshold is reached: low, middle, high."""
        return self.low / self.threshold, self.value / self.threshold, self.high / self.threshold


def answers(
    projection: Projection, place: str = ENGLAND, of: Iterable[str] = tuple(TARGETS)
) -> dict[str, Answer]:
    """Return the answer to every target by its id, in the order declared, or to some of them.

    Outside England a national number is shared out by registered population: our arithmetic, not
    policy. Ranges are the spread of the estimates of staff by ICS. Raises ValueError for an
    unknown place.
    """
    people = place_share(projection, place)
    return {id: answer(TARGETS[id], projection, place, people) for id in of}


def against_targets(projection: Projection, place: str = ENGLAND) -> pd.DataFrame:
    """Return `answers` as a frame, one row each.

    The columns are the fields of Answer, and then share_low, share and share_high of the
    threshold. What is unknown, or not met by 2037, is NA.
    """
    rows = [
        asdict(a) | dict(zip(("share_low", "share", "share_high"), a.shares, strict=True))
        for a in answers(projection, place).values()
    ]
    years = ["due", "year", "first_year", "first_year_early", "first_year_late"]
    return pd.DataFrame(rows).astype(
        dict.fromkeys(years, "Int64") | {"met": "boolean", "kept": "boolean"}
    )


def place_share(projection: Projection, place: str) -> float:
    """Return a place's share of England's registered population."""
    return population_share(projection.baseline, place)


def answer(target: Target, projection: Projection, place: str, people: float) -> Answer:
    """Return one target's answer; `people` is the place's share of England's population."""
    known = Answer(
        id=target.id,
        target=target.label,
        standing=target.standing,
        unit=target.unit,
        threshold=target.threshold(projection.baseline.published),
        due=target.due,
        projected=False,
        why_not=target.why_not,
    )
    local = "" if place == ENGLAND else ENGLAND_ONLY.get(target.measure or "", "")
    if target.measure is None or local:
        return replace(known, why_not=local or target.why_not)
    if place != ENGLAND and target.unit in SHARED:
        known = replace(known, threshold=known.threshold * people)
    return judged(known, MEASURES[target.measure](projection, place))


def judged(known: Answer, series: Series) -> Answer:
    """Return an answer completed by how a series compares with its threshold."""
    year = known.due or HORIZON
    low, mid, high = series.at(year)
    enough = known.threshold * ENOUGH
    return replace(
        known,
        projected=True,
        year=year,
        low=low,
        value=mid,
        high=high,
        met=mid >= enough,
        kept=float(series.high[-1]) >= enough,
        first_year=first_year(series.years, series.mid, enough),
        first_year_early=first_year(series.years, series.high, enough),
        first_year_late=first_year(series.years, series.low, enough),
    )


def first_year(years: range, values: np.ndarray, enough: float) -> int | None:
    """Return the first year in which a series reaches a number, or None."""
    reached = np.flatnonzero(values >= enough)
    return years[int(reached[0])] if reached.size else None
