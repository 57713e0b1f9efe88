"""What is measured, and what it is measured against."""

import importlib
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

import numpy as np

from ppn_scenarios.analysis import against_targets
from ppn_scenarios.analysis.breakeven import break_even
from ppn_scenarios.analysis.goals import Goal, alone, together
from ppn_scenarios.analysis.sensitivity import sobol, swings
from ppn_scenarios.analysis.stress import plans_at_first, plans_of, stress
from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import ticked_at_first
from ppn_scenarios.model import HORIZON, Projection, project
from ppn_scenarios.model.axes import measures_of
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.flows import Flows
from ppn_scenarios.opening import baseline
from ppn_scenarios.tables.database import DATA, SAFE
from ppn_scenarios.tables.load import load

from .rows import staff_in
from .timing import Run

ROOT: Final = Path(__file__).resolve().parents[1]
FEW: Final = 2  # areas that the restatement in rows is timed for
GOAL: Final = Goal("T4A", HORIZON)


def model_runs() -> dict[str, Run]:
    """Return the model's runs by name."""
    start, now = baseline(), Scenario()
    everywhere = [("fte", area) for area in start.areas]
    one_ics = [("fte", "england"), ("fte", start.areas[0])]
    ready = project(start, now)
    return {
        "project": lambda: everything(project(start, now)),
        "draws_england": lambda: simulate(start, now, [("fte", "england")], n=1_000),
        "draws_ics": lambda: simulate(start, now, one_ics, n=1_000),
        "draws_42": lambda: simulate(start, now, everywhere, n=1_000),
        "tornado": lambda: swings(start, now),
        "break_even": lambda: break_even(start, now),
        "one_lever": lambda: alone(start, now, GOAL, ["retention"]),
        "stress": lambda: stress(start, plans_of(plans_at_first(GOAL.id), now), GOAL),
        "targets": lambda: against_targets(ready),
        "tables": load_tables,
    }


def slow_runs() -> dict[str, Run]:
    """Return runs that take seconds: once a round is enough."""
    start, now, ticked = baseline(), Scenario(), ticked_at_first(GOAL.id)
    return {
        "sobol": lambda: sobol(start, now),
        "together": lambda: together(start, now, GOAL, ticked, "cost"),
    }


def load_tables() -> None:
    """Build the database from the CSV files and check it."""
    import duckdb

    with duckdb.connect(config=SAFE) as database:
        load(database, DATA)


def rows() -> Run:
    """Return the restatement in rows, once it has been found to agree with the model."""
    start, now = baseline(), Scenario()
    some = replace(start, share=start.share[0]).only(np.arange(FEW))
    ours, theirs = project(some, now).in_post[-1], staff_in(some, now)
    if not np.allclose(ours, theirs, rtol=1e-9):
        raise AssertionError("the restatement in rows disagrees with the model")
    return lambda: staff_in(some, now)


def stock_flow() -> Run | None:
    """Return the independent system-dynamics model of the tests, or None where it is not there.

    One run of all areas and one way of sharing; translating it from Vensim is not timed.
    """
    try:
        module: Any = importlib.import_module("tests.independent.stockflow")
    except ImportError:
        return None
    start = replace(baseline(), share=baseline().share[0])
    areas, kinds = start.trusts.shape
    professions = len(start.inputs.names)
    model = module.StockFlow(1, areas, kinds, professions, Path(mkdtemp()))
    run = module.Run(start, Scenario())
    return lambda: model.run([run])


def bytes_written(projection: Projection) -> int:
    """Return the bytes of all that a projection holds, repeats through broadcasting left out."""
    found = 0
    for values in everything(projection):
        sizes = zip(values.shape, values.strides, strict=True)
        found += 8 * int(np.prod([size for size, stride in sizes if stride]))
    return found


def everything(projection: Projection) -> list[Array]:
    """Return all that can be asked of a projection, which is worked out when it is asked for."""
    measured = [getattr(projection, name) for name in measures_of(Projection)]
    return measured + [getattr(projection.flows, flow.name) for flow in fields(Flows)]


def floor() -> tuple[int, Run, int]:
    """Return bytes that a projection must write and read, and a copy to compare with its bytes."""
    moved = 2 * bytes_written(project(baseline(), Scenario()))  # written once, read once
    source = np.ones(8_000_000)
    target = np.empty_like(source)
    return moved, lambda: np.copyto(target, source), 2 * source.nbytes


def peaks() -> tuple[float, float]:
    """Return the most memory after loading, and after 1,000 draws of all areas, MB."""
    command = [sys.executable, "-m", "benchmarks.memory"]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    loaded, drawn = said.split()
    return float(loaded), float(drawn)
