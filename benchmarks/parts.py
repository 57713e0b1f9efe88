"""What is under the pages: named queries beside raw SQL, and building charts."""

import importlib
import pkgutil
from collections.abc import Mapping
from statistics import median
from time import process_time
from typing import Any, Final

import duckdb

from ppn_scenarios.opening import baseline
from ppn_scenarios.tables import queries
from ppn_scenarios.tables.database import DATA, SAFE
from ppn_scenarios.tables.load import load
from ppn_scenarios.ui import charts

from .timing import Run, in_turns

RAW: Final = "FROM source ORDER BY source_id"
ROUNDS: Final = 5


def query_layer() -> dict[str, float]:
    """Return CPU milliseconds of a question by its name, and of the same rows by raw SQL."""
    with duckdb.connect(config=SAFE) as raw:
        load(raw, DATA)
        runs: Mapping[str, Run] = {
            "named": queries.sources,
            "raw": lambda: raw.execute(RAW).df(),
        }
        return in_turns(runs)


def building_charts() -> dict[str, tuple[int, float]]:
    """Return how many specifications each kind of chart has, and CPU milliseconds to build them."""
    baseline()
    found = {}
    for module in pkgutil.iter_modules(charts.__path__):
        made: Any = importlib.import_module(f"{charts.__name__}.{module.name}")
        build = getattr(made, "specifications", None)
        if build is None or not hasattr(build, "cache_clear"):
            continue
        times = []
        for _ in range(ROUNDS):
            build.cache_clear()
            began = process_time()
            specs = build()
            times.append(1e3 * (process_time() - began))
        found[module.name] = (len(specs), median(times))
    return found
