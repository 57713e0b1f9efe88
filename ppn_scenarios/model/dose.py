"""The dose of leadership, and what it does to flows: nothing while switched off (E17, E18)."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .baseline import Array, Baseline
from .leadership import Pace
from .values import Values, per_area


def next_dose(dose: Array, led: Array, baseline: Baseline, pace: Pace) -> Array:
    """Return the leadership dose of each area a year on, between 0 and 1 (E17).

    `led` (*batch, area) are trusts that had a leader, on average over the year.
    """
    trusts = baseline.trusts.sum(axis=-1)
    coverage = np.divide(led, trusts, out=np.zeros_like(led), where=trusts > 0)
    return cast(Array, dose + pace.act * (coverage * pace.support - dose))


@dataclass(frozen=True)
class Effects:
    """What leadership does to flows, each (*batch, area): exactly 1 while switched off (E18)."""

    recruit: Array
    train: Array
    retain: Array
    see: Array


def effects_of(dose: Array, scenario: Scenario | Values) -> Effects:
    """Return the multipliers that a dose has on flows."""
    s = cast(Values, scenario)
    if not np.any(s.effects_on):
        return Effects(*[np.ones(1)] * 4)  # for every area
    full = per_area(s.effects_on) * dose
    return Effects(
        recruit=1 + full * per_area(s.eps_rec),
        train=1 + full * per_area(s.eps_train),
        retain=1 - full * per_area(s.eps_ret),
        see=1 + full * per_area(s.eps_prod),
    )
