"""Arithmetic of the 2023 plan and of the reverse test, reproduced from published figures."""

from typing import Final

from ppn_scenarios.assumptions import TARGETS
from ppn_scenarios.model import HORIZON, Baseline

from .check import UNTESTED, Check, Result, judged
from .published import (
    ENGLAND_END,
    ENGLAND_START,
    PLAN_GROWTH,
    PLAN_START_HIGH,
    PLAN_START_LOW,
    READINGS,
    REVERSE,
    REVERSE_HAZARDS,
)
from .reverse import joiners_needed

GROUP: Final = "Published arithmetic"
PLAN: Final = "PPN, Long Term Workforce Plan, 17 July 2023: +24,000 to +26,000 posts, +157%"
SPECIFICATION: Final = "The model's specification, worked out from DHSC written answer 16695"
LAST_DIGIT: Final = 0.05 + 1e-9  # half of the last digit printed
PLAN_YEARS: Final = 15  # 2021/22 to 2036/37
HEE_PLAN: Final = "HEE, Psychological Professions Workforce Plan: +10,500 posts by March 2024"


def plan_start(baseline: Baseline) -> Result:
    """Return the posts from which the plan's own growth starts."""
    figures = baseline.published
    low, high = (
        figures[name] / figures["ltwp_growth"] / 1000
        for name in ("ltwp_extra_low", "ltwp_extra_high")
    )
    exact = (
        abs(low - PLAN_START_LOW) <= LAST_DIGIT
        and abs(high - PLAN_START_HIGH) <= LAST_DIGIT
        and figures["ltwp_growth"] == PLAN_GROWTH
    )
    a_year = (1 + figures["ltwp_growth"]) ** (1 / PLAN_YEARS) - 1
    return judged(
        exact,
        f"{low:.1f} to {high:.1f} thousand posts; +{figures['ltwp_growth']:.0%} over "
        f"{PLAN_YEARS} years is {a_year:.1%} a year",
        "Staff records counted about 25,100 FTE in March 2022, so the plan's +157% cannot be "
        "read from staff records.",
    )


def readings(baseline: Baseline) -> Result:
    """Return what each reading of the plan asks for."""
    found = {id: TARGETS[id].threshold(baseline.published) for id in READINGS}
    return judged(
        all(abs(found[id] - asked) <= 1 for id, asked in READINGS.items()),
        ", ".join(f"reading {id[-1]} {value:,.0f} FTE" for id, value in found.items()),
    )


SPANS: Final = {"2019-23": "2019 to 2023"}  # how a row is written; others are readings


def reverse_table(baseline: Baseline) -> dict[str, tuple[float, ...]]:
    """Return the reverse test's table, in thousands of FTE a year."""
    start, end = baseline.history[ENGLAND_START], baseline.history[ENGLAND_END]
    spans = {"2019-23": (start, end, ENGLAND_END - ENGLAND_START)} | {
        id: (end, TARGETS[id].threshold(baseline.published), HORIZON - ENGLAND_END)
        for id in READINGS
    }
    return {
        name: tuple(joiners_needed(now, then, years, h) / 1000 for h in REVERSE_HAZARDS)
        for name, (now, then, years) in spans.items()
    }


def reverse_test(baseline: Baseline) -> Result:
    """Return whether every cell of the reverse test's table is reproduced."""
    table = reverse_table(baseline)
    misses = [
        abs(value - asked)
        for name, row in REVERSE.items()
        for value, asked in zip(table[name], row, strict=True)
    ]
    return judged(
        max(misses) <= LAST_DIGIT,
        "; ".join(
            f"{SPANS.get(name, f'reading {name[-1]}')}: {' / '.join(f'{v:.1f}' for v in row)}"
            for name, row in table.items()
        ),
        f"Thousand FTE a year, where {' / '.join(f'{h:.0%}' for h in REVERSE_HAZARDS)} leave.",
    )


def hee_plan(baseline: Baseline) -> Result:
    """Return how the plan of 2021 did as a forecast."""
    grew = baseline.history[ENGLAND_END] - baseline.history[ENGLAND_START]
    asked = baseline.published["hee_posts"]
    return Result(
        UNTESTED,
        f"+{grew:,.0f} FTE by March 2023, {grew / asked:.0%} of +{asked:,.0f} a year early",
        "Posts of the plan and FTE of staff records may be defined differently.",
    )


CHECKS: Final = (
    Check("plan-start", GROUP, "The plan's own start", "15.3 to 16.6 thousand", PLAN, plan_start),
    Check(
        "plan-readings",
        GROUP,
        "Three readings of the plan for 2037",
        "40,924, 50,078 and 64,452 FTE, to 1",
        PLAN,
        readings,
    ),
    Check(
        "reverse-test",
        GROUP,
        "Joiners a year that each number needs",
        "all 12 numbers, to the last digit printed",
        SPECIFICATION,
        reverse_test,
    ),
    Check(
        "hee-plan",
        GROUP,
        "The plan of 2021 as a forecast",
        "none set: definitions differ",
        HEE_PLAN,
        hee_plan,
    ),
    Check(
        "plan-supply",
        GROUP,
        "The 2023 plan's supply of psychological professions",
        "within 2%",
        "NHS Long Term Workforce Plan, Annex B",
        lambda _: Result(UNTESTED, "no open data", "The table by profession was not found."),
    ),
)
