"""Named futures that nobody chooses: what each does to beliefs, by how much, and why so much."""

from dataclasses import dataclass
from typing import Final

from .assumption import STATUSES
from .label import within
from .own_dates import WITH_THE_PLAN, own_date
from .scenario import ASSUMPTIONS, Scenario

HOW: Final = ("to the end", "times", "plus", "at least", "late")
TRAINING: Final = ("places_cp", "growth_cp_capt", "places_other", "places_newrole")


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a future does to one lever, relative to the reader's own value.

    `how`: "to the end" of its evidence range (`by` 0 is the low end, 1 the high), "times" or "plus"
    `by`, "at least" `by`, or "late": a choice that starts `by` years after it would. Where the
    range ends, the future ends there too. Raises ValueError for another `how`.
    """

    name: str
    how: str
    by: float

    def __post_init__(self) -> None:
        """Refuse what is not one of the ways to change a lever."""
        if self.how not in HOW or self.name not in ASSUMPTIONS:
            raise ValueError(f"{self.name}: {self.how!r} is not one of {', '.join(HOW)}")

    def on(self, scenario: Scenario) -> dict[str, float]:
        """Return the values that it sets in a scenario."""
        if self.how == "late":
            date, last = own_date(self.name, "start"), ASSUMPTIONS["plan_start"].high
            start = getattr(scenario, date) or scenario.plan_start
            return {date: min(start + self.by, last) if start < last else WITH_THE_PLAN}
        a, own = ASSUMPTIONS[self.name], float(getattr(scenario, self.name))
        value = {
            "to the end": a.high if self.by else a.low,
            "times": own * self.by,
            "plus": own + self.by,
            "at least": max(own, self.by),
        }[self.how]
        return {self.name: min(max(value, a.low), a.high)}


@dataclass(frozen=True, kw_only=True)
class Future:
    """A future by name: what happens, what it changes, and why by so much."""

    label: str
    meaning: str
    why: str  # the reason of its size
    status: str
    changes: tuple[Change, ...]

    def __post_init__(self) -> None:
        """Refuse a status that is none."""
        if self.status not in STATUSES:
            raise ValueError(f"{self.label}: {self.status!r} is not one of {', '.join(STATUSES)}")

    def on(self, scenario: Scenario) -> Scenario:
        """Return a scenario as it would be in this future."""
        values: dict[str, float] = {}
        for change in self.changes:
            values |= change.on(scenario)
        return Scenario(**(scenario.changes() | values))


def to_the_end(end: float, *names: str) -> tuple[Change, ...]:
    """Return changes of some levers to the low (0) or high (1) end of their ranges."""
    return tuple(Change(name=name, how="to the end", by=end) for name in names)


def times(by: float, *names: str) -> tuple[Change, ...]:
    """Return changes of some levers in proportion."""
    return tuple(Change(name=name, how="times", by=by) for name in names)


LEAVING: Final = ("leave_psy", "leave_ther", "leave_prac")
UPTAKE: Final = ("uptake_psy", "uptake_ther", "uptake_prac")
RANGE_END: Final = "The end of the evidence range of each belief. "
JUDGED: Final = "A judgement of this project's model specification; no source gives a size."

FUTURES: Final[dict[str, Future]] = {
    "leavers_up": Future(
        label="Many more leave",
        meaning="Rates of leaving go to the top of their ranges in all three families.",
        why=RANGE_END + "For practitioners it is near what services reported in 2014/15.",
        status="none",
        changes=to_the_end(1, *LEAVING),
    ),
    "market_pull": Future(
        label="Pay and market pull",
        meaning="A quarter more leave, and three in ten fewer come from outside.",
        why=JUDGED,
        status="none",
        changes=(*times(1.25, *LEAVING), *times(0.7, "external")),
    ),
    "retire_more": Future(
        label="More retire",
        meaning="Retirement goes to the top of its range.",
        why=RANGE_END + "It is twice the default, and has no source.",
        status="none",
        changes=to_the_end(1, "retire"),
    ),
    "fewer_join": Future(
        label="Fewer come back or from abroad",
        meaning="Half as many come from outside, and as few leavers return as the range allows.",
        why="Half is a judgement without a source; the rest is the end of the range.",
        status="none",
        changes=(*times(0.5, "external"), *to_the_end(0, "return_rate")),
    ),
    "training_late": Future(
        label="Training a year late",
        meaning="Each change in training that a plan makes starts a year later. A plan that "
        "changes no places is not touched.",
        why="One intake missed: courses start once a year.",
        status="derived",
        changes=tuple(Change(name=name, how="late", by=1) for name in TRAINING),
    ),
    "weak_uptake": Future(
        label="A training boom, few of whom join",
        meaning="Places grow by 30% in every plan, and as few of those who qualify seek an NHS "
        "post as the ranges allow.",
        why="30%: " + within(JUDGED) + " The rest is the end of the ranges.",
        status="none",
        changes=(*times(1.3, "places_cp", "places_other"), *to_the_end(0, *UPTAKE)),
    ),
    "posts_frozen": Future(
        label="Posts frozen for three years",
        meaning="From April 2027 no post is added for three years; then growth goes on as planned.",
        why="Three years: " + within(JUDGED),
        status="none",
        changes=(Change(name="post_freeze", how="at least", by=3),),
    ),
    "flat_funding": Future(
        label="No money for more posts",
        meaning="Funded posts stop growing in every plan, from the day when plans start.",
        why="The low end of the range: no growth at all.",
        status="none",
        changes=to_the_end(0, "post_growth"),
    ),
    "need_higher": Future(
        label="Need grows faster",
        meaning="Need grows by 6.5% a year. It moves the staff needed, not the staff in post.",
        why="The top of the range: " + within(JUDGED),
        status="none",
        changes=to_the_end(1, "demand_growth"),
    ),
    "digital": Future(
        label="Digital tools help",
        meaning="Each clinician sees 1.5% more people each year: a future that helps.",
        why=JUDGED + " Auditors called such gains optimistic.",
        status="none",
        changes=(Change(name="productivity", how="plus", by=0.015),),
    ),
    "leaders_leave": Future(
        label="Leaders leave faster",
        meaning="Leaders leave, and posts take to be filled, as the tops of the ranges say.",
        why=RANGE_END + "Both ranges are of executive directors, not of this role.",
        status="borrowed",
        changes=to_the_end(1, "lead_turnover", "fill_time"),
    ),
    "mergers": Future(
        label="Mergers with posts lost",
        meaning="One post in ten is cut each year, and ICSs merge into about 26 boards.",
        why="One in ten: " + within(JUDGED) + " 26: leadership teams of 2025/26.",
        status="none",
        changes=(*to_the_end(1, "abolish"), *to_the_end(0, "boards")),
    ),
    "few_agree": Future(
        label="Few agree to the post",
        meaning="Organisations that are only encouraged or paid are slow, and fewer would ever "
        "agree.",
        why=RANGE_END + "They come from another role, chief allied health professionals.",
        status="borrowed",
        changes=to_the_end(0, "h_encourage", "ceiling_encouraged", "h_funded", "ceiling_funded"),
    ),
}
