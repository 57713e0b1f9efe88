"""What else follows from a scenario, and how sure that is: one click below the headlines."""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.breakeven import BreakEven, break_even
from ppn_scenarios.analysis.places import total
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON, Projection, method_label, method_scope
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording import march, percent, percent_range, pounds_range, staff, staff_range
from ppn_scenarios.wording.on_track import READINGS
from ppn_scenarios.wording.places import Place

from .answers import as_things_stand, headlines, projection
from .draws import DRAWS, outcomes
from .home_passports import of_draws, of_the_rest
from .passport import offer
from .table import show_table

COSTS: Final = {
    "Pay": "pay_cost",
    "Training": "training_cost",
    "Leadership posts": "leadership_cost",
}
IF_COUNTED: Final = {
    "Agency cover of vacant posts": "agency_cost",
    "Replacing leavers": "replacement_cost",
}


@lru_cache(maxsize=32)
def repaid(scenario: Scenario) -> BreakEven:
    """Return the effect at which leadership posts would repay the time they take."""
    return break_even(baseline(), scenario)


def show_more(scenario: Scenario, place: Place) -> None:
    """Draw what else follows, and how sure it is; each is worked out only when opened."""
    also = st.expander("What else follows", key="also", on_change="rerun")
    if also.open:
        with also:
            show_also(scenario, place)
    sure = st.expander("How sure is this?", key="sure", on_change="rerun")
    if sure.open:
        with sure:
            show_sure(scenario)


def show_also(scenario: Scenario, place: Place) -> None:
    """Draw the results that the headlines do not show, beside things as they stand."""
    runs = {"As things stand": as_things_stand()}
    if scenario != Scenario():
        runs["My scenario"] = projection(scenario)
    measures = {
        "Clinical staff (FTE not leading or on long leave)": ("clinical_fte", staff_range),
        f"Need met: {method_label(scenario)}": ("need_met", percent_range),
        "Funded posts filled": ("posts_filled", percent_range),
        "Qualified people without a post": ("unplaced", staff_range),
        "People seen in a year": ("people_seen", staff_range),
        "Trusts whose leader has time and support": ("trusts_supported", percent_range),
        "Trusts whose leader sits with the executives": ("trusts_executive", percent_range),
    }
    rows = [
        (label, *(said(write, *MEASURES[m](run, place.code).at(HORIZON)) for run in runs.values()))
        for label, (m, write) in measures.items()
    ]
    rows += [
        (f"{label}, a year", *(cost(run, name, place) for run in runs.values()))
        for label, name in (COSTS | counted(runs.values())).items()
    ]
    show_table(
        f"{place.name}, {march(HORIZON)}; costs at constant 2026/27 prices, from placeholders",
        ("Result", *runs),
        rows,
        numbers=range(1, len(runs) + 1),
        passport="also",
    )
    offer("also", partial(of_the_rest, scenario, place), scenario, projection(scenario).years)
    if scope := method_scope(scenario):
        st.caption(scope)
    st.markdown(what_limits(list(runs.values())[-1], place))


def counted(runs: Iterable[Projection]) -> dict[str, str]:
    """Return the costs that are nothing until a reader enters their price, where one has."""
    some = list(runs)
    return {
        label: name
        for label, name in IF_COUNTED.items()
        if any(getattr(r, name).any() for r in some)
    }


def said(write: Callable[[float, float, float], str], *values: float) -> str:
    """Write a result, or that it has none."""
    return "cannot be compared" if math.isnan(values[1]) else write(*values)


def cost(run: Projection, name: str, place: Place) -> str:
    """Write a cost of the last year, as a range where there is one.

    A cost that nobody has priced in this run is not counted, which is not the same as nothing.
    """
    if name in IF_COUNTED.values() and not getattr(run, name).any():
        return "not counted"
    values = total(getattr(run, name), run.baseline, place.code)[..., -1]
    return pounds_range(float(values.min()), float(values[0]), float(values.max()))


def what_limits(run: Projection, place: Place) -> str:
    """Say whether posts or people are short."""
    filled = MEASURES["posts_filled"](run, place.code)
    waiting = MEASURES["unplaced"](run, place.code).mid[-1]
    if waiting > 1:
        return f"**Posts are short**: {staff(waiting)} qualified people have none."
    return (
        f"**People are short, not posts**: vacancies go from {percent(1 - filled.mid[0])} to "
        f"{percent(1 - filled.mid[-1])}, so more funded posts alone would change nothing."
    )


def show_sure(scenario: Scenario) -> None:
    """Draw the spread of results over what is not known, for England."""
    plain = replace(scenario, effects_on=0)
    found, effect = outcomes(plain, ENGLAND), repaid(plain)
    shown = MEASURES["fte"](projection(plain), ENGLAND).at(HORIZON)[1]
    fte, led = found["fte"].band(), found["trusts_led"].band()
    readings = [headlines(plain, ENGLAND)[id] for id in READINGS]
    # Outwards, as the same range is written everywhere else.
    low, high = staff_range(fte.p10[-1], fte.p50[-1], fte.p90[-1]).split(" to ")
    rows = [
        ("Staff (FTE)", low, staff(fte.p50[-1]), high, staff(shown)),
        (
            "Trusts with a leader in post",
            percent(led.p10[-1]),
            percent(led.p50[-1]),
            percent(led.p90[-1]),
            percent(MEASURES["trusts_led"](projection(plain), ENGLAND).at(HORIZON)[1]),
        ),
    ]
    show_table(
        f"England, {march(HORIZON)}: {DRAWS} draws of every belief over its range",
        ("Result", "1 in 10 below", "Middle", "1 in 10 above", "With beliefs as set"),
        rows,
        numbers=(1, 2, 3, 4),
        passport="sure",
    )
    offer("sure", partial(of_draws, plain, found, effect), plain)
    chances = "; ".join(
        f"reading {r.id[-1]}, {percent(found['fte'].chance(r.threshold, HORIZON))}"
        for r in readings
    )
    st.markdown(
        f"Share of draws that reach the plan, given these assumptions: {chances}. The last "
        "column takes every belief as it is set; that is not the middle of the draws. Most ranges "
        "have no source, so these are for exploring and are not probabilities."
    )
    st.markdown(said_of(effect))


def said_of(effect: BreakEven) -> str:
    """Say how large an effect of leadership would repay its posts."""
    high = effect.evidence[1]
    cost = (
        "**Would the posts repay the clinical time they take?** Requiring them takes "
        f"{staff(effect.cost)} more clinical FTE-years to 2037 out of practice than "
        "encouraging them"
    )
    if effect.effect is None:
        return f"{cost}, and no effect on leaving of up to 20% would repay it."
    return (
        f"{cost}. They would repay it if full leadership lowered leaving by "
        f"{100 * effect.effect:.1f}%. The nearest evidence, a national retention programme for "
        f"nurses, reached {100 * high:.1f}%; none is on this role."
    )
