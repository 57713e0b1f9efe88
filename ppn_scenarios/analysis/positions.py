"""Results at every position of the main levers, run before anybody moves one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS, LEVERS, TARGETS, Scenario
from ppn_scenarios.model import Baseline, project

from .draws import values_of
from .place_measures import MEASURES
from .places import ENGLAND
from .uncertainty import for_england

# Switches, dates and named options have nothing between their positions.
GRADED: Final = tuple(
    name
    for kind in KINDS
    for name, a in LEVERS.items()
    if a.kind == kind and a.main and not a.options and a.unit not in ("switch", "financial year")
)
MOVING: Final = ("fte", "trusts_led")  # the headlines, each year by year
READINGS: Final = tuple(target for target in TARGETS.values() if target.line)


@dataclass(frozen=True)
class Positions:
    """England with each of some levers alone at each of its positions, all else as in a scenario.

    `rows` is (n, 2 T + 3) as float32, one exact run each, the levers one after another: staff in
    post by year in FTE, the share of trusts with a leader by year, then staff in the last year as
    a share of what each reading of the plan asks for.
    """

    at: Mapping[str, tuple[float, ...]]  # rising; where the scenario has the lever is among them
    now: Mapping[str, int]  # which of them that is
    years: range
    asked: tuple[float, ...]  # FTE, by reading
    rows: NDArray[np.float32]

    def first(self, name: str) -> int:
        """Return the row at which a lever's own begin."""
        names = list(self.at)
        return sum(len(self.at[before]) for before in names[: names.index(name)])

    def of(self, name: str) -> NDArray[np.float32]:
        """Return the rows of one lever (positions, 2 T + 3)."""
        start = self.first(name)
        return self.rows[start : start + len(self.at[name])]


def positions(baseline: Baseline, scenario: Scenario) -> Positions:
    """Return exact runs at every step of each graded main lever, and where the scenario has it.

    All of them are one batch. There are as many as the lever's control has steps, so that nothing
    that can be set is ever a guess between two runs.
    """
    present = {name: float(getattr(scenario, name)) for name in GRADED}
    at = {name: tuple(sorted({*ASSUMPTIONS[name].positions, present[name]})) for name in GRADED}
    n, first = sum(map(len, at.values())), 0
    changed = {name: np.full(n, value) for name, value in present.items()}
    for name, own in at.items():
        changed[name][first : first + len(own)] = own
        first += len(own)
    run = project(for_england(baseline, scenario), values_of(scenario, n, changed))
    parts = [MEASURES[measure](run, ENGLAND).values for measure in MOVING]
    asked = tuple(target.threshold(baseline.published) for target in READINGS)
    parts.append(parts[0][:, -1:] / np.array(asked))
    return Positions(
        at=at,
        now={name: at[name].index(value) for name, value in present.items()},
        years=run.years,
        asked=asked,
        rows=np.concatenate(parts, axis=1).astype(np.float32),
    )
