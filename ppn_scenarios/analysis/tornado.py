"""What moves a result most from where the reader is: choices and beliefs apart."""

from dataclasses import dataclass
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline

from .comparable import DEFINITIONS
from .draws import EFFECTS
from .sensitivity import MEANINGLESS_ALONE, Swing, swings

LEAST: Final = 1e-9  # a lever that moves a result by less, in proportion, does not move it


@dataclass(frozen=True)
class Tornado:
    """Every lever moved alone to both ends of its range, the others as the scenario has them.

    Levers that say what a result counts are not moved: the results at both ends could not be
    compared. Effects of leadership are not moved either: they are the reader's hypothesis.
    """

    now: float
    choices: tuple[Swing, ...]  # widest first; those that move the result
    beliefs: tuple[Swing, ...]
    still: tuple[str, ...]  # levers that move it by nothing
    definitions: tuple[str, ...]  # levers left out because they change what is counted


def tornado(baseline: Baseline, scenario: Scenario, measure: str, year: int) -> Tornado:
    """Return what moves a measure of England in a year, from where a scenario is.

    With the hypothesis on leadership switched on its effects are in every run, and moved in none.
    """
    rows = swings(baseline, scenario, measure, year)
    defined = DEFINITIONS.get(measure, ())
    some = [r for r in rows if r.name not in (*defined, *EFFECTS, *MEANINGLESS_ALONE)]
    least = LEAST * max(abs(rows[0].now), 1e-12)
    moving = [row for row in some if row.width > least]

    def of(kind: str) -> tuple[Swing, ...]:
        return tuple(row for row in moving if ASSUMPTIONS[row.name].kind == kind)

    still = tuple(row.name for row in some if row.width <= least)
    return Tornado(rows[0].now, of("choice"), of("belief"), still, defined)


def hypotheses(
    baseline: Baseline, scenario: Scenario, measure: str, year: int
) -> tuple[Swing, ...]:
    """Return what each effect of leadership would do if it went to both ends, widest first.

    None while the reader has not switched their hypothesis on.
    """
    if not scenario.effects_on:
        return ()
    rows = swings(baseline, scenario, measure, year)
    return tuple(row for row in rows if row.name in EFFECTS)
