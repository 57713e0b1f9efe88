"""Levers that show before they are let go: what the browser is handed, and what it hands back."""

import json
from base64 import b64decode
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .reader import address, arrive, assert_sound, cards, levers, text


def panels(app: AppTest) -> list[dict[str, Any]]:
    """What each panel of live levers on the page is handed."""
    drawn = [e.proto for e in app.get("bidi_component")]
    return [json.loads(one.json) for one in drawn if one.component_name == "ppn_live"]


def rows(panel: dict[str, Any]) -> Any:
    """The runs in a panel, one in each row."""
    wide = 2 * len(panel["years"]) + panel["asked"]
    return np.frombuffer(b64decode(panel["rows"]), "<f4").reshape(-1, wide)


def present(panel: dict[str, Any], name: str = "retention") -> Any:
    """The row of where the scenario has a lever."""
    lever = next(one for one in panel["levers"] if one["name"] == name)
    return rows(panel)[lever["first"] + lever["now"]]


def handed(*found: object) -> AppTest:
    """A page to which a browser has handed one thing after another."""

    def page(found: list[object]) -> None:
        import streamlit as st

        from ppn_scenarios.ui import visit
        from ppn_scenarios.ui.live import panel

        visit.visit()
        for one in [] if "done" in st.session_state else found:
            panel.take(one)
        st.session_state.done = True

    return AppTest.from_function(page, default_timeout=60, kwargs={"found": list(found)}).run()


def test_it_is_off_until_asked_for_and_then_part_of_the_link():
    app = arrive()
    assert not panels(app)
    app.toggle(key="live").set_value(True).run()
    assert_sound(app)
    assert len(panels(app)) == 1
    assert address(app)["live"] == "on"
    app.toggle(key="live").set_value(False).run()
    assert not panels(app)
    assert "live" not in address(app)


def test_the_panel_starts_from_the_numbers_on_the_cards():
    app = arrive(live="on", retention=0.05, mandate=1)
    (panel,), shown = panels(app), cards(app)
    t, row = len(panel["years"]), present(panels(app)[0])
    assert shown["Staff in post (FTE), March 2037"] == f"{100 * round(row[t - 1] / 100):,}"
    assert shown["Trusts with a leader in post, March 2037"] == f"{row[2 * t - 1]:.0%}"
    least, most = min(row[2 * t :]), max(row[2 * t :])
    assert shown["Of the 2023 plan, by how it is read"] == f"{least:.0%} to {most:.0%}"


def test_levers_have_the_labels_limits_steps_and_words_of_their_declarations():
    app = arrive(live="on", retention=0.05)
    (panel,) = panels(app)
    sliders = levers(app)
    for one in panel["levers"]:
        slider, a = sliders[one["name"]], ASSUMPTIONS[one["name"]]
        assert one["label"] == slider.label
        assert (one["at"][0], one["at"][-1]) == (slider.min, slider.max)
        assert one["at"][1] - one["at"][0] == pytest.approx(slider.step)
        assert one["at"][one["now"]] == slider.value
        assert one["shown"] == [a.show(value) for value in one["at"]]


def test_a_hypothesis_on_leadership_is_never_in_it():
    (plain,) = panels(arrive(live="on", mandate=1))
    (supposed,) = panels(arrive(live="on", mandate=1, effects_on=1, eps_ret=0.02))
    assert plain["rows"] == supposed["rows"]


def test_other_places_are_told_that_it_shows_england():
    app = arrive(live="on", place="QOQ")
    assert_sound(app)
    assert not panels(app)
    assert "Live levers show England only" in text(app)


def test_a_lever_that_was_let_go_is_one_step_of_the_scenario():
    app = handed({"name": "retention", "value": 0.07})
    assert app.session_state["scenario"] == Scenario(retention=0.07)
    assert app.session_state["past"] == (Scenario(),)
    assert app.session_state["live_heard"] == 1, "so that the browser knows it was heard"


@pytest.mark.parametrize(
    "found",
    [
        None,
        "retention",
        {"name": "retention"},
        {"name": "retention", "value": "0.07"},
        {"name": "effects_on", "value": 1},
        {"name": "no_such_lever", "value": 1},
    ],
)
def test_whatever_else_a_browser_hands_back_changes_nothing(found: object):
    app = handed(found)
    assert not app.exception
    assert app.session_state["scenario"] == Scenario()
    assert not app.session_state["past"]


@pytest.mark.parametrize("value", [5, -1, float("nan"), float("inf")])
def test_a_value_that_cannot_be_is_named_and_refused(value: float):
    app = handed({"name": "retention", "value": value})
    assert app.session_state["scenario"] == Scenario()
    assert "Fewer people leaving" in app.session_state["notes"][0]
