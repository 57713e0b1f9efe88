"""What moves a result most: both ends against single runs, and no lever lost."""

from dataclasses import replace

import pytest

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.draws import EFFECTS
from ppn_scenarios.analysis.sensitivity import sobol
from ppn_scenarios.analysis.tornado import hypotheses, tornado
from ppn_scenarios.assumptions import ASSUMPTIONS, GROUPS, LEVERS, Scenario
from ppn_scenarios.assumptions.measuring import MEASURING
from ppn_scenarios.model import project
from tests.analysis.small_england import england

MINE = Scenario(mandate=1, retention=0.05, leave_psy=0.08, need_method=1)


def value(scenario: Scenario, measure: str, year: int) -> float:
    one = replace(england(), share=england().share[0])
    return MEASURES[measure](project(one, scenario), ENGLAND).at(year)[1]


@pytest.mark.parametrize(
    ("measure", "year"), [("fte", 2037), ("trusts_led", 2030), ("need_met", 2034), ("cost", 2037)]
)
def test_both_ends_of_a_bar_are_single_runs(measure: str, year: int) -> None:
    found = tornado(england(), MINE, measure, year)
    assert found.now == pytest.approx(value(MINE, measure, year))
    for bar in (*found.choices[:4], *found.beliefs[:4]):
        a = ASSUMPTIONS[bar.name]
        for end, at in ((a.low, bar.at_low), (a.high, bar.at_high)):
            run = value(replace(MINE, **{bar.name: end}), measure, year)
            assert at == pytest.approx(run, rel=1e-9), bar.name


@pytest.mark.parametrize("measure", ["fte", "trusts_led", "systems_led", "staff_gap"])
def test_every_lever_is_in_one_panel_or_counted_outside_them(measure: str) -> None:
    found = tornado(england(), MINE, measure, 2037)
    bars = [bar.name for bar in (*found.choices, *found.beliefs)]
    outside = {*found.still, *found.definitions, *EFFECTS, "effects_on"}
    assert set(LEVERS) == set(bars) | outside
    assert not set(bars) & outside
    assert {ASSUMPTIONS[bar.name].kind for bar in found.choices} <= {"choice"}
    assert {ASSUMPTIONS[bar.name].kind for bar in found.beliefs} == {"belief"}
    for panel in (found.choices, found.beliefs):
        widths = [bar.width for bar in panel]
        assert widths == sorted(widths, reverse=True)
        assert all(width > 0 for width in widths)


def test_what_is_counted_differently_is_not_a_bar() -> None:
    assert tornado(england(), MINE, "systems_led", 2037).definitions == ("boards",)
    need = tornado(england(), MINE, "need_met", 2037)
    assert need.definitions == ("need_method", "plan_reading")
    assert tornado(england(), MINE, "fte", 2037).definitions == ()


def test_effects_of_leadership_are_moved_only_where_they_are_switched_on_and_apart() -> None:
    assert hypotheses(england(), MINE, "fte", 2037) == ()
    supposed = replace(MINE, effects_on=1)
    rows = hypotheses(england(), supposed, "fte", 2037)
    assert {row.name for row in rows} == EFFECTS
    assert rows[0].width > 0
    bars = tornado(england(), supposed, "fte", 2037)
    assert not EFFECTS & {bar.name for bar in (*bars.choices, *bars.beliefs)}
    assert not EFFECTS & set(bars.still)


def test_every_group_of_levers_says_who_could_measure_it() -> None:
    assert set(MEASURING) == set(GROUPS)


def test_progress_is_told_in_true_counts() -> None:
    said: list[tuple[int, int]] = []
    rows = sobol(england(), Scenario(), "fte", n=64, told=lambda done, of: said.append((done, of)))
    moved = sum(1 for row in rows if row.name not in EFFECTS)
    assert said[-1][0] == said[-1][1]
    assert {of for _, of in said} == {said[-1][1]}
    assert said[-1][1] % 64 == 0
    assert said[-1][1] // 64 <= moved + 2
    assert [done for done, _ in said] == sorted({done for done, _ in said})
