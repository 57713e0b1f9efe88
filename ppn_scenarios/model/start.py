"""Where everyone is on 31 March of the first year."""

from operator import attrgetter
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from . import leadership, staffing
from .baseline import Array, Baseline
from .leading import Leaders, led_by
from .memory import batch_inside
from .values import Values, per_area

EVERY_VALUE: Final = attrgetter(*ASSUMPTIONS)


def batch_of(baseline: Baseline, scenario: Scenario | Values) -> tuple[int, ...]:
    """Return the batch axes that the ways of sharing and all values have together."""
    if isinstance(scenario, Scenario):  # which has one value of each
        return baseline.share.shape[:-1]
    shapes = {value.shape for value in EVERY_VALUE(scenario) if isinstance(value, np.ndarray)}
    return np.broadcast_shapes(baseline.share.shape[:-1], *shapes)


def opening_staff(baseline: Baseline, scenario: Values) -> staffing.Staff:
    """Return who is in post and in training on 31 March of the first year.

    Trainees are as wide a batch as ways of sharing, until something sets those of two runs apart.
    """
    inputs, zero = baseline.inputs, noughts(baseline, scenario)
    share = np.array(baseline.share, ndmin=zero.ndim)
    heads = baseline.fte / per_area(scenario.participation) * share + zero

    def shared(national: Array, by_area: Array) -> Array:
        axes = [1] * national.ndim
        return batch_inside(by_area.reshape(*by_area.shape, *axes) * national)

    return staffing.Staff(
        in_post=shared(inputs.stock_share[:, None] * inputs.grade_share, heads),
        trainees=shared(inputs.opening_trainees, share),
        unplaced=shared(inputs.opening_unplaced, share + zero),
        recent_leavers=shared(inputs.opening_recent_leavers, share + zero),
    )


def opening_leaders(baseline: Baseline, scenario: Values) -> Leaders:
    """Return who leads on 31 March of the first year, and over the year that ends on it."""
    shares = (getattr(scenario, f"cppo_base_{k}") for k in baseline.trust_types)
    led = batch_inside(np.stack(np.broadcast_arrays(*shares), axis=-1))
    zero = noughts(baseline, scenario)

    def organisations(wanted: Array) -> Array:
        return batch_inside(np.array(wanted, ndmin=zero.ndim + 1))

    trusts = leadership.opening_posts(organisations(baseline.trusts), led[..., None, :], scenario)
    systems = leadership.opening_posts(
        organisations(systems_of(baseline, scenario)[..., None]),
        per_area(scenario.ics_base)[..., None],
        scenario,
    )
    return Leaders(trusts, systems, zero, led_by(trusts, systems))


def noughts(baseline: Baseline, scenario: Values) -> Array:
    """Return nought for each area of the whole batch (*batch, A)."""
    return batch_inside(np.zeros((*batch_of(baseline, scenario), len(baseline.areas))))


def systems_of(baseline: Baseline, scenario: Values) -> Array:
    """Return the leads wanted by area (*batch, A): one for each ICS, or for each merged board."""
    wanted = per_area(scenario.boards)
    leads = np.broadcast_to(baseline.systems, (*wanted.shape[:-1], len(baseline.areas)))
    for number, merged in baseline.boards.items():
        leads = np.where(wanted == number, merged, leads)
    return leads
