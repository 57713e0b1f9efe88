"""The passports of plans against futures: each adds up, and its code prints its value."""

import pytest

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.passports import stress as passports
from ppn_scenarios.analysis.stress import plans_of, stress
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline

from .test_passports import ran


def test_the_code_of_each_passport_prints_its_value() -> None:
    plans = plans_of(("mine", "train_more"), Scenario(places_other=6_200, leave_prac=0.13))
    found = stress(baseline(), plans, Goal("T4A", 2036))
    made = [*list(passports.of_values(found))[::4], *passports.of_regrets(found)]
    assert len(made) >= 9
    for passport in made:
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9, abs=1e-9), passport
