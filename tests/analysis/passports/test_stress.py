"""The passports of plans against futures: each adds up, and its code prints its value."""

import pytest

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.passports import stress as passports
from ppn_scenarios.analysis.stress import breaks, plans_of, stress
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline

from .test_passports import ran


def test_the_code_of_each_passport_prints_its_value() -> None:
    plans = plans_of(("mine", "train_more"), Scenario(places_other=6_200, leave_prac=0.13))
    found = stress(baseline(), plans, Goal("T4A", 2036))
    made = [*list(passports.of_values(found, str))[::4], *passports.of_regrets(found, str)]
    made += passports.of_held(found, str)
    for name, plan in plans.items():
        broken = breaks(baseline(), plan, found.goal)
        made += passports.of_break(name, plan, broken, found.goal)
    assert len(made) >= 9
    for passport in made:
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9, abs=1e-9), passport
