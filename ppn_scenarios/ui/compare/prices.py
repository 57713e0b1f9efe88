"""What each changed choice costs for an extra year of clinical work."""

from typing import Final

import streamlit as st

from ppn_scenarios.analysis.comparable import unlike_as_a_whole
from ppn_scenarios.analysis.passports.prices import ALL, TOGETHER, Between, of_prices
from ppn_scenarios.analysis.prices import Price, prices
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording import pounds, signed, signed_pounds
from ppn_scenarios.wording.places import Place

from .answers import causes_of
from .chosen import Comparison

HEAD: Final = ("Change", "Clinical FTE-years", "Pay", "Training", "Leadership posts")
MIDDLE: Final = (
    "By place, each number is the middle of two proxies that disagree: an estimate, and no count."
)
COUNTED: Final = "Cover and replacing"  # once a reader has priced them


def show_prices(found: Comparison, place: Place) -> None:
    """Draw the price of each cause, or nothing where nothing differs."""
    if unlike_as_a_whole(found.was.made, found.now.made):
        return
    between = Between(found.was.scenario, found.now.scenario, place.code)
    priced = prices(causes_of(between.was, between.now, between.place))
    rows, whole = priced.causes, priced.whole
    if not rows:
        return
    st.subheader("What an extra year of clinical work costs", anchor=False)
    more = any(row.counted for row in rows)
    mixed = any(row.kind == "belief" for row in rows)
    table = [
        (ASSUMPTIONS[row.levers[0]].label, *cells(row, rows[0], more), each(row)) for row in rows
    ]
    table.append((TOGETHER, *cells(priced.together, whole, more), ""))
    table.append((ALL, *cells(whole, whole, more), "" if mixed else each(whole)))
    head = [*HEAD, *((COUNTED,) if more else ()), "£ per FTE-year"]
    show_table(
        f"{place.name}, all years to March 2037, constant 2026/27 prices; each change alone",
        head,
        table,
        numbers=range(1, len(head)),
        passport="prices",
    )
    st.caption(
        "Every unit cost is a placeholder: compare changes with each other and quote none. What "
        "action on retention, recruitment or productivity itself costs is not in the model, so "
        "those look cheaper than they are. A belief is not bought and has no price."
        + ("" if place.level == "england" else f" {MIDDLE}")
    )
    offer("prices", lambda: of_prices(priced, between), found.now.scenario)


def cells(price: Price, beside: Price, more: bool) -> list[str]:
    """Return the cells of one row but for the price of a year; `more` costs if priced."""
    costs = [price.pay, price.training, price.leadership, *([price.counted] if more else [])]
    return [signed(price.staff, abs(beside.staff)), *map(signed_pounds, costs)]


def each(price: Price) -> str:
    """Write the price of a clinical FTE-year, or why there is none."""
    if price.kind == "belief":
        return "a belief, not bought"
    if price.each is not None:
        return pounds(price.each) + ("" if price.staff > 0 else " saved for each lost")
    if not price.staff:
        return "adds no clinical time"
    return "adds time, costs no more" if price.staff > 0 else "takes clinical time"
