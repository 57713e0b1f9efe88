"""Own dates of single choices: made from the one declaration of each choice."""

import re
from collections.abc import Mapping
from dataclasses import field, fields, is_dataclass
from typing import Final, TypeVar

from .assumption import SETTING, Assumption, assumptions_of
from .lesson import Lesson
from .timing import GROUP, Timing

Class = TypeVar("Class", bound=type)

WITH_THE_PLAN: Final = 0.0  # the value of a date that a choice has not got
AS_PLANNED: Final = "with the plan"
PLAN: Final = assumptions_of(Timing)
WORDS: Final[Mapping[str, tuple[str, str]]] = {  # of each date: its label, and what it is
    "start": (
        "own start",
        "The 1 April from which this choice counts, where that is not when the plan starts.",
    ),
    "ramp": (
        "own years to full effect",
        "Years over which this choice builds up, where they are not those of the plan.",
    ),
}


def own_date(choice: str, which: str) -> str:
    """Return the name of a choice's own date: `which` is "start" or "ramp"."""
    return f"{choice}_{which}"


def dates_of(name: str, choice: Assumption) -> dict[str, Assumption]:
    """Return the assumptions that are the own dates of a choice, by name."""
    found = {}
    for which in choice.dated:
        label, meaning = WORDS[which]
        of_plan = PLAN[f"plan_{which}"]
        years = of_plan.positions
        found[own_date(name, which)] = Assumption(
            label=f"{choice.label}: {label}",
            meaning=meaning,
            group=GROUP,
            moves=choice.moves,
            kind="choice",
            unit="option",
            default=WITH_THE_PLAN,
            low=WITH_THE_PLAN,
            high=of_plan.high,
            step=1,
            distribution="fixed",
            source_id=SETTING,
            status="none",
            options=(WITH_THE_PLAN, *years),
            option_labels=(AS_PLANNED, *(of_plan.show(year) for year in years)),
            date_of=name,
            lesson=lesson_of(choice, which),
        )
    return found


def lesson_of(choice: Assumption, which: str) -> Lesson:
    """Return the lesson of a choice's own date, made from that of the choice."""
    equations = ", ".join(dict.fromkeys(re.findall(r"E\d+", choice.lesson.in_the_model)))
    of_plan = PLAN[f"plan_{which}"]
    told = {
        "start": {
            "example": f"With 1 April 2030 here, “{choice.label}” stays as things stand until "
            "then, whatever the rest of the plan does.",
            "message": "Not all choices can begin on one day. What needs a law, a course or new "
            "money may begin later than what an employer can do at once.",
            "acts": "It moves the start of this one choice, and all that follows from it, by as "
            "many years.",
        },
        "ramp": {
            "example": "Over four years, a quarter of the way is gone in the first year, half in "
            "the second and all of it in the fourth.",
            "message": "Not all choices build up at one pace. What needs staff, rooms or "
            "supervisors may take longer than what a decision brings about.",
            "acts": "It spreads this one choice evenly over as many years from its start.",
        },
    }[which]
    return Lesson(
        **told,
        who=choice.lesson.who,
        cost="It has no price of its own. What comes later is paid for later.",
        equity="More time helps those who are least ready to begin. Those who wait for the choice "
        "wait longer.",
        in_the_model=f"It takes the place of “{of_plan.label}” for this choice alone "
        f"({equations}).",
        sources=choice.lesson.sources,
    )


def with_own_dates(cls: Class) -> Class:
    """Give a class, before it is made a dataclass, a field for each own date of its choices.

    The choices are those of the dataclasses that it is built on.
    """
    for base in reversed(cls.__mro__[1:]):
        if not is_dataclass(base):
            continue
        for declared in fields(base):
            choice: Assumption = declared.metadata["assumption"]
            for name, date in dates_of(declared.name, choice).items():
                setattr(cls, name, field(default=date.default, metadata={"assumption": date}))
                cls.__annotations__[name] = float
    return cls
