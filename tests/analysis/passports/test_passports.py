"""A number passport adds up, names what moves the figure, and its code makes it again."""

import contextlib
import io
import math
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES, answers
from ppn_scenarios.analysis.breakeven import break_even
from ppn_scenarios.analysis.draws import DRAWN
from ppn_scenarios.analysis.leaders import posts_and_people
from ppn_scenarios.analysis.passports import (
    Passport,
    Term,
    checks,
    draws,
    leaders,
    published,
    repaid,
    spread,
)
from ppn_scenarios.analysis.passports.influence import shares_by_basis
from ppn_scenarios.analysis.passports.measures import MAKINGS, against, of_measure, of_measures
from ppn_scenarios.analysis.passports.targets import SQL, asked_for, of_targets
from ppn_scenarios.analysis.sensitivity import sobol, swings
from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.analysis.validation.staff_checks import england
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, STATUSES, TARGETS
from ppn_scenarios.model import Projection
from ppn_scenarios.tables.database import ask

ENGLAND, NATIONAL = "england", ("growth_since_2019",)
MINE = Scenario(retention=0.05, mandate=1, places_other=6_000)
SUPPOSED = replace(MINE, effects_on=1, eps_ret=0.03, eps_train=0.02, eps_prod=0.01, boards=36)
FULL_POSTS = Scenario(post_growth=0.0, retention=0.12, backfill=1.0)  # some find no post


@cache
def run(scenario: Scenario) -> Projection:
    return project(baseline(), scenario)


def ran(code: str) -> float:
    """What a piece of Python prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "passport", "exec"), {})  # noqa: S102 - our own text
    return float(out.getvalue())


def asked(sql: str) -> float:
    """What a query to the tables returns."""
    return float(ask(sql).to_numpy()[0, 0])


def assert_made_again(passport: Passport) -> None:
    """Hold that the code, and the query where there is one, give the value to the last digits."""
    assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)
    if passport.sql:
        assert asked(passport.sql) == pytest.approx(passport.value, rel=1e-9)


def local(measure: str) -> str:
    return ENGLAND if measure in NATIONAL else "QWE"


@pytest.mark.parametrize("place", [ENGLAND, "QWE"])
@pytest.mark.parametrize("measure", MAKINGS)
def test_the_code_of_a_passport_prints_its_value(measure: str, place: str) -> None:
    if place == ENGLAND or measure not in NATIONAL:
        assert_made_again(of_measure(measure, run(MINE), place, 2037))


def test_every_measure_has_a_passport() -> None:
    assert set(MAKINGS) == set(MEASURES)


@pytest.mark.parametrize(
    "scenario", [Scenario(), SUPPOSED, FULL_POSTS, replace(SUPPOSED, supervision_cap=1)]
)
@pytest.mark.parametrize("year", [2026, 2031, 2037])
@pytest.mark.parametrize("place", [ENGLAND, "Y56", "QWE"])
def test_the_terms_of_every_measure_give_it_in_any_place_and_year(
    scenario: Scenario, year: int, place: str
) -> None:
    some = [m for m in MAKINGS if place == ENGLAND or m not in NATIONAL]
    for measure, passport in zip(some, of_measures(some, run(scenario), place, year), strict=True):
        assert passport.value == MEASURES[measure](run(scenario), place).at(year)[1]
        assert passport.combine(*(t.value for t in passport.terms)) == pytest.approx(passport.value)


ENDS = {
    "low": {name: a.low for name, a in ASSUMPTIONS.items()},
    "high": {name: a.high for name, a in ASSUMPTIONS.items()},
    "few supervisors, and a hypothesis": {
        "supervision_cap": 1.0,
        "supervision_ratio": ASSUMPTIONS["supervision_ratio"].low,
        "effects_on": 1.0,
        "eps_train": 0.1,
    },
}


@pytest.mark.parametrize("end", ENDS)
def test_the_terms_of_every_measure_give_it_with_levers_at_their_ends(end: str) -> None:
    p = run(Scenario(**ENDS[end]))
    for measure, how in MAKINGS.items():
        value = MEASURES[measure](p, ENGLAND).at(2037)[1]
        parts = how.parts(p, ENGLAND, 2037)
        assert parts.combine(*(t.value for t in parts.terms)) == pytest.approx(value, rel=1e-9)


def test_the_opening_year_has_passports_too() -> None:
    some = [m for m in MAKINGS if "starts" not in m]
    assert len(of_measures(some, run(MINE), ENGLAND, 2023)) == len(some)


@pytest.mark.parametrize("method", [1, 2, 3, 4])
@pytest.mark.parametrize("place", [ENGLAND, "QWE"])
def test_staff_needed_are_explained_by_whichever_method_is_chosen(method: int, place: str) -> None:
    p = run(replace(MINE, need_method=method, skill_mix=0.1))
    passport = of_measure("needed", p, place, 2034)
    assert passport.value == MEASURES["needed"](p, place).at(2034)[1]
    assert_made_again(passport)


def test_a_measure_without_a_value_has_no_passport() -> None:
    p = run(replace(MINE, need_method=2))  # one service's staff cannot be held against all
    assert math.isnan(MEASURES["need_met"](p, ENGLAND).at(2037)[1])
    labels = [made.label for made in of_measures(["need_met", "fte"], p, ENGLAND, 2037)]
    assert labels == ["Staff in post, March 2037"]


def test_a_passport_that_does_not_add_up_is_refused() -> None:
    sound = Passport(
        label="Staff",
        value=6.0,
        unit="FTE",
        formula="a x b",
        terms=(Term(label="a", value=2, unit="number"), Term(label="b", value=3, unit="number")),
        combine=lambda a, b: a * b,
        bias="none known",
        code="print(6)",
    )
    with pytest.raises(ValueError, match="Staff: its terms give"):
        replace(sound, value=6.1)
    with pytest.raises(ValueError, match="Staff: 1 swings of 2"):
        replace(sound, rests_on=("retire", "external"), swings=(1.0,))


def test_the_levers_behind_staff_are_those_that_move_it_and_no_leadership_post() -> None:
    behind = of_measure("fte", run(Scenario()), ENGLAND, 2037).rests_on
    assert {"participation", "leave_psy", "places_other", "external", "retention"} <= set(behind)
    assert not {"h_encourage", "lead_wte", "fill_time", "exec_seat"} & set(behind)


def test_levers_stand_by_how_far_they_move_the_figure_on_this_scenario() -> None:
    passport = of_measure("fte", run(MINE), ENGLAND, 2037)
    known = {row.name: row.width for row in swings(baseline(), MINE, "fte", 2037)}
    assert list(passport.swings) == sorted(passport.swings, reverse=True)
    for name, width in zip(passport.rests_on, passport.swings, strict=True):
        assert width == pytest.approx(known[name], rel=1e-9)


def test_a_place_names_the_levers_that_move_the_place_itself() -> None:
    england = of_measure("trusts_led", run(Scenario()), ENGLAND, 2037)
    no_ambulances = of_measure("trusts_led", run(Scenario()), "QWE", 2037)
    assert "cppo_base_ambulance" in england.rests_on
    assert "cppo_base_ambulance" not in no_ambulances.rests_on


def test_what_can_move_a_figure_is_shared_out_by_what_its_numbers_rest_on() -> None:
    made = of_measure("fte", run(MINE), ENGLAND, 2037)
    shares = shares_by_basis(made)
    assert sum(shares.values()) == pytest.approx(1)
    none = [w for n, w in zip(made.rests_on, made.swings, strict=True) if is_placeholder(n)]
    assert shares[STATUSES["none"]] == pytest.approx(sum(none) / sum(made.swings))
    assert shares_by_basis(leaders.ceiling(MINE)) == {}  # no swing is known


def is_placeholder(name: str) -> bool:
    return ASSUMPTIONS[name].is_placeholder


@pytest.mark.parametrize("measure", ["fte", "trusts_led"])
def test_a_difference_is_explained_by_what_the_scenario_changes(measure: str) -> None:
    passport = against(measure, run(MINE), run(Scenario()), "QWE", 2037)
    assert set(passport.rests_on) <= set(MINE.changes())
    assert passport.rests_on
    assert_made_again(passport)


@pytest.mark.parametrize("place", [ENGLAND, "QWE"])
@pytest.mark.parametrize("id", TARGETS)
def test_a_target_says_what_it_asks_for_how_much_is_reached_and_when(id: str, place: str) -> None:
    p = run(Scenario(retention=0.12, places_other=7_000, post_growth=0.06))
    found, made = answers(p, place)[id], of_targets([id], p, place)
    assert bool(made) == found.projected
    if made:
        values = [passport.value for passport in made]
        known = [found.shares[1], found.threshold, found.first_year]
        assert values == pytest.approx([value for value in known if value is not None])
        for passport in made:
            assert_made_again(passport)


def test_targets_together_have_the_passports_that_each_has_alone() -> None:
    p = run(MINE)
    alone = [(m.label, m.value) for id in TARGETS for m in of_targets([id], p, ENGLAND)]
    assert [(m.label, m.value) for m in of_targets(TARGETS, p, ENGLAND)] == alone


def test_some_target_is_met_in_these_tests_and_some_never() -> None:
    p = run(Scenario(retention=0.12, places_other=7_000, post_growth=0.06))
    years = [len(of_targets([id], p, ENGLAND)) for id in TARGETS]
    assert {2, 3} <= set(years)


@pytest.mark.parametrize("id", SQL)
def test_the_arithmetic_of_a_target_is_one_question_to_the_published_figures(id: str) -> None:
    passport = asked_for(id, run(Scenario()), ENGLAND)
    assert asked(passport.sql) == pytest.approx(passport.value, rel=1e-12)


def test_every_kind_of_organisation_has_passports_of_its_posts_and_its_people() -> None:
    for row in posts_and_people(run(MINE), "Y56", 2037):
        posts, people = leaders.of_kind(row.kind, "Trusts", run(MINE), "Y56", 2037)
        assert (posts.value, people.value) == (row.posts_share, row.people_share)
    assert_made_again(posts)
    assert_made_again(people)


def test_the_ceiling_of_posts_in_hand_is_worked_out_again() -> None:
    made = leaders.ceiling(Scenario(lead_turnover=0.22, fill_time=0.39))
    assert made.value == pytest.approx(1 / 1.0858)
    assert_made_again(made)


def test_draws_rest_on_beliefs_alone_those_that_move_the_measure_most_first() -> None:
    wanted = [("fte", ENGLAND)]
    found = simulate(baseline(), MINE, wanted, n=16)[wanted[0]]
    measure = of_measure("fte", run(MINE), ENGLAND, 2037)
    band = draws.among_beliefs(draws.of_band(found, "fte", MINE, ENGLAND, 2037), measure)
    assert set(band.rests_on) == set(measure.rests_on) & set(DRAWN)
    assert list(band.swings) == sorted(band.swings, reverse=True)
    known = answers(run(MINE), ENGLAND)["T4A"]
    chance = draws.among_beliefs(draws.of_chance(found, known, MINE, ENGLAND), measure)
    assert chance.rests_on == band.rests_on
    assert not chance.swings  # how far staff move is not how far a chance does


BREAKS: dict[str, Callable[[], Scenario]] = {
    "with every lever at its most": lambda: replace(Scenario(**ENDS["high"]), effects_on=0),
    "at an effect": Scenario,
    "at once": lambda: Scenario(backfill=1.0),
    "never": lambda: Scenario(support=0.0),
}


@pytest.mark.parametrize("when", BREAKS)
def test_the_effect_that_would_repay_the_posts_is_worked_out_again(when: str) -> None:
    scenario = BREAKS[when]()
    found = break_even(baseline(), scenario)
    made = repaid.of_break_even(found, baseline(), scenario)
    assert len(made) == (1 if found.effect is None else 2)
    for passport in made:
        assert_made_again(passport)


@pytest.mark.parametrize("year", baseline().history)
def test_published_staff_are_a_question_to_a_table(year: int) -> None:
    made = published.of_history(baseline(), year)
    assert made.sql
    assert_made_again(made)


@pytest.mark.parametrize("place", [ENGLAND, "Y56", "QWE"])
def test_an_estimate_of_staff_is_the_mean_of_two_shares_and_a_question_to_a_table(
    place: str,
) -> None:
    made = published.of_estimate(baseline(), place)
    assert made.sql
    assert made.low is not None and made.high is not None
    assert made.low <= made.value <= made.high or place == ENGLAND
    assert_made_again(made)


@pytest.mark.parametrize("status", STATUSES)
def test_a_share_of_the_spread_is_what_its_beliefs_add_and_is_worked_out_again(
    status: str,
) -> None:
    found, n = sobol(baseline(), MINE, "fte", 2037, n=32), 32
    made = spread.of_status(status, "such figures", found, MINE, "fte", 2037, n)
    assert all(ASSUMPTIONS[name].status == status for name in made.rests_on)
    assert made.low is not None and made.high is not None
    assert made.low <= made.value <= made.high
    assert_made_again(made)


def test_the_back_test_is_worked_out_again() -> None:
    assert_made_again(checks.of_backtest(england(baseline())))


def test_inputs_are_counted_by_what_they_rest_on() -> None:
    made = checks.of_inputs("none", STATUSES["none"], (levers_without(), 88, 0))
    inputs = asked("SELECT count(*) FROM model_input WHERE status = 'none'")
    assert made.terms[1].value == inputs
    assert_made_again(made)


def levers_without() -> int:
    return sum(a.is_placeholder for a in LEVERS.values())
