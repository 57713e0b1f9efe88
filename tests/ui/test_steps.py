"""Undo, redo, replay and what moved, on every page."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import PRESETS

from .reader import HOME, PAGES, address, arrive, assert_sound, finding, headings, levers, text


def move(app: AppTest, name: str, value: float) -> AppTest:
    """Move one lever in the panel."""
    levers(app)[name].set_value(value)
    return app.run()


def press(app: AppTest, key: str) -> AppTest:
    """Press a button."""
    return app.button(key=key).click().run()


def off(app: AppTest) -> dict[str, bool]:
    """Which of the steps cannot be pressed."""
    return {key: app.button(key=key).disabled for key in ("undo", "redo", "replay")}


def moved(app: AppTest) -> list[str]:
    """What the panel says has moved."""
    app.session_state["moved"] = True
    app.run()
    return [str(b.label) for b in app.button if str(b.key).startswith("moved_")]


@pytest.mark.parametrize("page", PAGES)
def test_on_every_page_a_move_can_be_undone_and_redone(page: str) -> None:
    app = arrive(page)
    assert off(app) == {"undo": True, "redo": True, "replay": True}
    move(app, "retention", 0.05)
    assert off(app) == {"undo": False, "redo": True, "replay": False}
    press(app, "undo")
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario()
    assert levers(app)["retention"].value == 0
    press(app, "redo")
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert address(app)["retention"] == "0.05"


def test_a_preset_a_reset_and_a_lever_are_one_step_each() -> None:
    app = arrive()
    app.selectbox(key="preset").set_value("together").run()
    move(app, "leave_psy", 0.1)
    press(app, "reset_choice")
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)
    press(app, "undo")
    press(app, "undo")
    assert app.session_state["scenario"] == PRESETS["together"].scenario
    press(app, "undo")
    assert app.session_state["scenario"] == Scenario()


def test_a_move_after_an_undo_gives_up_what_was_undone() -> None:
    app = move(arrive(), "retention", 0.05)
    press(app, "undo")
    move(app, "leave_psy", 0.1)
    assert app.button(key="redo").disabled
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)


def test_steps_go_with_the_reader_from_page_to_page() -> None:
    app = move(arrive(), "retention", 0.05)
    app.switch_page("pages/places.py").run()
    press(app, "undo")
    assert app.session_state["scenario"] == Scenario()


def test_a_replay_shows_the_page_before_the_change_and_then_after_it() -> None:
    app = arrive()
    before = finding(app)
    move(app, "retention", 0.05)
    after = finding(app)
    press(app, "replay")
    assert_sound(app)
    assert finding(app) == before != after
    assert app.session_state["scenario"] == Scenario(retention=0.05), "only the page goes back"
    assert address(app)["retention"] == "0.05"
    said = next(box.value for box in app.info if "before" in box.value and "page" in box.value)
    assert said.startswith("Fewer people leaving: 0% to 5%")
    press(app, "replay_now")
    assert finding(app) == after
    press(app, "replay_close")
    assert not [box for box in app.info if "You see the page" in box.value]


def test_a_move_ends_a_replay() -> None:
    app = press(move(arrive(), "retention", 0.05), "replay")
    move(app, "leave_psy", 0.1)
    assert not [box for box in app.info if "You see the page" in box.value]
    assert app.session_state["scenario"] == Scenario(retention=0.05, leave_psy=0.1)


def test_what_moved_says_from_where_to_where_as_the_model_has_it() -> None:
    app = arrive()
    assert moved(app) == []
    assert "Move a lever" in text(app)
    lines = moved(move(app, "retention", 0.05))
    ran = (project(baseline(), s) for s in (Scenario(), Scenario(retention=0.05)))
    was, now = (MEASURES["fte"](run, "england").at(2037)[1] for run in ran)
    line = next(line for line in lines if line.startswith("Staff in post"))
    said = [int(n.replace(",", "")) for n in re.findall(r"[\d,]{5,}", line)]
    assert said == [round(was, -2), round(now, -2)]


def test_what_moved_leads_to_the_page_that_explains_it() -> None:
    app = move(arrive(), "mandate", True)
    assert moved(app)[0].startswith(("Trusts", "ICSs")), "posts move leaders most"
    press(app, "moved_trusts_led")
    assert_sound(app)
    assert headings(app, 1) == ["What does my plan change?"]
    assert app.session_state["view"].result == "trusts_led"


def test_the_hypothesis_on_leadership_moves_none_of_the_results() -> None:
    app = arrive(HOME, eps_ret=0.05, mandate=1)
    app.session_state["more_belief"] = True
    move(app.run(), "effects_on", True)
    assert moved(app) == []
    assert "none of the results" in text(app)


@pytest.mark.parametrize("place", ["Y56", "QJK"])
def test_what_moved_at_a_place_is_a_range(place: str) -> None:
    line = next(
        line
        for line in moved(move(arrive(HOME, place=place), "retention", 0.05))
        if line.startswith("Staff in post")
    )
    assert len(re.findall(r"[\d,]+ to [\d,]+", line)) == 2
