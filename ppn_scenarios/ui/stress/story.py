"""The story of the page: the answer, plans against futures, regret, and what each future is."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import stress as passports
from ppn_scenarios.analysis.stress import AS_BELIEVED, Stress
from ppn_scenarios.assumptions import ASSUMPTIONS, STATUSES, Scenario
from ppn_scenarios.assumptions.futures import FUTURES
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.charts.futures import Cell, show_futures
from ppn_scenarios.ui.goal.choice import ask_goal
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording import march
from ppn_scenarios.wording.futures import (
    briefly,
    briefly_given,
    caveat,
    cell,
    decides,
    finding,
    lost,
    named,
)
from ppn_scenarios.wording.goals.amounts import is_range
from ppn_scenarios.wording.goals.words import OF
from ppn_scenarios.wording.places import Place

from .choice import choose_plans, chosen
from .found import broken, stressed

BELIEVED: Final = "As you believe"
PARTS: Final = (
    "Each cell says how much of what is asked a plan gives, by two estimates of staff that "
    "disagree. Ticks and crosses go by their middle."
)


def show_stress(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw the page for a scenario without the reader's hypothesis."""
    goal = ask_goal(now, place, lambda: choose_plans(now.view)).goal
    if why := goal.why_not(baseline(), scenario):
        st.info(f"This goal cannot be answered here. {why}")
        return
    found = stressed(scenario, chosen(now.view), goal)
    first = next(iter(found.plans))
    st.info(finding(found, first, broken(found.plans[first], goal), place))
    if now.view.show == "chart":
        if is_range(goal):
            st.caption(PARTS)
        with titled(finding(found, first, broken(found.plans[first], goal), place)):
            show_futures(list(drawn(found)), "chart_futures", passport="futures")
    show_cells(found)
    offer("futures", lambda: list(passports.of_values(found, named)), scenario)
    show_plans(found, scenario)
    show_each_future(scenario)


def drawn(found: Stress) -> Iterable[Cell]:
    """Yield the cells of the picture, for futures that touch the goal."""
    shown = [j for j, touches in enumerate(found.touching) if touches or j == 0]
    for row, j in enumerate(shown):
        for i, plan in enumerate(found.plans):
            value = float(found.values[i, j])
            yield Cell(
                row=row,
                column=i,
                future=label(found.futures[j]),
                plan=briefly(plan),
                said=briefly_given(found, i, j),
                met=bool(found.met[i, j]),
                short=1 - value / found.asked,
            )


def label(future: str) -> str:
    """Return what a future is called."""
    return BELIEVED if future == AS_BELIEVED else FUTURES[future].label


def show_cells(found: Stress) -> None:
    """Draw what each plan gives in each future as a table."""
    plans = range(len(found.plans))
    show_table(
        f"What each plan gives by {march(found.goal.year)}, on your beliefs: {what(found)}",
        ("Future", *map(named, found.plans)),
        [
            (label(future), *(cell(found, i, j) for i in plans))
            for j, future in enumerate(found.futures)
        ],
        numbers=tuple(i + 1 for i in plans),
        passport="futures",
    )


def what(found: Stress) -> str:
    """Say what the numbers are numbers of."""
    unit = {"FTE": "FTE ", "share": "share "}.get(found.goal.target.unit, "people ")
    return unit + OF[found.goal.measure]


def show_plans(found: Stress, scenario: Scenario) -> None:
    """Draw what each plan risks: where it holds, regret, and what breaks it first."""
    section("Which plan would be regretted least?")
    rows = []
    for plan, choices in found.plans.items():
        of_plan = broken(choices, found.goal)
        regrets = [lost(found.goal, value, found.asked) for value in found.regrets(plan)]
        held = f"{found.held(plan)} of {int(found.touching.sum())}"
        rows.append((named(plan), held, *regrets, decides(of_plan)))
    show_table(
        "Plans over the futures that touch this goal, and as you believe",
        ("Plan", "Holds in", "Mean regret", "9 in 10 below", "Most", "What decides"),
        rows,
        numbers=(1, 2, 3, 4),
        wide=(5,),
        passport="regret",
    )
    st.caption(caveat(found))
    offer("regret", lambda: list(made(found)), scenario)


def made(found: Stress) -> Iterable[Passport]:
    """Yield the passports of each plan's regret, and of what breaks it or would save it."""
    yield from passports.of_held(found, named)
    yield from passports.of_regrets(found, named)
    for plan, choices in found.plans.items():
        of_plan = broken(choices, found.goal)
        yield from passports.of_break(named(plan), choices, of_plan, found.goal)


def show_each_future(scenario: Scenario) -> None:
    """Draw what each future does to the reader's own beliefs, and why that much."""
    more = st.expander("What each future is, exactly", key="each_future", on_change="rerun")
    if not more.open:
        return
    with more:
        show_table(
            "Each future: what changes against your own beliefs, and why by so much",
            ("Future", "What happens", "Changes", "Why this much", "Rests on"),
            [
                (f.label, f.meaning, changes(f.on(scenario), scenario), f.why, STATUSES[f.status])
                for f in FUTURES.values()
            ],
            wide=(2,),
            source="Declared in the project's list of futures. None is a forecast.",
        )


def changes(then: Scenario, now: Scenario) -> str:
    """Write what differs between two scenarios."""
    moved = now.changes()
    parts = [
        f"{a.label} {a.show(getattr(then, name))} (now {a.show(getattr(now, name))})"
        for name, a in ASSUMPTIONS.items()
        if getattr(then, name) != getattr(now, name) and (not a.date_of or a.date_of in moved)
    ]
    return "; ".join(parts) or "nothing more than you have already"
