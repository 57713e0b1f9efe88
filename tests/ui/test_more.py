"""What stands one click below the headlines: what else follows, and how sure it is."""

import re

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui import more_block
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.wording.places import places

from .reader import assert_sound, opened, table, text

ENGLAND = places()["england"]


def test_every_panel_opens_without_a_fault_at_home_and_in_a_place():
    for query in ({}, {"place": "QJK", "mandate": 1}, {"need_method": 2}, {"cap_mode": 0}):
        for key in ("also", "changes", "joining", "sources", "sure", "targets"):
            assert_sound(opened(key, **query))


def test_levers_that_move_no_headline_show_in_what_else_follows():
    before = table(opened("also"), "England, March 2037; costs")
    for name, value in (
        ("demand_growth", 0.0),
        ("availability", 0.96),
        ("productivity", 0.01),
        ("lead_wte", 1.0),
        ("post_cost", 150),
        ("exec_seat", 0.5),
    ):
        after = table(opened("also", **{name: value}), "England, March 2037; costs")
        assert [row[1:2] for row in after] != [row[-1:] for row in after], name
        assert len(after) == len(before)


def test_costs_that_nobody_has_priced_are_left_out_and_others_are_shown():
    def labels(**query):
        return [row[0] for row in table(opened("also", **query), "England, March 2037; costs")]

    agency, leavers = "Agency cover of vacant posts, a year", "Replacing leavers, a year"
    assert not {agency, leavers} & set(labels(agency_cover=0.5))
    assert labels(replacement_price=10)[-1] == leavers
    priced = opened("also", agency_cover=0.5, agency_price=100, mandate=1)
    (row,) = (row for row in table(priced, "England, March 2037; costs") if row[0] == agency)
    assert row[1] == "not counted"
    assert row[2].startswith("£")
    assert row[2] != "£0"


def test_it_says_whether_posts_or_people_are_short():
    few_posts = projection(Scenario(post_growth=0.0, vacancy0=0.024))
    assert "Posts are short" in more_block.what_limits(few_posts, ENGLAND)
    assert "People are short" in more_block.what_limits(projection(Scenario()), ENGLAND)


def test_the_middle_of_the_draws_is_shown_beside_the_number_on_the_page():
    app = opened("sure")
    staff = next(row for row in table(app, "England, March 2037: 512 draws") if "Staff" in row[0])
    low, middle, high, shown = (float(cell.replace(",", "")) for cell in staff[1:])
    assert low < middle < high
    assert shown == 37_900
    assert middle != shown
    assert f"Eight in ten give {staff[1]} to {staff[3]} staff" in text(app), "as on the page"


def test_the_break_even_is_said_with_the_evidence_beside_it():
    said = text(opened("sure"))
    found = re.search(r"lowered leaving by (\d+\.\d)%", said)
    assert found
    assert 0.5 < float(found[1]) < 5
    assert "none is on this role" in said
