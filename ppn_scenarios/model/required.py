"""How many staff are needed, by four methods that are always labelled (E11)."""

from collections.abc import Callable, Mapping
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions import ASSUMPTIONS, TARGETS, Scenario

from .baseline import HORIZON, PRACTITIONERS, Array, Baseline
from .memory import shared_out
from .values import Values, in_force, per_area
from .workload import Workload, staff_for

PLAN, WORKLOAD, FAIR_SHARE, GROWTH = 1, 2, 3, 4  # the methods M1 to M4, as the lever has them
READINGS: Final = {1: "T4A", 2: "T4B", 3: "T4C"}  # of the 2023 plan, by id of the target
SCOPES: Final[Mapping[int, str]] = {
    PLAN: "An even path from today's staff to what the 2023 plan asked for by 2037: an ambition "
    "that later policy set aside, shared out as staff are now.",
    WORKLOAD: "Talking Therapies alone, and of that finished courses alone. Do not compare it with "
    "all staff in post, or with what another method says.",
    FAIR_SHARE: "England's own staff of each year, shared by registered patients. Need is not "
    "weighted: no open weights are in our tables. It cannot say whether England has enough, and "
    "by place it is as rough as the estimates of staff: never rank by it.",
    GROWTH: "What the funded posts of 2023 met, growing as need does.",
}


def method_label(scenario: Scenario | Values) -> str:
    """Return the words for the method by which a scenario says how many staff are needed."""
    s = cast(Values, scenario)
    words = ASSUMPTIONS["need_method"].show(float(s.need_method))
    if s.need_method == PLAN:
        return f"{words}: {ASSUMPTIONS['plan_reading'].show(float(s.plan_reading))}"
    return words


def method_scope(scenario: Scenario | Values) -> str:
    """Return what the chosen method counts, and what it cannot be compared with."""
    return SCOPES[int(cast(Values, scenario).need_method)]


def needed(
    scenario: Scenario | Values, baseline: Baseline, posts: Array, fte: Array, years: Array
) -> Array:
    """Return FTE needed by the chosen method (T+1, *batch, A, P).

    `posts` is the opening establishment (*batch, A, P), `fte` the projected staff in post
    (T+1, *batch, A, P). Only methods that some run has chosen are worked out.
    """
    s = cast(Values, scenario)
    methods: Mapping[int, Callable[[], Array]] = {
        PLAN: lambda: needed_for_the_plan(s, baseline, years),
        WORKLOAD: lambda: needed_for_the_work(s, baseline, years),
        FAIR_SHARE: lambda: fair_share(fte, baseline),
        GROWTH: lambda: needed_as_need_grows(s, baseline, posts, years),
    }
    chosen = np.asarray(s.need_method)
    first, *others = np.unique(chosen)
    found = methods[int(first)]()
    for method in others:
        mine = per_area(chosen)[..., None] == method
        found = np.where(mine, methods[int(method)](), found)
    return found


def check_need(scenario: Scenario | Values, baseline: Baseline) -> None:
    """Raise ValueError, naming what is missing, for a chosen method that the baseline lacks."""
    s = cast(Values, scenario)
    chosen = np.unique(s.need_method)
    if PLAN in chosen:
        plan(s, baseline)
    if WORKLOAD in chosen:
        work_of(baseline).of(baseline.areas)


def growth_in_need(scenario: Values, baseline: Baseline, years: Array) -> Array:
    """Return the staff that need takes in each year, against the first (T+1, *batch)."""
    gone = years - baseline.year
    a_year = (1 + np.asarray(scenario.demand_growth)) / (1 + np.asarray(scenario.productivity))
    return cast(Array, a_year**gone)


def work_moved(scenario: Values, baseline: Baseline, years: Array) -> Array:
    """Return the share of work that has moved to practitioners by each year (T+1, *batch)."""
    gone = years - baseline.year
    return in_force(scenario, "skill_mix", years) * gone / max(HORIZON - baseline.year, 1)


def needed_for_the_plan(scenario: Values, baseline: Baseline, years: Array) -> Array:
    """Return FTE on an even path from the opening to the 2023 plan in 2037 (E11, method M1).

    Growth is the same each year. Areas keep their share of staff, and families theirs but for
    work moved. Shape (T+1, *batch, A, P).
    """
    goal, due = plan(scenario, baseline), TARGETS[READINGS[1]].due or HORIZON
    gone = np.clip((years - baseline.year) / max(due - baseline.year, 1), 0, 1)
    england = baseline.fte ** (1 - gone) * goal**gone
    by_area = per_area(england) * baseline.share
    moved = work_moved(scenario, baseline, years)
    mix = mix_after(baseline.inputs.stock_share, baseline.inputs.family, moved)
    return shared_out(by_area, mix)


def plan(scenario: Values, baseline: Baseline) -> Array:
    """Return what the chosen reading of the 2023 plan asks for, FTE (*batch)."""
    chosen = np.asarray(scenario.plan_reading)
    goal = np.zeros(chosen.shape)
    for reading in np.unique(chosen):
        target = TARGETS[READINGS[int(reading)]]
        if missing := [name for name in target.figures if name not in baseline.published]:
            raise ValueError(f"{target.label}: no published figure for {', '.join(missing)}")
        goal = np.where(chosen == reading, target.threshold(baseline.published), goal)
    return goal


def needed_for_the_work(scenario: Values, baseline: Baseline, years: Array) -> Array:
    """Return FTE that the work of some services takes (E11, method M2).

    Activity grows as need does. Shape (T+1, *batch, A, P).
    """
    work, family = work_of(baseline), baseline.inputs.family
    shares = work.work_share[:, family] * baseline.inputs.within
    fte = staff_for(
        work.of(baseline.areas),
        work.minutes,
        mix_after(shares, family, work_moved(scenario, baseline, years)),
        work.available,
        work.clinical_focus[family],
        work.allowances,
    )
    return fte * per_area(growth_in_need(scenario, baseline, years))[..., None]


def work_of(baseline: Baseline) -> Workload:
    """Return the workload that a baseline gives; raises ValueError if it gives none."""
    if baseline.work is None:
        raise ValueError("staff needed for a workload: the baseline gives no activity of a service")
    return baseline.work


def fair_share(fte: Array, baseline: Baseline) -> Array:
    """Return the staff of all areas handed in, shared by registered patients (E11, method M3).

    `fte` and the result are (T+1, *batch, A, P). Need is not weighted: no open weights by ICS are
    in our tables.
    """
    people = baseline.population / max(float(baseline.population.sum()), 1e-300)
    return cast(Array, fte.sum(axis=-2, keepdims=True) * people[:, None])


def needed_as_need_grows(
    scenario: Scenario | Values, baseline: Baseline, posts: Array, years: Array
) -> Array:
    """Return FTE needed if need grows from what 2023's funded posts met (E11, method M4).

    `posts` is the opening establishment (*batch, A, P). Shape (T+1, *batch, A, P). Work moves
    between families with `skill_mix`, which changes who is needed and not how many.
    """
    s, inputs = cast(Values, scenario), baseline.inputs
    total = posts.sum(axis=-1) * per_area(growth_in_need(s, baseline, years))
    mix = mix_after(inputs.stock_share, inputs.family, work_moved(s, baseline, years))
    return shared_out(total, mix)


def mix_after(mix: Array, family: NDArray[np.intp], moved: Array) -> Array:
    """Return who does the work once a share has moved to practitioners.

    `mix` (..., P) are shares of work, `moved` is (*batch,), the result (*batch, 1, P), or
    (*batch, S, P) for the mixes of S services. No more can move either way than there is.
    """
    to = family == PRACTITIONERS
    theirs = np.maximum(mix[..., to].sum(axis=-1, keepdims=True), 1e-300)
    others = np.maximum(mix[..., ~to].sum(axis=-1, keepdims=True), 1e-300)
    moved = np.clip(per_area(moved)[..., None], -theirs, others)
    return cast(Array, mix * np.where(to, 1 + moved / theirs, 1 - moved / others))
