"""The panel of dates for single choices: apart, closed, and only for choices that are made."""

from ppn_scenarios.assumptions import ASSUMPTIONS, OWN_DATES, Scenario
from ppn_scenarios.ui.own_dates import TITLE

from .reader import HOME, address, arrive, assert_sound, levers, open_panels, text


def dates_open(**query: float):
    app = arrive(HOME, **query)
    app.session_state["own_dates"] = True
    return app.run()


def drawn(app) -> set[str]:
    return levers(app).keys() & OWN_DATES.keys()


def test_dates_are_not_among_the_levers_and_not_built_until_asked_for():
    app = open_panels(arrive(places_cp=1200))
    assert [panel.label for panel in app.sidebar.expander].count(TITLE) == 1
    assert not drawn(app)


def test_only_choices_that_are_made_can_be_dated():
    nothing = dates_open()
    assert_sound(nothing)
    assert not drawn(nothing)
    assert "You have moved no choice" in text(nothing)
    app = dates_open(places_cp=1200, mandate=1, leave_psy=0.08)
    assert drawn(app) == {"places_cp_start", "places_cp_ramp"}
    assert "You have moved no choice" not in text(app)


def test_a_date_reaches_the_scenario_the_link_and_the_list_of_changes():
    app = dates_open(places_cp=1200)
    levers(app)["places_cp_start"].set_value(2030.0).run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(places_cp=1200, **{"places_cp_start": 2030})
    assert address(app) == {"v": "1", "places_cp": "1200", "places_cp_start": "2030"}
    app.session_state["changes"] = True
    said = text(app.run())
    assert (
        "**Clinical psychology places: own start**: 1 April 2030, instead of with the plan" in said
    )
    assert any(caption.value == "Own dates set: 1" for caption in app.caption)
    app.button(key="reset_choice").click().run()
    assert app.session_state["scenario"] == Scenario()


def test_a_date_in_a_link_whose_choice_is_not_made_is_kept_and_can_be_put_back():
    app = dates_open(retention_ramp=5)
    assert_sound(app)
    assert drawn(app) == {"retention_ramp"}
    levers(app)["retention_ramp"].set_value(0.0).run()
    assert app.session_state["scenario"] == Scenario()


def test_every_date_can_be_drawn_at_once_and_set_to_its_end():
    app = dates_open(**{name: a.high for name, a in ASSUMPTIONS.items()})
    assert_sound(app)
    assert drawn(app) == set(OWN_DATES)
    assert {name: levers(app)[name].value for name in OWN_DATES} == {
        name: a.high for name, a in OWN_DATES.items()
    }
