"""The most memory a process of its own takes: python -m benchmarks.memory, in megabytes."""

import sys
from pathlib import Path


def peak() -> float:
    """Return the most memory this process has held, MB; NaN where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return float(lines["VmHWM"].split()[0]) / 1024


def main() -> None:
    """Write the peak after loading, and after 1,000 draws of all areas."""
    from ppn_scenarios.analysis.uncertainty import simulate
    from ppn_scenarios.assumptions import Scenario
    from ppn_scenarios.opening import baseline

    start = baseline()
    loaded = peak()
    simulate(start, Scenario(), [("fte", area) for area in start.areas], n=1_000)
    sys.stdout.write(f"{loaded:.0f} {peak():.0f}\n")


if __name__ == "__main__":
    main()
