"""What one lever does from where a scenario is, against projections made one by one."""

from dataclasses import replace

import numpy as np
import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.lever_effect import (
    HEADLINES,
    RESULTS,
    LeverEffect,
    lever_effect,
    positions_of,
)
from ppn_scenarios.assumptions import ASSUMPTIONS

MINE = Scenario(retention=0.05, mandate=1, places_other=6_000, boards=36)
SOME = ["places_cp", "retention", "post_growth", "mandate_year", "boards", "cap_mode", "fill_time"]


@pytest.mark.parametrize("scenario", [Scenario(), MINE])
@pytest.mark.parametrize("name", SOME)
def test_each_line_is_what_the_explorer_shows_with_the_lever_moved_there(
    name: str, scenario: Scenario
) -> None:
    effect = lever_effect(baseline(), scenario, name)
    for position in effect.positions:
        alone = project(baseline(), replace(scenario, **{name: position}))
        for result in (*HEADLINES, "systems_led", "clinical_fte", "needed"):
            expected = MEASURES[result](alone, "england").mid
            assert effect.of(result, position) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("name", "now", "expected"),
    [
        ("places_cp", 1_080, (900, 1_080, 1_400)),
        ("places_cp", 900, (900, 1_400)),
        ("mandate", 0, (0, 1)),
        ("boards", 42, (26, 36, 42)),
        ("plan_reading", 1, (1, 2, 3)),
    ],
)
def test_a_lever_is_looked_at_at_both_ends_and_where_it_is_or_at_every_option(
    name: str, now: float, expected: tuple[float, ...]
) -> None:
    assert positions_of(name, now) == expected


@pytest.mark.parametrize(
    "name",
    [n for n, a in ASSUMPTIONS.items() if a.group in {"Leadership posts", "Leadership today"}],
)
def test_no_lever_on_leaders_moves_the_number_of_staff(name: str) -> None:
    effect = lever_effect(baseline(), replace(MINE, funding=1), name)
    assert "fte" not in effect.moved
    assert not effect.change("fte", effect.others[-1]).any()


def test_nobody_is_gained_from_a_psychology_place_before_the_course_is_over() -> None:
    """Places grow from April 2027; three years on, the first year with more staff is 2030/31."""
    alone = Scenario(career_psy=0, career_ther=0)  # nobody leaves a post to train
    effect = lever_effect(baseline(), alone, "places_cp")
    gained = dict(zip(effect.years, effect.change("fte", 1_400), strict=True))
    assert all(gained[year] == pytest.approx(0, abs=1e-6) for year in range(2023, 2031))
    assert all(gained[year] > 100 for year in range(2031, 2038))


def made(*paths: list[float], name: str = "places_cp") -> LeverEffect:
    """A lever's effect on staff with differences written by hand: low, now (0) and high."""
    low, high = paths
    values = np.array([low, [0.0] * len(low), high]) + 1_000
    years = range(2030, 2030 + len(low))
    return LeverEffect(name, (900, 1_080, 1_400), 1_080, years, {"fte": values})


def test_a_difference_that_goes_the_other_way_first_says_how_far_and_until_when() -> None:
    course = made([0] * 5, [0, -20, -70, -5, 90]).course("fte", smallest=10)
    assert (course.first, course.from_the_start, course.gone) == (2031, False, False)
    assert course.worst == (2032, -70)
    assert course.turns == 2033
    assert course.widest == (2034, 90)


def test_a_difference_that_only_grows_has_no_worst_year() -> None:
    course = made([0] * 4, [20, 30, 40, 50]).course("fte", smallest=10)
    assert course.from_the_start
    assert course.first == 2030
    assert course.worst is None
    assert course.turns is None


def test_a_difference_that_closes_again_is_gone_in_the_end() -> None:
    course = made([0] * 4, [0, 60, 30, 4]).course("fte", smallest=10)
    assert course.gone
    assert course.widest == (2031, 60)
    assert course.worst is None


def test_a_difference_too_small_to_say_never_shows() -> None:
    course = made([0] * 3, [0, 5, -9]).course("fte", smallest=10)
    assert course.first is None
    assert not course.gone


def test_the_end_that_matters_is_the_high_one_unless_it_moves_next_to_nothing() -> None:
    assert made([0, -50], [0, 40]).far("fte") == 1_400
    assert made([0, -50], [0, 1]).far("fte") == 900


def test_a_high_end_is_told_from_a_twentieth_of_the_widest_move_on() -> None:
    assert made([0, -100], [0, 6]).far("fte") == 1_400
    assert made([0, -100], [0, 4]).far("fte") == 900


def test_methods_of_need_are_not_set_side_by_side() -> None:
    effect = lever_effect(baseline(), Scenario(), "need_method")
    assert "needed" in RESULTS
    assert "needed" not in effect.values
    assert not effect.moved
