"""What a reader looks at, apart from the scenario: each setting of the view declared once."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields
from typing import Any, Final

from ppn_scenarios.assumptions import LEVERS, PRESETS
from ppn_scenarios.assumptions.goals import FIRST_GOAL, GOALS, LEVELS, OURS
from ppn_scenarios.wording.predicted import ASKED

from .kept import tidy
from .scenes import FIRST, MOST_SCENES, STORYLINE


def setting(label: str, default: str, allowed: Collection[str] | Callable[[str], bool]) -> Any:
    """Declare one setting of the view: its name for people, its default and what it may be.

    `allowed` are the values it may have, or a rule that tells whether a text is one of them.
    """
    return field(default=default, metadata={"label": label, "allowed": allowed})


MAPPED: Final = ("per_100k", "trusts_led", "systems_led", "need_met", "vacancy_rate", "width")
RESULTS: Final = (  # that pages may be about
    *("fte", "trusts_led", "systems_led", "need_met", "staff_gap"),
    *("vacancy_rate", "people_seen", "cost"),
)
YEARS: Final = tuple(str(year) for year in range(2027, 2038))
NOTHING_COMPARED: Final = "none"
MY_BELIEFS: Final = "my_beliefs"  # as things stand, under the reader's beliefs
MOST_COMPARED: Final = 3  # beside the reader's own scenario


def may_be_compared(text: str) -> bool:
    """Return whether a text names scenarios that every reader has, with a point between them."""
    names = text.split(".")
    known = len(names) == len(set(names)) and set(names) <= {*PRESETS, MY_BELIEFS}
    return text == NOTHING_COMPARED or (known and len(names) <= MOST_COMPARED)


GOAL_YEARS: Final = tuple(map(str, range(2024, 2038)))
SHARES: Final = tuple(map(str, LEVELS))
OWN: Final = "own"  # what belongs to the goal, whichever that is
MY_PLAN: Final = "mine"
MOST_PLANS: Final = 6  # more cannot be read side by side
NOT_PREDICTED: Final = "off"
TOLD: Final = "told"  # the answer beside what the room expected
NO_LEVER: Final = "none"  # ticked, which is not the same as no choice made


def ticks(text: str) -> tuple[str, ...] | None:
    """Return the levers in a text such as "retention.mandate"; None if one is no such lever."""
    names = () if text in (OWN, NO_LEVER) else tuple(text.split("."))
    return names if set(names) <= set(OURS) and len(set(names)) == len(names) else None


def plans_in(text: str) -> tuple[str, ...] | None:
    """Return the plans in a text such as "mine.train_more"; None if one is no such plan."""
    names = () if text == OWN else tuple(text.split("."))
    known = set(names) <= {MY_PLAN, *PRESETS} and len(set(names)) == len(names) <= MOST_PLANS
    return names if known else None


LONGEST_SCENES: Final = 1_200  # characters of a reader's own scenes that a link has room for
PACKED: Final = re.compile(rf"eN[A-Za-z0-9_-]{{1,{LONGEST_SCENES}}}", re.ASCII)  # all begin so
OWN_SCENE: Final = "own"  # and its number, in the order of the reader's own storyline
SCENES: Final = (*STORYLINE, *(f"{OWN_SCENE}{i}" for i in range(1, MOST_SCENES + 1)))


LONGEST_TEXT: Final = {"title": 60, "remark": 300}  # characters of what a sharer writes


def text_of(name: str) -> Callable[[str], bool]:
    """Return the rule for a sharer's own text: it can be shown, is tidy, and not too long."""

    def may_be(text: str) -> bool:
        try:
            return text == tidy(text, LONGEST_TEXT[name], name)
        except ValueError:
            return False

    return may_be


@dataclass(frozen=True)
class View:
    """What the reader looks at; a link carries the settings that are off their default.

    To add a setting is to add a line: the link, its refusals and the pages follow.
    """

    place: str = setting("Place", "england", ())  # allowed: the places that the tables know
    show: str = setting("Chart or table", "chart", ("chart", "table"))
    goal: str = setting("Goal", FIRST_GOAL, tuple(GOALS))
    by: str = setting("Year of the goal", OWN, (OWN, *GOAL_YEARS))
    level: str = setting("How much of the goal", OWN, (OWN, *SHARES))
    ticked: str = setting("Levers that we control", OWN, lambda text: ticks(text) is not None)
    least: str = setting("Least of what", "cost", ("cost", "move"))
    plans: str = setting("Plans that are compared", OWN, lambda text: plans_in(text) is not None)
    measure: str = setting("What the map shows", "per_100k", MAPPED)
    map_year: str = setting("Year of the map", "2037", tuple(map(str, range(2023, 2038))))
    map_kind: str = setting("Kind of map", "tiles", ("tiles", "boundaries"))
    map_level: str = setting("ICSs or regions", "ics", ("ics", "region"))
    funnel: str = setting("Staff against", "people", ("people", "deprivation"))
    flow_year: str = setting("Year of the flows", "2028", tuple(map(str, range(2024, 2038))))
    split: str = setting("Families or professions", "families", ("families", "professions"))
    need_extra: str = setting("More need in deprived places", "0", ("0", "10", "20", "30", "50"))
    lever: str = setting("Lever to read about", next(iter(LEVERS)), LEVERS)
    compared: str = setting("Compared with", "as_things_stand", may_be_compared)
    result: str = setting("Result", "fte", RESULTS)
    year: str = setting("Year", "2037", YEARS)
    live: str = setting("Levers that show before you let go", "off", ("off", "on"))
    predict: str = setting(
        "Predict before the answer is shown", NOT_PREDICTED, (NOT_PREDICTED, *ASKED, TOLD)
    )
    scene: str = setting("Scene on the stage", FIRST, SCENES)
    scenes: str = setting("My own scenes", "", lambda text: bool(PACKED.fullmatch(text)))
    window: str = setting("What a second window shows", "stage", ("stage", "picture", "notes"))
    hints: str = setting("Keys beside the buttons of the stage", "on", ("on", "off"))
    title: str = setting("Title of the link", "", text_of("title"))
    # No name begins as the code of a letter in HTML, as "&note=" would: it is read as "¬e=" there.
    remark: str = setting("Note of the link", "", text_of("remark"))


LABELS: Final = {f.name: str(f.metadata["label"]) for f in fields(View)}


def values(name: str) -> tuple[str, ...]:
    """Return the values that a setting may have; none where a rule or the tables tell them."""
    allowed = next(f.metadata["allowed"] for f in fields(View) if f.name == name)
    return () if callable(allowed) else tuple(allowed)


def allows(name: str, value: str, places: Collection[str]) -> bool:
    """Return whether a setting may have a value; `places` are the codes known."""
    if name == "place":
        return value in places
    allowed = next(f.metadata["allowed"] for f in fields(View) if f.name == name)
    return bool(allowed(value)) if callable(allowed) else value in allowed
