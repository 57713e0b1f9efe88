"""The map of places: what it may show, the pictures, and the table behind them."""

from html import escape
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.atlas import ALIKE
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import places as passports
from ppn_scenarios.analysis.places import place_index
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import Place, places

from .answers import projection
from .atlas_table import listed, show_places
from .charts.maps import Area, show_map
from .charts.place_ranges import Row, show_ranges
from .map_choice import by_click
from .mapped import (
    SHOWN,
    class_of,
    classes,
    counted,
    estimates,
    note_on,
    of_level,
)
from .passport import offer
from .take_away import titled
from .visit import Visit, mirrored, take_view

MAPS: Final = {"tiles": "Tiles", "boundaries": "Boundaries"}
MAP_LEVELS: Final = {"ics": "ICSs", "region": "Regions"}
CREDIT: Final = (
    "Boundaries of July 2022, simplified. Source: Office for National Statistics licensed under "
    "the Open Government Licence v3.0. Contains OS data © Crown copyright and database right."
)
CLICK: Final = "Click a place to choose it, or take it from the list above."
TILES: Final = "Each tile is one ICS, as near to where it lies as a grid allows."


def choose_map(now: Visit) -> None:
    """Draw what the reader may choose of the map."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "What the map shows",
            list(SHOWN),
            format_func=lambda name: SHOWN[name].label,
            width=300,
            **mirrored("measure", now.view.measure, take_view, "measure", "measure"),
        )
        st.selectbox(
            "Year",
            [str(year) for year in baseline().years],
            format_func=lambda year: march(int(year)),
            width=135,
            **mirrored("map_year", now.view.map_year, take_view, "map_year", "map_year"),
        )
        for name, options in (("map_kind", MAPS), ("map_level", MAP_LEVELS)):
            st.segmented_control(
                {"map_kind": "Map", "map_level": "Places"}[name],
                list(options),
                format_func=options.__getitem__,
                required=True,
                **mirrored(name, getattr(now.view, name), take_view, name, name),
            )


def show_pictures(scenario: Scenario, place: Place, view: View) -> None:
    """Draw the map with its key and the ranges beside it, or the table behind both."""
    year, shown = int(view.map_year), SHOWN[view.measure]
    if view.show == "table":
        st.markdown(note_on(view.measure, scenario))
        show_places(scenario, place, view)
    else:
        st.markdown(f"**{shown.label}, {march(year)}**")
        left, right = st.columns(2, gap="medium")
        with left:
            with titled(f"{shown.label}, {march(year)}, by place"):
                key_of_map = f"map_{view.map_kind}"
                show_map(
                    view.map_kind,
                    areas(scenario, place, view),
                    key_of_map,
                    passport="map",
                    on_select=by_click(key_of_map, view.map_level),
                )
            st.html(key(scenario, view))
            st.markdown(note_on(view.measure, scenario))
            st.caption(f"{CLICK} {CREDIT if view.map_kind == 'boundaries' else TILES}")
        with right, titled(f"{shown.label}, {march(year)}, as ranges"):
            show_ranges(shown.written, rows(scenario, place, view), "ranges", passport="map")
    offer("map", lambda: made(scenario, place, view), scenario)


def areas(scenario: Scenario, place: Place, view: View) -> list[Area]:
    """Return the 42 ICSs as the map shows them; by region, each as its region is."""
    found = estimates(scenario, view.measure, int(view.map_year))
    regions = dict(zip(baseline().areas, baseline().regions, strict=True))
    chosen = {baseline().areas[i] for i in place_index(baseline(), place.code)}
    drawn = []
    for ics in of_level("ics"):
        code = regions[ics.code] if view.map_level == "region" else ics.code
        look = class_of(view.measure, found, code)
        drawn.append(
            Area(
                code=ics.code,
                name=ics.name if code == ics.code else f"{places()[code].name}: {ics.name}",
                value=SHOWN[view.measure].range(found[code]),
                verdict=classes(view.measure)[look].meaning,
                colour=classes(view.measure)[look].colour,
                ink=classes(view.measure)[look].ink,
                sign=classes(view.measure)[look].sign,
                alike=view.measure != "width" and look == ALIKE,
                chosen=place.code != ENGLAND and ics.code in chosen,
            )
        )
    return drawn


def key(scenario: Scenario, view: View) -> str:
    """Return the key of the map, with how many places are in each class."""
    found = estimates(scenario, view.measure, int(view.map_year))
    counts = counted(view.measure, found, view.map_level)
    lines = [
        f"<li><b class='{'alike' if c == ALIKE and view.measure != 'width' else ''}' "
        f"style='background:{look.colour};color:{look.ink}'>{escape(look.sign)}</b>"
        f"<span>{counts[c]}: {escape(look.meaning)}</span></li>"
        for c, look in classes(view.measure).items()
        if counts[c]
    ]
    return f"<ul class='ppn-key' aria-label='Key to the map'>{''.join(lines)}</ul>"


def rows(scenario: Scenario, place: Place, view: View) -> list[Row]:
    """Return the ranges to draw, by region and name."""
    found = estimates(scenario, view.measure, int(view.map_year))
    return [
        Row(
            name=p.name,
            heading=p.level != "ics",
            chosen=p.code == place.code != ENGLAND,
            low=found[p.code].low,
            mid=found[p.code].mid,
            high=found[p.code].high,
            told=SHOWN[view.measure].range(found[p.code]),
            england=found[ENGLAND].mid,
        )
        for p in listed(place, view.map_level)
    ]


def made(scenario: Scenario, place: Place, view: View) -> list[Passport]:
    """Return the passports of the map: the chosen place, England, and the count of alike ICSs."""
    run, year = projection(scenario), int(view.map_year)
    codes = list(dict.fromkeys((place.code, ENGLAND)))
    listed_too = listed(place, view.map_level) if view.show == "table" else []
    others = [p.code for p in listed_too if p.code not in codes]
    return passports.of_map(view.measure, run, codes, year, others)
