"""Whose figures the uncertainty of a result comes from, and what to measure next."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.sensitivity import of_index
from ppn_scenarios.analysis.passports.spread import of_status
from ppn_scenarios.analysis.sensitivity import Index
from ppn_scenarios.analysis.sensitivity_shares import measure_next, shares_by_status
from ppn_scenarios.assumptions import ASSUMPTIONS, STATUSES, Scenario
from ppn_scenarios.assumptions.measuring import MEASURING
from ppn_scenarios.ui.cards import Card, show_cards
from ppn_scenarios.ui.charts.shares import Share, show_shares
from ppn_scenarios.ui.indices import SAMPLES, with_progress
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.section import section
from ppn_scenarios.ui.spread import WORDS
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.wording import listed, march, percent
from ppn_scenarios.wording.results import About

from .words import named, share_words, with_range

MOST: Final = 8  # bars; the table has all
NEXT: Final = 3  # placeholders to measure


def worked_out(scenario: Scenario, about: About) -> Sequence[Index]:
    """Return each belief's shares, and how far the work is while it lasts."""
    return with_progress(scenario, about.measure, about.year)


def show_headline(found: Sequence[Index], about: About) -> None:
    """Draw how much rests on figures without a source, and what to measure next."""
    low, share, high = shares_by_status(found)["none"]
    if not any(index.total > 0 for index in found):
        st.caption("No belief moves this result, so it has no spread to share out.")
        return
    cards = [
        Card(
            label="Of the uncertainty, from figures without a source",
            value=percent(share),
            lines=(f"{percent(low)} to {percent(high)}", f"{about.result.label}, England"),
        )
    ]
    if ranked := measure_next(found):
        best = ranked[0]
        cards.append(
            Card(
                label="Measure this next",
                value=percent(best.first),
                lines=(
                    f"of the uncertainty would go if we knew: {ASSUMPTIONS[best.name].label}",
                    f"By the draws: {with_range(best.first, best.first_range)}",
                ),
            )
        )
    show_cards(cards, "Uncertainty", passport="spread")


def show_spread(found: Sequence[Index], scenario: Scenario, about: About, show: str) -> None:
    """Draw each belief's share of the uncertainty, by chart or table, and by what it rests on."""
    moving = [index for index in found if index.total > 0]
    if not moving:
        return
    section("Where the uncertainty comes from")
    if show == "table":
        show_rows(moving, about)
    else:
        shares = [
            Share(named(i.name), share_words(i), i.first, min(i.total, 1.0), *i.total_range)
            for i in moving[:MOST]
        ]
        with titled(
            f"{about.result.label}, England, {march(about.year)}: shares of the uncertainty. "
            f"The most comes from {shares[0].name}: {shares[0].said}"
        ):
            show_shares(shares, "shares", passport="spread")
        st.caption(
            "Each belief's share of the spread of the result over draws of all of them. The bar "
            "holds what it does together with others, so bars can add up to more than the whole. "
            "The thin line is how sure the share is. The tick is the belief alone."
            + (f" And {len(moving) - MOST} smaller: choose Table." if len(moving) > MOST else "")
        )
    show_statuses(found)
    offer("spread", lambda: made(moving, scenario, about), scenario)


def show_rows(moving: Sequence[Index], about: About) -> None:
    """Draw the table of every belief that has a share."""
    show_table(
        f"{about.result.label}, England, {march(about.year)}: shares of the uncertainty",
        ("Belief", "Alone", "With what it does with others", "Rests on"),
        [
            (
                ASSUMPTIONS[i.name].label,
                with_range(i.first, i.first_range),
                with_range(i.total, i.total_range),
                ASSUMPTIONS[i.name].rests_on,
            )
            for i in moving
        ],
        numbers=(1, 2),
        passport="spread",
    )


def show_statuses(found: Sequence[Index]) -> None:
    """Draw the shares by what the figures rest on."""
    shares = shares_by_status(found)
    show_table(
        "The uncertainty by what its figures rest on",
        ("Rests on", "Share of the uncertainty", "At least", "At most"),
        [
            (
                words,
                percent(shares[status][1]),
                percent(shares[status][0]),
                percent(shares[status][2]),
            )
            for status, words in reversed(STATUSES.items())
        ],
        numbers=(1, 2, 3),
        passport="spread",
    )


def show_next(found: Sequence[Index]) -> None:
    """Say which placeholders to measure, who could, and how."""
    ranked = measure_next(found)[:NEXT]
    if not ranked:
        return
    section("What to measure next")
    groups: dict[str, list[str]] = {}
    for index in ranked:
        lever = ASSUMPTIONS[index.name]
        said = f"**{lever.label}** ({percent(index.first)})"
        groups.setdefault(lever.group, []).append(said)
    st.markdown(
        "The figures without a source whose measurement would take away most of the uncertainty, "
        "with the share that would go, each known by itself:\n\n"
        + "\n".join(f"- {listed(names)}. {MEASURING[group]}" for group, names in groups.items())
    )


def made(moving: Sequence[Index], scenario: Scenario, about: About) -> list[Passport]:
    """Return the passports of shares by what figures rest on, and of each belief's."""
    at = about.measure, about.year, SAMPLES
    statuses = [of_status(key, words, moving, scenario, *at) for key, words in WORDS.items()]
    return statuses + [passport for index in moving for passport in of_index(index, scenario, *at)]
