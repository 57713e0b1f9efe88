"""Levers about training: how many start, finish and join."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Training:
    """Places, course lengths, losses on the way and take-up of posts (E1-E4, E7)."""

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
    uptake_psy: float = assume(
        label="Newly qualified psychologists who seek an NHS post",
        meaning="Share of those who qualify who look for an NHS or public post within a year.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.927,
        low=0.85,
        high=0.955,
        step=0.001,
        distribution="triangular",
        source_id="s6",
        status="derived",
        evidence="94% employed in role (Great Britain), nearly all of them in public posts. By the "
        "Clearing House's own 95.7% of those in public posts it would be 90%, a little lower.",
    )
    uptake_ther: float = assume(
        label="Newly qualified therapists who seek an NHS post",
        meaning="Share of those who qualify who look for an NHS or public post within a year.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.79,
        low=0.70,
        high=0.95,
        step=0.005,
        distribution="triangular",
        source_id="s9",
        status="borrowed",
        evidence="A follow-up of 196 high-intensity trainees of one course, 2016.",
    )
    uptake_prac: float = assume(
        label="Newly qualified practitioners who seek an NHS post",
        meaning="Share of those who qualify who look for an NHS or public post within a year.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.85,
        low=0.70,
        high=0.95,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    career_psy: float = assume(
        label="Psychology trainees who were NHS practitioners",
        meaning="Share of clinical psychology starters who leave a practitioner post to train. "
        "They are counted as moving, not as leaving.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.25,
        low=0.0,
        high=0.6,
        step=0.05,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    career_ther: float = assume(
        label="Therapy trainees who were NHS practitioners",
        meaning="Share of therapy starters who leave a practitioner post to train.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.35,
        low=0.0,
        high=0.6,
        step=0.05,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
    mobility: float = assume(
        label="Newly qualified who move to another area",
        meaning="Share of those who qualify who look for a post anywhere in England instead of "
        "where they trained.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.0,
        low=0.0,
        high=0.3,
        step=0.05,
        distribution="triangular",
        source_id="placeholder",
        status="none",
    )
