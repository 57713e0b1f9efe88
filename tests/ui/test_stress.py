"""The page "Does it survive a bad future?", as a reader meets it."""

import json
import re

import pytest

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.futures import FUTURES
from ppn_scenarios.ui.stress.found import broken

from .reader import address, arrive, assert_sound, table, tables, text, warnings

STRESS = "pages/stress.py"
MINE = {"places_other": 6500, "retention": 0.03}


def said(app) -> str:
    """The answer in words."""
    assert_sound(app)
    assert len(app.info) == 1
    return str(app.info[0].value)


def test_what_breaks_a_plan_is_sought_again_only_where_a_lever_that_the_goal_rests_on_moved():
    plan, required = (Scenario(retention=0.05, mandate=law) for law in (0.0, 1.0))
    staff, led = Goal("T4A", 2037), Goal("T1", 2033, level=0.7)
    assert broken(plan, staff) is broken(required, staff)
    assert broken(plan, staff) is not broken(Scenario(retention=0.06), staff)
    assert broken(plan, led) != broken(required, led)


def test_the_first_paragraph_answers_the_question_without_a_click():
    answer = said(arrive(STRESS, **MINE))
    assert re.search(r"\*\*My own plan\*\* gives 4\d,\d00 FTE by March 2037 in England", answer)
    assert re.search(r"It holds in \*\*\d of the \d+ futures\*\*", answer)
    assert "It breaks first with" in answer
    assert "least is regretted with" in answer and "Cost is left out" in answer


def test_a_plan_that_misses_says_what_would_save_it():
    assert "would hold with" in said(arrive(STRESS))


def test_the_table_has_every_future_and_the_picture_those_that_touch_the_goal():
    app = arrive(STRESS, **MINE)
    rows = table(app, "What each plan gives")
    assert [row[0] for row in rows[1:]] == ["As you believe", *(f.label for f in FUTURES.values())]
    assert all(re.fullmatch(r"[\d,]+, (met|missed)", cell) for row in rows[1:] for cell in row[1:])
    charts = app.get("vega_lite_chart")
    assert len(charts) == 1 and "passport" in json.loads(charts[0].proto.spec)["usermeta"]
    assert not arrive(STRESS, show="table").get("vega_lite_chart")


def test_a_plan_of_no_choices_on_the_reader_s_own_beliefs_is_not_called_things_as_they_stand():
    app = arrive(STRESS, leave_psy=0.1, plans="as_things_stand.train_more")
    assert said(app).startswith("**No new choices** gives")
    assert table(app, "What each plan gives")[0] == ["Future", "No new choices", "Train more"]
    assert "As things stand" not in str(tables(app))


def test_regret_is_shown_for_every_plan_with_its_caveat():
    app = arrive(STRESS, **MINE, plans="mine.train_more")
    rows = table(app, "Plans over the futures")
    assert [row[0] for row in rows[1:]] == ["My own plan", "Train more"]
    assert any("not equally likely" in c.value for c in app.caption)


def test_each_future_says_what_it_changes_for_this_reader_and_why_by_so_much():
    app = arrive(STRESS, leave_prac=0.22)
    app.session_state["each_future"] = True
    app.run()
    assert_sound(app)
    rows = {row[0]: row for row in table(app, "Each future")}
    assert "Psychologists leaving 10% a year (now 6% a year)" in rows["Many more leave"][2]
    assert "Practitioners leaving" not in rows["Many more leave"][2], "already believed"
    assert len(rows) == len(FUTURES) + 1


def test_plans_travel_in_the_link_and_unknown_ones_are_named():
    app = arrive(STRESS, plans="mine.mandate", goal="T1", level=80, by=2034)
    assert_sound(app)
    assert address(app)["plans"] == "mine.mandate"
    bad = arrive(STRESS, plans="mine.miracle")
    assert "miracle" in warnings(bad)["Some of this link could not be used"]


@pytest.mark.parametrize(
    "asked",
    [
        {"goal": "T5", "place": "QWE"},
        {"goal": "need", "need_method": 2},
        {"goal": "T3"},
        {"place": "Y56", "goal": "T2", "level": 60},
        {"plans": "as_things_stand"},
        {"goal": "T4C"},
    ],
)
def test_odd_questions_get_a_sensible_answer(asked):
    answer = said(arrive(STRESS, **asked))
    assert answer
    if asked.get("goal") in ("T5", "need"):
        assert "cannot be answered here" in answer
    if "plans" in asked:
        assert "Compare it with other plans" in answer


def test_the_readers_hypothesis_changes_nothing():
    supposed = arrive(STRESS, **MINE, effects_on=1, eps_ret=0.05)
    assert tables(arrive(STRESS, **MINE)) == tables(supposed)


def test_staff_of_a_place_are_ranges_in_the_table_and_parts_of_the_goal_in_the_picture():
    app = arrive(STRESS, place="QWE", **MINE)
    cells = [cell for row in table(app, "What each plan gives")[1:] for cell in row[1:]]
    assert all(re.fullmatch(r"[\d,]+ to [\d,]+, (met|missed)", cell) for cell in cells)
    assert any("how much of what is asked" in c.value for c in app.caption)
    assert "on your beliefs, by the middle of its range." in text(app)
