"""The page on places: every place on the map and in the table, with its range, and no order."""

import json
import re
from itertools import pairwise

import pytest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.view import MAPPED as IN_LINKS
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables import queries
from ppn_scenarios.ui import atlas
from ppn_scenarios.ui.atlas_words import finding
from ppn_scenarios.ui.charts import maps
from ppn_scenarios.ui.mapped import AGAINST, SHOWN, WIDTHS, class_of, estimates
from ppn_scenarios.ui.places import places

from .reader import address, arrive, assert_sound, table, text

PAGE = "pages/places.py"
ENGLAND = places()["england"]
SYSTEMS = list(queries.systems()["ics_code"])
NOTHING = {f"cppo_base_{kind}": 0 for kind in queries.trust_types()["trust_type"]}
ALONE = {"need_method": 2}


def said(app) -> str:
    return str(app.info[0].value)


def test_the_map_of_tiles_has_one_tile_for_each_system_and_none_twice():
    rows = atlas.areas(Scenario(), ENGLAND, View())
    assert sorted(area.code for area in rows) == sorted(SYSTEMS)
    cells = {(maps.positions()[code]["x"], maps.positions()[code]["y"]) for code in SYSTEMS}
    assert len(cells) == 42
    labels = [str(maps.positions()[code]["label"]).split("\n") for code in SYSTEMS]
    assert all(len(lines) <= 3 and max(map(len, lines)) <= maps.LINE for lines in labels)


def test_the_boundaries_are_those_of_every_system_and_each_sign_stands_in_its_own():
    shapes = {s["id"]: s["geometry"]["coordinates"] for s in maps.outlines()["features"]}
    assert sorted(shapes) == sorted(SYSTEMS)
    for code, parts in shapes.items():
        at = maps.positions()[code]
        x, y = float(str(at["longitude"])), float(str(at["latitude"]))
        ring = parts[0][0]
        crossings = sum(
            (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
            for (x1, y1), (x2, y2) in pairwise(ring)
        )
        assert crossings % 2 == 1, f"the sign of {code} stands outside it"


@pytest.mark.parametrize("measure", SHOWN)
def test_every_measure_is_drawn_and_tabled_with_every_place_by_region_and_name(measure):
    app = arrive(PAGE, measure=measure, show="table", map_year=2030)
    assert_sound(app)
    rows = table(app, SHOWN[measure].label)
    names = [row[0].removesuffix(" (region)") for row in rows[1:]]
    assert names == [place.name for place in places().values()], "the order is by region and name"
    assert address(app)["show"] == "table"
    chart = arrive(PAGE, measure=measure, map_year=2030)
    assert_sound(chart)
    assert len(chart.get("vega_lite_chart")) >= 2


def test_the_measures_that_a_link_may_name_are_those_of_the_page():
    assert tuple(SHOWN) == IN_LINKS


@pytest.mark.parametrize("kind", ["tiles", "boundaries"])
@pytest.mark.parametrize("level", ["ics", "region"])
def test_every_kind_of_map_and_level_opens_from_a_link_and_stays_in_it(kind, level):
    app = arrive(PAGE, map_kind=kind, map_level=level, place="Y58")
    assert_sound(app)
    assert not app.warning
    kept = {"map_kind": kind, "map_level": level, "place": "Y58", "v": "1"}
    off = {
        k: v for k, v in kept.items() if (k, v) not in {("map_kind", "tiles"), ("map_level", "ics")}
    }
    assert address(app) == off
    credit = "Crown copyright" in text(app)
    assert credit == (kind == "boundaries"), "boundaries are never shown without their credit"


def test_the_outlines_stay_and_only_numbers_change_from_scenario_to_scenario():
    first, second = (
        arrive(PAGE, map_kind="boundaries", **levers).get("vega_lite_chart")[0].proto
        for levers in ({}, {"places_other": 7_000})
    )
    assert first.spec == second.spec
    assert first.alt == second.alt
    (shapes,) = json.loads(first.spec)["datasets"].values()
    assert len(shapes["features"]) == 42


def test_an_estimate_of_a_place_is_never_one_number():
    for row in table(arrive(PAGE, show="table"), "Staff per 100,000")[2:]:
        low, high = row[3].split(" to ")
        assert int(low) < int(high), row


def test_the_counts_in_the_finding_are_those_of_the_map():
    found = estimates(Scenario(), "per_100k", 2037)
    england = found["england"].mid
    alike = sum(found[c].low <= england <= found[c].high for c in SYSTEMS)
    below = sum(found[c].high < england for c in SYSTEMS)
    words = finding(Scenario(), ENGLAND, View())
    assert f"**{alike} of 42 ICSs cannot be told apart" in words
    assert f"In {below} the whole range is below, in {42 - alike - below} above" in words
    shades = [area.colour for area in atlas.areas(Scenario(), ENGLAND, View())]
    assert shades.count(AGAINST[0].colour) == alike


def test_a_place_is_named_with_its_range_and_what_that_can_tell():
    app = arrive(PAGE, place="QJK")
    assert re.search(r"\*\*Devon, \d+ to \d+\*\*: cannot be told apart from England", said(app))
    assert said(app).count("**") % 2 == 0


def test_need_by_workload_is_not_compared_and_says_why():
    app = arrive(PAGE, measure="need_met", **ALONE)
    assert_sound(app)
    assert "choose another method of need" in said(app)
    assert {
        row[3] for row in table(arrive(PAGE, measure="need_met", show="table", **ALONE), "Need")[1:]
    } == {"cannot be compared"}


def test_with_no_leaders_the_map_says_none_and_no_place_is_apart():
    app = arrive(PAGE, measure="trusts_led", map_year=2026, ics_base=0, **NOTHING)
    assert_sound(app)
    assert "expected in **0% of England's trusts**" in said(app)
    assert "None of the 42 ICSs can be told apart" in said(app)


def test_classes_look_different_without_colour():
    for classes in (AGAINST, WIDTHS):
        signs = [look.sign for code, look in classes.items() if code != 9]
        assert len(set(signs)) == len(signs)


def test_a_region_s_class_colours_all_of_its_systems():
    view = View(map_level="region", measure="width")
    found = estimates(Scenario(), "width", 2037)
    regions = dict(queries.systems()[["ics_code", "region_code"]].to_numpy())
    for area in atlas.areas(Scenario(), ENGLAND, view):
        assert area.colour == WIDTHS[class_of("width", found, regions[area.code])].colour
