"""What a briefing rests on: the scenario without the reader's hypothesis, run as on every page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ppn_scenarios.analysis import Answer, answers
from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import FIRST_GOAL, GOALS
from ppn_scenarios.model import HORIZON, Baseline, Projection, project
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording.places import Place

from .workings import Workings

ESTIMATE: Final = (
    "Staff by region and ICS: our estimate. England's number is spread by two open proxies, "
    "finished Talking Therapies courses and therapists of mental health trusts, which disagree."
)
STAFF_SOURCE: Final = (
    "Staff in 2023 and growth since 2019: a written parliamentary answer of March 2024, from staff "
    "records. 2019 is worked back."
)
LEADER_SOURCE: Final = (
    "Leaders in post: published by nobody. The starting shares are placeholders unless the reader "
    "has entered their own."
)


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A scenario in a place, its three honest runs, and the goal that the briefing asks about."""

    given: Scenario  # as the reader has it
    reasons: Mapping[str, str]
    note: str
    place: Place
    goal: Goal
    ticked: tuple[str, ...]
    least: str
    start: Baseline
    stands: Projection
    believed: Projection
    run: Projection
    known: Mapping[str, Answer]
    made: date
    workings: Workings

    @property
    def scenario(self) -> Scenario:
        """The scenario without any effect of leadership on staffing: what every finding shows."""
        return replace(self.given, effects_on=0)

    @property
    def changed(self) -> bool:
        """Whether it differs from things as they stand."""
        return self.scenario != Scenario()


def ground(
    given: Scenario,
    place: Place,
    *,
    reasons: Mapping[str, str],
    note: str,
    goal: Goal | None,
    ticked: tuple[str, ...],
    least: str,
    made: date,
    workings: Workings = Workings(),  # noqa: B008 - it cannot change
) -> Ground:
    """Run a scenario, its beliefs alone and things as they stand."""
    start, plain = baseline(), replace(given, effects_on=0)
    run = project(start, plain)
    return Ground(
        given=given,
        reasons=reasons,
        note=note,
        place=place,
        goal=goal or Goal(FIRST_GOAL, GOALS[FIRST_GOAL].due or HORIZON, place.code),
        ticked=ticked,
        least=least,
        start=start,
        stands=project(start, Scenario()),
        believed=project(start, plain.beliefs_only()),
        run=run,
        known=answers(run, place.code),
        made=made,
        workings=workings,
    )
