"""The stage: every scene says its answer and draws its picture; a talk goes on by its buttons."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, STATUSES, Scenario
from ppn_scenarios.assumptions.log import counts_by_status
from ppn_scenarios.sharing.scenes import MOST_SCENES, STORYLINE, Scene, scene_file, scenes_beside
from ppn_scenarios.sharing.scenes import STAGED as SHOWABLE
from ppn_scenarios.ui.pages import PAGES as MENU
from ppn_scenarios.ui.present.answers import STAGED
from ppn_scenarios.ui.present.controls import KEYS
from ppn_scenarios.workshop import session

from .reader import address, arrive, assert_sound, headings, menu, text, warnings

STAGE = "pages/present.py"
ONE_OF_EACH_PAGE = list({scene.page: name for name, scene in STORYLINE.items()}.values())
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


def plainly(app: AppTest) -> str:
    """All that is said, without what keeps a speaker's text from being read as markup."""
    return text(app).replace("\\", "")


def press(app: AppTest, name: str) -> AppTest:
    """Press a button of the stage."""
    return app.button(key=f"stage_{name}").click().run()


def test_whatever_can_stand_on_the_stage_is_a_page_with_an_answer_and_a_picture():
    assert set(STAGED) == set(SHOWABLE) <= set(MENU)
    assert {scene.page for scene in STORYLINE.values()} == set(SHOWABLE)


@pytest.mark.parametrize(
    ("scene", "show"),
    [*((scene, "chart") for scene in STORYLINE), *((one, "table") for one in ONE_OF_EACH_PAGE)],
)
def test_every_scene_stands_on_the_stage_without_menu_or_levers(scene, show):
    app = on_stage(scene, show=show)
    assert question(app) == STORYLINE[scene].title
    assert len(answer(app)) > 60
    assert not app.warning
    assert not menu(app)
    assert not app.get("page_link")
    assert not app.sidebar.slider
    drawn = app.get("vega_lite_chart")
    is_form = STORYLINE[scene].page == "pages/record.py"
    assert bool(drawn) == (show == "chart" and not is_form)
    assert all(chart.proto.alt for chart in drawn)


@pytest.mark.parametrize(
    ("scene", "end"),
    [(scene, ("low", "high")[i % 2]) for i, scene in enumerate(ONE_OF_EACH_PAGE)]
    + [("goal", "low"), ("future", "high")],
)
def test_every_scene_says_something_sensible_with_all_levers_at_one_end(scene, end):
    levers = {name: getattr(a, end) for name, a in ASSUMPTIONS.items()}
    assert len(answer(on_stage(scene, place="QWE", **levers))) > 60


@pytest.mark.parametrize(
    ("scene", "query", "said"),
    [
        ("leaders", {name: 0 for name in ASSUMPTIONS if "_base" in name}, "in post in March 2037"),
        ("need", {"need_method": 2}, "cannot be compared"),
        ("matters", {"result": "need_met", "need_method": 2}, "has no value to compare"),
        ("goal", {"by": "2024"}, "Too late to change"),
        ("goal", {"ticked": "none"}, "not reached"),
        ("goal", {"goal": "T4A", "growth_cp_capt": 0.26, "places_other": 7000}, "reached"),
        ("future", {"goal": "need", "need_method": 2}, "cannot be answered here"),
    ],
)
def test_where_there_is_nothing_to_draw_the_stage_says_why(scene, query, said):
    app = on_stage(scene, **query)
    assert said in answer(app)


def test_the_answer_on_the_stage_points_to_nothing_that_stands_on_a_page_alone():
    assert "no reading is reached by then. A permanent" in answer(on_stage("track"))


def test_beneath_a_picture_stands_what_it_is_of_and_what_it_rests_on():
    none = counts_by_status()[STATUSES["none"]]
    basis = f"{none} of the {len(LEVERS)} levers have no source."
    assert f"England, as things stand. {basis}" in text(on_stage())
    assert f", 1 lever changed. {basis}" in text(on_stage("lines", retention=0.05, place="QWE"))


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


@pytest.mark.parametrize(
    "page", ["app.py", "pages/compare.py", "pages/stress.py", "pages/trust.py"]
)
def test_a_page_leads_to_the_stage_and_back_with_scenario_and_place(page):
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
    press(app.switch_page(STAGE).run(), "present")
    assert_sound(app)
    assert headings(app, 1) == [MENU[page].question]
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


def made(app: AppTest, title: str = "Would that do?", whole: bool = True) -> AppTest:
    """Make a scene of what is on the stage."""
    press(app, "make")
    app.text_input(key="new_title").set_value(title)
    app.text_area(key="new_note").set_value("Wait for *an* answer.")
    app.toggle(key="new_whole").set_value(whole)
    return app.button(key="make_scene").click().run()


def test_a_scene_of_ones_own_keeps_what_was_seen_and_its_link_brings_it_all_back():
    app = made(on_stage("goal", retention=0.05, leave_psy=0.08, place="QWE", goal="T14"))
    assert_sound(app)
    assert "Made: scene 1 of your own storyline." in text(app)
    (scene,) = app.session_state.scenes
    assert (scene.title, scene.page) == ("Would that do?", "pages/goal.py")
    assert scene.view == {"place": "QWE", "goal": "T14"}
    assert scene.scenario == Scenario(retention=0.05, leave_psy=0.08)
    there = arrive(STAGE, **{**address(app), "scene": "own1", "retention": "0.02"})
    assert question(there) == "Would that do?"
    assert there.session_state.scenes == app.session_state.scenes
    there.selectbox(key="stage_scene").select("track").run()
    there.selectbox(key="stage_scene").select("own1").run()
    assert_sound(there)
    assert there.session_state.scenario == scene.scenario
    assert there.session_state.view.goal == "T14"
    assert "This scene set 1 choice of yours." in text(there)
    assert len(there.session_state.past) == 1


def test_a_scene_without_a_scenario_shows_the_readers_own():
    app = made(on_stage("track", retention=0.05), whole=False)
    app.selectbox(key="stage_scene").select("own1").run()
    press(app, "choices")
    assert app.session_state.scenario == Scenario()
    app.selectbox(key="stage_scene").select("own1").run()
    assert app.session_state.scenario == Scenario()
    assert app.button(key="stage_next").disabled, "it is the only one of its talk"


def test_a_scene_of_a_place_that_is_not_here_says_so_and_which_may_be_meant():
    app = on_stage()
    app.session_state["scenes"] = (Scene(title="There", page="app.py", view={"place": "London"}),)
    app.run()
    app.selectbox(key="stage_scene").select("own1").run()
    assert_sound(app)
    assert app.session_state["view"].place == "england"
    (said,) = app.session_state["notes"]
    assert said == (
        "“There” is of a place that is not known here: “London”. London has the code Y56: if that "
        "is meant, choose it from the list."
    )


def test_a_scene_that_cannot_be_made_says_why():
    app = made(on_stage(), title=" ")
    assert not app.session_state.scenes
    assert app.session_state.scene_problem == "A scene needs a title. Write one."


def test_the_words_of_a_scene_can_be_changed_and_what_it_shows_stays():
    app = made(on_stage("goal", retention=0.05))
    app.switch_page("pages/talk.py").run()
    (before,) = app.session_state.scenes
    app.button(key="scene_act_change_0").click().run()
    assert app.text_area(key="new_note").value == before.note
    app.text_input(key="new_title").set_value("And that?")
    app.number_input(key="new_minutes").set_value(9)
    app.button(key="change_scene").click().run()
    assert_sound(app)
    assert app.session_state.scenes == (replace(before, title="And that?", minutes=9),)


def test_no_more_scenes_are_made_than_can_be_kept():
    app = on_stage()
    app.session_state.scenes = tuple(Scene(title=str(i), page="app.py") for i in range(MOST_SCENES))
    press(app, "make")
    assert any("which is the most" in box.value for box in app.info)


def test_the_page_on_a_talk_puts_scenes_in_order_and_deletes_them():
    app = made(made(made(on_stage(), "One?"), "Two?"), "Three?")
    app.switch_page("pages/talk.py").run()
    assert_sound(app)
    assert "Your own has **3 scenes**" in text(app)
    app.button(key="scene_act_later_0").click().run()
    app.button(key="scene_act_delete_2").click().run()
    assert [scene.title for scene in app.session_state.scenes] == ["Two?", "One?"]
    assert app.button(key="scene_act_earlier_0").disabled
    assert app.button(key="scene_act_later_1").disabled
    app.button(key="begin_own1").click().run()
    assert question(app) == "Two?"
    app.switch_page(STAGE).run()
    assert question(press(app, "next")) == "One?"


def test_the_page_on_a_talk_has_every_note_of_the_storyline_as_it_is_written():
    said = plainly(arrive("pages/talk.py"))
    for scene in STORYLINE.values():
        assert scene.note in said
        assert scene.title in said
    assert sum(scene.minutes for scene in STORYLINE.values() if not scene.beside) == 52
    assert "**8 scenes** and takes about **52 minutes**; 3 more stand beside it" in said


def with_scenes(content: bytes) -> AppTest:
    """The page on a talk after a file was taken in."""
    app = arrive("pages/talk.py", retention=0.05)
    app.session_state["scenes_in"] = True
    app.run()
    return app.file_uploader(key="scene_file").upload("s.json", content, "application/json").run()


def test_a_file_of_scenes_is_taken_in_beside_ones_own_and_not_twice():
    content = scene_file.write([Scene(title="From a file?", page="app.py")], "ab").encode()
    app = with_scenes(content)
    assert_sound(app)
    assert "Taken in: 1 scene." in plainly(app)
    assert [scene.title for scene in app.session_state.scenes] == ["From a file?"]
    assert app.session_state.scenario == Scenario(retention=0.05)


def test_scenes_that_no_link_has_room_for_are_kept_in_the_session_and_that_is_said():
    long = [
        Scene(title=f"{n}?", page="app.py", note="".join(chr(192 + n * k % 383) for k in range(99)))
        for n in range(1, 13)
    ]
    app = with_scenes(scene_file.write(long, "ab").encode())
    assert "scenes" not in address(app)
    assert "too long for a link" in text(app)
    kept, _ = session.read(app.session_state.kept_text)
    assert kept is not None
    assert kept.scenes == tuple(long)


def test_a_file_that_is_none_of_scenes_is_refused_and_nothing_changes():
    app = with_scenes(b"{}")
    assert "missing" in warnings(app)["Nothing was taken in"]
    assert app.session_state.scenes == ()


def test_a_window_that_follows_shows_the_picture_alone_or_the_note():
    picture = on_stage("leaders", window="picture")
    assert question(picture) == STORYLINE["leaders"].title
    assert len(picture.get("vega_lite_chart")) == 1
    assert not [b for b in picture.button if str(b.key).startswith("stage_")]
    notes = on_stage("leaders", window="notes")
    said = plainly(notes)
    assert STORYLINE["leaders"].note in said
    assert "**Next:** What would our plan change?" in said
    assert "**To try:** Every organisation must have the post and Stronger encouragement." in said
    assert not notes.get("vega_lite_chart")


def test_damaged_scenes_in_a_link_are_said_and_the_stage_opens():
    app = on_stage("track", scenes="eNabc")
    assert any("damaged" in box.value for box in app.warning)
