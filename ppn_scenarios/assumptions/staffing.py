"""Levers about joining, promotion and working time."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Staff leaving and joining"


@dataclass(frozen=True, kw_only=True)
class Staffing:
    """Returning, joining, promotion and working time (E4, E8-E10)."""

    return_rate: float = assume(
        label="Recent leavers who apply to return",
        meaning="Share of recent leavers who look for an NHS post again in a year.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.08,
        low=0.02,
        high=0.15,
        step=0.01,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    external: float = assume(
        label="Joiners from outside the NHS in England",
        meaning="People who apply each year from elsewhere in the UK or abroad, training and "
        "returners aside.",
        group=GROUP,
        kind="belief",
        unit="people a year",
        default=850,
        low=0,
        high=2000,
        step=50,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="Not published. A demonstration value until it can be fitted to staff records.",
    )
    promote_senior: float = assume(
        label="Promotion to senior grades",
        meaning="Share of qualified staff promoted in a year to bands 8a or 8b.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.04,
        low=0.01,
        high=0.08,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    promote_lead: float = assume(
        label="Promotion to consultant grades",
        meaning="Share of senior staff promoted in a year to band 8c or above, the grades from "
        "which leaders are drawn.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.02,
        low=0.01,
        high=0.08,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    participation: float = assume(
        label="Working time per person",
        meaning="Full-time equivalents for each person in post. It turns people into FTE.",
        group=GROUP,
        kind="belief",
        unit="FTE per person",
        default=0.83,
        low=0.80,
        high=0.86,
        step=0.005,
        distribution="triangular",
        source_id="cyp-participation",
        status="borrowed",
        evidence="Children and young people's mental health staff in England, 2021; Scottish "
        "psychology services are much the same.",
    )
    availability: float = assume(
        label="Staff not on long leave",
        meaning="Share of FTE that is not on parental or long-term sick leave.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.953,
        low=0.93,
        high=0.96,
        step=0.001,
        distribution="triangular",
        source_id="s10",
        status="borrowed",
        evidence="Scottish psychology services, 2025 and 2019.",
    )
