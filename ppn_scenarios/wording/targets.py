"""Targets in words: what is asked for, and what a projection gives."""

from ppn_scenarios.analysis import Answer

from .numbers import percent, percent_range, staff, staff_range


def amount(value: float, unit: str) -> str:
    """Write a number in a target's unit."""
    if unit == "share":
        return percent(value)
    return f"{staff(value)} FTE" if unit == "FTE" else f"{value:,.0f} {unit}"


def projected(answer: Answer) -> str:
    """Write what a projection gives, as a range where there is one."""
    values = answer.low, answer.value, answer.high
    if answer.unit == "share":
        return percent_range(*values)
    if answer.unit == "FTE":
        return f"{staff_range(*values)} FTE"
    return f"{answer.value:,.0f} {answer.unit}"
