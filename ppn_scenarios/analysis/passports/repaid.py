"""Passports of the effect at which leadership posts would repay the time they take."""

from dataclasses import replace
from typing import Final

import numpy as np

from ppn_scenarios.analysis.breakeven import LARGEST, POSITIONS, ROUNDS, BreakEven, gain
from ppn_scenarios.analysis.uncertainty import in_the_middle
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline

from . import code
from .passport import Passport, Term

STEP: Final = LARGEST / (POSITIONS - 1) ** ROUNDS  # between the last two effects tried
RESTS_ON: Final = ("lead_wte", "ics_wte", "backfill", "tau_dose", "support", "h_mandate")
BIAS: Final = (
    "Nobody knows which way: no study shows any effect of this role. The evidence beside it is of "
    "other roles. It says how large an effect would have to be, and not that there is one."
)


def of_break_even(found: BreakEven, baseline: Baseline, scenario: Scenario) -> list[Passport]:
    """Return the passports of what the posts take out of practice, and of the effect to repay it.

    The second is left out where no effect would.
    """
    zeros = dict.fromkeys(("eps_rec", "eps_train", "eps_prod"), 0.0)
    plain, one = replace(scenario, **zeros), in_the_middle(baseline)
    below = 0.0 if not found.effect else STEP * np.floor(round(found.effect / STEP, 9))
    tried = np.array([0.0, below, below + STEP])
    at_zero, before, after = (float(value) for value in gain(one, plain, tried))
    taken = Passport(
        label="Clinical time that requiring the posts takes, to 2037",
        value=found.cost,
        unit="FTE-years",
        formula="Clinical FTE of all years with posts encouraged - with posts required, while "
        "leadership changes nothing (E10)",
        terms=(Term(label="What requiring them adds", value=at_zero, unit="FTE-years"),),
        combine=lambda added: -added,
        rests_on=RESTS_ON[:3],
        bias="Could be wrong either way: how much time leaders take, and how much of it somebody "
        "replaces, are placeholders.",
        code=code.of_break_even(scenario, "cost"),
        scenario=scenario,
    )
    if found.effect is None:
        return [taken]
    effect = Passport(
        label="Fall in leaving that would repay it",
        value=found.effect,
        unit="share",
        formula="The effect at which what is gained is nought, on a straight line between the "
        "two effects tried on either side of it (E18)",
        terms=(
            Term(label="Effect just below", value=below, unit="share"),
            Term(label="What is gained then", value=before, unit="FTE-years"),
            Term(label="Effect just above", value=below + STEP, unit="share"),
            Term(label="What is gained then", value=after, unit="FTE-years"),
        ),
        combine=crossing,
        rests_on=RESTS_ON,
        bias=BIAS,
        code=code.of_break_even(scenario, "effect"),
        scenario=scenario,
    )
    if not found.effect:
        added = Term(
            label="What requiring them adds with no effect", value=at_zero, unit="FTE-years"
        )
        none = "Requiring them takes nothing out of practice, so that no effect is needed"
        effect = replace(effect, formula=none, terms=(added,), combine=lambda _: 0.0)
    return [taken, effect]


def crossing(low: float, less: float, high: float, more: float) -> float:
    """Return where a straight line from (low, less) to (high, more) is nought: `low` if flat."""
    return low if more <= less else low + (high - low) * max(-less, 0.0) / (more - less)
