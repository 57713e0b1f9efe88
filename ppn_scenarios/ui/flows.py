"""Flows in words: groups, routes and causes by their names, and numbers of people as ranges."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.flows import JOINED, LEFT, Balance, balance, whole_year
from ppn_scenarios.analysis.small_areas import shown
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Projection, project
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables import queries
from ppn_scenarios.tables.own_split import OWN_SPLIT, own_split
from ppn_scenarios.wording import staff, staff_range
from ppn_scenarios.wording.places import Place

from .answers import projection
from .charts.theme import COLOURS
from .shared import shared
from .visit import Visit, mirrored, take_view

ROUTES: Final = MappingProxyType(
    {
        "hired_new": "Newly qualified",
        "hired_unplaced": "Qualified earlier, had no post",
        "hired_returners": "Returners",
        "hired_external": "From outside the NHS in England",
    }
)
CAUSES: Final = MappingProxyType(
    {
        "voluntary": "Left the NHS",
        "retired": "Retired",
        "moved_out": "Moved into training",
    }
)
SPLITS: Final = {
    "families": "Three families",
    "professions": "My professions" if OWN_SPLIT else "12 professions",
}
NO_SPLIT: Final = (
    "**No split by profession is published.** The shares of each family are placeholders, equal "
    "parts that anyone may replace by a file of their own; rates are the family's own. Read the "
    "professions as an illustration."
)
FILE: Final = Path(OWN_SPLIT).name.replace("`", "")
YOUR_SPLIT: Final = (
    f"**This split is your own**, from the file `{FILE}`, and nobody here has "
    "checked it. Rates are the family's own."
)
COLOUR_OF: Final = (COLOURS[0], COLOURS[1], COLOURS[3])  # by family


def choose_flows(now: Visit) -> None:
    """Draw the choice of year and of families or professions."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Year",
            [str(year) for year in baseline().years[1:]],
            format_func=lambda year: f"Year to March {year}",
            width=210,
            **mirrored("flow_year", now.view.flow_year, take_view, "flow_year", "flow_year"),
        )
        st.segmented_control(
            "Staff by",
            list(SPLITS),
            format_func=SPLITS.__getitem__,
            required=True,
            **mirrored("split", now.view.split, take_view, "split", "split"),
        )


@lru_cache(maxsize=8)
def by_profession(scenario: Scenario) -> Projection:
    """Return the projection of a scenario with families split into professions."""
    return shared(project(baseline(by_profession=True), scenario))


def run_of(scenario: Scenario, view: View) -> Projection:
    """Return the projection that the view asks for."""
    return by_profession(scenario) if view.split == "professions" else projection(scenario)


def balance_of(scenario: Scenario, place: Place, view: View) -> Balance:
    """Return the balance of the year and the groups that the view asks for."""
    return balance(run_of(scenario, view), place.code, int(view.flow_year))


@cache
def group_names() -> MappingProxyType[str, str]:
    """Return what families and professions are called."""
    split = own_split(OWN_SPLIT) if OWN_SPLIT else queries.professions()
    rows = [*queries.families().to_dict("records"), *split.to_dict("records")]
    return MappingProxyType(
        {str(r.get("family" if "profession" not in r else "profession")): r["label"] for r in rows}
        | {"all": "All together"}
    )


def people(values: Array) -> str:
    """Write a number of people of a place (ways,) as a range; fewer than five are no number."""
    mid, low, high = float(values[0]), float(values.min()), float(values.max())
    if shown(high) is None:
        return "fewer than 5"
    if shown(low) is None:
        return f"up to {high:,.0f}"
    if mid < 100:
        ends = f"{low:,.0f}", f"{high:,.0f}"
        return ends[0] if ends[0] == ends[1] else " to ".join(ends)
    return staff_range(low, mid, high)


def about(number: float) -> str:
    """Write a number of people of England: from a hundred on rounded as staff are."""
    return staff(number, exact=abs(number) < 100)


@dataclass(frozen=True)
class Told:
    """One group's balance in words: rounded in England, ranges elsewhere."""

    opening: str
    joined: Mapping[str, str]
    left: Mapping[str, str]
    closing: str
    joins: str
    leaves: str
    turn: str  # whether staff grow


def told(b: Balance, place: Place, group: int = 0, exact: bool = False) -> Told:
    """Write one group's balance; `exact` keeps England's whole people, for tables that add up."""
    change = float((b.closing - b.opening)[0, group])
    turn = "grow" if change > 0.5 else "fall" if change < -0.5 else "stay level"
    if place.level == "england":
        whole = whole_year(b, group)
        joined = {name: whole.flows[name] for name in JOINED}
        left = {name: -whole.flows[name] for name in LEFT}
        write = "{:,}".format if exact else about
        return Told(
            opening=write(whole.opening),
            joined={name: write(n) for name, n in joined.items()},
            left={name: write(n) for name, n in left.items()},
            closing=write(whole.closing),
            joins=write(sum(joined.values())),
            leaves=write(sum(left.values())),
            turn=turn,
        )
    return Told(
        opening=people(b.opening[:, group]),
        joined={name: people(v[:, group]) for name, v in b.joined.items()},
        left={name: people(v[:, group]) for name, v in b.left.items()},
        closing=people(b.closing[:, group]),
        joins=people(b.joins[:, group]),
        leaves=people(b.leaves[:, group]),
        turn=turn,
    )
