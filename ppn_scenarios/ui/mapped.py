"""What the map can show, in words: each measure, how it is written, and how places stand."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.atlas import (
    ABOVE,
    ALIKE,
    BELOW,
    FAR_ABOVE,
    FAR_BELOW,
    MAPPED,
    Estimate,
    Estimates,
)
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.model import method_label
from ppn_scenarios.wording import percent
from ppn_scenarios.wording.places import Place, places

from .answers import projection
from .charts.theme import COLOURS, INK, SHADES

WHITE: Final = "#FFFFFF"
NONE: Final = 9  # the class of a place without a value


@dataclass(frozen=True, kw_only=True)
class Class:
    """One class of the map: what it means, and how it looks without colour too."""

    meaning: str
    colour: str
    ink: str = INK
    sign: str = ""


AGAINST: Final[Mapping[int, Class]] = MappingProxyType(
    {
        FAR_BELOW: Class(
            meaning="the whole range is below England, by a fifth or more",
            colour=COLOURS[2],
            ink=WHITE,
            sign="−−",
        ),
        BELOW: Class(
            meaning="the whole range is below England, by less than a fifth",
            colour="#DDB3CB",
            sign="−",
        ),
        ALIKE: Class(meaning="cannot be told apart from England", colour=SHADES[0]),
        ABOVE: Class(
            meaning="the whole range is above England, by less than a fifth",
            colour=SHADES[1],
            sign="+",
        ),
        FAR_ABOVE: Class(
            meaning="the whole range is above England, by a fifth or more",
            colour=COLOURS[0],
            ink=WHITE,
            sign="++",
        ),
        NONE: Class(meaning="cannot be compared", colour=WHITE),
    }
)
WIDTHS: Final[Mapping[int, Class]] = MappingProxyType(
    {
        0: Class(meaning="narrow: under a fifth of the middle", colour=SHADES[0], sign="1"),
        1: Class(meaning="wide: a fifth to a half", colour=SHADES[1], sign="2"),
        2: Class(meaning="very wide: over half", colour=SHADES[3], ink=WHITE, sign="3"),
    }
)
WIDE, VERY_WIDE = 0.2, 0.5


def number(value: float) -> str:
    """Write staff for every 100,000 people."""
    return f"{value:.0f}"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One measure that the map can show."""

    label: str
    written: str = "share"  # how an axis writes it: "number" or "share"
    write: Callable[[float], str] = percent
    note: str

    def range(self, e: Estimate) -> str:
        """Write a range, or one value where both ends are written alike."""
        if e.mid != e.mid:
            return "cannot be compared"
        low, high = self.write(e.low), self.write(e.high)
        return low if low == high else f"{low} to {high}"


SHOWN: Final[Mapping[str, Shown]] = MappingProxyType(
    {
        "per_100k": Shown(
            label="Staff per 100,000 people (estimate)",
            written="number",
            write=number,
            note="Nobody publishes these staff by place. Each range runs over two open proxies "
            "that disagree, and over what chance does to few people. Another proxy could move a "
            "place by up to a fifth, which undoes a pale shade.",
        ),
        "trusts_led": Shown(
            label="Trusts with a leader in post",
            note="Expected from the shares assumed for each type of trust, which nobody has "
            "counted. Places differ here by their types of trust alone. Each range is chance's: "
            "how many of a few trusts would have a leader.",
        ),
        "systems_led": Shown(
            label="ICSs with a lead in post",
            note="Nobody has published which ICSs have a lead, so every ICS has the same chance: "
            "of one ICS it is yes or no, and the map is one shade on purpose.",
        ),
        "need_met": Shown(
            label="Need met, by the method chosen",
            note="Clinical staff as a share of staff needed.",
        ),
        "vacancy_rate": Shown(
            label="Vacant posts",
            note="Nobody publishes vacancies of these professions by place. Every place starts "
            "from England's rate, so the map is one shade: only chance differs.",
        ),
        "width": Shown(
            label="How wide the range of staff is",
            note="The range of staff from its low to its high end, over its middle: the wider, "
            "the less is known.",
        ),
    }
)


def note_on(measure: str, scenario: Scenario) -> str:
    """Return what a reader must know of a measure before reading its map."""
    note = SHOWN[measure].note
    if measure != "need_met":
        return note
    method = method_label(scenario)
    words = f"{note} Method: {within(method)}."
    if scenario.need_method == 2:
        return f"{words} It counts Talking Therapies alone, so all staff cannot be held against it."
    if scenario.need_method == 3:
        return f"{words} Need is registered people, not weighted."
    return (
        f"{words} By it each place is held against its own staff of 2023, so that all places come "
        "out alike. Choose *A fair share of England's staff* under *Need* to compare places."
    )


@lru_cache(maxsize=64)
def estimates(scenario: Scenario, measure: str, year: int) -> Estimates:
    """Return a measure of every place in a year."""
    return MappingProxyType(MAPPED[measure](projection(scenario), year))


def classes(measure: str) -> Mapping[int, Class]:
    """Return the classes of a measure's map, lowest first."""
    return WIDTHS if measure == "width" else AGAINST


def class_of(measure: str, found: Estimates, code: str) -> int:
    """Return the class of a place."""
    e = found[code]
    if measure == "width":
        return (e.mid > WIDE) + (e.mid > VERY_WIDE)
    verdict = e.against(found[ENGLAND].mid)
    return NONE if verdict is None else verdict


def counted(measure: str, found: Estimates, level: str = "ics") -> Counter[int]:
    """Return how many ICSs, or regions, are in each class."""
    return Counter(class_of(measure, found, place.code) for place in of_level(level))


def of_level(level: str) -> list[Place]:
    """Return the places of a level, in the order of the list of places: never by value."""
    return [place for place in places().values() if place.level == level]
