"""Leadership changes no headline; a reader's hypothesis about it is said apart."""

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS

from .reader import (
    HOME,
    arrive,
    assert_sound,
    cards,
    finding,
    staff_finding,
    table,
    warnings,
)

BANNER = "Your hypothesis, kept apart"
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


def test_an_effect_that_is_on_stays_out_of_every_headline_chart_and_table():
    """The finding, the cards and the tables are those of the same plan without the effect."""
    off = arrive(HOME, show="table", mandate=1)
    on = arrive(HOME, show="table", mandate=1, **STRONG)
    assert_sound(on)
    assert finding(on) == finding(off)
    assert cards(on) == cards(off)
    assert table(on, "Staff in England") == table(off, "Staff in England")


def test_an_effect_that_is_on_is_said_apart_with_what_it_would_change():
    less, more = arrive(HOME, **STRONG), arrive(HOME, **STRONG, mandate=1, encouragement=1.2)
    for app in (less, more):
        assert "No study has shown such an effect" in warnings(app)[BANNER]
    assert warnings(less)[BANNER] != warnings(more)[BANNER], "it should follow leadership"
    assert "+" in warnings(more)[BANNER]


def test_the_switch_alone_claims_no_effect():
    app = arrive(effects_on=1)
    assert finding(app) == finding(arrive())
    assert BANNER not in warnings(app)


def test_switching_off_again_takes_the_hypothesis_away():
    app = arrive(HOME, **STRONG)
    assert BANNER in warnings(app)
    app.button(key="reset_belief").click().run()
    assert BANNER not in warnings(app)
    assert BY_NOTHING in finding(app)
