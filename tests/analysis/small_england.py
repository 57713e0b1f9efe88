"""Four areas in two regions, shared out in three ways, with the published figures they need."""

import numpy as np

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Projection, project
from tests.round_numbers import round_work, two_areas

AREAS = ("Q01", "Q02", "Q03", "Q04")
REGIONS = ("Y01", "Y02")
PUBLISHED = {
    "approved_clinicians": 1_000.0,
    "cp_capt_2031": 1_300.0,
    "cppo_every_trust": 1.0,
    "esr_fte_2023": 27_800.0,
    "esr_growth_2019_23": 0.51,
    "hee_posts": 10_500.0,
    "lead_every_ics": 1.0,
    "ltwp_extra_high": 26_000.0,
    "ltwp_extra_low": 24_000.0,
    "ltwp_growth": 1.57,
    "mh_staff": 8_500.0,
    "mhst_pupils": 1.0,
    "ther_prac_trainees": 15_000.0,
    "tt_courses_2627": 805_000.0,
    "tt_courses_2829": 915_000.0,
    "tt_recovery_2627": 0.51,
    "tt_recovery_2829": 0.53,
}


def england(**changes: object) -> Baseline:
    """The baseline."""
    values: dict[str, object] = {
        "share": np.array(
            [[0.2, 0.3, 0.1, 0.4], [0.25, 0.25, 0.05, 0.45], [0.15, 0.35, 0.15, 0.35]]
        ),
        "trusts": np.array([[1.0, 1, 0, 0, 0], [2, 1, 1, 1, 0], [0, 0, 0, 0, 0], [1, 2, 0, 1, 1]]),
        "systems": np.ones(4),
        "areas": AREAS,
        "regions": ("Y01", "Y01", "Y02", "Y02"),
        "population": np.array([1e6, 3e6, 2e6, 4e6]),
        "history": {2019: 13_245.0, 2023: 20_000.0},
        "published": PUBLISHED,
        "work": round_work(activity={code: np.array([8_000.0]) for code in AREAS}),
    }
    return two_areas(**(values | changes))


def projection(scenario: Scenario | None = None, **changes: object) -> Projection:
    """The projection of a scenario, or as things stand."""
    return project(england(**changes), scenario or Scenario())
