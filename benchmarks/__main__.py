"""Measure everything, or the parts named, and write what was found into docs/PERFORMANCE.md."""

import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import pandas as pd
import streamlit

from ppn_scenarios.opening import baseline

from . import kinds, reader, subjects
from .timing import cpu_ms, in_turns

PAGE: Final = subjects.ROOT / "docs" / "PERFORMANCE.md"
MARK: Final = "<!-- measured: what follows is written by the command above -->\n"
END: Final = "<!-- end of {} -->\n"
BUDGETS: Final = {  # milliseconds of one core
    "project": ("A projection and all its measures: 42 areas, 3 ways of sharing, 14 years", 10),
    "draws_england": ("1,000 draws of England", 500),
    "draws_ics": ("1,000 draws of England and one ICS", 500),
    "draws_42": ("1,000 draws of all 42 areas", 500),
    "tornado": ("What matters most: every assumption to both ends", 100),
    "break_even": ("The break-even effect", 200),
    "one_lever": ("What one lever needs to reach a goal", 200),
    "stress": ("Five plans in every named future, 42 areas", None),
    "targets": ("A projection against all targets", 10),
    "tables": ("Loading and checking the tables", None),
    "together": ("What several levers need together, and three routes", None),
    "sobol": ("Shares of variance (n = 256)", None),
}
MEMORY: Final = 350  # MB


def machine() -> str:
    """Describe the machine, without its name."""
    cpu = platform.processor() or platform.machine()
    known = Path("/proc/cpuinfo")
    if known.exists():
        lines = known.read_text(encoding="utf-8").splitlines()
        cpu = next((x.split(":", 1)[1].strip() for x in lines if x.startswith("model name")), cpu)
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{datetime.now(UTC):%-d %B %Y}. {os.cpu_count()} cores, {cpu}, {platform.system()}{load}. "
        f"Python {platform.python_version()}, NumPy {np.__version__}, pandas {pd.__version__}, "
        f"DuckDB {duckdb.__version__}, Streamlit {streamlit.__version__}."
    )


def verdict(value: float, budget: float | None) -> str:
    """Return a budget and whether it is met."""
    if budget is None:
        return "none set"
    return f"{budget:,.0f}: {'met' if value <= budget else '**missed**'}"


def table(title: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table in Markdown, numbers to the right."""
    line = " | ".join(["---", *["---:"] * (len(title) - 1)])
    body = [" | ".join(row) for row in [title, *rows]]
    return "\n".join(f"| {x} |" for x in [body[0], line, *body[1:]]) + "\n"


def measured() -> str:
    """Return what was measured, as text."""
    on = machine()
    moved, copy, copied = subjects.floor()
    found = in_turns({**subjects.model_runs(), "rows": subjects.rows(), "copy": copy})
    found |= in_turns(subjects.slow_runs(), rounds=3)
    loaded, peak = subjects.peaks()
    least, once = moved / copied * found["copy"], found["project"]
    areas, ways = len(baseline().areas), len(baseline().share)
    scaled = found["rows"] * areas * ways / subjects.FEW
    compared = [
        ("Moving its bytes once at the speed of memory", f"{least:.2f}", f"{least / once:.2f}"),
        ("**This model**, staffing, leadership and all measures", f"{once:.1f}", "1"),
        (
            f"pandas row by row, staffing alone, {subjects.FEW} areas scaled to {areas} x {ways}",
            f"{scaled:,.0f}",
            f"{scaled / once:,.0f}",
        ),
    ]
    if (stock_flow := subjects.stock_flow()) is not None:
        theirs = cpu_ms(stock_flow)
        words = f"PySD, the independent model, {areas} areas, 1 way of sharing, not scaled"
        compared.append((words, f"{theirs:,.0f}", f"{theirs / once:,.0f}"))
    runs = [
        (words, f"{found[name]:,.1f}", f"{found[name] / once:,.1f}", verdict(found[name], budget))
        for name, (words, budget) in BUDGETS.items()
    ]
    return "\n".join(
        [
            f"Measured on {on}\n",
            "## What each thing takes\n",
            table(("What", "CPU ms", "In projections", "Budget, ms"), runs),
            f"Memory: {loaded:.0f} MB once the data are open, {peak:.0f} MB at most after 1,000 "
            f"draws of all areas. Budget {MEMORY}: {'met' if peak <= MEMORY else '**missed**'}.\n",
            "## One projection against other ways to do it\n",
            table(("Way", "CPU ms", "Against this model"), compared),
            f"A projection writes and reads {moved / 1e6:.1f} MB. The restatement in rows must "
            "agree with the model before it is timed.\n",
        ]
    )


PARTS: Final[dict[str, tuple[str, Callable[[], str]]]] = {
    "model": ("", measured),
    "server": ("## A change of a lever, on the server", lambda: reader.on_the_server(table)),
    "kinds": ("## What Streamlit takes for one element", lambda: kinds.told(table)),
    "browser": ("## What a reader waits for", lambda: reader.in_the_browser(table)),
    "parts": ("## Queries and charts", lambda: reader.underneath(table)),
}


def written(old: str, asked: Sequence[str]) -> str:
    """Return what was measured: the parts asked for anew, the others as they stand in `old`."""
    found = ""
    for name, (title, measure) in PARTS.items():
        before, end, after = old.partition(END.format(name))
        before, old = (before, after) if end else ("", old)
        if name in asked:
            on = "" if name == "model" else f"{title}\n\nMeasured on {machine()}\n\n"
            before = f"{on}{measure()}"
        found += f"{before.strip()}\n\n{END.format(name)}\n" if before.strip() else ""
    return found


def main() -> int:
    """Measure, write the page and say where."""
    asked = sys.argv[1:] or list(PARTS)
    if unknown := set(asked) - set(PARTS):
        sys.stderr.write(f"{', '.join(unknown)}: not one of {', '.join(PARTS)}\n")
        return 2
    head, _, old = PAGE.read_text(encoding="utf-8").partition(MARK)
    text = f"{head}{MARK}\n{written(old, asked)}".rstrip() + "\n"
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"Wrote {PAGE.relative_to(subjects.ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
