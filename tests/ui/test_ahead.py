"""The finding before the page: what the browser is handed, and that the page then says the same."""

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.server.ahead import ahead
from ppn_scenarios.sharing.link import read
from ppn_scenarios.ui.ahead import BY_STEPS
from ppn_scenarios.ui.home import finding as finding_of
from ppn_scenarios.wording.places import places
from tests.server.asking import ask

from .reader import arrive, finding, levers

APP = Starlette(routes=[ahead(finding_of, lambda: True)])


def handed(app: AppTest) -> list[dict[str, Any]]:
    """What the browser is handed, each time that it is."""
    drawn = [e.proto for e in app.get("bidi_component")]
    return [json.loads(one.json) for one in drawn if one.component_name == "ppn_ahead"]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("retention", {}),
        ("retention", {"retention": 0.05, "mandate": 1, "place": "Y58"}),
        ("places_cp", {"leave_psy": 0.12, "effects_on": 1, "eps_ret": 0.05}),
        ("encouragement", {"place": "QJK"}),
        ("mandate", {}),
        ("funding", {"funding": 1, "retention": 0.05, "place": "Y58"}),
    ],
)
def test_the_page_says_what_was_told_before_the_lever_moved(name: str, query: dict[str, Any]):
    app = arrive(**({"v": 1} | query if query else {}))
    (data,) = handed(app)
    assert data["finding"] == finding(app)
    told = json.loads(ask(APP, f"/ahead/{name}", data["query"]).text)
    assert told[0] == {"value": data["at"][name], "finding": data["finding"]}
    for one in told[1:]:
        levers(app)[name].set_value(one["value"])
        app.run()
        assert finding(app) == one["finding"]
        (after,) = handed(app)
        assert after["at"] == data["at"] | {name: one["value"]}


def test_every_slider_and_switch_of_the_panel_and_no_other_control_can_be_asked_for():
    app = arrive()
    app.session_state["more_choice"] = app.session_state["more_belief"] = True
    app.run()
    drawn = {str(w.key).removeprefix("lever_") for w in [*app.sidebar.slider, *app.sidebar.toggle]}
    assert drawn & set(LEVERS) == set(BY_STEPS)
    (data,) = handed(app)
    assert data["at"] == {name: getattr(Scenario(), name) for name in BY_STEPS}


def test_the_link_that_is_asked_for_holds_the_scenario_and_the_place_and_no_more():
    app = arrive(
        v=1, retention=0.05, effects_on=1, eps_ret=0.05, place="QJK", title="Ours", live="on"
    )
    (data,) = handed(app)
    scenario, view, notes = read(parse_qs(data["query"]), places())
    assert scenario == Scenario(retention=0.05, eps_ret=0.05), "without the hypothesis"
    assert (view.place, view.title, view.live) == ("QJK", "", "off")
    assert not notes


def test_nothing_is_handed_while_the_room_predicts_or_an_earlier_scenario_is_replayed():
    app = arrive(v=1, retention=0.05)
    assert handed(app)
    app.slider(key="lever_retention").set_value(0.08).run()
    app.button(key="replay").click().run()
    assert finding(app)
    assert not handed(app)
    assert not handed(arrive(v=1, retention=0.05, predict="fte"))
