"""One national series as an opening position, and what must have been so for it to have grown.

Nothing here sees a number of staff from after the start.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Final, cast

import numpy as np

from ppn_scenarios.analysis.draws import Draws, draw
from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.baseline import LONGEST_COURSE, Array

LEAVING: Final = ("leave_psy", "leave_ther", "leave_prac")
MOST_LEAVING: Final = 20.0  # times the usual rates: beyond this a series is not of these staff
HALVINGS: Final = 45


@dataclass(frozen=True)
class Beliefs:
    """The scenario's own beliefs first, then `n` draws of them: each (n + 1,).

    `shift` is how far each draw's joiners from outside lie from the scenario's own.
    """

    values: Mapping[str, float | Array]
    shift: Array  # (n + 1,) people a year, in England

    def with_net(self, net: Array, leavers: float) -> Draws:
        """Return values in which `net` people a year (n + 1,) join from outside.

        Nobody joins where it is negative; as many more leave, in proportion to `leavers` a year.
        """
        more = 1 + np.maximum(-net, 0) / leavers
        leaving = {name: np.asarray(self.values[name]) * more for name in LEAVING}
        outside = {"external": np.maximum(net, 0)}
        return Draws({**self.values, **leaving, **outside}, np.zeros(len(net)))


def beliefs_of(scenario: Scenario, draws: int) -> Beliefs:
    """Return the scenario's beliefs and `draws` draws around them."""
    own, drawn = asdict(scenario), draw(scenario, draws).values
    values: dict[str, float | Array] = {
        name: np.concatenate([[own[name]], np.broadcast_to(np.asarray(value), (draws,))])
        for name, value in drawn.items()
    }
    return Beliefs(values, np.asarray(values["external"]) - own["external"])


def opened(
    base: Baseline,
    scenario: Scenario,
    start: int,
    end: int,
    fte: float,
    starts: Mapping[int, Array],
) -> Baseline:
    """Return a position of one area with so much FTE, made up as the base is.

    People in the pools of recent leavers and of the unplaced follow the size. Trainees are those
    who started in earlier years; years before the first one given are taken to be like it.
    """
    size = fte / base.fte
    one = replace(
        as_one_area(base),
        year=start,
        until=end,
        leadership_year=end,
        fte=fte,
        share=np.ones(1),
        observed_starts=starts,
        inputs=replace(
            base.inputs,
            opening_trainees=np.zeros_like(base.inputs.opening_trainees),
            opening_recent_leavers=base.inputs.opening_recent_leavers * size,
            opening_unplaced=base.inputs.opening_unplaced * size,
        ),
    )
    before = replace(one, year=start - LONGEST_COURSE, until=start, leadership_year=start)
    trainees = project(before, scenario).trainees[-1, 0]
    return replace(one, inputs=replace(one.inputs, opening_trainees=trainees))


def leavers(start: Baseline, beliefs: Beliefs) -> float:
    """Return how many people leave in the first year by the scenario's own beliefs."""
    first_year = project(replace(start, until=start.year + 1), beliefs.with_net(np.zeros(1), 1.0))
    return max(float(first_year.flows.voluntary[0].sum()), 1e-9)


def total(run: Projection) -> Array:
    """Return FTE by draw and year (n + 1, T + 1)."""
    return cast(Array, run.fte.sum(axis=(-1, -2)))


def fitted(start: Baseline, beliefs: Beliefs, fte: float, leave: float) -> Array:
    """Return net joiners a year (n + 1,) with which each draw reaches `fte` in the last year.

    Found by halving, since more joiners never mean fewer staff. Raises ValueError where training
    alone brings more staff than the series has, however many leave.
    """

    def reached(net: Array) -> Array:
        return total(project(start, beliefs.with_net(net, leave)))[:, -1]

    low = np.full(len(beliefs.shift), -MOST_LEAVING * leave)
    high = np.full(len(beliefs.shift), start.fte)
    if reached(low)[0] > fte:
        raise ValueError(
            f"training starts alone would bring more than the {fte:,.0f} FTE of {start.until}, "
            "even if nearly everyone left: are they of the same staff as the history?"
        )
    while (short := reached(high) < fte).any():
        high = np.where(short, 2 * high, high)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = reached(middle) >= fte
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return cast(Array, (low + high) / 2)


def continued(
    start: Baseline, beliefs: Beliefs, net: Array, leave: float, end: int, fte: float
) -> Baseline:
    """Return the position in which a fitted run ends, from which to go on to `end`.

    It is that of the scenario's own beliefs; it has `fte` in all.
    """
    run = project(start, beliefs.with_net(net, leave))
    people = run.in_post[0, -1, 0]
    families = people.sum(axis=-1)
    parts = np.divide(
        people,
        families[:, None],
        out=start.inputs.grade_share.copy(),
        where=families[:, None] > 0,
    )
    inputs = replace(
        start.inputs,
        stock_share=families / families.sum(),
        grade_share=parts,
        opening_trainees=run.trainees[0, -1, 0],
        opening_recent_leavers=run.recent_leavers[0, -1, 0],
        opening_unplaced=run.unplaced[0, -1, 0],
    )
    year = start.until
    return replace(start, year=year, until=end, leadership_year=end, fte=fte, inputs=inputs)
