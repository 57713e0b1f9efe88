"""How many staff are needed, by methods that are always labelled (E11)."""

from typing import cast

import numpy as np

from ppn_scenarios.assumptions import Scenario

from .baseline import HORIZON, Array, Baseline, Inputs
from .rates import Values, in_force, per_area
from .staffing import PRACTITIONERS


def needed_as_need_grows(
    scenario: Scenario | Values, baseline: Baseline, posts: Array, years: Array
) -> Array:
    """Return FTE needed if need grows from what 2023's funded posts met (E11, method M4).

    `posts` is the opening establishment (*batch, A, P). Shape (T+1, *batch, A, P). Work moves
    between families with `skill_mix`, which changes who is needed and not how many.
    """
    s = cast(Values, scenario)
    gone = years - baseline.year
    growth = ((1 + np.asarray(s.demand_growth)) / (1 + np.asarray(s.productivity))) ** gone
    moved = in_force(s, "skill_mix", years) * gone / (HORIZON - baseline.year)
    total = posts.sum(axis=-1) * per_area(growth)
    return cast(Array, total[..., None] * mix_after(baseline.inputs, moved))


def mix_after(inputs: Inputs, moved: Array) -> Array:
    """Return each family's share of the work once a share has moved to practitioners.

    `moved` is (*batch,), the result (*batch, 1, P). No more can move either way than there is.
    """
    to = inputs.family == PRACTITIONERS
    mix = inputs.stock_share
    theirs, others = max(float(mix[to].sum()), 1e-300), max(float(mix[~to].sum()), 1e-300)
    moved = per_area(np.clip(moved, -theirs, others))[..., None]
    return mix * np.where(to, 1 + moved / theirs, 1 - moved / others)


def fair_share(england: Array, baseline: Baseline) -> Array:
    """Return England's number shared by registered population (E11, method M3).

    `england` is (*batch, T+1); the result is (*batch, T+1, A). Need is not weighted: no open
    weights by ICS are in our tables.
    """
    people = baseline.population / baseline.population.sum()
    return cast(Array, england[..., None] * people)
