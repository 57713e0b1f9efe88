"""Posts short, or people? Year by year and group by group."""

from collections import defaultdict
from functools import lru_cache

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.measures import of_measures
from ppn_scenarios.analysis.passports.shortage import of_short
from ppn_scenarios.analysis.shortage import NEITHER, PEOPLE, POSTS, Short, short
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import listed, percent
from ppn_scenarios.wording.places import Place

from .answers import projection
from .charts.short import Cell, show_short
from .flows import group_names, run_of
from .passport import offer
from .section import section
from .table import show_table
from .take_away import titled


@lru_cache(maxsize=64)
def found(scenario: Scenario, place: str, split: str) -> tuple[Short, ...]:
    """Return what is short in each year and group of a place."""
    return tuple(short(run_of(scenario, View(split=split)), place))


def groups_of(scenario: Scenario, view: View) -> list[str]:
    """Return the names of the groups that the view asks for."""
    names = run_of(scenario, view).baseline.inputs.names
    return [group_names()[name] for name in names]


def in_a_year(scenario: Scenario, place: Place, view: View) -> str:
    """Return what is short in the year of the view, in one sentence."""
    rows = [r for r in found(scenario, place.code, "families") if r.year == int(view.flow_year)]
    names = groups_of(scenario, View())
    by: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by[row.what].append(names[row.group].lower())
    if len(by) > 1:
        words = {
            POSTS: "posts are short for",
            PEOPLE: "people are short for",
            NEITHER: "neither for",
        }
        parts = [f"{words[what]} {listed(who)}" for what, who in by.items()]
        said = "; ".join(parts)
        return f"**{said[0].upper()}{said[1:]}.**"
    (what,) = by
    lowest, highest = (percent(end(r.vacant for r in rows)) for end in (min, max))
    vacant = lowest if lowest == highest else f"{lowest} to {highest}"
    return {
        POSTS: "**Posts are short, not people**: some who qualify find none.",
        PEOPLE: f"**People are short, not posts**: {vacant} of funded posts stay vacant at the end "
        "of the year.",
        NEITHER: "Neither posts nor people are short: all who look are hired, and no post is "
        "vacant.",
    }[what]


def show_shortage(scenario: Scenario, place: Place, view: View) -> None:
    """Draw what is short in every year, as strips or as a table."""
    section("Are posts short, or people?")
    st.markdown(
        "**×, dark: posts are short**; some of those who look for a post find none. **Pale: people "
        "are short**; all who look are hired, and posts stay vacant. "
        + (
            ""
            if scenario.cap_mode
            else "In your scenario posts do not limit hiring, so they never are. "
        )
        + "More places help where people are short, more posts where posts are."
    )
    rows = found(scenario, place.code, view.split)
    names = groups_of(scenario, view)
    if view.show == "table":
        show_years(rows, names, place)
    else:
        cells = [Cell(group=names[r.group], year=r.year, what=r.what, told=told(r)) for r in rows]
        with titled(
            f"Are posts short, or people? {place.name}, year to 31 March {rows[-1].year}: "
            + "; ".join(
                f"{cell.group}: {cell.told}" for cell in cells if cell.year == rows[-1].year
            )
        ):
            show_short(cells, "short", passport="short")
    offer("short", lambda: made(scenario, place, view), scenario)


def told(row: Short) -> str:
    """Write what is short: and how many posts stay vacant."""
    if row.what == NEITHER:
        return "neither"
    return f"{row.what}, {percent(row.vacant)} of posts vacant"


def show_years(rows: tuple[Short, ...], names: list[str], place: Place) -> None:
    """Draw the table of what is short by year."""
    by_year: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        by_year[row.year].append(told(row))
    show_table(
        f"What is short in {place.said}, years to 31 March",
        ("Year", *names),
        [(str(year), *cells) for year, cells in by_year.items()],
        passport="short",
    )


def made(scenario: Scenario, place: Place, view: View) -> list[Passport]:
    """Return the passports of vacant posts and of those who find none, together and by group."""
    year, some = int(view.flow_year), ["vacancy_rate", "unplaced"]
    rows = found(scenario, place.code, view.split)
    shown = rows if view.show == "table" else [row for row in rows if row.year == year]
    return [
        *of_measures(some, projection(scenario), place.code, year),
        *of_short(run_of(scenario, view), place.code, shown),
    ]
