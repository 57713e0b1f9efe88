"""The passports of what it would take: each adds up, and its code prints its value."""

import pytest

from ppn_scenarios.analysis.goals import Goal, alone, together
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import goals as passports
from ppn_scenarios.analysis.passports.settings import of_beyond, of_most, of_part, of_worst
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline

from .test_passports import ran

MINE = Scenario(leave_prac=0.13)


def all_of(goal: Goal, ticked: list[str]) -> list[Passport]:
    """Every kind of passport of a goal."""
    each = alone(baseline(), MINE, goal, ticked)
    asked = each.ground.asked
    made = []
    for lever in each.levers:
        made.append(of_most(lever, MINE, goal, asked))
        made.append(of_worst(lever, MINE, goal, asked))
        if lever.needed is not None:
            made.append(passports.of_needed(lever, MINE, goal, asked))
        elif lever.beyond is not None:
            made.append(of_beyond(lever, MINE, goal, asked))
    route = together(baseline(), MINE, goal, ticked, "move").routes[0]
    after = route.scenario(MINE)
    made += [of_part(control, which) for control, which in route.changes.items()]
    made.append(passports.of_value("Train", after, goal, route.value, asked))
    made.append(passports.of_cost("Train", baseline(), MINE, after, goal))
    made += [
        passports.of_constraint(route.binding, constraint, constraint.id, goal)
        for constraint in route.binding.constraints[:3]
    ]
    return made


@pytest.mark.parametrize(
    ("goal", "ticked"),
    [
        (Goal("T4A", 2036), ["places_other", "retention"]),
        (Goal("need", 2034, "QWE", 0.72), ["retention"]),
        (Goal("T1", 2033, level=0.8), ["mandate", "lead_turnover"]),
        (Goal("T4A", 2037), ["places_cp", "retention"]),  # neither would do within its range
    ],
)
def test_the_code_of_each_passport_prints_its_value(goal: Goal, ticked: list[str]) -> None:
    made = all_of(goal, ticked)
    assert len(made) >= 6
    for passport in made:
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9, abs=1e-9), passport
