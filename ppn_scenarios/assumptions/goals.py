"""What may be asked for under "what would it take?": goals, levers that we control, and routes."""

from dataclasses import dataclass
from typing import Final

from .scenario import LEVERS
from .targets import TARGETS, Target

NEED: Final = Target(
    id="need",
    label="Staff needed, met as far as you choose",
    meaning="Clinical staff as a share of the staff needed, by the method chosen for need.",
    measure="need_met",
    unit="share",
    threshold=lambda f: 0.8,
    working="80% of the staff needed, a value to discuss",
    figures=(),
    due=None,
    standing="ours",
)
GOALS: Final[dict[str, Target]] = {
    **{id: target for id, target in TARGETS.items() if target.measure},
    NEED.id: NEED,
}
FIRST_GOAL: Final = "T4A"
LEVELS: Final = tuple(range(30, 101, 5))  # percent that may be asked for, where it is a share
LEADERSHIP: Final = frozenset({"trusts_led", "systems_led"})  # measures of leaders

# Beliefs that somebody can act on, though no choice of this explorer does: what they would have
# to become is an answer too, and says that it is a belief.
ACTED_ON: Final = ("lead_turnover", "fill_time")
SETTINGS: Final = {  # choices that are no levers here, and why
    "mandate_year": "sought together with requiring the post",
    "plan_start": "a date",
    "plan_ramp": "a pace",
    "support": "moves no goal while leadership changes no staffing",
    "post_cost": "a price, not an action",
    "skill_mix": "changes who is needed, not how many",
}
OURS: Final = tuple(
    name
    for name, a in LEVERS.items()
    if name in ACTED_ON or (a.kind == "choice" and name not in SETTINGS)
)
BACKWARD: Final = frozenset(ACTED_ON)  # levers of which less is more
POSTS: Final = "post_growth"


@dataclass(frozen=True, kw_only=True)
class Route:
    """One way to a goal: its levers, and those that join where they alone fall short."""

    id: str
    label: str
    meaning: str
    levers: tuple[str, ...]
    joined: tuple[str, ...]
    joined_by: str  # what joining adds, in words


FUNDED: Final = "more posts are funded"
KEPT: Final = "leaders are kept longer and posts filled faster"
STAFF_ROUTES: Final = (
    Route(
        id="train",
        label="Train",
        meaning="More training places for psychologists, therapists and practitioners.",
        levers=("places_cp", "growth_cp_capt", "places_other"),
        joined=(POSTS,),
        joined_by=FUNDED,
    ),
    Route(
        id="keep",
        label="Keep",
        meaning="Fewer people leaving.",
        levers=("retention",),
        joined=(POSTS,),
        joined_by=FUNDED,
    ),
    Route(
        id="reshape",
        label="Re-shape",
        meaning="New practitioner roles, and leaders' clinical time replaced.",
        levers=("places_newrole", "backfill"),
        joined=(POSTS,),
        joined_by=FUNDED,
    ),
)
FEWER_POSTS: Final = Route(
    id="reshape",
    label="Re-shape",
    meaning="Fewer funded posts: the share filled rises, and nobody is added.",
    levers=(POSTS,),
    joined=("places_newrole",),
    joined_by="new practitioner roles are added",
)
LEADERSHIP_ROUTES: Final = (
    Route(
        id="encourage",
        label="Encourage",
        meaning="Organisations are encouraged harder to create the post.",
        levers=("encouragement",),
        joined=ACTED_ON,
        joined_by=KEPT,
    ),
    Route(
        id="fund",
        label="Fund",
        meaning="Posts are paid for nationally.",
        levers=("funding",),
        joined=ACTED_ON,
        joined_by=KEPT,
    ),
    Route(
        id="require",
        label="Require",
        meaning="Every organisation must have the post from a date.",
        levers=("mandate",),
        joined=ACTED_ON,
        joined_by=KEPT,
    ),
)


def routes_to(goal: str) -> tuple[Route, ...]:
    """Return three routes to a goal that differ in what is done."""
    measure = GOALS[goal].measure
    if measure in LEADERSHIP:
        return LEADERSHIP_ROUTES
    if measure == "posts_filled":
        return (*STAFF_ROUTES[:2], FEWER_POSTS)
    return STAFF_ROUTES


def forward(lever: str, goal: str) -> int:
    """Return which way more is done: 1 up, -1 down.

    A share of posts filled is also reached by funding fewer: down, and it is said.
    """
    fewer = lever == POSTS and GOALS[goal].measure == "posts_filled"
    return -1 if fewer or lever in BACKWARD else 1


def ticked_at_first(goal: str) -> tuple[str, ...]:
    """Return the levers that are ticked until the reader chooses: those of the routes."""
    some = {name for route in routes_to(goal) for name in (*route.levers, *route.joined)}
    return tuple(name for name in OURS if name in some)
