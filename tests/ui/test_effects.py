"""Leadership changes staffing by nothing until a reader says otherwise; then every page says so."""

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS

from .reader import (
    HOME,
    PAGES,
    arrive,
    assert_sound,
    cards,
    finding,
    staff_finding,
    table,
    text,
    warnings,
)

BANNER = "Assumes that leadership changes staffing"
BY_NOTHING = "Leadership changes staff numbers by nothing here: no study shows that it does."
ABOUT_LEADERSHIP = [n for n, a in ASSUMPTIONS.items() if a.group.startswith("Leadership")]
STRONG = {"effects_on": 1, "eps_ret": 0.054, "eps_rec": 0.05, "eps_train": 0.1}


def staff_cards(app) -> dict[str, str]:
    return {k: v for k, v in cards(app).items() if "Staff" in k or "plan" in k}


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("name", ABOUT_LEADERSHIP)
def test_no_leadership_lever_moves_staff_while_the_effect_is_off(name, end):
    before, after = arrive(), arrive(HOME, **{name: getattr(ASSUMPTIONS[name], end)})
    assert staff_finding(after) == staff_finding(before)
    assert staff_cards(after) == staff_cards(before)
    assert BY_NOTHING in finding(after)
    assert BANNER not in warnings(after)
    if after.session_state["scenario"] != before.session_state["scenario"]:
        assert "Staff against things as they stand: no change." in finding(after)


def test_all_leadership_levers_together_move_leaders_and_no_staff():
    everything = {n: ASSUMPTIONS[n].high for n in ABOUT_LEADERSHIP} | {"lead_turnover": 0.12}
    before, after = arrive(show="table"), arrive(HOME, show="table", **everything)
    assert staff_finding(after) == staff_finding(before)
    assert finding(after) != finding(before), "leaders should differ"
    staff = table(after, "Staff in England")
    assert staff[0][-2:] == ["As things stand", "My scenario"]
    assert all(row[-2] == row[-1] for row in staff[1:])


def test_a_hypothesis_about_effects_does_nothing_until_it_is_switched_on():
    off = arrive(eps_ret=0.054, eps_rec=0.05, eps_train=0.1, mandate=1)
    assert staff_finding(off) == staff_finding(arrive())
    assert BY_NOTHING in finding(off)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_so_when_the_effect_is_on(page):
    app = arrive(page, **STRONG)
    assert_sound(app)
    assert "no study has shown" in warnings(app)[BANNER]
    assert BY_NOTHING not in text(app)


def test_an_effect_that_is_on_moves_staff_with_leadership():
    less = arrive(HOME, **STRONG)
    more = arrive(HOME, **STRONG, mandate=1, encouragement=1.2)
    assert staff_finding(less) != staff_finding(arrive())
    assert staff_finding(more) != staff_finding(less)
    assert BANNER in warnings(more)


def test_the_switch_alone_changes_no_number_and_still_says_what_is_assumed():
    app = arrive(effects_on=1)
    assert staff_finding(app) == staff_finding(arrive())
    assert BANNER in warnings(app)


def test_switching_off_again_takes_the_banner_away():
    app = arrive(HOME, **STRONG)
    app.button(key="reset_belief").click().run()
    assert BANNER not in warnings(app)
    assert BY_NOTHING in finding(app)
