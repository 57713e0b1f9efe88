"""Passports of swings and of shares: their code makes them again."""

import pytest

from ppn_scenarios import Scenario, baseline
from ppn_scenarios.analysis.passports.sensitivity import of_index, of_swing
from ppn_scenarios.analysis.sensitivity import sobol
from ppn_scenarios.analysis.tornado import tornado

from .test_passports import ran

MINE = Scenario(retention=0.05, external=1_200)


@pytest.mark.parametrize(("measure", "year"), [("fte", 2037), ("trusts_led", 2031)])
def test_the_code_of_a_swing_prints_it(measure: str, year: int) -> None:
    found = tornado(baseline(), MINE, measure, year)
    for swing in (*found.choices[:2], *found.beliefs[:2]):
        passport = of_swing(swing, MINE, measure, year)
        assert abs(passport.value) == swing.width
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-6)


def test_the_code_of_a_share_prints_it() -> None:
    best = sobol(baseline(), MINE, "fte", 2037, n=64)[0]
    for passport, value in zip(
        of_index(best, MINE, "fte", 2037, 64), (best.first, best.total), strict=True
    ):
        assert passport.value == value
        assert ran(passport.code) == pytest.approx(value, rel=1e-12)
        assert passport.low is not None
        assert passport.high is not None
        assert passport.low <= value <= passport.high
