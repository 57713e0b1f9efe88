"""What grows as areas, professions and draws grow."""

from typing import Final

import numpy as np

from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.opening import baseline

from .__main__ import table
from .subjects import bytes_written, everything
from .timing import Run, in_turns

DRAWS: Final = (250, 1_000, 4_000)


def areas(count: int) -> Baseline:
    """Return England with its first areas only."""
    return baseline().only(np.arange(count))


def measured() -> str:
    """Return what was measured, as text."""
    now, whole = Scenario(), baseline()
    split = baseline(by_profession=True)
    some = [6, 12, 24, len(whole.areas)]
    starts = {f"{n} areas": areas(n) for n in some}
    starts[f"{len(whole.areas)} areas, twelve professions"] = split

    def one(start: Baseline) -> Run:
        return lambda: everything(project(start, now))

    def drawn(start: Baseline, draws: int) -> Run:
        wanted = [("fte", area) for area in start.areas]
        return lambda: simulate(start, now, wanted, n=draws)

    runs = {name: one(start) for name, start in starts.items()}
    draws = {f"{n:,} draws, {len(whole.areas)} areas": drawn(whole, n) for n in DRAWS}
    draws |= {f"1,000 draws, {n} areas": drawn(areas(n), 1_000) for n in some[:-1]}
    times = in_turns(runs, rounds=5) | in_turns(draws, rounds=3)
    rows = []
    for name, start in starts.items():
        held = bytes_written(project(start, now)) / 1e6
        rows.append((f"One projection, {name}", f"{times[name]:.1f}", f"{held:.1f}"))
    rows += [(name, f"{times[name]:,.0f}", "-") for name in draws]
    return "What grows with areas, professions and draws:\n\n" + table(
        ("What", "CPU ms", "Numbers held, MB"), rows
    )
