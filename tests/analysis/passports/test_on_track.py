"""The passports of draws, of differences and of joiners add up, and their code prints the value."""

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import answers
from ppn_scenarios.analysis.gap import gap
from ppn_scenarios.analysis.joiners import hazard_of, joiners
from ppn_scenarios.analysis.passports.draws import of_band, of_chance
from ppn_scenarios.analysis.passports.gaps import of_gap
from ppn_scenarios.analysis.passports.joining import of_brought, of_joiners
from ppn_scenarios.analysis.uncertainty import simulate

from .test_passports import ran

MINE = Scenario(leave_ther=0.08, retention=0.05, mandate=1)


@pytest.mark.parametrize("place", ["england", "QWU"])
def test_chances_and_the_middle_of_draws(place: str) -> None:
    wanted = ("fte", place)
    found = simulate(baseline(), MINE, [wanted], n=64, small=place != "england")[wanted]
    known = answers(project(baseline(), MINE), place)["T4A"]
    for passport in (
        of_chance(found, known, MINE, place),
        of_band(found, "fte", MINE, place, 2037),
    ):
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)


@pytest.mark.parametrize("measure", ["fte", "trusts_led"])
def test_differences(measure: str) -> None:
    three = (
        project(baseline(), Scenario()),
        project(baseline(), MINE.beliefs_only()),
        project(baseline(), MINE),
    )
    passport = of_gap(gap(three, measure, 2037, "QWU"), "Difference", "FTE", MINE)
    assert ran(passport.code) == pytest.approx(passport.value, abs=1e-9)
    assert set(passport.rests_on) == {"leave_ther", "retention", "mandate"}


def test_joiners() -> None:
    run = project(baseline(), MINE)
    for row in joiners(baseline(), hazard_of(run)).values():
        passports = of_joiners(row)
        assert [p.value for p in passports] == [row.mine, *row.by_hazard]
        for passport in (*passports, of_brought(run)):
            assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)
