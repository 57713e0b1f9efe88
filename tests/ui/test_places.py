"""The page on places: every place on the map and in the table, with its range, and no order."""

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.view import MAPPED as IN_LINKS
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables import queries
from ppn_scenarios.ui import atlas, supply
from ppn_scenarios.ui.atlas_words import finding
from ppn_scenarios.ui.charts import map_places as maps
from ppn_scenarios.ui.map_choice import clicked
from ppn_scenarios.ui.mapped import AGAINST, SHOWN, WIDTHS, class_of, estimates
from ppn_scenarios.wording.places import places

from .reader import address, arrive, assert_sound, cards, table, text

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
    app.session_state["view"] = replace(app.session_state["view"], show="chart")
    app.run()
    assert_sound(app)
    assert len(app.get("vega_lite_chart")) == 3


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
    far = sum(found[c].high < 0.8 * england or found[c].low > 1.2 * england for c in SYSTEMS)
    assert f"which leaves **only {far} clearly apart**" in words
    shades = [area.colour for area in atlas.areas(Scenario(), ENGLAND, View())]
    assert shades.count(AGAINST[0].colour) == alike


def test_a_place_that_stands_apart_by_less_than_a_fifth_is_said_to_be_undone_by_another_proxy():
    found = estimates(Scenario(), "per_100k", 2037)
    england = found["england"].mid
    near = [c for c in SYSTEMS if 0.8 * england <= found[c].high < england]
    far = [c for c in SYSTEMS if found[c].high < 0.8 * england]
    assert "which another proxy could undo." in finding(Scenario(), places()[near[0]], View())
    assert "could undo" not in finding(Scenario(), places()[far[0]], View())
    trusts = View(measure="trusts_led")
    assert "prox" not in finding(Scenario(), ENGLAND, trusts), "leaders rest on no proxy"


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


def opened(key: str, **query: str | float):
    app = arrive(PAGE, **query)
    app.session_state[key] = True
    return app.run()


@pytest.mark.parametrize(
    ("kind", "extra", "show"),
    [("people", "50", "chart"), ("deprivation", "0", "chart"), ("people", "50", "table")],
)
def test_supply_against_need_opens_from_its_link(kind, extra, show):
    app = arrive(PAGE, funnel=kind, need_extra=extra, show=show, place="Y58")
    assert_sound(app)
    assert not app.warning
    weighted = "your own weight" in text(app)
    if show == "table":
        rows = table(app, "ICSs by people, deprivation and staff")
        weighted = "by your weight" in rows[0][1]
        assert len(rows) == 1 + 42
        outside = sum(row[4] == "outside" for row in rows)
        assert outside == sum(supply.outside(Scenario(), View(need_extra=extra)).values())
    assert weighted == (extra != "0"), "a reader's own weight is always named as theirs"


def test_inequality_of_supply_is_one_range_and_says_when_it_cannot_tell():
    app = arrive(PAGE)
    whole = supply.overall(Scenario(), 2037, "0")
    (value,) = [v for k, v in cards(app).items() if k.startswith("From the least")]
    assert value == f"{supply.signed(whole.low)} to {supply.signed(whole.high)}"
    assert not whole.is_clear
    assert "Cannot tell" in text(app)
    assert "Fewer where people are more deprived" in text(arrive(PAGE, need_extra="50"))


def test_every_trust_is_listed_once_with_its_type_s_share_and_no_word_about_it():
    app = opened("trust_list", cppo_base_acute=0.4)
    assert_sound(app)
    rows = table(app, "Trusts in England, November 2025")[1:]
    assert len(rows) == 205 == len({row[0] for row in rows})
    assert {row[4] for row in rows if row[1] == "Acute"} == {"40%"}
    assert {row[4] for row in rows if row[1] == "Mental health"} == {"80%"}
    assert len(table(opened("trust_list", place="QJK"), "Trusts in Devon, November")) == 1 + 5
    by_type = table(app, "Trusts in England by type")[1:]
    assert sum(int(row[1]) for row in by_type) == 205


def test_boards_change_the_number_of_leads_and_not_their_share():
    app = opened("board_list", boards=36)
    assert_sound(app)
    rows = table(app, "ICS leads in England")[1:]
    assert [row[1] for row in rows] == ["42", "36", "26"]
    assert len({row[3] for row in rows}) == 1
    assert "set in your scenario" in rows[1][0]
    listed = table(app, "Boards of April 2026")[1:]
    assert len(listed) == 36
    # 30 continue under their own code; one of them, Hampshire and Isle of Wight, has grown.
    assert sum(row[1] == "unchanged" for row in listed) == 29
    people = sum(int(row[2].replace(",", "")) for row in listed)
    assert people == pytest.approx(queries.systems()["registered_population"].sum(), abs=20)


@pytest.mark.parametrize("place", ["england", "Y58", "QT6"])
def test_how_sure_a_place_is_widens_with_what_is_allowed_for(place):
    app = opened("place_sure", place=place, map_year=2035)
    assert_sound(app)
    rows = table(app, "Staff in ")[1:]
    ends = [[int(n.replace(",", "")) for n in row[1].split(" to ")] for row in rows]
    assert ends[-1][1] - ends[-1][0] > ends[1][1] - ends[1][0]
    if place != "england":
        assert ends[2][0] <= ends[0][0]
        assert ends[0][1] <= ends[2][1], "with chance the range is wider than the proxies' alone"


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("query", [{"measure": "need_met", "place": "Y62"}, {"show": "table"}])
def test_the_page_stands_with_all_levers_at_one_end(end, query):
    ends = {name: getattr(a, end) for name, a in ASSUMPTIONS.items()}
    assert_sound(arrive(PAGE, **(ends | query)))


def test_a_click_turns_to_what_was_clicked_whether_it_is_added_or_taken_away():
    assert clicked((), ("QNX",)) == "QNX"
    assert clicked(("QNX",), ("QNX", "QWE")) == "QWE"
    assert clicked(("QNX", "QWE"), ("QWE",)) == "QNX", "clicked once more"
    assert clicked(("QNX", "QWE"), ()) == "", "the browser cleared them all"
    assert clicked(("QNX",), ("QNX",)) == ""
