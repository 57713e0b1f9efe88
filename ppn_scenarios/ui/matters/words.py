"""Levers, their ends and their shares in words."""

from ppn_scenarios.analysis.sensitivity import Index, Swing
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.wording import percent
from ppn_scenarios.wording.results import Result


def named(name: str) -> str:
    """Return a lever's name, which says so when its number has no source."""
    lever = ASSUMPTIONS[name]
    return lever.label + (" · no source" if lever.is_placeholder else "")


def ends(swing: Swing, result: Result) -> tuple[str, str]:
    """Return what the result is at either end of a lever's range: the lower result first."""
    lever = ASSUMPTIONS[swing.name]
    found = [(swing.at_low, lever.show(lever.low)), (swing.at_high, lever.show(lever.high))]
    low, high = sorted(found)
    return tuple(f"{at}: {result.write(v, v, v)}" for v, at in (low, high))  # type: ignore[return-value]


def reach(swing: Swing, result: Result) -> str:
    """Return what one lever does, within a sentence: its low end first."""
    lever = ASSUMPTIONS[swing.name]
    found = ((swing.at_low, lever.low), (swing.at_high, lever.high))
    at = "if" if lever.is_switch else "at"
    said = " and ".join(f"{result.write(v, v, v)} {at} {lever.show(end)}" for v, end in found)
    return f"*{lever.label}* ({said})"


def with_range(value: float, interval: tuple[float, float]) -> str:
    """Write a share with how sure it is, never below none or above all."""
    low, high = (min(max(end, 0.0), 1.0) for end in interval)
    return f"{percent(min(max(value, 0.0), 1.0))} ({percent(low)} to {percent(high)})"


def share_words(index: Index) -> str:
    """Return a belief's shares: with what it does together with others, and alone."""
    alone = percent(min(max(index.first, 0.0), 1.0))
    return f"{with_range(index.total, index.total_range)}; alone {alone}"
