"""Levers about when choices take effect."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "When the plan starts"


@dataclass(frozen=True, kw_only=True)
class Timing:
    """The date and pace of choices: nobody can change the years already gone."""

    plan_start: float = assume(
        label="Choices start on",
        meaning="Places, posts, retention and leaders' time stay as they are until this date. "
        "Requiring the post has a date of its own.",
        group=GROUP,
        kind="choice",
        unit="financial year",
        default=2027,
        low=2026,
        high=2036,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
    )
    plan_ramp: float = assume(
        label="Years to full effect",
        meaning="Years over which choices build up from today's level, evenly. One year means "
        "at once.",
        group=GROUP,
        kind="choice",
        unit="years",
        default=1,
        low=1,
        high=10,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
    )
