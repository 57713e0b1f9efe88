"""The stage: every scene says its answer and draws its picture; a talk goes on by its buttons."""

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.scenes import STAGED as SHOWABLE
from ppn_scenarios.sharing.scenes import STORYLINE, scenes_beside
from ppn_scenarios.ui.pages import PAGES as MENU
from ppn_scenarios.ui.present.answers import STAGED
from ppn_scenarios.ui.present.controls import KEYS

from .reader import address, arrive, assert_sound, text, warnings

STAGE = "pages/present.py"
TALK = [name for name in STORYLINE if name not in scenes_beside()]


def on_stage(scene: str = "track", **query: str | float | list[str]) -> AppTest:
    """Open a scene as a link would."""
    app = arrive(STAGE, scene=scene, **query)
    assert_sound(app)
    return app


def question(app: AppTest) -> str:
    """The question on the stage."""
    (found,) = [h.value for h in app.html if "<h1" in h.value]
    return found.split(">")[1].split("<")[0]


def answer(app: AppTest) -> str:
    """The answer in words."""
    return next(m.value for m in app.markdown if len(m.value) > 60)


def press(app: AppTest, name: str) -> AppTest:
    """Press a button of the stage."""
    return app.button(key=f"stage_{name}").click().run()


def test_whatever_can_stand_on_the_stage_is_a_page_with_an_answer_and_a_picture():
    assert set(STAGED) == set(SHOWABLE) <= set(MENU)
    assert {scene.page for scene in STORYLINE.values()} == set(SHOWABLE)


@pytest.mark.parametrize("show", ["chart", "table"])
@pytest.mark.parametrize("scene", STORYLINE)
def test_every_scene_stands_on_the_stage_without_menu_or_levers(scene, show):
    app = on_stage(scene, show=show)
    assert question(app) == STORYLINE[scene].title
    assert len(answer(app)) > 60
    assert not app.warning
    assert not app.get("page_link")
    assert not app.sidebar.slider
    drawn = app.get("vega_lite_chart")
    is_form = STORYLINE[scene].page == "pages/record.py"
    assert bool(drawn) == (show == "chart" and not is_form)
    assert all(chart.proto.alt for chart in drawn)


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("scene", STORYLINE)
def test_every_scene_says_something_sensible_with_all_levers_at_one_end(scene, end):
    levers = {name: getattr(a, end) for name, a in ASSUMPTIONS.items()}
    assert len(answer(on_stage(scene, place="QWE", **levers))) > 60


def test_next_and_previous_go_through_the_talk_and_stop_at_its_ends():
    app = on_stage()
    assert app.button(key="stage_previous").disabled
    seen = [question(app)]
    while not app.button(key="stage_next").disabled:
        seen.append(question(press(app, "next")))
    assert seen == [STORYLINE[name].title for name in TALK]
    assert address(app)["scene"] == TALK[-1]
    assert question(press(app, "previous")) == STORYLINE[TALK[-2]].title


def test_from_a_scene_beside_the_storyline_the_talk_goes_on_where_it_stands():
    assert question(press(on_stage("places"), "next")) == STORYLINE["lines"].title
    assert question(press(on_stage("places"), "previous")) == STORYLINE["leaders"].title


def test_a_scene_sets_only_what_it_says_and_says_so_and_undo_takes_it_back():
    mine = Scenario(retention=0.02, leave_psy=0.08)
    app = on_stage("lines", retention=0.02, leave_psy=0.08)
    app.selectbox(key="stage_scene").select("together").run()
    assert app.session_state.scenario.leave_psy == 0.08
    assert app.session_state.scenario.mandate == 1
    assert "This scene set 4 choices of yours. Undo brings them back." in text(app)
    assert len(app.session_state.past) == 1
    press(app, "undo")
    assert app.session_state.scenario == mine
    assert "This scene set" not in text(app)


def test_no_scene_sets_a_belief_and_only_one_beside_the_storyline_sets_anything():
    mine = Scenario(leave_psy=0.08, retention=0.02)
    for name, scene in STORYLINE.items():
        then = scene.sets(mine)
        assert then.without("choice") == mine.without("choice")
        assert (then == mine) == (not scene.plan), name
    assert [n for n, scene in STORYLINE.items() if scene.plan] == ["together"]


def test_the_two_resets_leave_each_others_levers_alone():
    app = on_stage("lines", retention=0.05, leave_psy=0.08)
    press(app, "choices")
    assert app.session_state.scenario == Scenario(leave_psy=0.08)
    assert app.button(key="stage_choices").disabled
    press(press(app, "undo"), "beliefs")
    assert app.session_state.scenario == Scenario(retention=0.05)
    press(press(app, "undo"), "redo")
    assert app.session_state.scenario == Scenario(retention=0.05)


def test_a_lever_is_tried_on_the_stage_and_the_change_replayed():
    app = on_stage("lines")
    before = answer(app)
    app.slider(key="stage_retention").set_value(0.05).run()
    after = answer(app)
    assert after != before
    press(app, "replay")
    assert answer(app) == before
    app.button(key="replay_now").click().run()
    assert answer(app) == after


@pytest.mark.parametrize("page", MENU)
def test_every_page_leads_to_the_stage_and_back_with_scenario_and_place(page):
    app = arrive(page, retention=0.05, place="QWE")
    app.button(key="present").click().run()
    assert_sound(app)
    staged = page in STAGED
    scenes = {
        s.page: s.title for s in STORYLINE.values() if not (s.plan or s.title == "What do we need?")
    }
    assert question(app) == scenes.get(page, STORYLINE["track"].title)
    assert (app.session_state.scenario, app.session_state.view.place) == (
        Scenario(retention=0.05),
        "QWE",
    )
    if not staged:
        return  # it leads on to the home page, which only a browser can switch to
    press(app, "present")
    assert_sound(app)
    assert app.title[0].value == MENU[page].question
    assert address(app)["retention"] == "0.05"


@pytest.mark.parametrize(
    ("result", "compared", "scene"),
    [
        ("need_met", "none", "need"),
        ("need_met", "keep_more", "lines"),
        ("fte", "as_things_stand", "lines"),
        ("people_seen", "none", "lines"),
    ],
)
def test_a_page_goes_on_the_stage_as_it_is_set(result, compared, scene):
    app = arrive("pages/compare.py", result=result, compared=compared, scene="leaders")
    app.button(key="present").click().run()
    assert question(app) == STORYLINE[scene].title
    assert (app.session_state.view.result, app.session_state.view.compared) == (result, compared)


def test_a_link_that_names_only_a_scene_shows_it_as_the_scene_is_set():
    app = on_stage("need")
    assert app.session_state.view.result == "need_met"
    assert on_stage("need", result="fte").session_state.view.result == "fte"


def test_leadership_changes_no_answer_on_the_stage_and_the_hypothesis_is_said_apart():
    plain, supposed = on_stage("leaders"), on_stage("leaders", effects_on=1, eps_ret=0.05)
    assert answer(supposed) == answer(plain)
    assert "Your hypothesis, kept apart" in warnings(supposed)


def test_a_link_to_a_scene_that_is_not_here_says_so_and_shows_the_first():
    app = on_stage("own3")
    assert any("a scene that somebody made" in box.value for box in app.warning)
    assert question(app) == STORYLINE["track"].title


def test_hints_can_be_hidden_and_no_two_buttons_have_one_key():
    app = on_stage()
    assert len(set(KEYS.values())) == len(KEYS)
    hidden = ".st-key-stage_keys kbd{display:none}"
    assert not any(hidden in h.value for h in app.html)
    press(app, "hints")
    assert any(hidden in h.value for h in app.html)
    assert address(app)["hints"] == "off"
