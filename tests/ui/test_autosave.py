"""What the reader's browser hands back is taken up, or offered, and does no harm."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.workshop import session
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.record import Record
from ppn_scenarios.workshop.session import Session

from .reader import arrive, assert_sound

PLAN = Scenario(retention=0.05)
AT = datetime(2026, 11, 27, 14, 5, tzinfo=UTC)


def made(scenario: Scenario = PLAN, name: str = "Our plan") -> str:
    """The text of a session with one move and one kept scenario."""
    return session.write(
        Session(
            history=History(Scenario()).to(scenario),
            record=Record().moved(Scenario(), scenario, AT),
            kept=(Kept(name=name, scenario=scenario, data="x"),),
        )
    )


def handed(then: Mapping[str, object] = MappingProxyType({}), **found: object) -> AppTest:
    """A page that has just been handed something by the browser, and `then` something else."""

    def page(found: list[dict[str, object]]) -> None:
        import streamlit as st

        from ppn_scenarios.ui import autosave, visit

        visit.visit()
        autosave.to_keep()
        autosave.show_offer()
        if "done" not in st.session_state:
            for one in found:
                autosave.take(one)
            st.session_state.done = True
            st.rerun()
        if more := st.session_state.pop("hand", None):
            autosave.take(more)
            st.rerun()

    return AppTest.from_function(
        page, default_timeout=60, kwargs={"found": [found, dict(then)]}
    ).run()


def test_the_tabs_own_session_is_taken_up_without_a_question():
    app = handed(own=made())
    assert app.session_state["scenario"] == Scenario(), "the link is what the reader asked for"
    assert app.session_state["past"][-1] == PLAN
    assert list(app.session_state["kept"]) == ["Our plan"]
    assert not app.info


def test_it_is_taken_up_once_however_often_it_is_handed_over():
    app = handed(own=made())
    past = app.session_state["past"]
    del app.session_state["done"]
    app.run()
    assert app.session_state["past"] == past


def test_a_closed_tabs_session_is_offered_with_its_time_and_taken_with_a_click():
    app = handed(other={"name": "ppn-kept-1", "at": AT.timestamp() * 1000, "text": made()})
    assert "27 Nov, 14:05" in app.info[0].value
    assert "1 move, 1 kept scenario" in app.info[0].value
    assert app.session_state["scenario"] == Scenario()
    app.button(key="offer_take").click().run()
    assert_sound(app)
    assert app.session_state["scenario"] == PLAN
    assert not app.info


def test_an_older_session_is_asked_for_and_offered_in_the_place_of_the_newest():
    newest = {"name": "ppn-kept-2", "at": AT.timestamp() * 1000, "text": made(), "older": 1}
    app = handed(other=newest)
    app.button(key="offer_older").click().run()
    assert not app.info
    order = app.session_state["order"]
    assert order["after"] == "ppn-kept-2"
    older = newest | {"name": "ppn-kept-1", "text": made(Scenario(mandate=1)), "older": 0}
    for asked, offered in (("another", 0), (order["id"], 1)):
        app.session_state["hand"] = {"other": older, "asked": asked}
        app.run()
        assert len(app.info) == offered
    assert not [button for button in app.button if button.key == "offer_older"]
    app.button(key="offer_take").click().run()
    assert app.session_state["scenario"] == Scenario(mandate=1)
    app.session_state["hand"] = {"other": newest, "asked": order["id"]}
    assert not app.run().info, "it was answered"


@pytest.mark.parametrize("key", ["offer_leave", "offer_delete"])
def test_an_offer_that_is_not_wanted_goes_away(key):
    app = handed(other={"name": "ppn-kept-1", "at": AT.timestamp() * 1000, "text": made()})
    app.button(key=key).click().run()
    assert not app.info
    assert app.session_state["scenario"] == Scenario()
    order = app.session_state["order"]
    assert (order and order["forget"]) == ("ppn-kept-1" if key == "offer_delete" else None)


@pytest.mark.parametrize(
    "found",
    [
        {"own": "{"},
        {"own": 7},
        {"own": "x" * 3_000_000},
        {"other": {"name": "a", "at": 1e30, "text": made()}},
        {"other": {"name": "a", "at": "now", "text": made()}},
        {"other": {"name": "a", "at": 0, "text": "<script>"}},
        {"other": [1, 2]},
        {"strange": True},
    ],
    ids=["cut", "number", "huge", "future", "no time", "no session", "list", "unknown"],
)
def test_what_cannot_be_used_changes_nothing(found):
    app = handed(**found)
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario()
    assert not app.session_state["past"]
    assert not app.info


def test_a_damaged_session_is_said_to_be_left_out_until_it_is_read():
    app = handed(own="{")
    assert "damaged" in app.warning[0].value
    app.button(key="dismiss_kept").click().run()
    assert not app.warning


@pytest.mark.parametrize(
    "found",
    [
        {"own": made()[:-9]},
        {
            "own": made().replace("Our plan", "Our plan \ud83d")
        },  # as a browser holds a text that breaks off in a letter
        {"own": made().replace('"model"', '"votes":[7],"model"', 1)},
        {"other": {"name": "ppn-kept-1", "at": AT.timestamp() * 1000, "text": made()[:-9]}},
    ],
    ids=["damaged", "with half a letter", "of a newer explorer", "damaged, of another tab"],
)
def test_a_session_of_which_something_was_left_out_can_be_taken_away_as_it_was(found):
    app = handed(**found)
    assert_sound(app)
    assert app.warning
    button = app.get("download_button")[0].proto
    assert button.label == "Take it away as it was"
    text = found.get("own") or found["other"]["text"]
    assert app.session_state["left_out"] == text.encode("utf-8", "surrogatepass")
    assert app.session_state["past"][-1:] == ((PLAN,) if "votes" in text else ())


def test_of_many_things_that_were_left_out_it_is_said_how_many_more_there_are():
    levers = {f"unknown{i}": 1 for i in range(20)}
    app = handed(own=made().replace('"present":{', f'"present":{json.dumps(levers)[:-1]},', 1))
    *first, last = app.warning[0].value.splitlines()
    assert len(first) == 12
    assert last == "- and 8 more"


def test_once_it_is_read_nothing_of_it_is_held_any_longer():
    app = handed(own=made()[:-9])
    app.button(key="dismiss_kept").click().run()
    assert not app.warning
    assert not app.session_state["left_out"]


def test_nothing_is_offered_to_be_taken_away_where_nothing_was_left_out():
    assert not handed(own=made(), then={"failed": "QuotaExceededError"}).get("download_button")


def test_a_browser_that_keeps_nothing_is_said():
    assert "Take your session away" in handed(failed="SecurityError").warning[0].value


def test_a_browser_that_is_full_later_on_is_said_as_well_and_once():
    full = {"failed": "QuotaExceededError"}
    app = handed(then=full, own=made())
    assert "Take your session away" in app.warning[0].value
    assert handed(then=full, **full).warning[0].value.count("Take your session away") == 1


def test_a_session_that_is_too_long_for_a_browser_is_said_once_and_what_was_kept_of_it_stays():
    app = handed(own=made())
    before = app.session_state["kept_text"]
    (move,) = app.session_state["record"].moves[:1]
    levers = dict.fromkeys(ASSUMPTIONS, (0.123456789, 0.987654321))
    app.session_state["record"] = Record(moves=(replace(move, levers=levers),) * 400)
    app.run()
    assert "longer now than a browser can keep" in app.warning[0].value
    app.button(key="dismiss_kept").click().run()
    app.session_state["record"] = Record(moves=(replace(move, levers=levers),) * 401)
    assert not app.run().warning
    assert app.session_state["kept_text"] == before


def test_a_name_in_a_kept_session_is_shown_as_text_and_never_as_markup():
    broken = json.loads(made())
    broken["kept"][0]["reasons"] = {"<b>wages</b>": "because"}
    app = handed(own=json.dumps(broken))
    assert "<b>" not in app.warning[0].value.replace("\\<b\\>", "")


def test_nothing_is_kept_of_a_reader_who_made_nothing():
    app = arrive(retention=0.05)
    assert "kept_text" not in app.session_state
    app.slider(key="lever_retention").set_value(0.1).run()
    found, _ = session.read(app.session_state["kept_text"])
    assert found
    assert found.history == History(Scenario(retention=0.1), (Scenario(retention=0.05),))


def test_a_session_whose_every_move_was_undone_is_kept_with_what_lies_ahead():
    app = arrive()
    app.slider(key="lever_retention").set_value(0.1).run()
    app.button(key="undo").click().run()
    found, _ = session.read(app.session_state["kept_text"])
    assert found
    assert found.history == History(Scenario(), (), (Scenario(retention=0.1),))
