"""Years whose training starts were counted, and projections that end early."""

from dataclasses import asdict, replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import project
from ppn_scenarios.model.values import Values
from tests.round_numbers import two_areas


def test_counted_starts_are_what_starts_whatever_the_places_and_their_filling() -> None:
    counted = np.array([100.0, 200.0, 300.0])
    start = replace(two_areas(), observed_starts={2025: counted})
    run = project(start, Scenario(fill_cp=0.9, fill_other=0.85, places_cp=1400))
    starts = run.flows.starts.sum(axis=-2)  # over areas
    assert starts[1] == pytest.approx(counted)  # the second year projected is 2025
    assert starts[0] == pytest.approx([1080 * 0.9, 2000 * 0.85, 3000 * 0.85])
    # areas share them as they share everything: a quarter and three quarters
    assert run.flows.starts[1, 0] == pytest.approx(counted / 4)


def test_supervisors_do_not_cut_starts_that_were_counted() -> None:
    counted = np.array([100.0, 200.0, 9_000.0])
    start = replace(two_areas(), observed_starts={2025: counted})
    run = project(start, Scenario(supervision_cap=1, supervision_ratio=2))
    starts = run.flows.starts.sum(axis=-2)
    assert starts[1] == pytest.approx(counted)
    assert starts[0, 2] == pytest.approx(2_000)  # 20,000 FTE x 0.25 x 0.2 senior x 2 each


def test_a_projection_can_end_before_2037() -> None:
    run = project(replace(two_areas(), until=2030), Scenario())
    assert list(run.years) == list(range(2023, 2031))
    assert run.fte.shape[-3] == 8
    assert run.flows.starts.shape[-3] == 7


def test_a_projection_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="from 2023 cannot end in 2023"):
        replace(two_areas(), until=2023)


def test_counted_starts_hold_in_every_draw_of_a_batch() -> None:
    counted = np.array([100.0, 200.0, 300.0])
    start = replace(two_areas(), observed_starts={2025: counted})
    one_by_one = [asdict(Scenario(fill_cp=fill)) for fill in (0.9, 0.95, 1.0)]
    values = dict(one_by_one[0]) | {"fill_cp": np.array([v["fill_cp"] for v in one_by_one])}
    run = project(start, cast(Values, SimpleNamespace(**values)))
    assert run.flows.starts[:, 1].sum(axis=-2) == pytest.approx(np.tile(counted, (3, 1)))
