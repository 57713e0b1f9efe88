"""Levers about leaving and retiring."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Staff leaving and joining"


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """Leaving and retiring (E6)."""

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
