"""Headline results of every preset, for a file that makes every change of results visible."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from ppn_scenarios.analysis import ENGLAND, MEASURES, Series, answers
from ppn_scenarios.analysis.places import total
from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.assumptions import PRESETS, Scenario
from ppn_scenarios.command.folder import put
from ppn_scenarios.model import HORIZON, Baseline, Projection, project

FILE: Final = Path(__file__).parent.parent / "tests" / "snapshots" / "headlines.csv"
ON_THE_WAY: Final = 2030
DRAWS: Final = 256
DIGITS: Final = 12  # kept in the file, a thousand times finer than the test's tolerance
AT_THE_END: Final = (
    "clinical_fte",
    "unplaced",
    "people_seen",
    "trusts_posts",
    "trusts_led",
    "systems_posts",
    "systems_led",
    "posts_filled",
    "need_met",
)
COSTS: Final = ("pay_cost", "training_cost", "leadership_cost")  # £ thousand a year

Row = tuple[str, int, tuple[float, float, float]]  # result, year, (low, middle, high)


def cost(name: str) -> Callable[[Projection, str], Series]:
    """Return a measure of a cost."""
    return lambda p, place: Series(p.years, total(getattr(p, name), p.baseline, place))


def headlines(projection: Projection, place: str) -> list[Row]:
    """Return a place's headline results."""
    measured = {"fte": MEASURES["fte"]}
    measured |= {name: MEASURES[name] for name in AT_THE_END} | {name: cost(name) for name in COSTS}
    rows: list[Row] = [("fte", ON_THE_WAY, measured["fte"](projection, place).at(ON_THE_WAY))]
    rows += [
        (name, HORIZON, measure(projection, place).at(HORIZON))
        for name, measure in measured.items()
    ]
    low, mid, high = MEASURES["posts_filled"](projection, place).at(HORIZON)
    vacant = (max(1 - high, 0.0), max(1 - mid, 0.0), max(1 - low, 0.0))
    rows.append(("vacancy_rate", HORIZON, vacant))
    found = answers(projection, place)
    rows += [
        (f"share_of_{id}", found[id].year or HORIZON, found[id].shares)
        for id in ("T4A", "T4B", "T4C")
    ]
    return rows


def uncertain(baseline: Baseline, scenario: Scenario) -> Row:
    """Return England's FTE at the end, over draws of every belief: p10, p50 and p90."""
    band = simulate(baseline, scenario, [("fte", ENGLAND)], n=DRAWS)["fte", ENGLAND].band()
    at_the_end = (float(band.p10[-1]), float(band.p50[-1]), float(band.p90[-1]))
    return "fte_over_draws", HORIZON, at_the_end


def snapshot(baseline: Baseline) -> pd.DataFrame:
    """Return every preset's headlines for England and its regions, one result a row."""
    places = [ENGLAND, *sorted(set(baseline.regions))]
    rows: list[tuple[str, str, Row]] = []
    for name, preset in PRESETS.items():
        run = project(baseline, preset.scenario)
        rows += [(name, place, row) for place in places for row in headlines(run, place)]
        rows.append((name, ENGLAND, uncertain(baseline, preset.scenario)))
    columns = ["preset", "place", "result", "year", "low", "mid", "high"]
    flat = [(name, place, result, year, *v) for name, place, (result, year, v) in rows]
    return pd.DataFrame(flat, columns=columns)


def write(found: pd.DataFrame, file: Path = FILE) -> str:
    """Write a snapshot and say so."""
    values = ["low", "mid", "high"]
    if not np.isfinite(found[values].to_numpy()).all():
        raise ValueError("a headline is not a finite number")
    text = found.to_csv(index=False, float_format=f"%.{DIGITS}g", lineterminator="\n")
    put(file.parent, file.name, text.encode())
    return f"{file.name}: {len(found)} results\n"
