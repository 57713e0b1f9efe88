"""What an assumption is. Never edited to add one."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, Final

from .lesson import Lesson

KINDS: Final = {
    "choice": "What we choose",
    "belief": "How the world works",
}
STATUSES: Final = {
    "sourced": "Published figure",
    "derived": "Our arithmetic on a published figure",
    "borrowed": "Published for another place, role or time",
    "none": "No source: a placeholder",
}
GROUPS: Final = (
    "Leadership posts",
    "Leadership today",
    "Training",
    "Staff leaving and joining",
    "Funded posts",
    "Costs not counted",
    "Need",
    "Does leadership change staffing?",
    "When the plan starts",
)
MOVES: Final = {  # what an assumption moves, while leadership changes no staffing
    "staff": "Who is in post, in training or about to be hired, and which posts are funded",
    "leaders": "Which leadership posts exist, and who holds them",
    "both": "Staff and leaders: when a whole plan acts",
    "after staff": "What is worked out of staff once all years are known: need, time, costs",
    "after leaders": "What is worked out of leaders once all years are known: time, cost, seats",
}
SETTING: Final = "own-work"  # the source of switches and dates: settings, not figures
A_SETTING: Final = "A setting, not a figure"
START: Final = ("start",)  # the date that a choice may have of its own, if it acts at once
START_AND_RAMP: Final = ("start", "ramp")  # the dates, if it builds up over years
DISTRIBUTIONS: Final = ("triangular", "uniform", "beta", "fixed")

# How a value of each unit is written for people. `share` and `rate` are held as fractions of one.
UNITS: Final[dict[str, Callable[[float], str]]] = {
    "share": lambda v: f"{100 * v:.4g}%",
    "rate": lambda v: f"{100 * v:.4g}% a year",
    "people a year": lambda v: f"{v:,.0f} people a year",
    "years": lambda v: f"{v:g} year" if v == 1 else f"{v:g} years",
    "financial year": lambda v: f"1 April {v:.0f}",
    "FTE": lambda v: f"{v:g} FTE",
    "people per FTE": lambda v: f"{v:g} people per FTE",
    "FTE per person": lambda v: f"{v:.3g} FTE per person",
    "index": lambda v: f"{v:g}",
    "£ thousand": lambda v: f"£{v:,.0f}k",
    "option": lambda v: f"{v:g}",
    "switch": lambda v: "on" if v else "off",
}


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """Everything the explorer knows about one number that people may vary.

    `low` and `high` are the evidence range and the limits of the slider; `distribution` is how
    later draws spread over that range. Raises ValueError when the declaration contradicts itself.
    """

    label: str
    meaning: str
    group: str
    moves: str  # one of MOVES: what must be run again when it is moved
    kind: str
    unit: str
    default: float
    low: float
    high: float
    step: float
    distribution: str
    source_id: str
    status: str
    main: bool = False
    evidence: str = ""
    options: tuple[float, ...] = ()  # where only these values can be; labels in `option_labels`
    option_labels: tuple[str, ...] = ()
    lesson: Lesson
    dated: tuple[str, ...] = ()  # the dates of its own that a choice may have, see `own_dates`
    date_of: str = ""  # of such a date: the name of its choice

    def __post_init__(self) -> None:
        """Refuse a declaration that names an unknown word or a default out of range."""
        for word, known in (
            (self.group, GROUPS),
            (self.moves, MOVES),
            (self.kind, KINDS),
            (self.unit, UNITS),
            (self.distribution, DISTRIBUTIONS),
            (self.status, STATUSES),
        ):
            if word not in known:
                raise ValueError(f"{self.label}: {word!r} is not one of {', '.join(known)}")
        if len(self.options) != len(self.option_labels):
            raise ValueError(f"{self.label}: every option needs a label")
        if self.dated and self.kind != "choice":
            raise ValueError(f"{self.label}: only a choice has dates of its own")
        self.check(self.default)

    @property
    def rests_on(self) -> str:
        """What the number rests on, in words; switches and dates are settings, not figures."""
        return A_SETTING if self.source_id == SETTING else STATUSES[self.status]

    @property
    def is_switch(self) -> bool:
        """Whether it is on or off."""
        return self.unit == "switch"

    @property
    def has_steps(self) -> bool:
        """Whether people set it on a scale or by a switch, and not from a list."""
        return not self.options

    @property
    def is_placeholder(self) -> bool:
        """Whether the default is a figure for which no source was found."""
        return self.status == "none" and self.source_id != SETTING

    def check(self, value: float) -> float:
        """Return the value, or refuse it in words if the lever cannot be set to it.

        A comparison with NaN is false, so the range check refuses NaN and infinity too.
        """
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{self.label}: {value!r} is not a number")
        if not self.low <= value <= self.high:
            shown = f"{value:.10g}" if math.isfinite(value) else "not a finite number"
            raise ValueError(
                f"{self.label}: {shown} is outside {self.low:g} to {self.high:g}"
                f" ({self.show(self.low)} to {self.show(self.high)})"
            )
        if self.unit in {"switch", "financial year"} and value != round(value):
            raise ValueError(f"{self.label}: {value:g} is not a whole number")
        if self.options and value not in self.options:
            can_be = ", ".join(f"{option:g}" for option in self.options)
            raise ValueError(f"{self.label}: {value:g} is not one of {can_be}")
        return float(value)

    @cached_property
    def positions(self) -> tuple[float, ...]:
        """Every value that the control can make, lowest first; searches ask for them often."""
        if self.options:
            return tuple(sorted(self.options))
        steps = range(round((self.high - self.low) / self.step) + 1)
        return tuple(min(round(self.low + self.step * k, 6), self.high) for k in steps)

    def show(self, value: float) -> str:
        """Write a value as people read it, unit included."""
        if value in self.options:
            return self.option_labels[self.options.index(value)]
        return UNITS[self.unit](value).replace("-", "−")


def assume(**details: Any) -> Any:
    """Declare a dataclass field that is an assumption."""
    assumption = Assumption(**details)
    return field(default=float(assumption.default), metadata={"assumption": assumption})


def assumptions_of(cls: type) -> dict[str, Assumption]:
    """Return each field's assumption by name, in the order they were declared."""
    return {f.name: f.metadata["assumption"] for f in fields(cls)}
