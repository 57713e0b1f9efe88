"""What each changed choice costs for an extra year of clinical work."""

import streamlit as st

from ppn_scenarios.analysis.comparable import unlike_as_a_whole
from ppn_scenarios.analysis.passports.prices import ALL, TOGETHER, Between, of_prices
from ppn_scenarios.analysis.prices import Price, prices
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.places import Place
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.wording import pounds, signed, signed_pounds

from .answers import causes_of
from .chosen import Comparison


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
    table = [(ASSUMPTIONS[row.levers[0]].label, *cells(row, rows[0])) for row in rows]
    table.append((TOGETHER, *cells(priced.together, whole)[:-1], ""))
    mixed = any(row.kind == "belief" for row in rows)
    table.append((ALL, *cells(whole, whole)[:-1], "" if mixed else each(whole)))
    show_table(
        f"{place.name}, all years to March 2037, constant 2026/27 prices; each change alone",
        ("Change", "Clinical FTE-years", "Pay", "Training", "Leadership posts", "£ per FTE-year"),
        table,
        numbers=(1, 2, 3, 4, 5),
        passport="prices",
    )
    st.caption(
        "Every unit cost is a placeholder: compare changes with each other and quote none. What "
        "action on retention, recruitment or productivity itself costs is not in the model, so "
        "those look cheaper than they are. A belief is not bought and has no price."
    )
    offer("prices", lambda: of_prices(priced, between), found.now.scenario)


def cells(price: Price, beside: Price) -> tuple[str, ...]:
    """Return the cells of one price."""
    return (
        signed(price.staff, abs(beside.staff)),
        signed_pounds(price.pay),
        signed_pounds(price.training),
        signed_pounds(price.leadership),
        each(price),
    )


def each(price: Price) -> str:
    """Write the price of a clinical FTE-year, or why there is none."""
    if price.kind == "belief":
        return "a belief, not bought"
    if price.each is not None:
        return pounds(price.each) + ("" if price.staff > 0 else " saved for each lost")
    if not price.staff:
        return "adds no clinical time"
    return "adds time, costs no more" if price.staff > 0 else "takes clinical time"
