"""What a room expected and what the model says: the questions, and both sides in words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ppn_scenarios.model import HORIZON

from .numbers import march, rounding
from .places import Place
from .results import RESULTS


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question that a room can answer before it sees the answer, about a headline result."""

    name: str  # as it stands in a choice
    question: str  # with {place} and {when}
    most: float  # the highest figure that can be meant
    typed: str  # how the figure is typed; no example, for an example would be an anchor


# By the measure that answers it.
ASKED: Final[Mapping[str, Asked]] = MappingProxyType(
    {
        "fte": Asked(
            name="Staff",
            question="How many full-time equivalent staff will {place} have in {when}?",
            most=200_000,
            typed="A number of staff, or two with “to” between them",
        ),
        "trusts_led": Asked(
            name="Trusts with a leader",
            question="In what share of trusts in {place} will a permanent leader be in post in "
            "{when}?",
            most=1,
            typed="Percent, or two with “to” between them",
        ),
        "systems_led": Asked(
            name="ICSs with a lead",
            question="In what share of ICSs in {place} will a permanent lead be in post in {when}?",
            most=1,
            typed="Percent, or two with “to” between them",
        ),
    }
)


def question(measure: str, place: Place) -> str:
    """Return what the room is asked."""
    return ASKED[measure].question.format(place=place.said, when=march(HORIZON))


def is_share(measure: str) -> bool:
    """Return whether figures of a measure are fractions of one."""
    return RESULTS[measure].unit == "share"


def figure(measure: str, value: float) -> str:
    """Write a figure as it was said, and not rounded: it is the room's own."""
    if is_share(measure):
        return f"{round(100 * value, 1):g}%"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def figures(measure: str, low: float, high: float) -> str:
    """Write what somebody said: one number, or two."""
    one = figure(measure, low)
    return one if low == high else f"{one} to {figure(measure, high)}"


def as_written(measure: str, low: float, mid: float, high: float) -> tuple[float, float]:
    """Return the low and the high of an answer as words give them; of staff, a range outwards."""
    if is_share(measure):
        return round(100 * low) / 100, round(100 * high) / 100
    step = rounding(mid)
    if high - low <= 1e-6 * mid:
        return step * round(mid / step), step * round(mid / step)
    return step * math.floor(low / step), step * math.ceil(high / step)


def room_said(measure: str, low: float, middle: float, high: float, voices: int) -> str:
    """Return what the room said, in a sentence."""
    said = f"The room said **{figures(measure, low, high)}**"
    if voices == 1:
        return f"{said}."
    return f"{said}: {voices} figures, the middle one {figure(measure, middle)}."


def model_says(
    measure: str, answer: tuple[float, float, float], verdict: str, room: tuple[float, float, float]
) -> str:
    """Return what the model says and how far that is from the room, in a sentence.

    `answer` is low, middle and high; `room` its low, middle and high; `verdict` where the answer
    lies: below, within, above or partly.
    """
    said = f"The model says **{RESULTS[measure].write(*answer)}**"
    return f"{said}: {difference(measure, as_written(measure, *answer), verdict, room)}."


def difference(
    measure: str, answer: tuple[float, float], verdict: str, room: tuple[float, float, float]
) -> str:
    """Return where an answer lies against the room, and by how much, in words."""
    low, middle, high = room
    one = low == high
    what = "what the room said" if one else "the whole range"
    if verdict == "below":
        return f"below {what}, by {apart(measure, low - answer[1])}"
    if verdict == "above":
        return f"above {what}, by {apart(measure, answer[0] - high)}"
    if verdict == "partly":
        return "partly within the range" if not one else "a range that holds what the room said"
    if one:
        return "just what the room said"
    away = (answer[0] + answer[1]) / 2 - middle
    side = "above" if away > 0 else "below"
    if answer[0] != answer[1] or apart(measure, abs(away)) == apart(measure, 0):
        return "within the range"
    return f"within the range, and {apart(measure, abs(away))} {side} its middle"


def apart(measure: str, size: float) -> str:
    """Write how far two figures are apart."""
    if is_share(measure):
        points = round(100 * size, 1)
        return f"{points:g} percentage point{'' if points == 1 else 's'}"
    return f"{size:,.0f}"


def tally(below: int, hold: int, above: int) -> str:
    """Return on which side of the answer the figures were, in a sentence; of one, nothing."""
    whole = below + hold + above
    if whole < 2:
        return ""
    are = "is" if above == 1 else "are"
    held = f", and {hold} {'meets' if hold == 1 else 'meet'} it" if hold else ""
    return (
        f"{above or 'None'} of the {whole} figures {are} above the model's answer, "
        f"{below or 'none'} below{held}."
    )
