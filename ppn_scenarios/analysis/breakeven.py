"""How large an effect of leadership would have to be for its posts to repay their time."""

from dataclasses import asdict, dataclass, replace
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.model.baseline import Array

from .draws import Draws
from .place_measures import MEASURES
from .places import ENGLAND
from .uncertainty import in_the_middle

LARGEST: Final = 0.2  # effect looked at: far beyond any evidence
POSITIONS: Final = 11  # effects tried at once in each round
ROUNDS: Final = 2  # each narrows the range to a tenth


@dataclass(frozen=True)
class BreakEven:
    """The effect on leaving at which requiring the posts repays the clinical time they take."""

    effect: float | None  # share by which leaving falls at full dose; None: not up to LARGEST
    cost: float  # clinical FTE-years to 2037 that the posts take if they change nothing
    evidence: tuple[float, float]  # the range of effects that any study supports

    @property
    def within_evidence(self) -> bool:
        """Whether the effect needed is no larger than the evidence range allows."""
        return self.effect is not None and self.effect <= self.evidence[1]


def gain(baseline: Baseline, scenario: Scenario, effects: Array) -> Array:
    """Return clinical FTE-years to 2037 that requiring the posts adds, for each effect (n,).

    The same effect is applied where the posts are required and where they are encouraged, so what
    counts is the extra posts. Posts do not limit hiring here: the question is of people.
    """
    both = np.concatenate([effects, effects])
    required = np.repeat([1.0, 0.0], len(effects))
    values = {"effects_on": 1.0, "cap_mode": 0.0, "eps_ret": both, "mandate": required}
    run = project(baseline, Draws(asdict(scenario) | values, np.zeros(len(both))))
    totals = MEASURES["clinical_fte"](run, ENGLAND).values.sum(axis=-1)
    found: Array = totals[: len(effects)] - totals[len(effects) :]
    return found


def break_even(baseline: Baseline, scenario: Scenario) -> BreakEven:
    """Return the effect at which the gain changes sign, to well under a thousandth.

    Other effects are zero. A grid of effects runs as one batch, and is narrowed around the change
    of sign; between the last two neighbours the gain is as good as a straight line. It must be
    monotone, which a test checks. Areas differ in what leadership does, so none are merged.
    """
    zeros = dict.fromkeys(("eps_rec", "eps_train", "eps_prod"), 0.0)
    plain, one = replace(scenario, **zeros), in_the_middle(baseline)
    low, high, cost = 0.0, LARGEST, float("nan")
    evidence = ASSUMPTIONS["eps_ret"].low, ASSUMPTIONS["eps_ret"].high
    for attempt in range(ROUNDS):
        effects = np.linspace(low, high, POSITIONS)
        gains = gain(one, plain, effects)
        if attempt == 0:
            cost = float(-gains[0])
        repaid = np.flatnonzero(gains >= 0)
        if not repaid.size:
            return BreakEven(None, cost, evidence)
        if repaid[0] == 0:
            return BreakEven(float(effects[0]), cost, evidence)
        around = slice(int(repaid[0]) - 1, int(repaid[0]) + 1)
        low, high = (float(effect) for effect in effects[around])
        effect = float(np.interp(0, gains[around], effects[around]))
    return BreakEven(effect, cost, evidence)
