"""Three routes to the goal: what each takes and costs, when at the earliest, and what binds."""

from collections.abc import Iterable

import streamlit as st

from ppn_scenarios.analysis.goals import Goal, Together
from ppn_scenarios.analysis.goals.routes import RouteFound
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import goals as passports
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording import dearer, march
from ppn_scenarios.wording.goals.amounts import estimate, since_when
from ppn_scenarios.wording.goals.constraints import binds, name_of

from .apply import offer_settings
from .together_block import show_in_the_way
from .years_block import show_years


def show_routes(all_: Together, goal: Goal, now: Visit, scenario: Scenario) -> None:
    """Draw the three routes, each with the button that takes it, and a table of all."""
    section("Three different routes")
    for column, route in zip(st.columns(len(all_.routes)), all_.routes, strict=True):
        with column, st.container(border=True):
            show_route(route, goal, scenario)
            use = "Use this route" if route.least else "Use it as far as it goes"
            label = f"{use}: {route.route.label}"
            offer_settings(label, route.route.id, route.changes, now.scenario)
    show_years(all_, goal, scenario, now.view.show)
    show_table(
        f"Three routes to the goal by {march(goal.year)}",
        ("Route", "Settings", "Gives", "Earliest", "Extra cost", "What binds"),
        [row(route, goal, scenario) for route in all_.routes],
        numbers=(2,),
        wide=(1,),
        passport="routes",
    )
    offer("routes", lambda: list(made(all_, scenario, goal)), scenario)
    details = st.expander("What stands in the way of each route", key="ways", on_change="rerun")
    if details.open:
        with details:
            for route in all_.routes:
                of = f" of {route.route.label}"
                show_in_the_way(route.binding, goal, f"way_{route.route.id}", scenario, of)


def show_route(route: RouteFound, goal: Goal, scenario: Scenario) -> None:
    """Draw one route."""
    st.markdown(f"**{route.route.label}: {verdict(route)}**")
    st.markdown(
        f"{route.route.meaning} {joining(route)}\n\n"
        + "\n".join(
            f"- {c.label}: **{c.show(i)}** (now {c.show(c.now)})" for c, i in route.changes.items()
        )
        + f"\n\n{gives(route, goal, scenario)}\n\n**What binds:** {binds(route.binding, goal)}."
    )


def verdict(route: RouteFound) -> str:
    """Say in short whether a route gets there."""
    if route.own_idle:
        return "adds nothing itself"
    return "gets there" if route.least else "falls short"


def gives(route: RouteFound, goal: Goal, scenario: Scenario) -> str:
    """Say what a route gives, costs, and when at the earliest."""
    year = route.best.earliest
    when = f"earliest: {since_when(year, scenario)}" if year else f"not by {HORIZON} either"
    value = f"{estimate(goal, route.value)} by {march(goal.year)}"
    if not route.least:
        return f"At most {value}; {when}."
    return f"{value} for {dearer(route.least.extra_cost)}; {when}."


def joining(route: RouteFound) -> str:
    """Say what had to join, and why."""
    if not route.joined:
        return ""
    if route.own_idle:
        return f"On its own it adds nothing: all that helps is that {route.route.joined_by}."
    return f"On its own it falls short, so {route.route.joined_by}."


def row(route: RouteFound, goal: Goal, scenario: Scenario) -> tuple[str, ...]:
    """Return one route's row."""
    first = route.binding.binds
    settings = "; ".join(f"{c.label}: {c.show(i)}" for c, i in route.changes.items())
    return (
        route.route.label,
        settings or "as now",
        f"{'' if route.least else 'at most '}{estimate(goal, route.value)}",
        since_when(route.best.earliest, scenario),
        dearer(route.least.extra_cost) if route.least else "",
        name_of(first.id, route.binding.of, goal) if first else "the levers' own ranges",
    )


def made(all_: Together, scenario: Scenario, goal: Goal) -> Iterable[Passport]:
    """Yield the passports of what each route gives and costs."""
    for route in all_.routes:
        after, name = route.scenario(scenario), route.route.label
        yield passports.of_value(name, after, goal, route.value, all_.ground.asked)
        yield passports.of_cost(name, baseline(), scenario, after, goal)
