"""What each changed choice costs for an extra year of clinical work."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.comparable import unlike_as_a_whole
from ppn_scenarios.analysis.passports.prices import ALL, TOGETHER, Between, of_all_prices
from ppn_scenarios.analysis.prices import Price, prices
from ppn_scenarios.analysis.waterfall import ends
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording import between, pounds, signed_pounds, signed_range
from ppn_scenarios.wording.places import Place

from .answers import causes_of
from .chosen import Comparison

HEAD: Final = ("Change", "Clinical FTE-years", "Pay", "Training", "Leadership posts")
MIDDLE: Final = (
    "By place, each number is a range over two proxies that disagree: an estimate, and no count."
)
COUNTED: Final = "Cover and replacing"  # once a reader has priced them


def show_prices(found: Comparison, place: Place) -> None:
    """Draw the price of each cause, or nothing where nothing differs."""
    if unlike_as_a_whole(found.was.made, found.now.made):
        return
    between = Between(found.was.scenario, found.now.scenario, place.code)
    ways = [prices(way) for way in causes_of(between.was, between.now, between.place)]
    priced = ways[0]
    rows, whole = priced.causes, priced.whole
    if not rows:
        return
    section("What an extra year of clinical work costs")
    more = any(row.counted for row in rows)
    mixed = any(row.kind == "belief" for row in rows)
    table = [
        (ASSUMPTIONS[row.levers[0]].label, *cells(same, rows[0], more), each(*same))
        for row in rows
        if (same := [way.of(row.levers) for way in ways])
    ]
    together, whole_ways = [way.together for way in ways], [way.whole for way in ways]
    table.append((TOGETHER, *cells(together, whole, more), ""))
    table.append((ALL, *cells(whole_ways, whole, more), "" if mixed else each(*whole_ways)))
    head = [*HEAD, *((COUNTED,) if more else ()), "£ per FTE-year"]
    show_table(
        f"{place.name}, all years to March 2037, constant 2026/27 prices; each change alone",
        head,
        table,
        numbers=range(1, len(head)),
        passport="prices",
        wraps=True,
    )
    st.caption(
        "Every unit cost is a placeholder: compare changes with each other and quote none. What "
        "action on retention, recruitment or productivity itself costs is not in the model, so "
        "those look cheaper than they are. A belief is not bought and has no price."
        + ("" if place.level == "england" else f" {MIDDLE}")
    )
    offer("prices", lambda: of_all_prices(ways, between), found.now.scenario)


def cells(ways: Sequence[Price], beside: Price, more: bool) -> list[str]:
    """Return the cells of one row but for the price of a year; `more` costs if priced.

    `ways` are the row by each way of sharing England out: ranges where they differ.
    """
    parts: list[Callable[[Price], float]] = [
        lambda price: price.pay,
        lambda price: price.training,
        lambda price: price.leadership,
        *([lambda price: price.counted] if more else []),
    ]
    staff = signed_range(*ends(ways, lambda price: price.staff), abs(beside.staff))
    return [staff, *(between(*ends(ways, part), signed_pounds) for part in parts)]


def each(price: Price, *others: Price) -> str:
    """Write the price of a clinical FTE-year, or why there is none; `others` by other ways."""
    if price.kind == "belief":
        return "a belief, not bought"
    if price.each is not None:
        found = [way.each for way in (price, *others) if way.each is not None]
        said = between(min(found), max(found), pounds)
        return said + ("" if price.staff > 0 else " saved for each lost")
    if not price.staff:
        return "adds no clinical time"
    return "adds time, costs no more" if price.staff > 0 else "takes clinical time"
