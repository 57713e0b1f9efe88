"""Many settings of levers run at once on one ground."""

from collections.abc import Callable, Collection, Mapping
from math import ceil
from typing import Final

import numpy as np

from ppn_scenarios.analysis.apart import OF_STAFF_ALONE, leads_on, moved, staffs_on
from ppn_scenarios.analysis.draws import Draws, values_of
from ppn_scenarios.analysis.uncertainty import AREAS_AT_ONCE
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.model import Projection, project
from ppn_scenarios.model.axes import Once
from ppn_scenarios.model.baseline import Array

from .trials import COSTS, Ground, Trials, by_year, costs_until

FEW: Final = 2
FEW_AT_ONCE: Final = 2_800  # areas in all runs: fewer repeat what each batch takes
ANY: Final = "mandate"  # lever: a value of (1,) makes a batch of one
WORTH_A_RUN: Final = 8  # settings from which on a run is repaid by the years taken over from it


class Runs:
    """All runs on one ground: made for one answer, and gone with it."""

    def __init__(self, ground: Ground) -> None:
        """Begin with none."""
        self.ground = ground

    @Once
    def now(self) -> Projection:
        """One run of the scenario, in a batch of its own, of which other runs take over parts."""
        scenario = self.ground.scenario
        alone = {ANY: np.array([float(getattr(scenario, ANY))])}
        return project(self.ground.baseline, values_of(scenario, 1, alone))

    def tried(self, changed: Mapping[str, Array], n: int, costs: bool = False) -> Trials:
        """Return what `n` settings give; `changed` has a value (n,) for each lever that differs.

        With their `costs`, which take as long again, only where somebody looks at them.
        """
        ground, areas = self.ground, len(self.ground.baseline.areas)
        whole = values_of(ground.scenario, n, dict(changed))
        run_of = self.way_to_run(changed, n, costs)
        most = (FEW_AT_ONCE if areas <= FEW else AREAS_AT_ONCE) // areas
        size = ceil(n / ceil(n / most))  # blocks alike: a last one of few would cost as much again
        values, bills = [], []
        for first in range(0, n, size):
            some = whole.part(slice(first, first + size))
            run = run_of(some)
            found = by_year(run, ground.goal)
            values.append(np.broadcast_to(found, (len(some), found.shape[-1])))
            if costs:
                bill = costs_until(run, ground.goal)
                bills.append(np.broadcast_to(bill, (len(some), len(COSTS))))
            del run  # before the next block is made
        return Trials(np.concatenate(values), np.concatenate(bills) if costs else None)

    def way_to_run(
        self, names: Collection[str], n: int, costs: bool
    ) -> Callable[[Draws], Projection]:
        """Return how `n` settings of some levers are run: as much is taken over as is worth it."""
        if not names:
            return lambda some: self.now
        of_staff = [name for name in names if staffs_on(name)]
        leaders_asked = costs or self.ground.goal.measure not in OF_STAFF_ALONE
        if not of_staff or (leaders_asked and not any(map(leads_on, names))):
            return lambda some: moved(self.now, some, names)
        late = all(ASSUMPTIONS[name].kind == "choice" for name in of_staff)
        begun = self.now if late and n >= WORTH_A_RUN else None
        return lambda some: project(self.ground.baseline, some, begun)
