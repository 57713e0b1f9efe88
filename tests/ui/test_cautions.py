"""The panel of what to check, on every page."""

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .reader import PAGES, arrive, assert_sound, text


def opened(page="app.py", **levers):
    """A page with the panel open."""
    app = arrive(page, **levers)
    app.session_state["cautions"] = True
    return app.run()


def test_nothing_is_to_check_of_things_as_they_stand():
    app = opened()
    assert_sound(app)
    assert "That does not make it likely" in text(app)


@pytest.mark.parametrize("page", PAGES)
def test_on_every_page_a_combination_is_named_with_a_way_out_that_can_be_undone(page):
    app = opened(page, mandate=1, mandate_year=2026)
    assert_sound(app)
    assert "The post is required before the plan starts" in text(app)
    button = app.button(key="fix_mandate_first")
    assert button.label == "Set Required from: 1 April 2027"
    button.click().run()
    assert_sound(app)
    assert app.session_state["scenario"] == Scenario(mandate=1, mandate_year=2027)
    app.button(key="undo").click().run()
    assert app.session_state["scenario"] == Scenario(mandate=1, mandate_year=2026)


@pytest.mark.parametrize("end", ["low", "high"])
def test_with_all_levers_at_one_end_the_panel_says_something_sensible(end):
    app = opened(**{name: getattr(a, end) for name, a in ASSUMPTIONS.items()})
    assert_sound(app)
    assert "Several beliefs at an end of their range" in text(app)
