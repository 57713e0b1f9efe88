"""How often draws reach a target, held against counting them one by one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ppn_scenarios.analysis import ENGLAND, answers
from ppn_scenarios.analysis.chances import chance, chances, first_met, measures_of
from ppn_scenarios.analysis.uncertainty import Outcomes
from ppn_scenarios.assumptions import TARGETS
from tests.analysis.small_england import projection

YEARS = range(2023, 2038)


@given(
    values=arrays.arrays(
        float, st.tuples(st.integers(1, 40), st.just(15)), elements=st.floats(0, 10)
    ),
    threshold=st.floats(0.5, 9.5),
)
def test_the_years_are_those_by_which_one_in_ten_and_nine_in_ten_have_reached_it(
    values: np.ndarray, threshold: float
) -> None:
    late = 9_999
    firsts = sorted(
        next((y for y, v in zip(YEARS, row, strict=True) if v >= threshold * (1 - 1e-9)), late)
        for row in values.tolist()
    )
    ends = [firsts[int(np.round(share * (len(firsts) - 1)))] for share in (0.1, 0.9)]
    found = first_met(Outcomes(YEARS, values), threshold)
    assert [late if year is None else year for year in found] == ends


def test_a_chance_is_the_share_of_draws_at_or_above_the_threshold_in_the_due_year() -> None:
    known = answers(projection(), ENGLAND)["T4A"]
    values = np.full((8, 15), 0.0)
    values[:3, -1] = known.threshold  # three reach it, and only in the last year
    values[3, 5] = known.threshold  # one reaches it early and does not keep it
    found = chance(Outcomes(YEARS, values), known)
    assert (found.reached, found.draws, found.share) == (3, 8, 0.375)
    assert found.early == 2037
    assert found.late is None


def test_every_target_that_is_projected_has_a_chance_and_no_other() -> None:
    for place in (ENGLAND, "Q01"):
        known = answers(projection(), place)
        draws = {m: Outcomes(YEARS, np.ones((2, 15))) for m in measures_of(known.values())}
        found = chances(draws, known.values())
        assert set(found) == {id for id, a in known.items() if a.projected}
        assert {TARGETS[id].measure for id in found} == set(draws)


def test_a_target_that_is_judged_in_no_year_has_no_chance() -> None:
    known = replace(answers(projection(), ENGLAND)["T4A"], year=None)
    with pytest.raises(ValueError, match="T4A is judged in no year"):
        chance(Outcomes(YEARS, np.ones((2, 15))), known)
