"""Levers about leadership changing staffing: all zero, behind one switch."""

from dataclasses import dataclass
from typing import Any

from .assumption import assume
from .lesson import Lesson

GROUP = "Does leadership change staffing?"
UNPROVEN = "No study was found that links this role to any staff flow. It is your hypothesis."


def effect(
    label: str,
    meaning: str,
    low: float,
    high: float,
    source_id: str,
    status: str,
    step: float,
    lesson: Lesson,
) -> Any:
    """Declare an effect of leadership at full dose; its default is nothing at all."""
    return assume(
        label=label,
        meaning=f"{meaning} It counts only when the switch is on.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="share",
        default=0.0,
        low=low,
        high=high,
        step=step,
        distribution="uniform",
        source_id=source_id,
        status=status,
        evidence=UNPROVEN,
        lesson=lesson,
    )


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What leadership might do to flows (E17-E18); off unless the user switches it on."""

    effects_on: float = assume(
        label="Let leadership change staffing",
        meaning="Off: leadership posts change who leads, clinical time and cost, and nothing "
        "else. On: the hypotheses below apply, and every result says so.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="switch",
        default=0,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        evidence=UNPROVEN,
        lesson=Lesson(
            example="Off, a scenario with a leader everywhere has the same staff as one without. "
            "On, it has what your hypothesis says.",
            message="No study was found that links this role to any flow of staff. The headlines "
            "leave it out, on or off.",
            acts="What you suppose builds up over some years with the number of leaders. It is "
            "shown apart, with a warning.",
            who="You: it is your hypothesis, and nobody's result. Only research on such posts "
            "could settle it.",
            cost="It has no cost of its own. The posts have theirs, on or off.",
            equity="Assuming a benefit is easiest for those who want the posts. Starting from "
            "nothing is fair to those who would pay.",
            in_the_model="Off, four multipliers are exactly one. On, they follow the effects below "
            "(E18).",
        ),
    )
    eps_ret: float = effect(
        "Effect on leaving",
        "How much full leadership lowers voluntary leaving, in proportion.",
        -0.02,
        0.054,
        "s13",
        "borrowed",
        0.002,
        lesson=Lesson(
            example="At 2%, a leaving rate of 10% would become 9.8% where a leader has long been "
            "in post. In a service of 500 that is one person a year.",
            message="No study has shown that this role keeps anyone. The top of the range comes "
            "from a national programme for nurses (2023 paper), which is no leadership post.",
            acts="It would build up over about two years from the day a leader is in post. It "
            "counts only with the switch on, and never in a headline.",
            who="You set it, as a hypothesis. Evidence would have to come from research.",
            cost="It has no cost of its own. “How sure is this?” says how large it must be for "
            "posts to repay their clinical time.",
            equity="A leader may help some groups of staff and not others, or none. No study says "
            "which.",
            in_the_model="Leaving is multiplied by one less this effect, as far as leadership has "
            "built up (E6, E18).",
        ),
    )
    eps_rec: float = effect(
        "Effect on recruitment",
        "How much full leadership raises applicants from outside, in proportion.",
        -0.02,
        0.05,
        "placeholder",
        "none",
        0.002,
        lesson=Lesson(
            example="At 2%, 850 applicants from outside would become 867 if every trust had a "
            "leader.",
            message="No study has shown that this role draws anyone in. The range has no source, "
            "and it goes below zero.",
            acts="It would build up over about two years from the day a leader is in post. It "
            "counts only with the switch on, and never in a headline.",
            who="You set it, as a hypothesis. Evidence would have to come from research.",
            cost="It has no cost of its own. More applicants would cost their pay, if there are "
            "posts for them.",
            equity="If one trust drew people in, another would lose them. The model does not see "
            "that.",
            in_the_model="Applicants from outside are multiplied by one plus this effect, as far "
            "as leadership has built up (E4, E18).",
        ),
    )
    eps_train: float = effect(
        "Effect on training capacity",
        "How much full leadership raises training starts, in proportion.",
        -0.02,
        0.10,
        "placeholder",
        "none",
        0.002,
        lesson=Lesson(
            example="At 5%, 1,080 starters would become 1,134 if every trust had a leader.",
            message="No study has shown that this role makes room for trainees. The range has no "
            "source, and it goes below zero.",
            acts="It would build up over about two years, and qualify people one to three years "
            "after that. It counts only with the switch on, and never in a headline.",
            who="You set it, as a hypothesis. Evidence would have to come from research.",
            cost="More trainees would cost what trainees cost. The effect has no cost of its own.",
            equity="It would act where leaders are, and so widen gaps between places with and "
            "without one.",
            in_the_model="Starts are multiplied by one plus this effect, as far as leadership has "
            "built up (E1, E18).",
        ),
    )
    eps_prod: float = effect(
        "Effect on people seen",
        "How much full leadership raises the people each clinician sees, in proportion.",
        -0.01,
        0.02,
        "placeholder",
        "none",
        0.002,
        lesson=Lesson(
            example="At 1%, a clinician who sees 60 people in a year would see 60.6 if every trust "
            "had a leader.",
            message="No study has shown that this role changes how many people are seen. The range "
            "has no source, and it goes below zero.",
            acts="It would build up over about two years from the day a leader is in post. It "
            "counts only with the switch on, and never in a headline.",
            who="You set it, as a hypothesis. Evidence would have to come from research.",
            cost="It has no cost of its own, and no saving from it is counted.",
            equity="Seeing more people is not the same as reaching those who are missed. No study "
            "says.",
            in_the_model="People seen are multiplied by one plus this effect, as far as leadership "
            "has built up (E13, E18).",
        ),
    )
    tau_dose: float = assume(
        label="Time for leadership to act",
        meaning="Years over which the effect of a new leader builds up. It counts only when the "
        "switch is on.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="years",
        default=2,
        low=0.5,
        high=4,
        step=0.5,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At two years, 39% of the full effect is there after one year and 63% after "
            "two.",
            message="A new leader could change nothing on the first day. No study says how long it "
            "would take, or whether anything would follow.",
            acts="It sets how slowly a supposed effect builds up. It counts only with the switch "
            "on, and never in a headline.",
            who="You set it, as a hypothesis. Evidence would have to come from research.",
            cost="It has no cost of its own. A longer delay means more years of paying before "
            "anything supposed could follow.",
            equity="With a long delay, places that get a leader late would see least by 2037.",
            in_the_model="Each year what leadership could do goes part of the way to the share of "
            "trusts led, times support (E17).",
        ),
    )
