"""The page "What would it take?", as a reader meets it."""

import re

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES, answers
from ppn_scenarios.wording.goals.amounts import spread

from .reader import address, arrive, assert_sound, table, tables, text, warnings

GOAL = "pages/goal.py"


def said(app) -> str:
    """The answer in words."""
    assert_sound(app)
    assert len(app.info) == 1
    return str(app.info[0].value)


def button(app, key: str):
    return next(b for b in app.button if b.key == key)


def test_the_first_paragraph_answers_the_question_without_a_click():
    app = arrive(GOAL)
    answer = said(app)
    assert "The goal is 40,900 FTE in post by March 2037 in England" in answer
    assert "**37,900 FTE**" in answer
    assert "**One lever alone would do**" in answer
    assert "Of three routes" in answer
    assert len(app.get("vega_lite_chart")) == 2, "each lever, and routes by year"
    rows = table(app, "One lever at a time")
    assert rows[1][0] == "Therapist and practitioner places", "what is enough comes first"


def test_a_route_is_taken_with_one_click_reaches_the_goal_travels_in_the_link_and_is_undone():
    app = arrive(GOAL, leave_prac=0.13)
    button(app, "apply_train").click().run()
    mine = app.session_state["scenario"]
    assert mine.leave_prac == 0.13, "beliefs stay"
    assert answers(project(baseline(), mine))["T4A"].met
    assert "**Already reached.**" in said(app)
    again = arrive(GOAL, **address(app))
    assert again.session_state["scenario"] == mine
    button(app, "put_back").click().run()
    assert app.session_state["scenario"] == Scenario(leave_prac=0.13)
    assert "put_back" not in [b.key for b in app.button]


def test_what_is_reached_says_since_when_and_how_far_levers_could_fall():
    app = arrive(GOAL, places_other=7000, post_growth=0.05)
    answer = said(app)
    assert re.search(r"since March 203\d", answer)
    assert re.search(r"therapist and practitioner places could fall to 6,\d00", answer)
    rows = {row[0]: row for row in table(app, "How far each lever could go")}
    assert rows["Therapist and practitioner places"][2].startswith("down to 6,")
    assert rows["Fewer people leaving"][2] == "anywhere in its range"
    assert len(app.get("vega_lite_chart")) == 1


def test_a_lever_with_less_room_than_is_written_is_not_said_to_fall_to_where_it_is():
    app = arrive(GOAL, retention=0.05, places_other=6000, leave_ther=0.08)
    assert "could fall to 3% a year" not in said(app)
    assert "There is hardly any room in growth in funded posts." in said(app)
    rows = {row[0]: row for row in table(app, "How far each lever could go")}
    assert rows["Growth in funded posts"][2] == "hardly any room at 3% a year"


def test_where_posts_bind_no_route_claims_what_funding_does():
    app = arrive(GOAL, external=2000, post_growth=0.01)
    assert "none adds anything of its own: more posts are funded" in said(app)
    assert text(app).count("adds nothing itself") == 3
    assert "posts, not people" in str(table(app, "Three routes"))


def test_a_share_of_posts_that_is_filled_by_funding_fewer_says_that_it_adds_nobody():
    assert "adds nobody" in said(arrive(GOAL, goal="T14", by=2032))


def test_what_no_lever_can_reach_says_the_best_and_what_is_in_the_way():
    app = arrive(GOAL, goal="T4C")
    answer = said(app)
    assert "**Not reachable inside the evidence range**" in answer
    assert re.search(r"\d\d,\d00 FTE at most", answer)
    assert "In the way: people, not posts" in answer
    assert table(app, "What stands in the way: each")
    assert "falls short" in text(app)


def test_what_stands_in_the_way_of_each_route_is_one_click_away():
    app = arrive(GOAL, goal="T4C")
    app.session_state["ways"] = True
    app.run()
    assert_sound(app)
    ways = [caption for caption in tables(app) if caption.startswith("What stands in the way of")]
    assert len(ways) == 3


def test_leaders_have_routes_of_their_own():
    app = arrive(GOAL, goal="T1", by=2033, level=85)
    assert "85% of trusts with a permanent chief psychological professions officer" in said(app)
    routes = table(app, "Three routes")
    assert [row[0] for row in routes[1:]] == ["Encourage", "Fund", "Require"]


def test_no_lever_ticked_a_year_gone_and_a_goal_without_meaning_each_say_so():
    assert "Tick at least one lever" in said(arrive(GOAL, ticked="none"))
    gone = said(arrive(GOAL, goal="T3"))
    assert "**Too late to change.**" in gone and "March 2024" in gone
    assert "no split by area is published" in said(arrive(GOAL, goal="T5", place="QWE"))
    assert "one service alone" in said(arrive(GOAL, goal="need", need_method=2))


def test_a_place_says_that_its_goal_is_a_share_and_its_staff_an_estimate():
    answer = said(arrive(GOAL, place="QWE"))
    assert "shared by population" in answer
    assert "an estimated **" in answer


def test_a_place_has_its_answer_where_staff_needed_follow_from_a_workload():
    app = arrive("pages/goal.py", place="Y56", need_method=2)
    assert_sound(app)
    assert "Y56" in address(app).values()


def test_where_no_lever_can_help_any_more_nothing_is_to_be_set_or_paid_for():
    app = arrive("pages/goal.py", goal="T1", ticked="retention")
    assert_sound(app)
    assert button(app, "apply_together").disabled
    assert "Of the cost" not in text(app)


def test_goal_year_level_and_ticks_come_back_from_a_link_and_nonsense_is_named():
    asked = {"goal": "T1", "by": "2031", "level": "70", "ticked": "mandate.fill_time"}
    app = arrive(GOAL, **asked, least="move")
    assert_sound(app)
    assert address(app) == {"v": "1", **asked, "least": "move"}
    rows = table(app, "One lever at a time")
    assert len(rows) == 3
    bad = arrive(GOAL, goal="T99", ticked="retention.magic", level="101")
    notes = warnings(bad)["Some of this link could not be used"]
    assert all(word in notes for word in ("T99", "magic", "101"))


def test_another_goal_starts_with_its_own_levers_and_year():
    app = arrive(GOAL, ticked="retention", by=2030)
    app.selectbox(key="goal_id").select("T14").run()
    assert_sound(app)
    assert address(app) == {"v": "1", "goal": "T14"}


def test_the_table_view_has_the_same_numbers_and_no_chart():
    chart, listed = arrive(GOAL), arrive(GOAL, show="table")
    assert not listed.get("vega_lite_chart")
    by_year = tables(listed).pop("The goal year by year, with each route set as above")
    assert by_year[-1][:2] == ["2037", "37,900 FTE"]
    assert {**tables(listed), **tables(chart)} == tables(listed)


@pytest.mark.parametrize("goal", ["T2", "T14", "T5", "need"])
def test_the_readers_hypothesis_changes_no_answer(goal):
    plain = arrive(GOAL, goal=goal)
    supposed = arrive(GOAL, goal=goal, effects_on=1, eps_ret=0.05)
    assert said(plain) == said(supposed)
    assert "Your hypothesis, kept apart" in warnings(supposed)


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(mobility=0.2, places_other=6_500)])
@pytest.mark.parametrize("place", ["QWE", "Y56"])
def test_the_range_of_a_places_staff_is_that_of_its_estimates(place, scenario):
    low, middle, high = MEASURES["fte"](project(baseline(), scenario), place).at(2035)
    assert tuple(part * middle for part in spread(place)) == pytest.approx((low, high))


def test_staff_of_a_place_are_never_a_bare_number():
    app = arrive(GOAL, place="QWE")
    assert re.search(r"estimated \*\*[\d,]+ to [\d,]+ FTE\*\*, and answers go by", said(app))
    for caption in ("One lever at a time", "Three routes"):
        cells = [cell for row in table(app, caption) for cell in row if cell.endswith("FTE")]
        assert cells and all(" to " in cell for cell in cells), caption
