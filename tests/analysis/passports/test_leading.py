"""The passports of who leads add up, and their code prints the value."""

from dataclasses import replace

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis.passports.leading import (
    of_ceiling,
    of_taken,
    of_ways,
    of_years_taken,
)
from ppn_scenarios.analysis.passports.paces import of_pace
from ppn_scenarios.analysis.passports.seniority import of_least, of_pool, of_posts
from ppn_scenarios.analysis.spread import curves

from .test_passports import ran

MINE = Scenario(mandate=1, lead_wte=0.8, backfill=0.5, abolish=0.05, h_encourage=0.2)


@pytest.mark.parametrize("place", ["england", "QWU"])
def test_what_posts_take_and_who_could_lead(place: str) -> None:
    run = project(baseline(), MINE)
    for passport in (
        *of_taken(run, place, 2037),
        of_years_taken(run, place, 2027),
        of_pool(run, place, 2037),
        of_posts(run, place, 2030),
        of_least(run),
    ):
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9)


@pytest.mark.parametrize("mine", [MINE, Scenario(), Scenario(funding=1)])
def test_the_long_run_and_the_paces(mine: Scenario) -> None:
    for passport in (*of_ceiling(mine), *(of_pace(curve, 5) for curve in curves(mine))):
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)


def test_leaders_who_are_all_replaced_take_nothing() -> None:
    run = project(baseline(), replace(MINE, backfill=1.0))
    (away,) = of_taken(run, "england", 2037)
    assert away.value == pytest.approx(0, abs=1e-9)


def test_a_place_has_the_ways_of_the_organisations_that_it_has() -> None:
    made = of_ways(project(baseline(), MINE), "QWU", 2037)
    assert len(made) == 6
