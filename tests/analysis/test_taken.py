"""What leadership posts take, worked out a second way."""

from dataclasses import replace

import numpy as np
import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.taken import taken

SOON = {"plan_start": 2026}  # choices are whole in the year to March 2027


@pytest.mark.parametrize("place", [ENGLAND, "Y58", "QWU"])
@pytest.mark.parametrize("changes", [{}, {"mandate": 1, "lead_wte": 1.0, "productivity": 0.02}])
def test_it_is_what_clinical_work_would_gain_if_leaders_were_replaced(changes, place) -> None:
    """The same plan with every leader replaced, and none of the arithmetic under test."""
    mine = project(baseline(), Scenario(**SOON, **changes))
    all_replaced = project(baseline(), Scenario(**SOON, **changes, backfill=1.0))
    fte, people, cost = taken(mine, place).at(2037)
    for found, measure in ((fte, "clinical_fte"), (people, "people_seen")):
        gained = (
            MEASURES[measure](all_replaced, place).at(2037)[1]
            - MEASURES[measure](mine, place).at(2037)[1]
        )
        assert found == pytest.approx(gained, rel=1e-6)
    assert cost == pytest.approx(MEASURES["leadership_cost"](mine, place).at(2037)[1])
    nothing = taken(all_replaced, place)
    assert nothing.at(2037)[0] == pytest.approx(0, abs=1e-9)


def test_it_is_posts_times_time_where_posts_stand_still() -> None:
    """Until March 2026 leaders are held still: 205 trusts and 42 ICSs at their starting shares."""
    led = 47 * 0.8 + (118 + 16 + 14) * 0.25 + 10 * 0.05
    fte, _, cost = taken(project(baseline(), Scenario()), ENGLAND).at(2025)
    assert fte == pytest.approx(led * 0.6 + 42 * 0.15 * 0.4)
    assert cost == pytest.approx(led * 75 + 42 * 0.15 * 40)


def test_years_add_up_from_a_year_on() -> None:
    found = taken(project(baseline(), Scenario()), ENGLAND)
    by_hand = sum(found.at(year)[0] for year in range(2027, 2038))
    assert np.ravel(found.since(2027))[0] == pytest.approx(by_hand)


def test_nobody_is_unseen_where_nobody_works() -> None:
    b = baseline()
    nobody = replace(b, fte=0.0)
    found = taken(project(nobody, Scenario(external=0, places_cp=900)), ENGLAND)
    assert np.isfinite(found.people).all()
