"""Levers about staff in post: leaving, joining, hours."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Staff leaving and joining"


@dataclass(frozen=True, kw_only=True)
class Staffing:
    """Leaving, retiring, returning, promotion and working time (E4-E10)."""

    retention: float = assume(
        label="Fewer people leaving",
        meaning="By how much action on retention lowers the rates of leaving below, in "
        "proportion. At 10%, a leaving rate of 14% a year becomes 12.6%.",
        group=GROUP,
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=0.12,
        step=0.01,
        distribution="uniform",
        source_id="retention-programme-effect",
        status="borrowed",
        main=True,
        evidence="Nurses in a national retention programme: about 5% fewer leavers, with a "
        "comparison group. 23 pilot organisations: 11.8% fewer, no comparison group seen.",
    )
    leave_psy: float = assume(
        label="Psychologists leaving",
        meaning="Chance that a qualified psychologist leaves the NHS in a year, other than by "
        "retiring. Senior grades leave less.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.06,
        low=0.03,
        high=0.10,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="No rate is published for psychologists. All NHS staff: 10.1% in the year to "
        "September 2024; mental health staff: 12% in 2021/22.",
    )
    leave_ther: float = assume(
        label="Therapists leaving",
        meaning="Chance that a qualified therapist leaves the NHS in a year, other than by "
        "retiring.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.10,
        low=0.06,
        high=0.14,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="Our judgement. By the adult IAPT workforce census, 12% of high-intensity "
        "therapists left their service in 2014/15, some for another NHS service.",
    )
    leave_prac: float = assume(
        label="Practitioners leaving",
        meaning="Chance that a practitioner leaves the NHS in a year, other than by retiring "
        "or going into further training (counted apart).",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.14,
        low=0.10,
        high=0.22,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="Our judgement. By the adult IAPT workforce census, 25% of wellbeing "
        "practitioners left their service in 2014/15, moves into training included. How much of "
        "that is leaving the NHS is not published.",
    )
    retire: float = assume(
        label="Retirement",
        meaning="Chance of retiring in a year, on average. It is lower than this for junior "
        "grades and up to two and a half times as high for the most senior.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.02,
        low=0.01,
        high=0.04,
        step=0.0025,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    age_model: float = assume(
        label="Retirement follows the ages of staff",
        meaning="Off: the rate of retirement stays as above. On: it starts there, and then rises "
        "or falls as staff grow older and younger people join, alike in all areas and families.",
        group=GROUP,
        kind="belief",
        unit="switch",
        default=0,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        evidence="No ages of these professions are published, but for the share of clinical "
        "psychologists aged 50 and over: 21% in 2015, by our arithmetic on a survey that 38% "
        "answered. The ages used here are a placeholder that matches that one figure, so the "
        "path is an illustration.",
    )
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
