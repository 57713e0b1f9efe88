"""What policy asks for: each target declared once, with its formula on published figures."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

Published = Mapping[str, float]

STANDINGS: Final = {
    "recommendation": "Recommended by the PPN",
    "ambition": "2023 ambition, not live policy",
    "live": "Live policy",
    "past": "Past target, for context",
    "ours": "Our measure, not policy",
}


@dataclass(frozen=True, kw_only=True)
class Target:
    """One thing that policy asks for.

    `measure` names a measure of `analysis.measures`; None means that this model cannot project
    it, and `why_not` says why. `threshold` computes the number to reach from published figures
    (keys of the table policy_figure); `working` writes that arithmetic for people. `due` is the
    financial year that ends on 31 March of that year, or None where policy sets no date.
    """

    id: str
    label: str
    meaning: str
    measure: str | None
    unit: str
    threshold: Callable[[Published], float]
    working: str
    figures: tuple[str, ...]
    due: int | None
    standing: str
    card: bool = False
    line: str = ""
    why_not: str = ""

    def __post_init__(self) -> None:
        """Refuse a target that cannot be measured and does not say why."""
        if self.standing not in STANDINGS:
            raise ValueError(f"{self.id}: {self.standing!r} is not one of {', '.join(STANDINGS)}")
        if (self.measure is None) != bool(self.why_not):
            raise ValueError(f"{self.id}: give a measure, or say why it has none")


def extra_posts(figures: Published) -> float:
    """Return the middle of the plan's range of additional posts."""
    return (figures["ltwp_extra_low"] + figures["ltwp_extra_high"]) / 2


def plan_baseline(figures: Published) -> float:
    """Return the start that the plan's own growth figure implies, in posts."""
    return extra_posts(figures) / figures["ltwp_growth"]


def fte_2022(figures: Published) -> float:
    """Return staff records' FTE in March 2022, by steady growth between 2019 and 2023."""
    a_year = math.pow(1 + figures["esr_growth_2019_23"], 1 / 4)
    return figures["esr_fte_2023"] / a_year


EXTRA = ("ltwp_extra_low", "ltwp_extra_high")
ESR = ("esr_fte_2023", "esr_growth_2019_23")
PUPILS = "Needs teams and pupils by place; the model has no separate count of these practitioners."

_TARGETS = (
    Target(
        id="T1",
        label="A chief psychological professions officer in every trust",
        meaning="Trusts with a permanent post-holder, out of all NHS trusts.",
        measure="trusts_led",
        unit="share",
        threshold=lambda f: f["cppo_every_trust"],
        working="every trust",
        figures=("cppo_every_trust",),
        due=None,
        standing="recommendation",
        card=True,
    ),
    Target(
        id="T2",
        label="A senior psychological lead in every ICS",
        meaning="Integrated care systems with a permanent lead, of the boards that are counted.",
        measure="systems_led",
        unit="share",
        threshold=lambda f: f["lead_every_ics"],
        working="every ICS",
        figures=("lead_every_ics",),
        due=None,
        standing="recommendation",
        card=True,
    ),
    Target(
        id="T3",
        label="10,500 more psychological professionals by 2024",
        meaning="Growth since April 2019, counted in staff records, against the 2021 plan.",
        measure="growth_since_2019",
        unit="FTE",
        threshold=lambda f: f["hee_posts"],
        working="10,500 posts above the start, counted here from April 2019",
        figures=("hee_posts", *ESR),
        due=2024,
        standing="past",
    ),
    Target(
        id="T4A",
        label="The 2023 plan, read as its own end point",
        meaning="The plan's own start, which its +157% implies, plus 25,000.",
        measure="fte",
        unit="FTE",
        threshold=lambda f: plan_baseline(f) + extra_posts(f),
        working="25,000 / 1.57 + 25,000",
        figures=(*EXTRA, "ltwp_growth"),
        due=2037,
        standing="ambition",
        card=True,
        line="Reading A: the plan's end point",
    ),
    Target(
        id="T4B",
        label="The 2023 plan, read as 25,000 more than staff records",
        meaning="Staff recorded in March 2022 plus 25,000: roughly double.",
        measure="fte",
        unit="FTE",
        threshold=lambda f: fte_2022(f) + extra_posts(f),
        working="27,800 / 1.51^¼ + 25,000",
        figures=(*EXTRA, *ESR),
        due=2037,
        standing="ambition",
        card=True,
        line="Reading B: 25,000 more",
    ),
    Target(
        id="T4C",
        label="The 2023 plan, read as +157% on staff records",
        meaning="Staff recorded in March 2022 grown by the plan's percentage.",
        measure="fte",
        unit="FTE",
        threshold=lambda f: fte_2022(f) * (1 + f["ltwp_growth"]),
        working="27,800 / 1.51^¼ × 2.57",
        figures=("ltwp_growth", *ESR),
        due=2037,
        standing="ambition",
        card=True,
        line="Reading C: 157% more",
    ),
    Target(
        id="T5",
        label="More than 1,300 psychology training starts a year by 2031",
        meaning="Clinical psychology starts here; the target also counts child psychotherapy, "
        "whose places are not published apart.",
        measure="psychology_starts",
        unit="people a year",
        threshold=lambda f: f["cp_capt_2031"],
        working="1,300 a year",
        figures=("cp_capt_2031",),
        due=2032,
        standing="ambition",
        card=True,
    ),
    Target(
        id="T6",
        label="15,000 therapists and practitioners into training, 2023 to 2026",
        meaning="Starts over three years. The lever's own default rests on the same "
        "announcement, so this cannot test delivery.",
        measure="other_starts_three_years",
        unit="people",
        threshold=lambda f: f["ther_prac_trainees"],
        working="15,000 over three years",
        figures=("ther_prac_trainees",),
        due=2026,
        standing="past",
    ),
    Target(
        id="T7",
        label="805,000 Talking Therapies courses in 2026/27",
        meaning="Courses of treatment completed in the year.",
        measure=None,
        unit="courses",
        threshold=lambda f: f["tt_courses_2627"],
        working="805,000 courses",
        figures=("tt_courses_2627",),
        due=2027,
        standing="live",
        why_not="Needs Talking Therapies staff apart from others; no such split is published.",
    ),
    Target(
        id="T8",
        label="915,000 people completing Talking Therapies by March 2029",
        meaning="Courses of treatment completed in the year.",
        measure=None,
        unit="people",
        threshold=lambda f: f["tt_courses_2829"],
        working="915,000 people",
        figures=("tt_courses_2829",),
        due=2029,
        standing="live",
        why_not="Needs Talking Therapies staff apart from others; no such split is published.",
    ),
    Target(
        id="T9",
        label="Reliable recovery of 53% in Talking Therapies",
        meaning="Share of people who recover reliably.",
        measure=None,
        unit="share",
        threshold=lambda f: f["tt_recovery_2829"],
        working="53%",
        figures=("tt_recovery_2829",),
        due=2029,
        standing="live",
        why_not="An outcome of care, which staff numbers alone do not give.",
    ),
    Target(
        id="T10",
        label="Mental health support teams for every pupil by 2029/30",
        meaning="Share of pupils with a team.",
        measure=None,
        unit="share",
        threshold=lambda f: f["mhst_pupils"],
        working="100% of pupils",
        figures=("mhst_pupils",),
        due=2030,
        standing="live",
        why_not=PUPILS,
    ),
    Target(
        id="T11",
        label="8,500 more mental health staff",
        meaning="All mental health professions, by the end of this Parliament.",
        measure=None,
        unit="people",
        threshold=lambda f: f["mh_staff"],
        working="8,500 more",
        figures=("mh_staff",),
        due=2029,
        standing="live",
        why_not="Counts every mental health profession, by a definition that is not published.",
    ),
    Target(
        id="T12",
        label="1,000 more approved clinicians by 2036/37",
        meaning="Additional approved clinician roles in mental health.",
        measure=None,
        unit="people",
        threshold=lambda f: f["approved_clinicians"],
        working="1,000 more",
        figures=("approved_clinicians",),
        due=2037,
        standing="ambition",
        why_not="The share held by psychological professions is not published.",
    ),
    Target(
        id="T13",
        label="No area far below England",
        meaning="The least-staffed ICS per person, against England. Only a range is honest.",
        measure=None,
        unit="share",
        threshold=lambda f: 0.8,
        working="80% of England's staff per person, a value to discuss",
        figures=(),
        due=None,
        standing="ours",
        why_not="Staff by ICS is an estimate from two proxies that disagree: an order of areas "
        "would be false.",
    ),
    Target(
        id="T14",
        label="Nine funded posts in ten filled, or more",
        meaning="Staff in post as a share of funded posts.",
        measure="posts_filled",
        unit="share",
        threshold=lambda f: 0.9,
        working="90% of funded posts filled, a value to discuss",
        figures=(),
        due=None,
        standing="ours",
    ),
)

TARGETS: Final[dict[str, Target]] = {target.id: target for target in _TARGETS}
