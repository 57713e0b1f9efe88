"""Levers about the newly qualified: who seeks a post, who came from one, who moves."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Careers:
    """Take-up of posts, moves between families and areas (E4, E7)."""

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
