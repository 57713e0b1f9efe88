"""How to measure on a machine that does other things too."""

from collections.abc import Callable, Mapping
from statistics import median
from time import process_time
from typing import Final

Run = Callable[[], object]
LEAST: Final = 0.02  # seconds: short runs repeat until they add up to so much


def cpu_ms(run: Run) -> float:
    """Return the CPU time of one run in milliseconds; process_time counts all threads."""
    runs, start = 0, process_time()
    while not runs or process_time() - start < LEAST:
        run()
        runs += 1
    return 1e3 * (process_time() - start) / runs


def in_turns(runs: Mapping[str, Run], rounds: int = 9) -> dict[str, float]:
    """Return the median CPU milliseconds of each run, all taking turns in each round."""
    for run in runs.values():
        run()  # fill caches, touch memory
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(cpu_ms(run))
    return {name: median(found) for name, found in times.items()}
