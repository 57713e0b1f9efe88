"""Levers about training places: how many there are, and how many are filled."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Training:
    """Places to train, and their filling (E1)."""

    places_cp: float = assume(
        label="Clinical psychology places",
        meaning="People who may start clinical psychology training in England each year. "
        "Training takes three years, so a change shows in staff numbers three years later.",
        group=GROUP,
        kind="choice",
        unit="people a year",
        default=1080,
        low=900,
        high=1400,
        step=10,
        distribution="triangular",
        source_id="cp-places-england-2024",
        status="sourced",
        main=True,
        evidence="1,065 started in 2022/23 and 1,080 in 2024; kept at that level in 2025/26.",
    )
    growth_cp_capt: float = assume(
        label="Extra growth in psychology places by 2031",
        meaning="Growth on top of the places above, building up evenly from the start of the "
        "plan to autumn 2031. The 2023 national plan said +26%.",
        group=GROUP,
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=0.4,
        step=0.01,
        distribution="fixed",
        source_id="target-ltwp-cp-cap-places-2831",
        status="derived",
        evidence="The +26% was a 2023 ambition. Places were held level in 2025/26 and the plan "
        "has since been set aside, so as things stand means no growth.",
    )
    places_other: float = assume(
        label="Therapist and practitioner places",
        meaning="People who may start training as therapists (such as CBT) or practitioners "
        "(such as wellbeing practitioners) each year. Most courses take one year.",
        group=GROUP,
        kind="choice",
        unit="people a year",
        default=5000,
        low=3000,
        high=7000,
        step=100,
        distribution="triangular",
        source_id="target-ltwp-15000",
        status="derived",
        main=True,
        evidence="About 15,000 over the three years to 2025/26. What follows is not published, "
        "nor is the split between therapists and practitioners.",
    )
    places_newrole: float = assume(
        label="Extra places in new practitioner roles",
        meaning="Starts each year in newer roles, such as clinical associates in psychology, "
        "on top of the places above.",
        group=GROUP,
        kind="choice",
        unit="people a year",
        default=0,
        low=0,
        high=1000,
        step=25,
        distribution="uniform",
        source_id="placeholder",
        status="none",
    )
    fill_cp: float = assume(
        label="Clinical psychology places filled",
        meaning="Share of clinical psychology places that someone takes up.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=1.0,
        low=0.85,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="s6",
        status="derived",
        evidence="4,225 people applied for 770 places in 2020.",
    )
    fill_other: float = assume(
        label="Therapist and practitioner places filled",
        meaning="Share of the other places that someone takes up.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.95,
        low=0.85,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
