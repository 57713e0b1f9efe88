"""What a baseline refuses, and part of one."""

from dataclasses import fields
from importlib import import_module

import numpy as np
import pytest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON, Projection, project
from ppn_scenarios.model.axes import measures_of
from tests.model.valid import AXES_FROM_AREA
from tests.round_numbers import two_areas


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"areas": ("Q01",)}, "differ in length"),
        ({"regions": ("Y01",)}, "differ in length"),
        ({"population": np.ones(3)}, "differ in length"),
        ({"areas": (), "regions": (), "population": np.ones(0)}, "at least one area"),
        ({"share": np.array([0.2, 0.3, 0.5])}, "share is for 3 areas, not 2"),
        ({"share": np.array([1.5, -0.5])}, "share holds a number that is negative"),
        ({"trusts": np.full((2, 5), np.nan)}, "trusts holds a number that is"),
        ({"systems": np.array([np.inf, 1])}, "systems holds a number that is"),
        ({"population": np.array([-1.0, 1])}, "population holds a number that is"),
        ({"fte": -1.0}, "fte is -1.0"),
        ({"fte": float("nan")}, "fte is nan"),
    ],
)
def test_an_opening_position_that_cannot_be_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        two_areas(**wrong)


def test_part_of_a_baseline_keeps_its_shares_of_england() -> None:
    part = two_areas().only(np.array([1]))
    assert part.areas == ("Q02",)
    assert part.regions == ("Y02",)
    assert part.share.tolist() == [0.75]
    assert part.trusts.tolist() == [[2, 1, 1, 1, 1]]
    assert part.fte == 20_000


def test_years_run_from_the_opening_to_march_2037() -> None:
    b = two_areas()
    assert (b.years[0], b.years[-1], HORIZON) == (2023, 2037, 2037)
    p = project(b, Scenario())
    assert p.years == b.years
    assert p.fte.shape == (15, 2, 3)
    assert p.in_post.shape == (15, 2, 3, 3)
    assert p.posts.shape == (15, 2, 5)
    assert p.flows.starts.shape == (14, 2, 3)


def test_a_type_of_trust_that_no_assumption_covers_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="starting share of dental trusts"):
        project(two_areas(trust_types=("mental_health", "dental")), Scenario())


def test_two_lists_of_axes_agree() -> None:
    declared = {k: axes for k, axes in measures_of(Projection).items() if axes > 1}
    assert declared == AXES_FROM_AREA


def test_a_projection_s_results_are_by_place_with_time_before_area() -> None:
    share = np.array([[0.25, 0.75], [0.5, 0.5], [0.1, 0.9]])
    p = project(two_areas(share=share), Scenario())
    for name, axes in measures_of(Projection).items():
        values = getattr(p, name)
        assert values.shape[:3] == (3, 15, 2), name
        assert values.ndim == 2 + axes, name
    for field in fields(p.flows):
        assert getattr(p.flows, field.name).shape == (3, 14, 2, 3), field.name


def test_a_measure_is_worked_out_once_and_its_declaration_can_be_read() -> None:
    p = project(two_areas(), Scenario())
    assert p.fte is p.fte
    assert Projection.fte.from_area == 2
    assert Projection.fte.__doc__ == "Return FTE in post (..., A, P)."


def test_who_moved_is_the_same_whether_it_was_kept_or_is_worked_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenario = Scenario(mandate=1, retention=0.05, effects_on=1, eps_ret=0.05)
    kept = project(two_areas(), scenario).flows
    monkeypatch.setattr(import_module("ppn_scenarios.model.project"), "MOVES_KEPT", 0)
    again = project(two_areas(), scenario).flows
    for field in fields(kept):
        assert np.array_equal(getattr(kept, field.name), getattr(again, field.name)), field.name
