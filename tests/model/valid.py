"""Random scenarios and opening positions that are possible, for tests of what must always hold."""

from dataclasses import fields, replace
from types import SimpleNamespace
from typing import cast

import numpy as np
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, OWN_DATES, Assumption, Scenario
from ppn_scenarios.model import Ages, Baseline, Inputs, Projection, Workload
from ppn_scenarios.model.axes import measures_of
from ppn_scenarios.model.baseline import Array
from ppn_scenarios.model.flows import Flows
from tests.round_numbers import PLAN, TRUST_TYPES, two_areas

OLD = Ages(  # of three ages: half are near retirement, and those who join are young
    staff=np.array([0.3, 0.2, 0.5]),
    joiners=np.array([1.0, 0, 0]),
    retiring=np.array([0.0, 0, 1]),
    leaving=np.array([0.1, 0.1, 0.1]),
)
WHOLE = {"switch", "financial year"}


def values_of(lever: Assumption) -> st.SearchStrategy[float]:
    """Values that a lever may be set to."""
    if lever.options:
        return st.sampled_from(lever.options)
    if lever.unit in WHOLE:
        return st.integers(int(lever.low), int(lever.high)).map(float)
    return st.floats(lever.low, lever.high, allow_subnormal=False)


def some_dates(seed: int) -> dict[str, float]:
    """Own dates of single choices: of each four, one has none."""
    random = np.random.default_rng(seed)
    return {
        name: float(random.choice(date.options)) if random.random() < 0.75 else date.default
        for name, date in OWN_DATES.items()
    }


def scenarios(**fixed: float) -> st.SearchStrategy[Scenario]:
    """Scenarios with every lever anywhere in its range, apart from those given.

    Half of them have own dates for single choices, all from one number, since to choose each by
    itself would cost more than the test that it is for.
    """
    free = {k: values_of(lever) for k, lever in LEVERS.items() if k not in fixed}
    dates = st.just(dict[str, float]()) | st.integers(0, 2**32).map(some_dates)
    return st.builds(
        lambda values, dates: Scenario(**(dates | values | fixed)),
        st.fixed_dictionaries(free),
        dates,
    )


def shares(random: np.random.Generator, *shape: int) -> Array:
    """Random shares that sum to 1 along the last axis."""
    parts = random.uniform(0.05, 1, shape)
    whole: Array = parts / parts.sum(axis=-1, keepdims=True)
    return whole


def some_inputs(random: np.random.Generator) -> Inputs:
    """Inputs that are possible, however unlikely."""
    therapists = random.uniform(0, 1)
    return Inputs(
        stock_share=shares(random, 3),
        grade_share=shares(random, 3, 3),
        opening_trainees=random.uniform(0, 2_000, (3, 5)),
        opening_recent_leavers=random.uniform(0, 2_000, 3),
        opening_unplaced=random.uniform(0, 500, 3),
        leaving_relative=random.uniform(0, 1.5, (3, 3)),
        retirement_relative=random.uniform(0, 3, (3, 3)),
        promotion_relative=random.uniform(0, 2, (3, 2)),
        external_share=shares(random, 3),
        other_places_share=np.array([0, therapists, 1 - therapists]),
        entry_grade=shares(random, 3),
        unplaced_reapply=random.uniform(0, 1),
        unplaced_fade=random.uniform(0, 1),
        recent_leaver_fade=random.uniform(0, 1),
        leavers_entering_pool=random.uniform(0, 1),
        lead_eligible=random.uniform(0, 1),
        lead_from=shares(random, 3),
        pay_cost=random.uniform(20, 120, (3, 3)),
        training_cost=random.uniform(20, 80, 3),
        ics_post_cost=random.uniform(0, 100),
        cases=random.uniform(10, 200, 3),
        over_establishment=random.uniform(0, 0.1),
        real_pay_growth=random.uniform(-0.01, 0.02),
    )


def some_ages(random: np.random.Generator) -> Ages:
    """Ages that are possible, six of them."""
    return Ages(
        staff=shares(random, 6),
        joiners=shares(random, 6),
        retiring=random.uniform(0, 1, 6),
        leaving=random.uniform(0, 0.3, 6),
    )


def some_work(random: np.random.Generator, areas: tuple[str, ...]) -> Workload:
    """Two services of any areas."""
    return Workload(
        activity={code: random.uniform(0, 50_000, 2) for code in areas},
        minutes=random.uniform(10, 1_000, 2),
        work_share=shares(random, 2, 3),
        available=random.uniform(60_000, 100_000),
        clinical_focus=random.uniform(0.2, 1, 3),
        allowances=random.uniform(0, 0.5),
    )


def baseline_from(seed: int, areas: int, ways: int) -> Baseline:
    """One random opening position; `ways` of sharing England out, none meaning no batch axis."""
    random = np.random.default_rng(seed)
    year = int(random.integers(2019, 2034))
    codes = tuple(f"Q{i:02}" for i in range(areas))
    return Baseline(
        year=year,
        leadership_year=year + int(random.integers(0, 4)),
        fte=random.uniform(5_000, 60_000),
        share=shares(random, ways, areas) if ways else shares(random, areas),
        trusts=random.integers(0, 5, (areas, len(TRUST_TYPES))).astype(float),
        systems=random.integers(0, 3, areas).astype(float),
        inputs=some_inputs(random),
        areas=codes,
        regions=tuple(f"Y{i % 2:02}" for i in range(areas)),
        trust_types=TRUST_TYPES,
        population=random.uniform(1e5, 3e6, areas),
        published=PLAN,
        ages=some_ages(random),
        work=some_work(random, codes),
    )


def baselines(most_areas: int = 4, ways: int = 3) -> st.SearchStrategy[Baseline]:
    """Opening positions of up to `most_areas` areas."""
    return st.builds(
        baseline_from, st.integers(0, 2**32), st.integers(1, most_areas), st.integers(0, ways)
    )


def crowded(baseline: Baseline) -> Baseline:
    """The same place with so few who could lead that the posts outnumber them."""
    return replace(baseline, fte=20.0)


def anything(**values: object) -> Scenario:
    """Values for `project` with no limits: the defaults, apart from those given."""
    defaults = {k: lever.default for k, lever in ASSUMPTIONS.items()}
    return cast(Scenario, SimpleNamespace(**(defaults | values)))


def nothing_moves(**values: object) -> Scenario:
    """Nobody starts, joins, leaves, retires or rises, and no post is made, filled or cut."""
    still = dict.fromkeys(
        (
            *("places_cp", "places_other", "places_newrole", "external", "return_rate"),
            *("leave_psy", "leave_ther", "leave_prac", "retire", "promote_senior"),
            *("promote_lead", "post_growth", "demand_growth", "productivity", "skill_mix"),
            *("h_encourage", "h_imitation", "lead_turnover", "abolish", "mandate"),
        ),
        0.0,
    )
    return anything(**(still | {"plan_start": 2000} | values))


def nobody_waiting(inputs: Inputs) -> Inputs:
    """The inputs with nobody in training, looking for a post or able to come back."""
    return replace(
        inputs,
        opening_trainees=np.zeros((3, 5)),
        opening_recent_leavers=np.zeros(3),
        opening_unplaced=np.zeros(3),
    )


def busy_baseline(**changes: object) -> Baseline:
    """Two areas with ten times the trusts, so that leadership shows in every measure."""
    trusts = np.array([[10.0, 10, 5, 5, 5], [20.0, 10, 10, 10, 10]])
    boards = {36: np.array([1.0, 0.5]), 26: np.array([0.25, 0.75])}
    values = {"trusts": trusts, "leadership_year": 2024, "boards": boards, "ages": OLD}
    return two_areas(**(values | changes))


AXES_FROM_AREA = {  # of an array of Projection: what is not named here ends in (area,)
    **dict.fromkeys(("in_post", "trainees"), 3),
    **dict.fromkeys(("unplaced", "recent_leavers", "fte", "clinical_fte"), 2),
    **dict.fromkeys(("establishment", "needed", "posts", "led", "interim_posts"), 2),
    **dict.fromkeys(("led_supported", "led_executive"), 2),
}


def arrays(projection: Projection) -> dict[str, Array]:
    """Every array of a projection by name, with area moved to the front."""
    found = {}
    for name in measures_of(Projection):
        value = getattr(projection, name)
        found[name] = np.moveaxis(value, -AXES_FROM_AREA.get(name, 1), 0)
    for field in fields(Flows):
        found[f"flows.{field.name}"] = np.moveaxis(getattr(projection.flows, field.name), -2, 0)
    return found
