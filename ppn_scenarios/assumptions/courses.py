"""Levers about courses: how long they last, and who is lost on the way."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Courses:
    """Course lengths and losses on the way (E2-E3)."""

    course_len_psy: float = assume(
        label="Course length, psychologists",
        meaning="Years from starting to qualifying. Half years mean half of starters take "
        "each length.",
        group=GROUP,
        kind="belief",
        unit="years",
        default=3,
        low=1,
        high=5,
        step=0.5,
        distribution="fixed",
        source_id="cp-length",
        status="sourced",
    )
    course_len_ther: float = assume(
        label="Course length, therapists",
        meaning="Years from starting to qualifying. One year fits CBT; child psychotherapy "
        "takes four and psychotherapeutic counselling three.",
        group=GROUP,
        kind="belief",
        unit="years",
        default=1,
        low=1,
        high=5,
        step=0.5,
        distribution="fixed",
        source_id="s9",
        status="borrowed",
    )
    course_len_prac: float = assume(
        label="Course length, practitioners",
        meaning="Years from starting to qualifying.",
        group=GROUP,
        kind="belief",
        unit="years",
        default=1,
        low=1,
        high=5,
        step=0.5,
        distribution="fixed",
        source_id="emhp-length",
        status="sourced",
        evidence="One year for education mental health practitioners; 18 months for clinical "
        "associates in psychology.",
    )
    noncompletion_psy: float = assume(
        label="Trainees lost each year, psychologists",
        meaning="Share of trainees who leave their course in a year without finishing.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.007,
        low=0.004,
        high=0.010,
        step=0.001,
        distribution="triangular",
        source_id="s6",
        status="derived",
        evidence="0.9% of a cohort did not finish (Great Britain, 2018/19); a yearly rate is our "
        "reading of it",
    )
    noncompletion_ther: float = assume(
        label="Trainees lost each year, therapists",
        meaning="Share of trainees who leave their course in a year without finishing.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.08,
        low=0.02,
        high=0.20,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    noncompletion_prac: float = assume(
        label="Trainees lost each year, practitioners",
        meaning="Share of trainees who leave their course in a year without finishing.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.10,
        low=0.02,
        high=0.20,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
