"""How a projection measures up against what policy asks for."""

from typing import Final

import numpy as np
import pandas as pd

from ppn_scenarios.assumptions import TARGETS, Target
from ppn_scenarios.model import HORIZON, Projection

from .places import ENGLAND, place_index
from .series import MEASURES, Series

ENOUGH: Final = 1 - 1e-9  # a target is met at 100%, give or take rounding in the last digits
SHARED: Final = {"FTE", "people", "people a year"}  # national numbers, shared out by population
ENGLAND_ONLY: Final = {"growth_since_2019"}


def against_targets(projection: Projection, place: str = ENGLAND) -> pd.DataFrame:
    """Return every target with the projection's answer, one row each, in the order declared.

    Columns: id, target, standing, unit, threshold, due (year or NA), year (measured in),
    low, value, high (in `unit`), share_low, share, share_high (of the threshold), met (or NA),
    first_year, first_year_early, first_year_late (NA: not by 2037), projected, why_not.

    Outside England a national number is shared out by registered population: our arithmetic, not
    policy. Ranges are the spread of the estimates of staff by ICS. Raises ValueError for an
    unknown place.
    """
    people = place_share(projection, place)
    rows = [row(target, projection, place, people) for target in TARGETS.values()]
    frame = pd.DataFrame(rows)
    years = ["due", "year", "first_year", "first_year_early", "first_year_late"]
    return frame.astype(dict.fromkeys(years, "Int64") | {"met": "boolean"})


def place_share(projection: Projection, place: str) -> float:
    """Return a place's share of England's registered population."""
    population = projection.baseline.population
    return float(population[place_index(projection.baseline, place)].sum() / population.sum())


def row(target: Target, projection: Projection, place: str, people: float) -> dict[str, object]:
    """Return one target's row of `against_targets`."""
    answer: dict[str, object] = {
        "id": target.id,
        "target": target.label,
        "standing": target.standing,
        "unit": target.unit,
        "threshold": target.threshold(projection.baseline.published),
        "due": target.due,
    }
    why_not = target.why_not
    if target.measure in ENGLAND_ONLY and place != ENGLAND:
        why_not = "Published for England alone."
    if target.measure is None or why_not:
        nothing = ("year", "low", "value", "high", "share_low", "share", "share_high", "met")
        years = ("first_year", "first_year_early", "first_year_late")
        return answer | dict.fromkeys((*nothing, *years)) | {
            "projected": False,
            "why_not": why_not,
        }
    if place != ENGLAND and target.unit in SHARED:
        answer["threshold"] = target.threshold(projection.baseline.published) * people
    series = MEASURES[target.measure](projection, place)
    return answer | judged(series, float(answer["threshold"]), target.due)  # type: ignore[arg-type]


def judged(series: Series, threshold: float, due: int | None) -> dict[str, object]:
    """Return how a series compares with a threshold at its due date, or at the end."""
    year = due or HORIZON
    low, mid, high = series.at(year)
    return {
        "year": year,
        "low": low,
        "value": mid,
        "high": high,
        "share_low": low / threshold,
        "share": mid / threshold,
        "share_high": high / threshold,
        "met": mid >= threshold * ENOUGH,
        "first_year": first_year(series.years, series.mid, threshold),
        "first_year_early": first_year(series.years, series.high, threshold),
        "first_year_late": first_year(series.years, series.low, threshold),
        "projected": True,
        "why_not": "",
    }


def first_year(years: range, values: np.ndarray, threshold: float) -> int | None:
    """Return the first year in which a series reaches a threshold, or None."""
    reached = np.flatnonzero(values >= threshold * ENOUGH)
    return years[int(reached[0])] if reached.size else None
