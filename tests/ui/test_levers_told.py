"""Every lever has a drawer and a place on its page, and both say what an honest run says."""

import re
from dataclasses import replace

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.lever_effect import LeverEffect
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, PRESETS, with_preset
from ppn_scenarios.ui.lever_page import BY_GROUP, IN_ORDER
from ppn_scenarios.ui.lever_reach import from_where, passports_of, reach
from ppn_scenarios.ui.lever_words import change, said, setting
from ppn_scenarios.wording import percent, staff

from .reader import (
    address,
    arrive,
    assert_sound,
    levers,
    open_panels,
    press_help,
    tables,
    text,
    warnings,
)

PAGE = "pages/levers.py"


def staff_in_2037(scenario: Scenario) -> float:
    """England's staff by a projection of its own."""
    return MEASURES["fte"](project(baseline(), scenario), "england").at(2037)[1]


def test_the_sentence_says_what_projections_made_one_by_one_say() -> None:
    here = Scenario(retention=0.05)
    first = said(reach(here, "places_other"))[0]
    now, low, high = (
        staff_in_2037(replace(here, places_other=places)) for places in (5_000, 3_000, 7_000)
    )
    assert f"**{staff(now)} FTE** where you are (5,000 people a year)" in first
    assert f"{staff(low)} FTE at 3,000 people a year ({change(low - now, 'FTE')})" in first
    assert f"{staff(high)} FTE at 7,000 people a year ({change(high - now, 'FTE')})" in first


def test_the_sentence_on_leaders_says_what_projections_made_one_by_one_say() -> None:
    off, on = (
        MEASURES["trusts_led"](project(baseline(), Scenario(mandate=m)), "england").at(2037)[1]
        for m in (0, 1)
    )
    staff_stay, leaders = said(reach(Scenario(), "mandate"))
    assert staff_stay.endswith("FTE at every setting.")
    assert f"**{percent(off)}** where you are (off), {percent(on)} with it on" in leaders


def test_cover_of_vacant_posts_is_told_of_trusts_and_of_ics() -> None:
    """At 100% every vacant post is covered: those that exist and are not filled."""
    run = project(baseline(), Scenario())
    *_, trusts, systems = said(reach(Scenario(), "interim"))
    vacant = (run.posts - run.led)[0, -1].sum() / run.baseline.trusts.sum()
    assert trusts.startswith("Trusts whose vacant post someone covers, March 2037: **0%**")
    assert f"{percent(vacant)} at 100%" in trusts
    vacant = (run.system_posts - run.systems_led)[0, -1].sum() / run.systems[0, -1].sum()
    assert systems.startswith("ICSs whose vacant post someone covers, March 2037: **0%**")
    assert f"{percent(vacant)} at 100%" in systems


def test_places_that_cost_staff_at_first_say_worse_before_better() -> None:
    by_hand = [
        MEASURES["fte"](project(baseline(), Scenario(places_cp=places)), "england").mid
        for places in (1_080, 1_400)
    ]
    gained = by_hand[1] - by_hand[0]
    worst = int(gained.argmin())
    sentence = said(reach(Scenario(), "places_cp"))[0]
    assert f"Worse before better: {change(float(gained[worst]), 'FTE')}" in sentence
    assert f"in March {2023 + worst}" in sentence
    turned = 2023 + int(np.flatnonzero(gained <= -10)[-1]) + 1
    assert sentence.endswith(f"the other way from March {turned} on.")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ([0, 0, 20, 40], "first shows in March 2032."),
        ([20, 0, 20, 40], "is there from the start."),
        ([0, 60, 30, 4], "widest in March 2031 (60 FTE more) and has gone by March 2037."),
        ([0, 60, -30, -40], "Then it turns: 60 FTE more in March 2031"),
        ([0, -60, 30, 40], "Worse before better: 60 FTE fewer in March 2031"),
        ([0, 0, 5, 9], "The difference is never as much as 10 FTE."),
    ],
)
def test_how_a_difference_unfolds_is_said_in_words(path: list[float], words: str) -> None:
    staff, leaders = np.array([[0.0] * 4, path]) + 5_000, np.full((2, 4), 0.5)
    values = {"fte": staff, "trusts_led": leaders}
    effect = LeverEffect("places_newrole", (0, 1_000), 0, range(2030, 2034), values)
    assert words in said(effect)[0]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (970.4, "FTE", "970 FTE more"),
        (-174.0, "FTE", "170 FTE fewer"),
        (3_236.0, "FTE", "3,200 FTE more"),
        (-0.26, "share", "26 points lower"),
        (0.0051, "share", "1 point higher"),
        (0.004, "share", "less than 1 point apart"),
        (0.0, "FTE", "the same"),
        (-9_640.0, "£ thousand", "£9.6 million less"),
        (1_018_300.0, "people", "1,018,000 people more"),
    ],
)
def test_a_difference_is_said_with_its_direction(value: float, unit: str, words: str) -> None:
    assert change(value, unit) == words


def test_a_setting_is_said_as_part_of_a_sentence() -> None:
    assert setting("places_cp", 1_400) == "at 1,400 people a year"
    assert setting("mandate", 1) == "with it on"
    assert setting("boards", 36) == "with “36 boards of April 2026”"


def test_no_effect_of_leadership_on_staffing_is_told() -> None:
    supposed = Scenario(effects_on=1, eps_ret=0.05, mandate=1)
    start, _ = from_where(supposed, "retention")
    assert start == Scenario(eps_ret=0.05, mandate=1)
    for name in ("effects_on", "eps_ret", "eps_rec", "eps_train", "eps_prod", "tau_dose"):
        start, note = from_where(supposed, name)
        assert not reach(start, name).moved
        assert "said apart" in note


def test_a_lever_that_needs_a_switch_is_told_with_the_switch_on() -> None:
    start, note = from_where(Scenario(), "mandate_year")
    assert start == Scenario(mandate=1)
    assert ASSUMPTIONS["mandate"].label in note
    assert "trusts_led" in reach(start, "mandate_year").moved
    start, note = from_where(Scenario(), "plan_reading")
    assert start == Scenario(need_method=1)
    assert "needed" in reach(start, "plan_reading").moved
    assert from_where(Scenario(mandate=1), "mandate_year") == (Scenario(mandate=1), "")


def test_the_start_of_the_plan_is_told_by_an_example_where_no_choice_waits_for_it() -> None:
    together = with_preset(Scenario(leave_psy=0.1), PRESETS["together"])
    start, note = from_where(Scenario(leave_psy=0.1), "plan_start")
    assert start == together
    assert PRESETS["together"].label in note
    assert from_where(Scenario(retention=0.05), "plan_start") == (Scenario(retention=0.05), "")


def test_an_own_date_counts_for_nothing_until_its_choice_is_moved() -> None:
    start, note = from_where(Scenario(), "retention_start")
    assert start == Scenario()
    assert ASSUMPTIONS["retention"].label in note
    assert not reach(start, "retention_start").moved
    moved, silent = from_where(Scenario(retention=0.05), "retention_start")
    assert silent == ""
    later = reach(moved, "retention_start").change("fte", 2036)
    assert later[-1] < -10


@pytest.mark.parametrize("name", ["need_method", "eps_ret", "retention_start"])
def test_a_lever_that_moves_nothing_says_why_and_not_only_that_it_does(name: str) -> None:
    def one_lesson(name: str) -> None:
        from ppn_scenarios.assumptions import Scenario
        from ppn_scenarios.ui.lever_lesson import show_lesson

        show_lesson(name, Scenario(), "drawer")

    app = AppTest.from_function(one_lesson, args=(name,)).run()
    assert_sound(app)
    assert from_where(Scenario(), name)[1] in [caption.value for caption in app.caption]
    assert "moves no result" not in text(app)


def all_lessons() -> None:
    """Every lever's lesson under one another, as its drawer shows it."""
    from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
    from ppn_scenarios.ui.lever_lesson import show_lesson

    for name in ASSUMPTIONS:
        show_lesson(name, Scenario(), "drawer")


def test_every_lever_s_drawer_can_be_drawn_and_says_its_whole_lesson() -> None:
    app = AppTest.from_function(all_lessons, default_timeout=120).run()
    assert_sound(app)
    everything = text(app)
    for a in ASSUMPTIONS.values():
        for told in a.lesson.texts().values():
            assert told in everything
    ranges = [caption for caption in tables(app) if caption.endswith(": range and sources")]
    assert len(ranges) == len(ASSUMPTIONS)


def test_every_lever_has_help_beside_its_name_that_says_what_it_means_and_that_a_press_says_more():
    app = open_panels(arrive())
    helped = {name: control.help for name, control in levers(app).items()}
    assert set(helped) == set(LEVERS)
    for name, told in helped.items():
        meaning = LEVERS[name].meaning.replace("$", r"\$")
        assert told.startswith(f"{meaning} Press for more."), name
        assert told.count("Press for more.") == 1


@pytest.mark.parametrize("name", ["places_cp", "mandate", "leave_psy", "mandate_year"])
def test_a_press_on_the_help_opens_the_drawer_of_its_lever(name: str) -> None:
    app = arrive()
    assert ASSUMPTIONS[name].lesson.message not in text(app)
    press_help(app, name)
    assert_sound(app)
    assert ASSUMPTIONS[name].lesson.message in text(app)
    assert f"{ASSUMPTIONS[name].label}: range and sources" in tables(app)
    assert app.session_state["scenario"] == Scenario()


def test_dates_of_single_choices_have_drawers_as_well() -> None:
    app = arrive(places_cp=1200)
    app.session_state["own_dates"] = True
    app.run()
    assert levers(app)["places_cp_start"].help.count("Press for more.") == 1
    press_help(app, "places_cp_start")
    assert_sound(app)
    assert ASSUMPTIONS["places_cp_start"].lesson.message in text(app)


@pytest.mark.parametrize(
    "told", [None, "", "no_such_lever", 5, ["retention"], {"name": "retention"}, "Retention"]
)
def test_whatever_else_a_browser_says_was_pressed_opens_nothing(told: object) -> None:
    app = press_help(arrive(retention=0.05), told)
    assert_sound(app)
    assert not any(a.lesson.message in text(app) for a in ASSUMPTIONS.values())
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert not app.session_state["notes"]


def test_the_page_opens_at_the_lever_that_a_link_names() -> None:
    app = arrive(PAGE, lever="retention")
    assert_sound(app)
    assert ASSUMPTIONS["retention"].lesson.example in text(app)
    assert address(app) == {"v": "1", "lever": "retention"}
    assert app.selectbox(key="lever_group").value == ASSUMPTIONS["retention"].group


def test_a_lever_that_does_not_exist_is_named_and_the_first_is_shown() -> None:
    app = arrive(PAGE, lever="no_such_lever")
    assert_sound(app)
    assert "no_such_lever" in " ".join(warnings(app).values()).replace(" ", "_")
    assert ASSUMPTIONS[IN_ORDER[0]].lesson.message in text(app)


def test_next_and_previous_go_through_every_lever_and_round() -> None:
    assert sorted(IN_ORDER) == sorted(LEVERS)
    app = arrive(PAGE)
    app.button(key="lever_previous").click().run()
    assert app.session_state["view"].lever == IN_ORDER[-1]
    app.button(key="lever_next").click().run()
    assert app.session_state["view"].lever == IN_ORDER[0]
    app.button(key="lever_next").click().run()
    assert_sound(app)
    assert ASSUMPTIONS[IN_ORDER[1]].lesson.message in text(app)


def test_choosing_a_group_turns_to_its_first_lever() -> None:
    app = arrive(PAGE)
    app.selectbox(key="lever_group").set_value("Training").run()
    assert_sound(app)
    assert app.session_state["view"].lever == BY_GROUP["Training"][0]
    app.selectbox(key="lever_read").set_value("places_other").run()
    assert address(app)["lever"] == "places_other"


def test_the_lever_can_be_moved_on_its_page_and_the_words_follow() -> None:
    app = arrive(PAGE, lever="retention")
    before = text(app)
    app.slider(key="read_retention").set_value(0.05).run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert "where you are (5%)" in text(app)
    assert "where you are (5%)" not in before


def test_the_chart_says_in_words_what_it_shows_and_has_its_table() -> None:
    app = arrive(PAGE, lever="places_cp")
    assert [len(chart.proto.alt) > 60 for chart in app.get("vega_lite_chart")] == [True]
    app.session_state["page_table_places_cp_fte"] = True
    app.run()
    rows = next(rows for caption, rows in tables(app).items() if "each setting" in caption)
    assert rows[0] == [
        "31 March",
        "900 people a year",
        "1,080 people a year (where you are)",
        "1,400 people a year",
    ]
    assert [row[0] for row in rows[1:]] == [str(year) for year in range(2023, 2038)]
    low, now, high = (staff_in_2037(Scenario(places_cp=p)) for p in (900, 1_080, 1_400))
    assert rows[-1][1:] == [
        f"{staff(low)} (−{10 * round((now - low) / 10)})",
        staff(now),
        f"{staff(high)} (+{10 * round((high - now) / 10)})",
    ]
    assert rows[1][1:] == ["27,800"] * 3


def test_each_difference_that_is_drawn_has_a_passport() -> None:
    found = passports_of("places_cp", Scenario(), 2037)
    assert [re.search(r"at ([\d,]+) people", p.label)[1] for p in found] == ["900", "1,400"]  # type: ignore[index]
