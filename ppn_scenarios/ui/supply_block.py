"""The block on supply and need: one number with its meaning, and each place in a picture."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import supply as passports
from ppn_scenarios.analysis.supply import Slope
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import Place

from .answers import projection
from .cards import Card, show_cards
from .charts.funnel import show_funnel
from .mapped import SHOWN, of_level
from .passport import offer
from .section import section
from .supply import (
    counts,
    deprivation,
    need,
    outside,
    overall,
    points,
    rates,
    signed,
    slopes,
)
from .table import show_table
from .take_away import titled
from .visit import Visit, mirrored, take_view

AGAINST: Final = {"people": "Size of place", "deprivation": "Deprivation"}
EXTRA: Final = {"0": "None: every person counts alike"} | {
    share: f"{share}% more in the most deprived" for share in ("10", "20", "30", "50")
}


def show_supply(now: Visit, scenario: Scenario, place: Place) -> None:
    """Draw the block: the number, what may be chosen, the picture or the table."""
    view = now.view
    section("Does supply follow need?")
    show_slope(scenario, view)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            "Staff against",
            list(AGAINST),
            format_func=AGAINST.__getitem__,
            required=True,
            **mirrored("funnel", view.funnel, take_view, "funnel", "funnel"),
        )
        st.selectbox(
            "My own weight for need",
            list(EXTRA),
            format_func=EXTRA.__getitem__,
            width=330,
            help="No open weights for need are in our tables. Published ones exist behind "
            "allocations to ICSs, but were not obtained. This one is yours: the most deprived ICS "
            "counts this much more for each person than the least deprived, the others between.",
            **mirrored("need_extra", view.need_extra, take_view, "need_extra", "need_extra"),
        )
    if view.show == "table":
        show_places(scenario, view)
    else:
        st.markdown(told(scenario, view))
        with titled(
            f"{AGAINST[view.funnel]} by ICS, {march(int(view.map_year))}. {told(scenario, view)}"
        ):
            show_funnel(view.funnel, points(scenario, place, view), "funnel", passport="supply")
    offer("supply", lambda: made(scenario, view), scenario)


def show_slope(scenario: Scenario, view: View) -> None:
    """Draw the one number on inequality of supply, with its meaning and what it rests on."""
    year = int(view.map_year)
    found, whole = slopes(scenario, year, view.need_extra), overall(scenario, year, view.need_extra)
    left, right = st.columns([5, 6], gap="medium")
    with left:
        show_cards(
            [
                Card(
                    label="From the least to the most deprived: staff for each person, "
                    f"{march(year)}",
                    value=f"{signed(whole.low)} to {signed(whole.high)}",
                    lines=("of England's average; 0% is the same everywhere", verdict(whole)),
                )
            ],
            "Inequality of supply",
            passport="supply",
        )
    with right:
        show_table(
            "The same slope by each proxy, and by how people are counted",
            ("People", "By Talking Therapies", "By mental health trusts", "With chance"),
            [
                (
                    count,
                    *(signed(value) for value in slope.by_way[1:]),
                    f"{signed(slope.low)} to {signed(slope.high)}",
                )
                for count, slope in found.items()
            ],
            numbers=(1, 2, 3),
            passport="supply",
        )
    st.markdown(
        "The slope of a straight line through all 42 ICSs, each by its people (the relative slope "
        "index). If deprived places need more care, a fair supply would be **above** 0%. ICSs are "
        "large: differences within them do not show."
    )


def verdict(slope: Slope) -> str:
    """Return what the slope can tell."""
    if not slope.is_clear:
        return "Cannot tell: the range holds 0%"
    return f"Fewer where people are {'less' if slope.low > 0 else 'more'} deprived, by every count"


def told(scenario: Scenario, view: View) -> str:
    """Return what the picture shows, in words made from the numbers."""
    weighted = "" if view.need_extra == "0" else ", by your own weight for need"
    if view.funnel == "deprivation":
        return (
            f"**Each bar is one ICS, from the least deprived to the most**{weighted}. The dotted "
            "lines are the fit by each proxy: where they part, the proxies do."
        )
    out, every = sum(outside(scenario, view).values()), len(baseline().areas)
    return (
        f"**Of {every} ICSs, {every - out} touch the funnel**{weighted}: the dashed lines within "
        "which chance alone would leave 95% and 99.8% of places. The whole range of the other "
        f"{out} lies outside. That may be how staff are spread, or how the proxies err: it cannot "
        "be told which."
    )


def show_places(scenario: Scenario, view: View) -> None:
    """Draw the table behind both pictures, by region and name."""
    found, out = rates(scenario, view), outside(scenario, view)
    people = dict(zip(baseline().areas, need(view.need_extra), strict=True))
    scores = dict(zip(baseline().areas, deprivation(), strict=True))
    show_table(
        f"ICSs by people, deprivation and staff, {march(int(view.map_year))}: by region and name",
        (
            "ICS",
            "People" if view.need_extra == "0" else "People, by your weight",
            "Deprivation score",
            "Staff per 100,000",
            "Against the funnel",
        ),
        [
            (
                p.name,
                f"{people[p.code]:,.0f}",
                f"{scores[p.code]:.1f}",
                SHOWN["per_100k"].range(found[p.code]),
                "outside" if out[p.code] else "touches it",
            )
            for p in of_level("ics")
        ],
        numbers=(1, 2, 3),
        passport="supply",
        source="Index of Multiple Deprivation 2025 (MHCLG), average score. The table above has how "
        "staff for each person are made.",
    )


def made(scenario: Scenario, view: View) -> list[Passport]:
    """Return the passports of the slope and of the funnel."""
    run, year, extra = projection(scenario), int(view.map_year), int(view.need_extra) / 100
    whole = overall(scenario, year, view.need_extra)
    return [
        passports.of_slope(run, year, counts(), deprivation(), extra, whole),
        *passports.of_counts(run, year, counts(), deprivation(), extra),
        passports.of_funnel(run, year, sum(outside(scenario, view).values()), extra),
    ]
