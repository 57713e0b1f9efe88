"""Several levers together: the least that is enough, or the most that they reach."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.goals import Goal, Together
from ppn_scenarios.analysis.goals.binding import Binding
from ppn_scenarios.analysis.goals.control import Control, with_settings
from ppn_scenarios.analysis.goals.trials import extra_costs
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import goals as passports
from ppn_scenarios.analysis.passports.settings import of_part
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording import dearer, march, percent
from ppn_scenarios.wording.goals.amounts import estimate, plain
from ppn_scenarios.wording.goals.constraints import name_of

from .apply import offer_settings
from .choice import choose_least

UNPRICED: Final = (
    "Costs are pay, training and leadership posts from 2023 on, and those of covering vacant posts "
    "and replacing leavers if you gave them a price. They are at constant 2026/27 prices, against "
    "your scenario. Every unit cost is a placeholder. What it takes to keep people, or to "
    "encourage organisations, has no price here, so the least cost leans on what is not priced."
)


def show_together(all_: Together, goal: Goal, now: Visit, scenario: Scenario) -> None:
    """Draw the settings of several levers that reach the goal with least, and their cost."""
    section("Several levers together")
    choose_least(now)
    changes = all_.changes
    after = with_settings(scenario, changes)
    if all_.least:
        st.markdown(
            f"The ticked levers reach **{estimate(goal, all_.least.value)}** by {march(goal.year)} "
            f"for **{dearer(all_.least.extra_cost)}** than your scenario. No lever is cut to pay "
            "for another."
        )
        caption = "Settings that reach the goal together"
    else:
        st.markdown(
            f"**Not reachable inside the evidence range.** With each ticked lever where it helps "
            f"most, {estimate(goal, all_.best.value)} is the best by {march(goal.year)}."
        )
        caption = "Settings that reach most"
    show_table(
        caption,
        ("Lever", "Now", "Set to", "Part of its range"),
        [(c.label, c.show(c.now), c.show(i), percent(part(c, i))) for c, i in changes.items()],
        numbers=(3,),
        passport="together",
    )
    more = extra_costs(baseline(), scenario, after, goal)
    split = [
        f"{name.lower()} {dearer(float(value))}"
        for name, value in zip(passports.NAMES, more, strict=True)
        if value
    ]
    st.caption(f"Of the cost: {', '.join(split)}. {UNPRICED}" if split else UNPRICED)
    offer_settings("Use these settings in my scenario", "together", changes, now.scenario)
    offer("together", lambda: list(made(all_, scenario, after, goal)), scenario)


def part(c: Control, which: int) -> float:
    """Return how far a lever moves, as a share of its range."""
    return abs(float(c.shares()[which] - c.shares()[c.now]))


def show_in_the_way(held: Binding, goal: Goal, key: str, scenario: Scenario, of: str = "") -> None:
    """Draw what stands in the way of something: each constraint removed in turn, by the model."""
    if not held.constraints:
        st.markdown("Nothing that this model can remove stands in the way.")
        return
    show_table(
        f"What stands in the way{of}: each constraint removed in turn, all else the same",
        ("Constraint", "Would add", "Would that be enough?"),
        [
            (name_of(c.id, held.of, goal), plain(goal, c.adds), "yes" if c.enough else "no")
            for c in held.constraints
        ],
        numbers=(1,),
        passport=key,
    )
    offer(key, lambda: constraints(held, goal), scenario)


def constraints(held: Binding, goal: Goal) -> list[Passport]:
    """Return the passport of each constraint."""
    return [
        passports.of_constraint(held, c, name_of(c.id, held.of, goal), goal)
        for c in held.constraints
    ]


def made(all_: Together, scenario: Scenario, after: Scenario, goal: Goal) -> Iterable[Passport]:
    """Yield the passports of what the settings give and cost."""
    yield passports.of_value("With these settings", after, goal, value_of(all_), all_.ground.asked)
    yield passports.of_cost("These settings", baseline(), scenario, after, goal)
    for control, which in all_.changes.items():
        yield of_part(control, which)


def value_of(all_: Together) -> float:
    """Return what the settings shown give."""
    return all_.least.value if all_.least else all_.best.value
