"""Levers about need for care and how it is met."""

from dataclasses import dataclass

from .assumption import assume
from .targets import TARGETS

GROUP = "Need"


@dataclass(frozen=True, kw_only=True)
class Need:
    """Growth in need, productivity and mix of skills (E11, E13)."""

    demand_growth: float = assume(
        label="Growth in need",
        meaning="How fast need for care grows. It moves the staff needed, not the staff in post.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.044,
        low=0.0,
        high=0.065,
        step=0.001,
        distribution="triangular",
        source_id="s12",
        status="borrowed",
        evidence="The 2023 plan's figure for the whole mental health workforce.",
    )
    productivity: float = assume(
        label="Change in people seen per clinician",
        meaning="Growth or fall each year in the people that one full-time clinician sees.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.0,
        low=-0.02,
        high=0.02,
        step=0.001,
        distribution="triangular",
        source_id="s27",
        status="derived",
        evidence="None by default: auditors called the 2023 plan's gain optimistic, and sessions "
        "per course of Talking Therapies rose.",
    )
    skill_mix: float = assume(
        label="Work moved to practitioners by 2037",
        meaning="Share of the work that moves from psychologists and therapists to "
        "practitioners, evenly up to 2037. It changes who is needed, not how many.",
        group=GROUP,
        kind="choice",
        unit="share",
        default=0.0,
        low=-0.1,
        high=0.1,
        step=0.01,
        distribution="uniform",
        source_id="placeholder",
        status="none",
    )
    need_method: float = assume(
        label="How staff needed are worked out",
        meaning="Four ways that answer different questions. The plan: what the 2023 plan asked "
        "for. Workload: what the courses of Talking Therapies take, and nothing else. Fair share: "
        "England's own staff, shared by registered patients. Growth: what the posts of 2023 met, "
        "growing as need does. Compare one with another only in words.",
        group=GROUP,
        kind="belief",
        unit="option",
        default=4,
        low=1,
        high=4,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        options=(1, 2, 3, 4),
        option_labels=(
            "The 2023 plan",
            "Workload of Talking Therapies alone",
            "A fair share of England's staff",
            "Need grows from the posts of 2023",
        ),
    )
    plan_reading: float = assume(
        label="Reading of the 2023 plan",
        meaning="The plan's growth was published without the number it starts from, so it can be "
        "read in three ways. It counts only where staff needed follow the plan.",
        group=GROUP,
        kind="belief",
        unit="option",
        default=2,
        low=1,
        high=3,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        options=(1, 2, 3),
        option_labels=tuple(TARGETS[id].line for id in ("T4A", "T4B", "T4C")),
    )
