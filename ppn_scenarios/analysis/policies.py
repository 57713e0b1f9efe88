"""Ways to bring leadership posts about, each run on the reader's own beliefs and terms."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.model.baseline import Array

from .draws import Draws
from .place_measures import MEASURES
from .places import ENGLAND
from .taken import Taken, taken
from .uncertainty import in_the_middle

LEVERS: Final = ("encouragement", "funding", "mandate")  # by which policies differ, and no other


@dataclass(frozen=True)
class Policy:
    """A way to bring posts about: what it is called, and the levers of LEVERS that it sets."""

    name: str
    sets: Mapping[str, float]


POLICIES: Final[dict[str, Policy]] = {
    "as_now": Policy("Encouraged as now", {}),
    "harder": Policy("Encouraged harder", {"encouragement": ASSUMPTIONS["encouragement"].high}),
    "funded": Policy("Paid for nationally", {"funding": 1.0}),
    "required": Policy("Required", {"mandate": 1.0}),
}


@dataclass(frozen=True)
class Path:
    """What a policy brings, by year: shares of organisations, each (T,), and what it takes."""

    years: range
    exists: Array
    in_post: Array
    systems_in_post: Array
    taken: Taken  # each (T,)


def under(scenario: Scenario, policy: str) -> Scenario:
    """Return a scenario with one policy in place of its own; dates and terms of posts stay."""
    default = {name: ASSUMPTIONS[name].default for name in LEVERS}
    return replace(scenario, **(default | dict(POLICIES[policy].sets)))


def policy_of(scenario: Scenario) -> str | None:
    """Return the policy that a scenario already follows, or None where it is one of its own."""
    return next((name for name in POLICIES if under(scenario, name) == scenario), None)


def compared(baseline: Baseline, scenario: Scenario, place: str = ENGLAND) -> dict[str, Path]:
    """Return each policy's path in a place, all in one run, by the middle estimate of staff.

    They differ in LEVERS alone: beliefs, dates, time and cost of posts are the scenario's.
    """
    each = [asdict(under(scenario, name)) for name in POLICIES]
    varied = {name: np.array([values[name] for values in each]) for name in LEVERS}
    run = project(
        in_the_middle(baseline), Draws({**asdict(scenario), **varied}, np.zeros(len(each)))
    )
    exists, in_post, systems = (
        MEASURES[m](run, place).values for m in ("trusts_posts", "trusts_led", "systems_led")
    )
    took = taken(run, place)
    return {
        name: Path(
            run.years,
            exists[i],
            in_post[i],
            systems[i],
            Taken(run.years, took.fte[i], took.people[i], took.cost[i]),
        )
        for i, name in enumerate(POLICIES)
    }
