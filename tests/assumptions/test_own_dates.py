"""A choice may have dates of its own: made from its one declaration, and never in the way."""

from dataclasses import replace

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, OWN_DATES, PRESETS, Scenario
from ppn_scenarios.assumptions.assumption import START, START_AND_RAMP
from ppn_scenarios.assumptions.own_dates import dates_of, own_date

# Choices that are dates themselves, or that have a date among the levers.
WITHOUT = {"plan_start", "plan_ramp", "mandate", "mandate_year"}


def test_every_choice_has_dates_of_its_own_or_a_lever_that_is_its_date() -> None:
    dated = {name for name, a in LEVERS.items() if a.dated}
    assert dated == {name for name, a in LEVERS.items() if a.kind == "choice"} - WITHOUT


def test_own_dates_are_made_from_the_choices_and_from_nothing_else() -> None:
    made = {own_date(name, which) for name, a in LEVERS.items() for which in a.dated}
    assert set(OWN_DATES) == made
    assert set(ASSUMPTIONS) == set(LEVERS) | made
    assert len(ASSUMPTIONS) == len(LEVERS) + len(made)


def test_what_acts_at_once_has_no_years_to_build_up() -> None:
    for name, a in LEVERS.items():
        if a.unit == "switch":
            assert a.dated in {(), START}, name


def test_an_own_date_can_be_what_the_date_of_the_plan_can_be_or_none() -> None:
    for name, date in OWN_DATES.items():
        of_plan = ASSUMPTIONS["plan_start" if name.endswith("_start") else "plan_ramp"]
        assert date.options == (0.0, *of_plan.positions), name
        assert date.show(0) == "with the plan"
        assert date.show(of_plan.high) == of_plan.show(of_plan.high)


@pytest.mark.parametrize("value", [2025, 1, 2037, 2030.5])
def test_a_date_that_cannot_be_is_refused_by_name(value: float) -> None:
    with pytest.raises(ValueError, match=r"^Clinical psychology places: own start: "):
        Scenario(**{"places_cp_start": value})


def test_nobody_has_dates_of_their_own_until_they_ask_for_them() -> None:
    assert all(getattr(Scenario(), name) == 0 for name in OWN_DATES)
    assert not any(p.scenario.changes().keys() & OWN_DATES.keys() for p in PRESETS.values())


def test_putting_choices_back_puts_their_dates_back() -> None:
    dated = Scenario(places_cp=1200, leave_psy=0.08, **{"places_cp_start": 2030})
    assert dated.without("choice") == Scenario(leave_psy=0.08)
    assert dated.without("belief") == Scenario(places_cp=1200, **{"places_cp_start": 2030})


def test_only_a_choice_can_be_dated() -> None:
    lever = LEVERS["places_cp"]
    dated = replace(lever, kind="choice", dated=START_AND_RAMP)
    assert set(dates_of("x", dated)) == {"x_start", "x_ramp"}
    with pytest.raises(ValueError, match="only a choice has dates of its own"):
        replace(lever, kind="belief", dated=START)
