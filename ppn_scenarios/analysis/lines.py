"""Tidy frames of lines to draw: what happened, what is asked, what may happen."""

from typing import Final

import pandas as pd

from ppn_scenarios.assumptions import TARGETS
from ppn_scenarios.model import Projection

from .coverage import place_share
from .places import ENGLAND
from .series import MEASURES, Series

HISTORY: Final = "Recorded"
AS_THINGS_STAND: Final = "As things stand"
MINE: Final = "My scenario"


def tidy(series: Series, line: str) -> pd.DataFrame:
    """Return a series as rows of line, year, low, value, high."""
    return pd.DataFrame(
        {
            "line": line,
            "year": list(series.years),
            "low": series.low,
            "value": series.mid,
            "high": series.high,
        }
    )


def measured(measure: str, baseline: Projection, scenario: Projection, place: str) -> pd.DataFrame:
    """Return one measure as things stand and under a scenario.

    Columns line, year, low, value, high. A scenario that changes nothing is drawn once.
    """
    frames = [tidy(MEASURES[measure](baseline, place), AS_THINGS_STAND)]
    if scenario.scenario != baseline.scenario:
        frames.append(tidy(MEASURES[measure](scenario, place), MINE))
    return pd.concat(frames, ignore_index=True)


def recorded(projection: Projection, place: str) -> pd.DataFrame:
    """Return published FTE by year: England alone has any."""
    history = projection.baseline.history if place == ENGLAND else {}
    years, values = list(history), list(history.values())
    return pd.DataFrame(
        {"line": HISTORY, "year": years, "low": values, "value": values, "high": values}
    )


def asked(projection: Projection, place: str) -> pd.DataFrame:
    """Return the levels that readings of the plan ask for: columns id, line, year, value."""
    people = place_share(projection, place)
    figures = projection.baseline.published
    rows = [
        {
            "id": target.id,
            "line": target.line,
            "year": target.due,
            "value": target.threshold(figures) * (1 if place == ENGLAND else people),
        }
        for target in TARGETS.values()
        if target.line
    ]
    return pd.DataFrame(rows)
