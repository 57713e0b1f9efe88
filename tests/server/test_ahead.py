"""What a browser is told before a lever moves: exactly what the page says once it has."""

import asyncio
import json
from threading import Event
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.server.ahead import STEPS, ahead, values
from ppn_scenarios.sharing.link import LONGEST, write
from ppn_scenarios.sharing.view import View
from ppn_scenarios.ui.ahead import BY_STEPS
from ppn_scenarios.ui.home import finding
from ppn_scenarios.wording.places import places
from tests.server.asking import ask, asked

APP = Starlette(routes=[ahead(finding, lambda: True)])


@pytest.mark.parametrize("place", ["england", "Y58", "QJK"])
@pytest.mark.parametrize("name", ["retention", "places_cp", "encouragement", "mandate"])
def test_each_finding_is_the_one_of_the_page_with_the_lever_there(name: str, place: str) -> None:
    scenario = Scenario(retention=0.05, places_cp=1_000)
    answer = ask(APP, f"/ahead/{name}", urlencode(write(scenario, View(place=place))))
    told = json.loads(answer.text)
    assert answer.status == 200
    assert len({one["finding"] for one in told}) > 1
    for one in told:
        there = Scenario(**scenario.changes() | {name: one["value"]})
        assert one["finding"] == finding(there, places()[place])


def test_steps_are_those_beside_the_lever_the_nearest_first() -> None:
    assert values("retention", Scenario(retention=0.05)) == [0.05, 0.04, 0.06]
    a = ASSUMPTIONS["retention"]
    assert (a.low, a.high, a.step) == (0.0, 0.12, 0.01)
    assert values("retention", Scenario()) == [0.0, 0.01]
    assert values("retention", Scenario(retention=0.12)) == [0.12, 0.11]
    assert values("mandate", Scenario()) == [0, 1]
    assert values("mandate", Scenario(mandate=1)) == [1, 0]


@pytest.mark.parametrize("name", BY_STEPS)
def test_every_slider_and_switch_has_steps_that_it_can_take(name: str) -> None:
    a = LEVERS[name]
    for where in (a.default, a.low, a.high):
        scenario = Scenario(**{name: where})
        found = values(name, scenario)
        assert found[0] == getattr(scenario, name)
        assert 1 < len(set(found)) <= 2 * STEPS + 1
        for value in found:
            assert getattr(Scenario(**{name: value}), name) == value


@pytest.mark.parametrize("name", ["need_method", "nothing", "v", "place", ""])
def test_what_is_no_slider_and_no_switch_is_not_found(name: str) -> None:
    assert ask(APP, f"/ahead/{name}", "v=1").status == 404


def test_a_hypothesis_on_leadership_moves_nothing() -> None:
    supposed = write(Scenario(retention=0.05, effects_on=1, eps_ret=0.05))
    plain = write(Scenario(retention=0.05))
    told = [ask(APP, "/ahead/places_cp", urlencode(one)).text for one in (supposed, plain)]
    assert told[0] == told[1]


def test_while_the_room_predicts_nothing_is_told() -> None:
    answer = ask(APP, "/ahead/retention", urlencode(write(Scenario(), View(predict="fte"))))
    assert (answer.status, answer.text) == (204, "")


def test_a_link_that_nobody_can_read_is_refused_in_words() -> None:
    answer = ask(APP, "/ahead/retention", "v=1&title=" + "x" * 4 * LONGEST)
    assert answer.status == 400
    assert "longer than a link can be" in answer.text


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="/"), max_size=80),
    st.text(max_size=200),
)
def test_whatever_is_asked_is_answered(name: str, query: str) -> None:
    answer = ask(
        Starlette(routes=[ahead(lambda _, place: place.name, lambda: True)]),
        f"/ahead/{name}",
        query,
    )
    assert answer.status in {200, 204, 404}
    assert answer.headers.get("cache-control", "no-store") == "no-store"


def test_a_busy_process_tells_nothing() -> None:
    busy = Starlette(routes=[ahead(finding, lambda: False)])
    answer = ask(busy, "/ahead/retention", "v=1")
    assert (answer.status, answer.text) == (204, "")


def test_one_is_answered_at_a_time_and_the_others_need_not_wait() -> None:
    begun, go_on = Event(), Event()

    def slow(scenario: Scenario, place: object) -> str:
        begun.set()
        assert go_on.wait(30)
        return "said"

    app = Starlette(routes=[ahead(slow, lambda: True)])

    async def both() -> tuple[int, int]:
        first = asyncio.create_task(asked(app, "/ahead/retention", "v=1"))
        assert await asyncio.to_thread(begun.wait, 30)
        second = await asked(app, "/ahead/retention", "v=1")
        go_on.set()
        return (await first).status, second.status

    assert asyncio.run(both()) == (200, 204)
