"""Where everyone is on 31 March of the first year."""

from dataclasses import dataclass

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS

from . import leadership, staffing
from .baseline import Array, Baseline
from .memory import batch_inside
from .rates import Values, per_area


@dataclass(frozen=True)
class Position:
    """Everything that one year hands to the next."""

    staff: staffing.Staff
    trusts: leadership.Posts
    systems: leadership.Posts
    dose: Array  # (*batch, A)


def batch_of(baseline: Baseline, scenario: Values) -> tuple[int, ...]:
    """Return the batch axes that the ways of sharing and all values have together."""
    shapes = {np.shape(getattr(scenario, name)) for name in ASSUMPTIONS}
    return np.broadcast_shapes(baseline.share.shape[:-1], *shapes)


def opening_position(baseline: Baseline, scenario: Values) -> Position:
    """Return where everyone is on 31 March of the first year."""
    inputs, share = baseline.inputs, baseline.share
    heads = baseline.fte / per_area(scenario.participation) * share
    shares = (getattr(scenario, f"cppo_base_{k}") for k in baseline.trust_types)
    led = batch_inside(np.stack(np.broadcast_arrays(*shares), axis=-1))
    batch = batch_of(baseline, scenario)
    zero = batch_inside(np.zeros((*batch, len(baseline.areas))))

    def shared(national: Array, by_area: Array = share) -> Array:
        axes = [1] * national.ndim
        return batch_inside((by_area + zero).reshape(*zero.shape, *axes) * national)

    def organisations(wanted: Array) -> Array:
        return batch_inside(np.array(wanted, ndmin=len(batch) + 2))

    return Position(
        staff=staffing.Staff(
            in_post=shared(inputs.stock_share[:, None] * inputs.grade_share, heads),
            trainees=shared(inputs.opening_trainees),
            unplaced=shared(inputs.opening_unplaced),
            recent_leavers=shared(inputs.opening_recent_leavers),
        ),
        trusts=leadership.opening_posts(
            organisations(baseline.trusts), led[..., None, :], scenario
        ),
        systems=leadership.opening_posts(
            organisations(systems_of(baseline, scenario)[..., None]),
            per_area(scenario.ics_base)[..., None],
            scenario,
        ),
        dose=zero,
    )


def systems_of(baseline: Baseline, scenario: Values) -> Array:
    """Return the leads wanted by area (*batch, A): one for each ICS, or for each merged board."""
    wanted = per_area(scenario.boards)
    leads = np.broadcast_to(baseline.systems, (*wanted.shape[:-1], len(baseline.areas)))
    for number, merged in baseline.boards.items():
        leads = np.where(wanted == number, merged, leads)
    return leads
