"""A year's flows: the balance as cards, the picture, and the table that adds up."""

from textwrap import wrap
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.flows import Balance, whole_year
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import flows as passports
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model.baseline import FAMILIES
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables.own_split import OWN_SPLIT
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import Place

from .cards import Card, show_cards
from .charts.flow import Bar, Ribbon, show_flow
from .flows import (
    CAUSES,
    COLOUR_OF,
    NO_SPLIT,
    ROUTES,
    YOUR_SPLIT,
    about,
    balance_of,
    group_names,
    people,
    run_of,
    told,
)
from .passport import offer
from .sums import show_sum
from .table import show_table
from .take_away import titled

LINE: Final = 24  # characters of a name beside a bar: what half a phone holds
SHORT_LINE: Final = 18  # the same of a third of a phone, where there are many groups
HEADS: Final = "people, not full-time equivalents"
PEOPLE: Final = f"{HEADS}; rounded, so may not add up"
GROWTH, FALL = "growth", "fall"


def show_year(scenario: Scenario, place: Place, view: View) -> None:
    """Draw the balance of a year as cards, then the picture or the tables behind it."""
    b = balance_of(scenario, place, view)
    show_balance(b.together(), place)
    if view.split == "professions":
        st.markdown(YOUR_SPLIT if OWN_SPLIT else NO_SPLIT)
    if view.show == "table":
        show_groups(b, place)
    else:
        st.markdown(
            f"**Who joined in the year to {march(b.year)}, and what they made up for** (people"
            + (")" if place.level == "england" else "; widths by the middle of the proxies)")
        )
        columns, ribbons = picture(b, place)
        with titled(
            f"Who joined in {place.said} in the year to {march(b.year)}, and what they made up for"
        ):
            show_flow(columns, ribbons, "flow", passport="flow")
    show_identity(b, place)
    offer("flow", lambda: made(scenario, place, view), scenario)


def show_balance(b: Balance, place: Place) -> None:
    """Draw the balance: opening, joined, left, closing."""
    said = told(b, place)
    show_cards(
        (
            Card(
                label=f"In post, {march(b.year - 1)}",
                value=said.opening,
                lines=(PEOPLE if place.level == "england" else HEADS,),
            ),
            Card(label="+ joined in the year", value=said.joins),
            Card(label="− left in the year", value=said.leaves),
            Card(label=f"= in post, {march(b.year)}", value=said.closing),
        ),
        "Staff in post over a year",
        passport="flow",
    )


def named(text: str, number: str, many: bool) -> str:
    """Return a name of a bar with its number, on lines that fit a phone."""
    return "\n".join([*wrap(text, SHORT_LINE if many else LINE), number])


def picture(b: Balance, place: Place) -> tuple[list[list[Bar]], list[Ribbon]]:
    """Return the bars and ribbons of a year: routes, groups, and what the joiners made up for.

    Whatever joins a group makes up for those who left it; what is over is growth. Where more left
    than joined, the rest comes from a fall in staff.
    """
    over = b.closing - b.opening
    ribbons = []
    for i, group in enumerate(b.groups):
        colour, name = COLOUR_OF[int(b.family[i])], group_names()[group]
        inward = {k: float(v[0, i]) for k, v in b.joined.items()} | {FALL: max(-over[0, i], 0.0)}
        outward = {k: float(v[0, i]) for k, v in b.left.items()} | {GROWTH: max(over[0, i], 0.0)}
        ribbons += [
            Ribbon(source=k, target=group, people=v, colour=colour, told=f"{LABELS[k]}, {name}")
            for k, v in inward.items()
        ]
        ribbons += [
            Ribbon(source=group, target=k, people=v, colour=colour, told=f"{name}, {LABELS[k]}")
            for k, v in outward.items()
        ]
    ribbons = [ribbon for ribbon in ribbons if ribbon.people > 0]
    used = {end for ribbon in ribbons for end in (ribbon.source, ribbon.target)}
    every, many = told(b.together(), place), len(b.groups) > len(FAMILIES)
    totals = dict(every.joined) | dict(every.left) | net(b, place)
    sides = [
        [Bar(id=k, label=named(LABELS[k], totals[k], many)) for k in names if k in used]
        for names in ([*ROUTES, FALL], [*CAUSES, GROWTH])
    ]
    middle = [
        Bar(
            id=group,
            label=named(group_names()[group], f"+{told(b, place, i).joins}", many),
            colour=COLOUR_OF[int(b.family[i])],
        )
        for i, group in enumerate(b.groups)
    ]
    return [sides[0], middle, sides[1]], ribbons


def net(b: Balance, place: Place) -> dict[str, str]:
    """Write by how many people the groups that grew grew, and those that fell fell."""
    over = b.closing - b.opening
    grown, fallen = (values.sum(axis=-1) for values in (over.clip(0), (-over).clip(0)))
    if place.level != "england":
        return {GROWTH: people(grown), FALL: people(fallen)}
    whole = whole_year(b.together(), 0)
    change = whole.closing - whole.opening  # of all groups, as the cards have it
    fell = round(float(fallen[0])) if grown[0] >= 0.5 else -change
    return {GROWTH: about(change + fell), FALL: about(fell)}


LABELS: Final = {
    **ROUTES,
    **CAUSES,
    GROWTH: "More staff than before",
    FALL: "Fewer staff than before",
}


def show_groups(b: Balance, place: Place) -> None:
    """Draw the table of joiners by route and leavers by cause, for each group."""
    every = b.together()
    rows = [(group_names()[g], told(b, place, i, exact=True)) for i, g in enumerate(b.groups)]
    rows.append((group_names()[every.groups[0]], told(every, place, exact=True)))
    before, after = (f"In post, {march(year)}" for year in (b.year - 1, b.year))
    show_table(
        f"Joiners and leavers in {place.said}, year to {march(b.year)} (people)",
        ("Staff", before, *ROUTES.values(), *CAUSES.values(), after),
        [
            (name, said.opening, *said.joined.values(), *said.left.values(), said.closing)
            for name, said in rows
        ],
        numbers=range(1, 10),
        passport="flow",
    )


def show_identity(b: Balance, place: Place) -> None:
    """Draw the year as sums that add up exactly."""
    every = b.together()
    if place.level == "england":
        columns = [whole_year(b, i) for i in range(len(b.groups))] + [whole_year(every, 0)]
        groups = [*b.groups, *every.groups]
    else:
        columns, groups = [whole_year(every, 0, way) for way in range(len(every.opening))], []
    lines = {f"+ {label}": name for name, label in ROUTES.items()}
    lines |= {f"− {label}": name for name, label in CAUSES.items()}
    show_sum(
        f"How the year adds up in {place.said} (people)",
        (f"In post, {march(b.year - 1)}", lines, f"= in post, {march(b.year)}"),
        columns,
        groups,
        "flow",
    )


def made(scenario: Scenario, place: Place, view: View) -> list[Passport]:
    """Return the passports of a year's balance."""
    return passports.of_year(run_of(scenario, view), place.code, int(view.flow_year))
