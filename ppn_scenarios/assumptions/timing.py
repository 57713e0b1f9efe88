"""Levers about when choices take effect."""

from dataclasses import dataclass

from .assumption import assume
from .lesson import Lesson

GROUP = "When the plan starts"


@dataclass(frozen=True, kw_only=True)
class Timing:
    """The date and pace of choices: nobody can change the years already gone."""

    plan_start: float = assume(
        label="Choices start on",
        meaning="Places, posts, retention and leaders' time stay as they are until this date. "
        "Requiring the post has a date of its own, and any other choice may.",
        group=GROUP,
        moves="both",
        kind="choice",
        unit="financial year",
        default=2027,
        low=2026,
        high=2036,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        lesson=Lesson(
            example="A start in 2027 and not in 2029 gives any choice two more years to show by "
            "2037.",
            message="Nobody can change the years that are gone. Training that starts a year late "
            "qualifies people a year late.",
            acts="Before this date all choices stay as things stand. After it they build up over "
            "the years set below.",
            who="Whoever decides on the plan: government and NHS England for national choices, "
            "boards for those of an organisation.",
            cost="A date has no price of its own. A later start delays spending as well as staff.",
            equity="A delay may be felt most where gaps are widest today. The model delays all "
            "places alike.",
            in_the_model="Choices keep their starting value until the date (E1, E6, E12). "
            "Requiring a post has a date of its own (E14).",
        ),
    )
    plan_ramp: float = assume(
        label="Years to full effect",
        meaning="Years over which choices build up from today's level, evenly. One year means "
        "at once.",
        group=GROUP,
        moves="both",
        kind="choice",
        unit="years",
        default=1,
        low=1,
        high=10,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        lesson=Lesson(
            example="Over four years, a choice to add 100 places adds 25 in the first year, 50 in "
            "the second, and all 100 in the fourth.",
            message="Few plans start whole. A slow build-up costs little in the end and much in "
            "the years before it is done.",
            acts="It spreads every choice evenly over this many years from the start of the plan.",
            who="Whoever carries the plan out: employers, universities and funders, as fast as "
            "supervisors and rooms allow.",
            cost="It has no price of its own. It delays spending as well as staff.",
            equity="A slow start may give thin services time to find supervisors and rooms. "
            "Patients wait longer for it.",
            in_the_model="Each year choices go an equal step from today's value to their own (E1, "
            "E6, E12).",
        ),
    )
