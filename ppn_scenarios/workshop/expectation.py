"""What a room expects before it sees the answer: the figures that people gave, without names."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median
from typing import Final

MOST_VOICES: Final = 40
LONGEST_ENTRY: Final = 600  # characters typed at once
LARGEST: Final = 1e9  # of any figure: more is none that anybody meant
HOW: Final = "type one number, or two with “to” between them"
_AMOUNT: Final = r"((?:[0-9]{1,3}(?:[ ,'\u00a0\u202f][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) ?(k|%)?"
_ENTRY: Final = re.compile(rf"{_AMOUNT}(?: ?(?:to|and|-|–|—) ?{_AMOUNT})?", re.IGNORECASE)


class Verdict(StrEnum):
    """Where an answer lies against what a room said."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    PARTLY = "partly"  # an answer that is a range, partly within the room's


@dataclass(frozen=True)
class Voice:
    """What one person expects, in the measure's own unit: a low and a high, alike for a number.

    Raises ValueError if the low is above the high, or either is below nothing or beyond meaning.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not 0 <= self.low <= self.high <= LARGEST:
            raise ValueError(f"{self.low:g} to {self.high:g} is no range")

    @property
    def middle(self) -> float:
        """The middle of the range, or the number itself."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """The figures of a room about one measure of one place; immutable."""

    measure: str
    place: str
    voices: tuple[Voice, ...] = ()

    def heard(self, more: list[Voice]) -> "Expectation":
        """Add figures; ValueError where there would be too many."""
        if len(self.voices) + len(more) > MOST_VOICES:
            raise ValueError(
                f"{MOST_VOICES} figures are the most; take some back, or reveal the answer"
            )
        return replace(self, voices=(*self.voices, *more))

    def without_last(self) -> "Expectation":
        """Take back the last figure, or stay where there is none."""
        return replace(self, voices=self.voices[:-1])

    @property
    def low(self) -> float:
        """The lowest that anyone expects; ValueError where nobody said anything."""
        return min(voice.low for voice in self.voices)

    @property
    def high(self) -> float:
        """The highest that anyone expects; ValueError where nobody said anything."""
        return max(voice.high for voice in self.voices)

    @property
    def middle(self) -> float:
        """The median of the voices, each taken at its middle: half lie on either side."""
        return median(voice.middle for voice in self.voices)

    def against(self, low: float, high: float) -> Verdict:
        """Return where an answer, itself perhaps a range, lies against the room's whole range."""
        if high < self.low:
            return Verdict.BELOW
        if low > self.high:
            return Verdict.ABOVE
        return Verdict.WITHIN if self.low <= low and high <= self.high else Verdict.PARTLY

    def beside(self, low: float, high: float) -> tuple[int, int, int]:
        """Return how many voices are wholly below an answer, hold a part of it, and are above."""
        below = sum(voice.high < low for voice in self.voices)
        above = sum(voice.low > high for voice in self.voices)
        return below, len(self.voices) - below - above, above


def read_voices(text: str, unit: str, most: float) -> list[Voice]:
    """Return the figures in what was typed, one for each person: several stand between semicolons.

    `unit` is "share", typed in percent and returned as a fraction of one, or an amount such as FTE;
    `most` is the highest that can be meant. Raises ValueError, naming the entry and what to type.
    """
    if len(text) > LONGEST_ENTRY:
        raise ValueError(f"That is {len(text):,} characters; the most is {LONGEST_ENTRY}")
    entries = [entry.strip() for entry in re.split(r"[;\n]", text) if entry.strip()]
    return [read_voice(entry, unit, most) for entry in entries]


def read_voice(entry: str, unit: str, most: float) -> Voice:
    """Return one person's figure: a number, or a low and a high; ValueError if it is neither."""
    found = _ENTRY.fullmatch(" ".join(entry.split()))
    if not found:
        raise ValueError(f"“{entry}” is no figure: {HOW}")
    first, first_sign, second, second_sign = found.groups()
    signs = [first_sign or (second_sign if second else None), second_sign or first_sign]
    values = [
        amount(number, sign, entry, unit, most)
        for number, sign in zip((first, second), signs, strict=True)
        if number
    ]
    return Voice(min(values), max(values))


def amount(number: str, sign: str | None, entry: str, unit: str, most: float) -> float:
    """Return one number in the measure's own unit; ValueError if it cannot be meant."""
    value = float(re.sub(r"[^0-9.]", "", number))
    thousands = sign in ("k", "K")
    if unit == "share":
        if thousands or value > 100:
            raise ValueError(f"“{entry}” is no share: type percent, from 0 to 100")
        if 0 < value < 1 and sign != "%":
            raise ValueError(f"“{entry}” is less than 1%: type percent, from 0 to 100")
        return value / 100
    if sign == "%":
        raise ValueError(f"“{entry}” is a share, and a number of {unit} is asked for: {HOW}")
    value *= 1_000 if thousands else 1
    if value > most:
        raise ValueError(f"“{entry}” is above {most:,.0f}: is there a digit too many?")
    return value
