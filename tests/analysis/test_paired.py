"""Differences over the same draws."""

import numpy as np
import pytest

from ppn_scenarios.analysis.draws import draw
from ppn_scenarios.analysis.paired import paired
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.uncertainty import Outcomes, simulate
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import project
from tests.analysis.small_england import england

MINE = Scenario(places_other=6_000)


def outcomes(scenario: Scenario, n: int = 64) -> Outcomes:
    return simulate(england(), scenario, [("fte", "england")], n=n)["fte", "england"]


def test_each_draw_is_the_same_world_in_both_scenarios() -> None:
    found = paired(outcomes(MINE), outcomes(Scenario()))
    some = {name: draw(scenario, 64) for name, scenario in (("a", MINE), ("b", Scenario()))}
    for i in (0, 31, 63):
        runs = [
            MEASURES["fte"](project(england(), d.part(slice(i, i + 1))), "england")
            for d in some.values()
        ]
        gap = np.ravel(runs[0].values)[-1] - np.ravel(runs[1].values)[-1]
        assert found.values[i, -1] == pytest.approx(gap, rel=1e-6)


def test_a_difference_is_surer_than_either_of_the_two() -> None:
    one, other = outcomes(MINE, 256), outcomes(Scenario(), 256)
    width = {
        name: o.band().p90[-1] - o.band().p10[-1]
        for name, o in (("one", one), ("other", other), ("both", paired(one, other)))
    }
    assert width["both"] < min(width["one"], width["other"])


def test_draws_that_cannot_be_paired_are_refused() -> None:
    with pytest.raises(ValueError, match="not the same draws"):
        paired(outcomes(MINE, 64), outcomes(Scenario(), 32))
