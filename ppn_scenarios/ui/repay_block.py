"""How large an effect would repay the time that posts take, against what studies show."""

import streamlit as st

from ppn_scenarios.analysis.breakeven import LARGEST, BreakEven
from ppn_scenarios.analysis.passports.repaid import of_break_even
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline

from .charts.ranges import Range, show_ranges
from .more_block import repaid, said_of
from .passport import offer
from .table import show_table
from .take_away import titled


def show_repay(scenario: Scenario, show: str) -> None:
    """Draw the effect that would repay required posts, beside the range of the evidence."""
    found = repaid(scenario)
    low, high = found.evidence
    st.markdown(
        f"{said_of(found)} {verdict(found)} Every result on this page takes the effect as nothing: "
        "no study has shown one. It could be below zero, so the range looked at starts there: its "
        "lower end is our choice, its upper end what that programme reached. For England as a "
        "whole."
    )
    rows = [("Range looked at", low, high, f"{effect(low)} to {effect(high)}")]
    if found.effect is not None:
        rows.append(("Needed to repay", found.effect, found.effect, effect(found.effect)))
    if show == "chart":
        with titled(said_of(found)):
            show_ranges(
                "effect",
                [
                    Range(row=name, low=a, high=b, value=a if a == b else None, label=label)
                    for name, a, b, label in rows
                ],
                Range(row="", low=0, high=0, value=0, label="No effect, as assumed"),
                key="chart_effect",
                passport="repay",
            )
    show_table(
        "Fall in leaving where leadership is full, with every trust led and supported",
        ("Of", "From", "To"),
        [
            *((name, effect(a), effect(b)) for name, a, b, _ in rows),
            *(() if rows[1:] else (("Needed to repay", f"above {effect(LARGEST)}", ""),)),
            ("What every result assumes", "0%", "0%"),
        ],
        numbers=(1, 2),
        passport="repay",
    )
    offer("repay", lambda: of_break_even(found, baseline(), scenario), scenario)


def verdict(found: BreakEven) -> str:
    """Say whether the effect needed lies within what studies of other roles show."""
    if found.effect is None:
        return "That is beyond anything that studies show."
    if found.effect <= 0:
        return "No effect at all is needed."
    if found.within_evidence:
        return "The effect needed is no larger; that does not show that there is one."
    return "The effect needed is larger than that."


def effect(value: float) -> str:
    """Write an effect in tenths of a percent."""
    return f"{'−' if value < 0 else ''}{float(f'{abs(100 * value):.1f}'):g}%"
