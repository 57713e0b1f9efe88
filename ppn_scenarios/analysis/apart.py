"""Staff and leaders apart: while leadership changes no staffing, each rests on levers of its own.

Whoever moves a lever of one need not run the other again.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, Projection, project, with_staff_of
from ppn_scenarios.model.begun import staff_of_batch
from ppn_scenarios.model.leading import Leaders, once_asked
from ppn_scenarios.model.start import batch_of
from ppn_scenarios.model.values import Values

from .once_a_run import lead_alike
from .series import is_who_leads
from .uncertainty import Outcomes

OF_STAFF_ALONE: Final = (  # measures that rest on neither leaders nor need
    *("fte", "unplaced", "could_lead", "growth_since_2019", "psychology_starts"),
    *("other_starts_three_years", "funded_posts", "posts_filled", "vacancy_rate"),
)
# What a projection works out from who leads and from nothing else.
FROM_LEADERS: Final = ("posts", "led", "systems", "system_posts", "systems_led", "led_over_time")
COULD_LEAD: Final = "could_lead"  # the measure that tells whether leaders depend on staff


def of_leaders(name: str) -> bool:
    """Return whether an assumption, or what it is the date of, is about leadership posts alone."""
    return ASSUMPTIONS[name].moves in {"leaders", "after leaders"}


def of_both(name: str) -> bool:
    """Return whether an assumption is the date of a whole plan, which posts have part in."""
    return ASSUMPTIONS[name].moves == "both"


def staffs_on(name: str) -> bool:
    """Return whether the staff of any year rest on an assumption."""
    return ASSUMPTIONS[name].moves in {"staff", "both"}


def rests_on(measure: str, name: str) -> bool:
    """Return whether a measure may rest on an assumption, while leadership changes no staffing."""
    return measure not in OF_STAFF_ALONE or staffs_on(name)


def leads_on(name: str) -> bool:
    """Return whether who leads rests on an assumption, as long as there are plenty who could."""
    return ASSUMPTIONS[name].moves in {"leaders", "both"}


@lru_cache(maxsize=128)
def for_staff(scenario: Scenario) -> Scenario:
    """Return a scenario with all put back that no measure of staff rests on."""
    return Scenario(**{k: v for k, v in scenario.changes().items() if not of_leaders(k)})


@lru_cache(maxsize=128)
def for_staff_alone(scenario: Scenario) -> Scenario:
    """Return a scenario with all put back that no measure of OF_STAFF_ALONE rests on."""
    return Scenario(**{k: v for k, v in scenario.changes().items() if staffs_on(k)})


@lru_cache(maxsize=128)
def for_leaders(scenario: Scenario) -> Scenario:
    """Return a scenario with all put back that leadership posts do not rest on."""
    return Scenario(**{k: v for k, v in scenario.changes().items() if of_leaders(k) or of_both(k)})


def parted(measures: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return which measures are of staff, and which of leaders alone."""
    wanted = list(measures)
    leaders = list(filter(is_who_leads, wanted))
    return [name for name in wanted if name not in leaders], leaders


def plenty(could_lead: Outcomes, baseline: Baseline) -> bool:
    """Return whether in every draw and year there are more who could lead than posts for them.

    Only then do leaders not depend on staff. `could_lead` is of England.
    """
    return bool(could_lead.values.min() > baseline.trusts.sum() + baseline.systems.sum())


def led_as(run: Projection, leaders: Projection) -> Projection:
    """Return a run with the leaders of another, whose leadership levers are the same.

    It itself, where that might not be exact: where leadership changes staffing, or where there are
    not in both, in every area and year, more who could lead than posts for them.
    """
    if np.any(run.values.effects_on) or not (many_could_lead(run) and many_could_lead(leaders)):
        return run
    found = replace(run, who_leads=leaders.who_leads)
    for name in FROM_LEADERS:  # put together once for all who have these leaders
        vars(found)[name] = getattr(leaders, name)
    lead_alike(found, leaders)
    return found


def many_could_lead(run: Projection) -> bool:
    """Return whether in every area and year there are more who could lead than posts for them."""
    return bool((run.pool > run.baseline.trusts.sum(axis=-1) + run.baseline.systems).all())


def moved(run: Projection, values: Scenario | Values, names: Collection[str]) -> Projection:
    """Return the projection of values that differ from those of a run in some assumptions alone.

    Only what rests on these is run again, from the first year in which it differs. Who leads is
    taken over, as `led_as` does, if it is asked for. The values may be of a wider batch, to which
    that of the run can be broadcast.
    """
    if np.any(run.values.effects_on) or np.any(values.effects_on):
        return project(run.baseline, values)
    batch = batch_of(run.baseline, cast(Values, values))
    led_anew = any(map(leads_on, names))
    if not any(map(staffs_on, names)):
        wider = replace(run, staff=[staff_of_batch(now, batch) for now in run.staff])
        return with_staff_of(wider, values) if led_anew else replace(wider, scenario=values)
    again = project(run.baseline, values, begun=run)
    if led_anew:
        return again

    def who_leads() -> Sequence[Leaders]:
        alike = many_could_lead(again) and many_could_lead(run)
        return (run if alike else again).leaders

    return replace(again, who_leads=once_asked(who_leads))
