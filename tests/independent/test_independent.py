"""The engine agrees with the same equations written a second time for PySD (see README.md)."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, OWN_DATES, PRESETS, Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.opening import baseline as real_baseline
from tests.independent.stockflow import OF_POSTS, PASSED, SERIES, Numbers, Run, StockFlow, values
from tests.round_numbers import round_inputs, round_work, two_areas

NEAR = 1e-9  # relative, and absolute near zero

# Every hypothesis about leadership at its high end; every switch on.
HIGH = Scenario(
    **{name: a.high for name, a in ASSUMPTIONS.items() if name.startswith("eps_")},
    effects_on=1,
    mandate=1,
    mandate_year=2027,
    encouragement=1.2,
    h_imitation=0.5,
    cap_mode=1,
    support=1,
    plan_start=2026,
    plan_ramp=3,
)
# Everything set off its default, so that each constant of the models moves something.
ALL_AT_WORK = Scenario(
    places_cp=1300,
    growth_cp_capt=0.2,
    places_other=6000,
    places_newrole=500,
    fill_cp=0.95,
    course_len_psy=2.5,
    course_len_ther=1.5,
    course_len_prac=1.5,
    career_psy=0.3,
    mobility=0.2,
    retention=0.05,
    external=1000,
    post_growth=0.02,
    post_freeze=2.5,
    plan_start=2026,
    plan_ramp=4,
    encouragement=0.6,
    h_imitation=0.2,
    mandate=1,
    mandate_year=2031,
    ceiling_encouraged=0.7,
    ceiling_mandated=0.95,
    abolish=0.05,
    interim=0.3,
    lead_wte=0.8,
    ics_wte=0.6,
    backfill=0.2,
    support=0.7,
    post_cost=90,
    agency_cover=0.4,
    agency_price=80,
    replacement_price=12,
    productivity=0.01,
    skill_mix=0.05,
    exec_seat=0.3,
    effects_on=1,
    eps_ret=0.03,
    eps_rec=0.02,
    eps_train=0.05,
    eps_prod=0.01,
)
# Paid for, so fast and so widely that what is believed of money counts.
PAID_FOR = replace(ALL_AT_WORK, funding=1, h_funded=1.5, ceiling_funded=0.9)
# Every choice has dates of its own, no two alike in a row.
OWN = {
    name: (2026.0 + n % 5 if name.endswith("start") else 2.0 + n % 4)
    for n, name in enumerate(OWN_DATES)
}
OWN_TIME = replace(PAID_FOR, **(OWN | {"funding_start": 2029.0}))
SUPERVISED = replace(ALL_AT_WORK, supervision_cap=1, supervision_ratio=2.0, places_other=7000)
SCENARIOS = {
    **{f"preset {name}": preset.scenario for name, preset in PRESETS.items()},
    "high effects": HIGH,
    "all at work": ALL_AT_WORK,
    "posts do not limit": Scenario(cap_mode=0, places_other=7000, places_newrole=1000),
    "required": Scenario(mandate=1, mandate_year=2026, lead_turnover=0.35, abolish=0.1),
    "paid for": Scenario(funding=1, plan_start=2028, ceiling_funded=0.95, h_imitation=0.3),
    "paid for and required": PAID_FOR,
    "own dates": OWN_TIME,
    "few supervisors": SUPERVISED,
    "plan A": replace(ALL_AT_WORK, need_method=1, plan_reading=1),
    "plan B": replace(ALL_AT_WORK, need_method=1, plan_reading=2, skill_mix=-0.1),
    "plan C": replace(ALL_AT_WORK, need_method=1, plan_reading=3),
    "workload": replace(ALL_AT_WORK, need_method=2),
    "fair share": replace(ALL_AT_WORK, need_method=3),
    "ageing": replace(ALL_AT_WORK, age_model=1),
    "36 boards": replace(ALL_AT_WORK, boards=36),
    "26 boards": Scenario(boards=26, mandate=1),
    "between whole years": Scenario(course_len_psy=2.5, course_len_ther=1.5, course_len_prac=4.5),
    "long courses": Scenario(course_len_psy=5, course_len_ther=4, course_len_prac=1),
    "people move": Scenario(mobility=0.3),
    "slow plan": Scenario(plan_start=2036, plan_ramp=10, post_growth=0, retention=0.12),
}
# What a constant counts in, where that is not "all at work".
COUNTS_IN = {
    **dict.fromkeys(("funding", "h funded", "ceiling funded"), "paid for and required"),
    **dict.fromkeys(("supervision cap", "supervision ratio"), "few supervisors"),
    **{name.replace("_", " "): "own dates" for name in OWN},
    **dict.fromkeys(
        ("plan reading", "ltwp extra low", "ltwp extra high", "esr fte 2023", "esr growth 2019 23"),
        "plan B",
    ),
    "ltwp growth": "plan C",
    **dict.fromkeys(("activity", "minutes", "work share", "available minutes"), "workload"),
    **dict.fromkeys(("clinical focus", "allowances"), "workload"),
    "population": "fair share",
    **dict.fromkeys(("age model", "staff by age", "joiners by age"), "ageing"),
    **dict.fromkeys(("retiring at age", "leaving at age"), "ageing"),
}


def case_of(constant: str) -> str:
    """Return the case in which a change of a constant must be noticed."""
    where = "own courses" if constant == "own course" else "odd"
    return f"{where}: {COUNTS_IN.get(constant, 'all at work')}"


def random_scenario(seed: int) -> Scenario:
    """Return a scenario with every lever drawn from its range."""
    rng = np.random.default_rng(seed)
    drawn = {}
    for name, lever in ASSUMPTIONS.items():
        value = rng.uniform(lever.low, lever.high)
        whole = lever.unit in {"switch", "financial year"}
        drawn[name] = float(round(value)) if whole else value
        if lever.options:
            drawn[name] = float(rng.choice(lever.options))
    return Scenario(**drawn)


def odd_inputs(seed: int) -> Baseline:
    """Return round numbers made uneven, with the inputs that are zero in them at work."""
    rng = np.random.default_rng(seed)
    even = round_inputs()
    uneven = {
        name: getattr(even, name) * rng.uniform(0.7, 1.3, np.shape(getattr(even, name)))
        for name in (
            "opening_recent_leavers",
            "opening_unplaced",
            "leaving_relative",
            "retirement_relative",
            "promotion_relative",
            "cases",
            "pay_cost",
            "training_cost",
        )
    }
    trainees = even.opening_trainees + rng.uniform(5, 50, even.opening_trainees.shape)
    inputs = round_inputs(
        **uneven,
        opening_trainees=trainees,
        over_establishment=0.04,
        real_pay_growth=0.01,
        lead_eligible=0.1,
    )
    plain = two_areas()
    work = round_work(
        activity={"Q01": np.array([8_000.0, 500]), "Q02": np.array([24_000.0, 900])},
        minutes=np.array([600.0, 900]),
        work_share=np.array([[0.1, 0.4, 0.5], [0.6, 0.3, 0.1]]),
    )
    return two_areas(
        inputs=inputs,
        ages=real_baseline().ages,
        work=work,
        boards=BOARDS,
        leadership_year=2025,
        share=np.array([0.31, 0.69]),
        trusts=40 * plain.trusts,
        systems=np.array([200.0, 300.0]),
    )


BOARDS = {36: np.array([1.0, 0.5]), 26: np.array([0.25, 0.75])}  # the part of each that is there


@cache
def openings() -> dict[str, Baseline]:
    """Return the opening positions, of two unequal areas each."""
    england = real_baseline()
    trusts = england.trusts.sum(axis=1)
    some = np.array([trusts.argmax(), trusts.argmin()])
    real = [replace(england.only(some), share=way) for way in england.only(some).share]
    still = round_inputs(leaving_relative=np.zeros((3, 3)), retirement_relative=np.zeros((3, 3)))
    odd = odd_inputs(7)
    own = replace(odd.inputs, course_years=np.array([np.nan, 1.25, 3.5]))
    twelve = real_baseline(by_profession=True).only(some)
    return {
        "round": two_areas(boards=BOARDS),
        "twelve": replace(twelve, share=twelve.share[0]),  # professions
        **{f"real {n}": one for n, one in enumerate(real)},
        "no one to lead": two_areas(inputs=round_inputs(lead_eligible=0.0)),
        "few to lead": two_areas(inputs=round_inputs(lead_eligible=0.001)),
        "no one leaves": two_areas(inputs=still),
        "odd": odd,
        "own courses": replace(odd, inputs=own),
    }


def cases() -> dict[str, tuple[str, Scenario]]:
    """Return every case by name: where it opens, and its scenario."""
    everywhere = {
        f"{where}: {name}": (where, scenario)
        for where in ("round", "real 0")
        for name, scenario in SCENARIOS.items()
    }
    elsewhere = {
        f"{where}: {name}": (where, SCENARIOS[name])
        for where in ("real 1", "real 2", "no one to lead", "few to lead", "no one leaves", "odd")
        for name in (
            *("preset as_things_stand", "required", "high effects", "all at work"),
            *("paid for and required", "own dates", "few supervisors"),
        )
    }
    odd = {f"odd: {name}": ("odd", SCENARIOS[name]) for name in dict.fromkeys(COUNTS_IN.values())}
    own = {case_of("own course"): ("own courses", ALL_AT_WORK)}
    twelve = {
        f"twelve: {name}": ("twelve", SCENARIOS[name])
        for name in ("preset as_things_stand", "all at work", *COUNTS_IN.values())
    }
    drawn = {
        f"{where}: random {seed}": (where, random_scenario(seed))
        for where in ("round", "real 1", "odd", "twelve")
        for seed in range(6)
    }
    return everywhere | elsewhere | drawn | odd | own | twelve


CASES = cases()
CONSTANTS = sorted({*values(two_areas(), Scenario()), "organisations", "base"})

Results = dict[str, dict[str, Numbers]]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> StockFlow:
    return StockFlow(len(CASES) + len(CONSTANTS), 2, 5, 12, tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def second(models: StockFlow) -> Results:
    """Every case, and one where all is at work once more for each constant, lowered a little."""
    runs = {name: Run(openings()[where], scenario) for name, (where, scenario) in CASES.items()}
    runs |= {name: replace(runs[case_of(name)], lowered=name) for name in CONSTANTS}
    return dict(zip(runs, models.run(list(runs.values())), strict=True))


@cache
def first(case: str) -> dict[str, Numbers]:
    """The engine's series for a case, by name."""
    where, scenario = CASES[case]
    projection = project(openings()[where], scenario)
    return {name: getattr(projection, name) for name in SERIES}


def apart(ours: dict[str, Numbers], theirs: dict[str, Numbers]) -> list[str]:
    """Return the series that differ, with the largest difference in proportion."""
    found = []
    for name in SERIES:
        assert ours[name].shape == theirs[name].shape, name
        assert np.isfinite(theirs[name]).all(), name
        gap = np.abs(ours[name] - theirs[name])
        worst = float((gap / (NEAR + NEAR * np.abs(ours[name]))).max())
        if worst > 1:
            at = tuple(int(n) for n in np.unravel_index(gap.argmax(), gap.shape))
            found.append(f"{name}: {worst * NEAR:.1e} in proportion, worst at {at}")
    return found


@pytest.mark.parametrize("case", CASES)
def test_the_engine_agrees_with_the_second_model(case: str, second: Results) -> None:
    assert apart(first(case), second[case]) == []


@pytest.mark.parametrize("name", CONSTANTS)
def test_a_millionth_off_any_one_constant_is_noticed(name: str, second: Results) -> None:
    assert apart(first(case_of(name)), second[name])


def test_the_models_are_given_every_constant_and_no_more(models: StockFlow) -> None:
    needed = models.staffing.constants | models.trusts.constants | models.systems.constants
    assert sorted(needed - PASSED) == CONSTANTS


def test_professions_are_put_to_the_test_some_with_a_course_of_their_own() -> None:
    inputs = openings()["twelve"].inputs
    assert len(inputs.names) == 12
    assert 0 < np.isfinite(inputs.course_years).sum() < 12
    assert first("twelve: all at work")["fte"].shape == (15, 2, 12)


def test_every_lever_is_given() -> None:
    assert {name.replace(" ", "_") for name in CONSTANTS} >= set(ASSUMPTIONS) - OF_POSTS
