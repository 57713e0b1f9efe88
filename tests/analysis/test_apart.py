"""Staff and leaders drawn apart: the same numbers as drawn together."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from ppn_scenarios.analysis.apart import (
    COULD_LEAD,
    OF_STAFF_ALONE,
    for_leaders,
    for_staff,
    leads_on,
    led_as,
    moved,
    of_both,
    of_leaders,
    parted,
    plenty,
    staffs_on,
)
from ppn_scenarios.analysis.chances import measures_of
from ppn_scenarios.analysis.draws import draw, values_of
from ppn_scenarios.analysis.leaders import posts_and_people
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.uncertainty import Outcomes, as_one_area, simulate
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, Projection, project, with_staff_of
from ppn_scenarios.model.axes import measures_of as measures_of_projections
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui import draws
from ppn_scenarios.ui.answers import projection, targets

ELSEWHERE = [
    (name, a.low if a.high == a.default else a.high)
    for name, a in ASSUMPTIONS.items()
    if name != "effects_on"
]
OF_STAFF = ("in_post", "trainees", "unplaced", "recent_leavers", "establishment")
OF_WHO_LEADS = ("posts", "led", "systems", "system_posts", "systems_led", "dose")
ALL = tuple(measures_of(targets(Scenario(), ENGLAND).values()))
STAFF, LEADERS = parted(ALL)


@pytest.mark.parametrize(("name", "end"), ELSEWHERE)
def test_what_is_of_the_other_half_changes_no_measure_of_this_one(name: str, end: float) -> None:
    moved = replace(PLAN, **{name: end})
    run, before = project(baseline(), moved), project(baseline(), PLAN)

    def alike(measures: list[str]) -> bool:
        pairs = [(MEASURES[m](run, ENGLAND), MEASURES[m](before, ENGLAND)) for m in measures]
        return all(np.array_equal(now.values, then.values) for now, then in pairs)

    if of_leaders(name):
        assert alike(STAFF)
    elif not of_both(name):
        assert alike(LEADERS)
    if not staffs_on(name):
        assert alike(list(OF_STAFF_ALONE))
        assert all(np.array_equal(getattr(run, n), getattr(before, n)) for n in OF_STAFF)
    if not leads_on(name):
        assert all(np.array_equal(getattr(run, n), getattr(before, n)) for n in OF_WHO_LEADS)


# Every choice is made, so that a date or a term of one has something to move.
PLAN = Scenario(
    encouragement=0.5,
    mandate=1,
    funding=1,
    support=0.6,
    retention=0.05,
    places_cp=1300,
    growth_cp_capt=0.2,
    post_growth=0.02,
)


# Where each lever counts in one or the other: what is switched on, and no law that acts alone.
ACTIVE = [
    replace(PLAN, mandate=0, funding=0, places_other=6_000, places_newrole=1_000),
    replace(PLAN, supervision_cap=1, supervision_ratio=2, age_model=1),
]
OF_EFFECTS = ASSUMPTIONS["effects_on"].group
MOVED = [name for name, a in ASSUMPTIONS.items() if a.group != OF_EFFECTS]


@cache
def as_it_is(plan: Scenario) -> Projection:
    """The run of a plan, for all levers that are moved in it."""
    return project(baseline(), plan)


@pytest.mark.parametrize("name", MOVED)
def test_a_lever_moves_what_it_says_and_nothing_less(name: str) -> None:
    a, found = ASSUMPTIONS[name], set()
    for plan in ACTIVE:
        end = a.low if getattr(plan, name) == a.high else a.high
        run, before = project(baseline(), replace(plan, **{name: end})), as_it_is(plan)
        for rests, parts in ((staffs_on, OF_STAFF), (leads_on, OF_WHO_LEADS)):
            if any(not np.array_equal(getattr(run, n), getattr(before, n)) for n in parts):
                found.add(rests)
    assert found == {rests for rests in (staffs_on, leads_on) if rests(name)}


SCENARIOS = [
    Scenario(),
    Scenario(retention=0.05),
    Scenario(mandate=1, plan_start=2030),
    replace(PLAN, effects_on=1, eps_ret=0.05),
    PLAN,
    replace(PLAN, vacancy0=0.14, h_imitation=0.3, boards=36, plan_start=2029),
    replace(PLAN, leave_psy=0.09, ceiling_mandated=0.96, mandate_year=2031, tau_dose=1),
]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_drawn_in_halves_has_the_draws_of_the_whole(scenario: Scenario) -> None:
    found = draws.drawn(scenario, ENGLAND, ALL)
    wanted = [(measure, ENGLAND) for measure in found]
    whole = simulate(baseline(), scenario, wanted, n=draws.DRAWS)
    for measure, place in wanted:
        assert np.array_equal(found[measure].values, whole[measure, place].values), measure


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_projection_with_parts_of_others_is_the_one_that_is_run(scenario: Scenario) -> None:
    found, run = projection(scenario), project(baseline(), scenario)
    for name in measures_of_projections(Projection):
        assert np.array_equal(getattr(found, name), getattr(run, name)), name
    for name, flow in vars(run.flows).items():
        assert np.array_equal(getattr(found.flows, name), flow), name


@pytest.mark.parametrize("place", [ENGLAND, "Y56", "QJK"])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_is_kept_of_places_with_the_run_of_others_is_what_a_run_gives(
    scenario: Scenario, place: str
) -> None:
    found, run = projection(scenario), project(baseline(), scenario)
    for name in MEASURES:
        if name == "growth_since_2019" and place != ENGLAND:
            continue  # published for England alone
        kept, made = (MEASURES[name](of, place) for of in (found, run))
        assert kept.years == made.years
        assert np.array_equal(kept.values, made.values, equal_nan=True), name
    for year in (2026, 2037):
        assert posts_and_people(found, place, year) == posts_and_people(run, place, year)


def test_what_is_kept_of_who_leads_cannot_be_changed_by_one_who_asks_for_it() -> None:
    run = projection(PLAN)
    posts_and_people(run, ENGLAND, 2037).clear()
    assert posts_and_people(run, ENGLAND, 2037)


def test_staff_are_taken_over_only_while_leadership_does_not_change_them() -> None:
    with pytest.raises(ValueError, match="leadership changes them"):
        with_staff_of(project(baseline(), Scenario()), replace(PLAN, effects_on=1))


def test_leaders_are_not_taken_over_where_people_are_few() -> None:
    run, other = (project(few_people(), Scenario(retention=r)) for r in (0, 0.05))
    assert led_as(run, other) is run
    many = project(baseline(), Scenario(retention=0.05))
    assert led_as(many, project(baseline(), Scenario())) is not many
    assert led_as(many, run) is many


def test_leaders_are_not_taken_over_where_they_suffice_for_trusts_but_not_for_the_ics_too() -> None:
    start = baseline()
    run = project(start, Scenario())
    scarce = float((run.pool / (start.trusts.sum(axis=-1) + 0.5)).min())
    inputs = replace(start.inputs, lead_eligible=start.inputs.lead_eligible / scarce)
    # Somewhere there is now half a person more than trusts, and the ICS would have one post too.
    run, other = (project(replace(start, inputs=inputs), Scenario(mandate=m)) for m in (0, 1))
    assert led_as(run, other) is run


def test_leaders_are_not_taken_over_where_they_change_staff() -> None:
    run = project(baseline(), replace(PLAN, effects_on=1, eps_ret=0.05))
    assert led_as(run, project(baseline(), PLAN)) is run


@pytest.mark.parametrize("few", [False, True])
@pytest.mark.parametrize(
    "names",
    [
        ("leave_psy", "uptake_ther"),
        ("h_encourage", "cppo_base_acute"),
        ("demand_growth", "availability"),
        ("exec_seat", "lead_turnover", "retire"),
    ],
)
def test_what_is_moved_gives_what_a_run_of_its_own_gives(names: tuple[str, ...], few: bool) -> None:
    """Beside a batch of draws (n, 1), a batch (n, beliefs) in which each moves one of them."""
    start = as_one_area(few_people() if few else baseline())
    some = draw(PLAN, 6)
    drawn = {name: v[:, None] for name, v in some.values.items() if isinstance(v, np.ndarray)}
    each = {
        name: np.where(np.arange(len(names)) == i, drawn[name] * 0.9, drawn[name])
        for i, name in enumerate(names)
    }
    run = project(start, values_of(PLAN, 6, drawn))
    values = values_of(PLAN, 6, drawn | each)
    found, own = moved(run, values, names), project(start, values)
    assert found.batch == own.batch == (6, len(names))
    for name in measures_of_projections(Projection):
        np.testing.assert_allclose(getattr(found, name), getattr(own, name), 1e-12, err_msg=name)
    for name, flow in vars(own.flows).items():
        np.testing.assert_allclose(getattr(found.flows, name), flow, 1e-12, 1e-9, err_msg=name)


def test_with_effects_of_leadership_all_is_run_again() -> None:
    supposed = replace(PLAN, effects_on=1, eps_ret=0.05)
    run = project(baseline(), PLAN)
    found = moved(run, supposed, ["effects_on", "eps_ret"])
    assert np.array_equal(found.fte, project(baseline(), supposed).fte)
    back = moved(project(baseline(), supposed), PLAN, ["effects_on", "eps_ret"])
    assert np.array_equal(back.fte, run.fte)


def few_people() -> Baseline:
    """England with fewer senior people than posts."""
    return replace(baseline(), fte=baseline().fte / 1_000)


def test_both_halves_together_change_all_that_a_scenario_changes() -> None:
    together = for_staff(PLAN).changes() | for_leaders(PLAN).changes()
    assert together == PLAN.changes()
    assert not for_staff(PLAN).changes().keys() & {"mandate", "funding", "support"}
    assert for_leaders(PLAN).changes().keys() == {"encouragement", "mandate", "funding", "support"}


def test_a_lever_of_staff_leaves_the_draws_of_leaders_as_they_were() -> None:
    draws.drawn(PLAN, ENGLAND, ALL)
    before = draws.some_drawn.cache_info().misses
    draws.drawn(replace(PLAN, retention=0.06), ENGLAND, ALL)
    assert draws.some_drawn.cache_info().misses == before + 1


def test_where_people_who_could_lead_are_few_leaders_depend_on_staff() -> None:
    trusts_and_systems = baseline().trusts.sum() + baseline().systems.sum()
    values = np.full((4, 3), trusts_and_systems + 1)
    years = range(2023, 2026)
    assert plenty(Outcomes(years, values), baseline())
    values[2, 1] = trusts_and_systems
    assert not plenty(Outcomes(years, values), baseline())
    assert COULD_LEAD in MEASURES
