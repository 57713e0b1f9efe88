"""How the post would spread from none at the paces of a scenario."""

import math

import pytest

from ppn_scenarios import Scenario
from ppn_scenarios.analysis.spread import curves


def test_each_curve_is_its_ceiling_times_those_who_have_acted() -> None:
    mine = Scenario(h_encourage=0.2, encouragement=0.5, h_funded=0.5, h_mandate=2.0)
    encouraged, funded, required = curves(mine)
    assert encouraged.share(5) == pytest.approx(0.85 * (1 - math.exp(-0.2 * 1.5 * 5)))
    assert funded.share(3) == pytest.approx(0.85 * (1 - math.exp(-0.5 * 3)))
    assert required.share(1) == pytest.approx(1 - math.exp(-2))
    assert all(curve.share(0) == 0 for curve in curves(mine))


def test_paying_is_never_slower_nor_reaches_fewer_than_encouraging() -> None:
    mine = Scenario(
        h_encourage=0.33,
        encouragement=1.2,
        h_funded=0.3,
        ceiling_funded=0.6,
        ceiling_encouraged=0.9,
    )
    encouraged, funded, _ = curves(mine)
    assert (funded.pace, funded.ceiling) == (encouraged.pace, encouraged.ceiling)
