"""A scenario is handed on with its maker's own words, which are shown as text and as theirs."""

import re
from urllib.parse import parse_qs

import pytest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.view import View
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.wording.places import places

from .reader import PAGES, address, arrive, assert_sound, text, warnings

UNUSED = "Some of this link could not be used"
SINCE = "This link was made before something changed"


def shared(app):
    """The link in the drawer, as parameters."""
    app.button(key="hand_on").click().run()
    assert_sound(app)
    (whole,) = [code.value for code in app.code]
    return parse_qs(whole.partition("?")[2], keep_blank_values=True)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_handed_on_and_opens_as_it_was(page):
    app = arrive(page, retention=0.05, place="Y56")
    found = shared(app)
    scenario, view, notes = link.read(found, places(), data_version())
    assert (scenario, view, notes) == (Scenario(retention=0.05), View(place="Y56"), [])
    assert found["d"] == [data_version()]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["on"][0])


def test_a_title_and_a_note_are_shown_to_whoever_opens_the_link_as_text():
    app = arrive(title="<b>Our</b> *plan*", note="<img src=x onerror=alert(1)> and [a](http://b.c)")
    assert_sound(app)
    said = next(h.value for h in app.html if "role='note'" in h.value)
    assert "&lt;b&gt;Our&lt;/b&gt; *plan*" in said
    assert "<img" not in said
    assert "From whoever shared this link" in said
    app.button(key="said_away").click().run()
    assert "role='note'" not in text(app)
    assert address(app) == {}


def test_without_a_title_or_a_note_nothing_is_said():
    assert "role='note'" not in text(arrive(retention=0.05))


def test_a_title_and_a_note_written_in_the_drawer_are_in_the_link():
    app = arrive(retention=0.05)
    app.button(key="hand_on").click().run()
    app.text_input(key="share_title").set_value("  Keep   our people 🧭 ").run()
    app.run()
    assert app.session_state["view"].title == "Keep our people 🧭"
    assert address(app)["title"] == "Keep our people 🧭"
    assert app.session_state["scenario"] == Scenario(retention=0.05)


@pytest.mark.parametrize("name", ["a\u202eb", "a\x07b"])
def test_a_title_that_cannot_be_kept_is_refused_by_name_and_nothing_else_changes(name):
    app = arrive(retention=0.05, title="Ours")
    app.button(key="hand_on").click().run()
    app.text_input(key="share_title").set_value(name).run()
    app.button(key="hand_on").click().run()
    assert_sound(app)
    assert "Title of the link" in warnings(app)["It was not taken"]
    assert app.session_state["view"].title == "Ours"
    assert app.session_state["scenario"] == Scenario(retention=0.05)


def test_what_a_link_says_of_its_making_is_no_step_in_the_browser():
    made = {"v": "1", "retention": "0.05", "d": data_version(), "on": "2026-11-07"}
    app = arrive(**made)
    assert UNUSED not in warnings(app)
    assert {n: app.query_params[n] for n in made} == made, "opening a link does not change it"
    app.slider(key="lever_leave_psy").set_value(0.1).run()
    assert address(app) == {"v": "1", "retention": "0.05", "leave_psy": "0.1"}


def test_a_link_made_with_other_data_opens_with_a_dated_note():
    app = arrive(v="1", retention=0.05, d="00000000", on="2026-11-07")
    assert_sound(app)
    assert "made on 7 November 2026 with version 00000000 of the data" in warnings(app)[SINCE]
    assert app.session_state["scenario"] == Scenario(retention=0.05)
