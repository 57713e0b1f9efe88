"""Staff and leaders apart: while leadership changes no staffing, each rests on levers of its own.

Whoever moves a lever of one need not run the other again.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, Projection

from .uncertainty import Outcomes

OF_LEADERS: Final = (  # groups of assumptions
    *("Leadership posts", "Leadership today"),
    "Does leadership change staffing?",  # while it does not, how fast a leader comes to act is left
)
OF_PLAN: Final = "When the plan starts"
WHO_LEADS: Final = ("trusts_", "systems_")  # how measures begin that rest on those alone
# What leaders have and cost: worked out of who leads, which it does not change.
OF_POSTS: Final = ("lead_wte", "ics_wte", "backfill", "post_cost", "exec_seat", "interim")
# What a projection works out from who leads and from nothing else.
FROM_LEADERS: Final = ("posts", "led", "systems", "system_posts", "systems_led", "led_over_time")
COULD_LEAD: Final = "could_lead"  # the measure that tells whether leaders depend on staff


def of_leaders(name: str) -> bool:
    """Return whether an assumption, or what it is the date of, is about leadership posts."""
    a = ASSUMPTIONS[name]
    return (ASSUMPTIONS[a.date_of] if a.date_of else a).group in OF_LEADERS


def of_plan(name: str) -> bool:
    """Return whether an assumption is the date of a whole plan, which posts have part in."""
    return ASSUMPTIONS[name].group == OF_PLAN and not ASSUMPTIONS[name].date_of


def leads_on(name: str) -> bool:
    """Return whether who leads rests on an assumption, as long as there are plenty who could."""
    rests = of_leaders(name) or of_plan(name)
    return rests and (ASSUMPTIONS[name].date_of or name) not in OF_POSTS


@lru_cache(maxsize=128)
def for_staff(scenario: Scenario) -> Scenario:
    """Return a scenario with all put back that no measure of staff rests on."""
    return Scenario(**{k: v for k, v in scenario.changes().items() if not of_leaders(k)})


@lru_cache(maxsize=128)
def for_leaders(scenario: Scenario) -> Scenario:
    """Return a scenario with all put back that leadership posts do not rest on."""
    return Scenario(**{k: v for k, v in scenario.changes().items() if of_leaders(k) or of_plan(k)})


def parted(measures: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return which measures are of staff, and which of leaders alone."""
    wanted = list(measures)
    leaders = [name for name in wanted if name.startswith(WHO_LEADS)]
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
    if np.any(run.values.effects_on):
        return run
    posts = run.baseline.trusts.sum(axis=-1) + run.baseline.systems
    if not all((one.pool > posts).all() for one in (run, leaders)):
        return run
    found = replace(run, who_leads=leaders.who_leads)
    for name in FROM_LEADERS:  # put together once for all who have these leaders
        vars(found)[name] = getattr(leaders, name)
    return found
