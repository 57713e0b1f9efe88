"""The answers of a briefing that take long: worked out anew, or handed in by who has them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ppn_scenarios.analysis.chances import measures_of
from ppn_scenarios.analysis.coverage import answers
from ppn_scenarios.analysis.goals import Alone, Goal, Together, alone, together
from ppn_scenarios.analysis.sensitivity import Index, sobol
from ppn_scenarios.analysis.stress import Breaks, Stress, breaks, plans_at_first, plans_of, stress
from ppn_scenarios.analysis.tornado import Tornado, tornado
from ppn_scenarios.analysis.uncertainty import Outcomes, simulate
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording.places import places

DRAWS = 512  # as on the pages, so that the numbers are theirs
SAMPLES = 512

Tried = Callable[[int], object]  # hears how many more settings were tried
Ran = Callable[[int, int], None]  # hears the runs done, and how many there are


def each_alone(scenario: Scenario, goal: Goal, ticked: tuple[str, ...]) -> Alone:
    """Return what each ticked lever can do alone."""
    return alone(baseline(), scenario, goal, ticked)


def sought(
    scenario: Scenario, goal: Goal, ticked: tuple[str, ...], least: str, tried: Tried
) -> Together:
    """Return what the ticked levers can do together."""
    return together(baseline(), scenario, goal, ticked, least, tried)


def stressed(scenario: Scenario, goal: Goal) -> Stress:
    """Return what the plans that belong to a goal give of it in every future."""
    return stress(baseline(), plans_of(plans_at_first(goal.id), scenario), goal)


def broken(scenario: Scenario, goal: Goal) -> Breaks:
    """Return what breaks a plan, or would save it."""
    return breaks(baseline(), scenario, goal)


def swings(scenario: Scenario, measure: str, year: int) -> Tornado:
    """Return what moves a result of England."""
    return tornado(baseline(), scenario, measure, year)


def shares(scenario: Scenario, measure: str, year: int, ran: Ran) -> Sequence[Index]:
    """Return each belief's share of the uncertainty of a result of England."""
    return sobol(baseline(), scenario, measure, year, n=SAMPLES, told=ran)


def drawn(scenario: Scenario, place: str) -> Mapping[str, Outcomes]:
    """Return what targets measure in a place over draws, by measure."""
    known = answers(project(baseline(), scenario), place).values()
    wanted = [(measure, place) for measure in measures_of(known)]
    # No target is measured against need, so its method must not make a place need the others.
    plain = replace(scenario, need_method=ASSUMPTIONS["need_method"].default)
    small = places()[place].level != "england"
    found = simulate(baseline(), plain, wanted, n=DRAWS, small=small)
    return {measure: found[measure, place] for measure, _ in wanted}


@dataclass(frozen=True)
class Workings:
    """How a briefing comes by its long answers; all are of a scenario without the hypothesis."""

    alone: Callable[[Scenario, Goal, tuple[str, ...]], Alone] = each_alone
    together: Callable[[Scenario, Goal, tuple[str, ...], str, Tried], Together] = sought
    stress: Callable[[Scenario, Goal], Stress] = stressed
    breaks: Callable[[Scenario, Goal], Breaks] = broken
    swings: Callable[[Scenario, str, int], Tornado] = swings
    shares: Callable[[Scenario, str, int, Ran], Sequence[Index]] = shares
    draws: Callable[[Scenario, str], Mapping[str, Outcomes]] = drawn
