"""Worse before better? A reader's plan against the same plan without its extra places."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.expansion import ANYONE, Expansion, expansion, without_places
from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import pipeline as passports
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import Place

from .answers import projection
from .charts.paths import show_paths
from .flows import about, people
from .passport import offer
from .section import section
from .table import show_table

TODAY: Final = 2026
EVERYONE, PRACTITIONERS = "Everyone", "Practitioners"
NO_PLACES: Final = (
    "Your scenario has training places as things stand, so there is nothing to compare. Add places "
    "under *Training*, or start from *Train more*. Then this shows what they do year by year: "
    "those who start a course leave a post to do so, and come back only when it is over."
)


def show_expansion(scenario: Scenario, place: Place, view: View) -> None:
    """Draw what a plan's places do to people in post, year by year."""
    section("Is it worse before it is better?")
    plain = without_places(scenario)
    if plain == scenario:
        st.markdown(NO_PLACES)
        return
    found = expansion(projection(scenario), projection(plain), place.code)
    st.markdown(said(found, place))
    if view.show == "table":
        show_years(found, place)
    else:
        show_paths("expansion", paths(found), labelled(place), "expansion", passport="expansion")
    offer("expansion", lambda: made(scenario, place), scenario)


def said(found: Expansion, place: Place) -> str:
    """Return whether it is worse before it is better, in words made from the numbers."""
    words = ["Your plan, against the same plan without its change in training places."]
    dip, low = found.worst(found.practitioners), found.worst(found.everyone)
    if dip:
        words.append(
            f"**Practitioners in post are fewest in {march(dip)}, by "
            f"{number(-found.at(found.practitioners, dip), place)}**, because some leave their "
            "posts to train."
        )
    if low:
        fewer = number(-found.at(found.everyone, low), place)
        words.append(f"**All staff are fewest in {march(low)}, by {fewer}.**")
    better, last = found.better_from(found.everyone), found.everyone[:, -1]
    if better:
        since = (
            f"From {march(better)} there are more:" if low else "Staff are never fewer, and more"
        )
        words.append(f"{since} in {march(HORIZON)} **by {number(last, place)}**.")
        if not dip and not low:
            words.append("So it is not worse first.")
    elif last[0] < -ANYONE:
        words.append(f"In {march(HORIZON)} they are still fewer, by {number(-last, place)}.")
    else:
        words.append(
            f"In {march(HORIZON)} as many are in post as without: where posts are short, places "
            "alone add nobody."
        )
    return " ".join(words)


def number(values: Array, place: Place) -> str:
    """Write a number of people (ways,): rounded for England, a range elsewhere."""
    return about(float(values[0])) if place.level == "england" else people(values.clip(0))


def paths(found: Expansion) -> list[Line]:
    """Return the lines to draw: practitioners, everyone, and a level of none."""
    lines = []
    for name, values in ((EVERYONE, found.everyone), (PRACTITIONERS, found.practitioners)):
        ends = (values.min(axis=0), values[0], values.max(axis=0))
        low, mid, high = (tuple(map(float, end)) for end in ends)
        lines.append(Line(name, "projected", tuple(found.years), low, mid, high))
    none = (0.0, 0.0)
    years = (TODAY, HORIZON)
    return [*(line.since(TODAY) for line in lines), Line("None", "asked", years, none, none, none)]


def labelled(place: Place) -> Callable[[Line, int], str]:
    """Return what stands at the end of a line: its name and its number."""

    def label(line: Line, i: int) -> str:
        if line.kind == "asked":
            return "no difference"
        return f"{line.name}\n{signed(line, i, place, exact=False)}"

    return label


def signed(line: Line, i: int, place: Place, exact: bool = True) -> str:
    """Write a difference in people with its sign, as a range outside England."""
    ends = (line.value[i],) if place.level == "england" else (line.low[i], line.high[i])
    said = [with_sign(round(end), exact) for end in ends]
    return said[0] if said[0] == said[-1] else " to ".join(said)


def with_sign(people: int, exact: bool) -> str:
    """Write a number with its sign, in whole people or rounded; none has no sign."""
    size = f"{abs(people):,}" if exact else about(abs(people))
    return f"{'+' if people > 0 else '−' if people < 0 else ''}{size}"


def show_years(found: Expansion, place: Place) -> None:
    """Draw the table of differences by year."""
    lines = paths(found)[:2]
    show_table(
        f"People in post in {place.said} with the plan's places, less those without",
        ("31 March", *(line.name for line in lines)),
        [
            (str(year), *(signed(line, i, place) for line in lines))
            for i, year in enumerate(lines[0].years)
        ],
        numbers=(1, 2),
        passport="expansion",
    )


def made(scenario: Scenario, place: Place) -> list[Passport]:
    """Return the passport of the difference in the last year."""
    plain = without_places(scenario)
    return [passports.of_expansion(projection(scenario), projection(plain), place.code, HORIZON)]
