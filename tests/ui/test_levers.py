"""What happens when a reader moves a lever, starts from a preset, puts back or changes page."""

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, PRESETS, Scenario, with_preset
from ppn_scenarios.assumptions.conditions import NEEDS

from .reader import (
    HOME,
    NUMBERS,
    PAGES,
    address,
    arrive,
    assert_sound,
    finding,
    levers,
    menu,
    open_panels,
    opened,
    staff_finding,
    warnings,
)

MAIN = [name for name, a in LEVERS.items() if a.main]
HIDDEN = [name for name, a in LEVERS.items() if not a.main]
MAIN_SLIDERS = [name for name in MAIN if ASSUMPTIONS[name].unit != "switch"]
DISABLED_AT_FIRST = {name for name, switch in NEEDS.items() if not ASSUMPTIONS[switch].default}


def test_moving_a_lever_changes_the_scenario_the_link_and_the_finding():
    app = arrive()
    before = staff_finding(app)
    assert address(app) == {}
    app.slider(key="lever_retention").set_value(0.05).run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert address(app) == {"v": "1", "retention": "0.05"}
    assert staff_finding(app) != before
    assert "Staff against things as they stand: +" in finding(app)


@pytest.mark.parametrize("name", [n for n in MAIN_SLIDERS if n not in NEEDS])
def test_every_main_lever_reaches_the_scenario_and_the_link(name):
    app = arrive()
    app.slider(key=f"lever_{name}").set_value(ASSUMPTIONS[name].high).run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(**{name: ASSUMPTIONS[name].high})
    assert float(address(app)[name]) == ASSUMPTIONS[name].high


def test_a_lever_put_back_to_its_default_leaves_the_link():
    app = arrive(retention=0.05)
    app.slider(key="lever_retention").set_value(0.0).run()
    assert address(app) == {}
    assert "Staff against things as they stand" not in finding(app)


def test_levers_behind_a_click_move_the_scenario_too():
    app = open_panels(arrive())
    app.slider(key="lever_uptake_ther").set_value(0.95).run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(uptake_ther=0.95)
    assert "Staff against things as they stand: +" in finding(app)


def test_a_lever_in_thousands_is_written_as_its_text_is_and_a_year_is_not() -> None:
    formats = {str(one.key): one.proto.format for one in open_panels(arrive()).slider}
    large = {f"lever_{name}" for name, a in LEVERS.items() if a.high >= 1_000} & formats.keys()
    years = {"lever_mandate_year", "lever_plan_start"}
    people = {f"lever_{name}" for name in ("places_cp", "places_other", "places_newrole")}
    assert large == years | people | {"lever_external"}
    assert {formats[key] for key in large - years} == {"%,d"}
    assert {formats[key] for key in years} == {"1 April %d"}


def test_a_panel_stays_open_while_levers_in_it_move():
    app = open_panels(arrive())
    for step, name in enumerate(["uptake_ther", "lead_turnover", "lead_wte"]):
        app.slider(key=f"lever_{name}").set_value(ASSUMPTIONS[name].high).run()
        assert len(app.session_state["scenario"].changes()) == step + 1
    assert levers(app).keys() == LEVERS.keys()


def test_a_lever_with_named_options_takes_each_of_them_and_no_other():
    name, lever = next((n, a) for n, a in ASSUMPTIONS.items() if a.options)
    for option in lever.options:
        app = open_panels(arrive())
        levers(app)[name].set_value(option).run()
        assert_sound(app)
        assert app.session_state["scenario"] == Scenario(**{name: option})
        assert levers(app)[name].value == option
    app = arrive(HOME, **{name: lever.low + 1})
    assert lever.label in next(iter(warnings(app).values()))
    assert app.session_state["scenario"] == Scenario()


def test_a_starting_share_entered_on_the_page_is_the_lever_of_the_panel():
    app = arrive()
    app.session_state["starting_shares"] = True
    open_panels(app)
    app.slider(key="start_cppo_base_acute").set_value(0.6).run()
    assert_sound(app)
    assert app.slider(key="lever_cppo_base_acute").value == 0.6
    assert address(app)["cppo_base_acute"] == "0.6"
    app.slider(key="lever_cppo_base_acute").set_value(0.4).run()
    assert app.slider(key="start_cppo_base_acute").value == 0.4


@pytest.mark.parametrize("page", PAGES)
def test_a_lever_that_is_not_drawn_keeps_its_value_from_the_link(page):
    app = arrive(page, uptake_ther=0.95, lead_wte=0.2)
    assert {"lever_uptake_ther", "lever_lead_wte"}.isdisjoint(w.key for w in app.slider)
    app.slider(key="lever_retention").set_value(0.05).run()
    assert app.session_state["scenario"] == Scenario(uptake_ther=0.95, lead_wte=0.2, retention=0.05)
    open_panels(app)
    assert app.slider(key="lever_uptake_ther").value == 0.95
    assert app.slider(key="lever_lead_wte").value == 0.2


def test_closing_a_panel_keeps_what_was_set_in_it():
    app = open_panels(arrive())
    app.slider(key="lever_uptake_ther").set_value(0.95).run()
    app.session_state["more_belief"] = False
    app.run()
    assert "lever_uptake_ther" not in {w.key for w in app.slider}
    assert app.session_state["scenario"].uptake_ther == 0.95
    assert address(app)["uptake_ther"] == "0.95"
    assert any(caption.value.endswith(": 1") for caption in app.sidebar.caption)


def test_the_panels_hold_every_lever_that_is_not_in_view():
    app = arrive()
    assert levers(app).keys() == set(MAIN)
    counts = [panel.label.split()[0] for panel in app.sidebar.expander if " more" in panel.label]
    assert sum(map(int, counts)) == len(HIDDEN)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_sets_choices_and_leaves_beliefs(preset):
    app = arrive(leave_psy=0.1, retention=0.12)
    app.selectbox(key="preset").set_value(preset).run()
    assert_sound(app)
    expected = with_preset(Scenario(leave_psy=0.1), PRESETS[preset])
    assert app.session_state["scenario"] == expected
    assert app.session_state["scenario"].leave_psy == 0.1
    assert app.session_state["scenario"].retention == PRESETS[preset].scenario.retention
    assert app.slider(key="lever_retention").value == PRESETS[preset].scenario.retention
    assert app.selectbox(key="preset").value == preset
    assert PRESETS[preset].meaning in [caption.value for caption in app.caption]


def test_presets_change_the_answer():
    findings = {}
    for preset in PRESETS:
        app = arrive()
        app.selectbox(key="preset").set_value(preset).run()
        findings[finding(app)] = preset
    assert len(findings) == len(PRESETS), findings


def test_own_choices_are_called_so_until_a_preset_is_taken():
    app = arrive(retention=0.03)
    assert app.selectbox(key="preset").value == "own"
    assert "My own choices" in app.selectbox(key="preset").options
    app.selectbox(key="preset").set_value("mandate").run()
    assert "My own choices" not in app.selectbox(key="preset").options


def test_putting_choices_back_leaves_beliefs():
    app = arrive(retention=0.05, places_newrole=500, leave_psy=0.1)
    app.button(key="reset_choice").click().run()
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)
    assert address(app) == {"v": "1", "leave_psy": "0.1"}
    assert app.slider(key="lever_retention").value == 0.0


def test_putting_beliefs_back_leaves_choices():
    app = arrive(retention=0.05, uptake_ther=0.95, leave_psy=0.1)
    app.button(key="reset_belief").click().run()
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert address(app) == {"v": "1", "retention": "0.05"}


def test_putting_back_is_offered_only_where_something_is_changed():
    app = arrive()
    assert app.button(key="reset_choice").disabled
    assert app.button(key="reset_belief").disabled
    app.slider(key="lever_leave_psy").set_value(0.1).run()
    assert app.button(key="reset_choice").disabled
    assert not app.button(key="reset_belief").disabled


def test_the_scenario_and_the_view_follow_from_page_to_page_and_back():
    app = arrive(HOME, place="Y56", show="table")
    app.slider(key="lever_retention").set_value(0.05).run()
    here, said = address(app), finding(app)
    assert here == {"v": "1", "retention": "0.05", "place": "Y56", "show": "table"}
    app.switch_page(NUMBERS).run()
    assert_sound(app)
    assert address(app) == here
    assert app.slider(key="lever_retention").value == 0.05
    app.slider(key="lever_leave_psy").set_value(0.1).run()
    app.switch_page(HOME).run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(retention=0.05, leave_psy=0.1)
    assert app.selectbox(key="place").value == "Y56"
    assert app.segmented_control(key="show").value == "table"
    assert finding(app) != said


def test_a_menu_link_carries_the_scenario():
    app = arrive(retention=0.05)
    assert len(menu(app)) == len(PAGES)
    assert all(link.carries["retention"] == "0.05" for link in menu(app))


def test_choosing_a_place_keeps_the_scenario_and_changes_the_answer():
    app = arrive(retention=0.05)
    before = finding(app)
    app.selectbox(key="place").set_value("QWU").run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert address(app)["place"] == "QWU"
    assert finding(app) != before


@pytest.mark.parametrize(("name", "switch"), NEEDS.items())
def test_a_lever_that_needs_a_switch_is_disabled_until_it_is_on(name, switch):
    off, on = open_panels(arrive()), open_panels(arrive(HOME, **{switch: 1}))
    assert off.slider(key=f"lever_{name}").disabled
    assert not on.slider(key=f"lever_{name}").disabled


def test_no_other_lever_is_disabled():
    app = open_panels(arrive())
    assert {name for name, w in levers(app).items() if w.disabled} == DISABLED_AT_FIRST


def test_a_switch_turned_on_in_the_page_wakes_what_needs_it():
    app = arrive()
    app.toggle(key="lever_mandate").set_value(True).run()
    assert address(app) == {"v": "1", "mandate": "1"}
    assert not app.slider(key="lever_mandate_year").disabled
    app.slider(key="lever_mandate_year").set_value(2030.0).run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(mandate=1, mandate_year=2030)


def test_the_page_lists_in_plain_words_what_is_changed():
    app = opened("changes", retention=0.05, lead_turnover=0.35)
    said = "\n".join(m.value for m in app.markdown).splitlines()
    labels = [panel.label for panel in app.expander]
    assert "What this scenario changes" in labels
    assert f"- **{ASSUMPTIONS['retention'].label}**: 5%, instead of 0%" in said
    unchanged = opened("changes")
    assert labels == [panel.label for panel in unchanged.expander]  # else the panel would shut
    assert any("Move a lever" in m.value for m in unchanged.markdown)
