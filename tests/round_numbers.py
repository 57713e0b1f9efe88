"""A small opening position in round numbers, so that expected values are worked out by hand."""

import numpy as np

from ppn_scenarios.model import Baseline, Inputs, Workload

TRUST_TYPES = ("mental_health", "acute", "acute_specialist", "community", "ambulance")

PLAN = {  # 30,000 staff in 2022; the plan's readings A, B and C are 30,000, 40,000 and 45,000
    "esr_fte_2023": 33_000.0,
    "esr_growth_2019_23": 1.1**4 - 1,
    "ltwp_extra_high": 11_000.0,
    "ltwp_extra_low": 9_000.0,
    "ltwp_growth": 0.5,
}


def round_work(**changes: object) -> Workload:
    """Return one service of two areas: courses of 10 hours, by staff of 1,000 hours a year."""
    values: dict[str, object] = {
        "activity": {"Q01": np.array([8_000.0]), "Q02": np.array([24_000.0])},
        "minutes": np.array([600.0]),
        "work_share": np.array([[0.1, 0.4, 0.5]]),
        "available": 60_000.0,
        "clinical_focus": np.array([0.25, 0.5, 0.5]),
        "allowances": 0.2,
    }
    return Workload(**(values | changes))  # type: ignore[arg-type]


def round_inputs(**changes: object) -> Inputs:
    """Return inputs with the shape of the real ones and numbers that are easy to multiply."""
    values: dict[str, object] = {
        "stock_share": np.array([0.5, 0.25, 0.25]),
        "grade_share": np.array([[0.5, 0.3, 0.2], [0.6, 0.3, 0.1], [0.8, 0.1, 0.1]]),
        "opening_trainees": np.array(
            [[60.0, 70, 80, 0, 0], [100.0, 0, 0, 0, 0], [200.0, 0, 0, 0, 0]]
        ),
        "opening_recent_leavers": np.array([100.0, 100, 100]),
        "opening_unplaced": np.array([10.0, 20, 30]),
        "leaving_relative": np.array([[1.0, 0.8, 0.6], [1.0, 0.7, 0.5], [1.0, 0.7, 0.4]]),
        "retirement_relative": np.array([[0.25, 1.0, 2.5], [0.5, 1.5, 2.5], [0.15, 0.5, 1.5]]),
        "promotion_relative": np.array([[1.25, 1.5], [1.0, 0.5], [0.75, 0.25]]),
        "external_share": np.array([0.3, 0.4, 0.3]),
        "other_places_share": np.array([0.0, 0.4, 0.6]),
        "entry_grade": np.array([0.6, 0.3, 0.1]),
        "unplaced_reapply": 0.6,
        "unplaced_fade": 0.3,
        "recent_leaver_fade": 0.15,
        "leavers_entering_pool": 0.5,
        "lead_eligible": 0.5,
        "lead_from": np.array([0.8, 0.2, 0.0]),
        "pay_cost": np.full((3, 3), 50.0),
        "training_cost": np.full(3, 50.0),
        "ics_post_cost": 40.0,
        "cases": np.array([60.0, 75, 150]),
        "over_establishment": 0.0,
        "real_pay_growth": 0.0,
    }
    return Inputs(**(values | changes))  # type: ignore[arg-type]


def two_areas(**changes: object) -> Baseline:
    """Return a baseline of two areas, one three times the other, with four trusts and two ICSs."""
    values: dict[str, object] = {
        "year": 2023,
        "leadership_year": 2023,
        "fte": 20_000.0,
        "share": np.array([0.25, 0.75]),
        "trusts": np.array([[1.0, 1, 0, 0, 0], [2.0, 1, 1, 1, 1]]),
        "systems": np.array([1.0, 1.0]),
        "inputs": round_inputs(),
        "areas": ("Q01", "Q02"),
        "regions": ("Y01", "Y02"),
        "trust_types": TRUST_TYPES,
        "population": np.array([1_000_000.0, 3_000_000.0]),
        "published": PLAN,
        "work": round_work(),
    }
    return Baseline(**(values | changes))  # type: ignore[arg-type]
