"""What a lever does from where the reader is, in sentences made from the numbers."""

import math
from collections.abc import Callable, Mapping
from typing import Final

from ppn_scenarios.analysis.lever_effect import HEADLINES, RESULTS, LeverEffect
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import listed, march, percent, pounds, staff

AMOUNTS: Final[Mapping[str, Callable[[float], str]]] = {
    "FTE": lambda v: f"{staff(v)} FTE",
    "share": percent,
    "people": lambda v: f"{1_000 * round(v / 1_000):,} people",
    "£ thousand": pounds,
}
WAYS: Final = {
    "FTE": ("more", "fewer"),
    "share": ("higher", "lower"),
    "people": ("more", "fewer"),
    "£ thousand": ("more", "less"),
}
SMALLEST: Final = {"FTE": 10.0, "share": 0.005, "people": 1_000.0, "£ thousand": 100.0}


def size(value: float, unit: str) -> str:
    """Write how large a difference is: to the ten below a thousand FTE, else to the hundred."""
    if unit == "FTE":
        step = 10 if abs(value) < 995 else 100
        return f"{step * round(abs(value) / step):,} FTE"
    if unit == "share":
        points = math.floor(100 * abs(value) + 0.5)
        return "1 point" if points <= 1 else f"{points} points"
    return AMOUNTS[unit](abs(value))


def change(value: float, unit: str) -> str:
    """Write a difference and its direction, or that it is too small to say."""
    if abs(value) < SMALLEST[unit]:
        return "the same" if not value else f"less than {size(SMALLEST[unit], unit)} apart"
    return f"{size(value, unit)} {WAYS[unit][int(value < 0)]}"


def in_table(effect: LeverEffect, result: str, position: float, i: int) -> str:
    """Write a result in the year of index `i`, with how far it is from where the lever is now."""
    unit = RESULTS[result].unit
    value = AMOUNTS[unit](float(effect.of(result, position)[i])).removesuffix(f" {unit}")
    by = float(effect.change(result, position)[i])
    if position == effect.now or abs(by) < SMALLEST[unit]:
        return value
    return f"{value} ({'+' if by > 0 else '−'}{size(by, unit).split(' ')[0]})"


def setting(name: str, value: float) -> str:
    """Write a lever's position as part of a sentence: "at 900 people a year", "with it on"."""
    a = ASSUMPTIONS[name]
    if a.is_switch:
        return f"with it {a.show(value)}"
    return f"with “{a.show(value)}”" if a.options else f"at {a.show(value)}"


OF_SYSTEMS: Final = {"covered": "covered_systems"}  # results of trusts, and the same of ICSs


def shown(effect: LeverEffect) -> tuple[str, ...]:
    """Return the results to draw: the headlines that move, else the first other that does.

    With one that is of trusts alone comes the same of ICSs.
    """
    headlines: tuple[str, ...] = tuple(name for name in HEADLINES if name in effect.moved)
    worth = [result for result in effect.moved if worth_saying(effect, result)]
    first = headlines or tuple(worth[:1]) or effect.moved[:1]
    return (*first, *(of for trusts, of in OF_SYSTEMS.items() if trusts in first))


def worth_saying(effect: LeverEffect, result: str) -> bool:
    """Return whether a lever moves a result by more than the smallest difference that is said."""
    return effect.most(result) >= SMALLEST[RESULTS[result].unit]


def said(effect: LeverEffect) -> list[str]:
    """Return what a lever does to both headlines, or what else it moves, in short sentences."""
    if not effect.moved:
        return ["From where you are it moves no result for England."]
    return [
        f"{outcome(effect, result)} {course(effect, result)}"
        if result in effect.moved
        else still(effect, result)
        for result in dict.fromkeys((*HEADLINES, *shown(effect)))
    ]


def still(effect: LeverEffect, result: str) -> str:
    """Say that a result stays as it is."""
    found = RESULTS[result]
    now = AMOUNTS[found.unit](float(effect.of(result, effect.now)[-1]))
    return f"{found.label}, {march(HORIZON)}: {now} at every setting."


def outcome(effect: LeverEffect, result: str) -> str:
    """Say where a result ends with the lever where it is, and at each other position."""
    found = RESULTS[result]

    def end(position: float) -> str:
        value = AMOUNTS[found.unit](float(effect.of(result, position)[-1]))
        by = change(float(effect.change(result, position)[-1]), found.unit)
        return f"{value} {setting(effect.name, position)} ({by})"

    now = AMOUNTS[found.unit](float(effect.of(result, effect.now)[-1]))
    return (
        f"{found.label}, {march(HORIZON)}: **{now}** where you are "
        f"({ASSUMPTIONS[effect.name].show(effect.now)}), "
        f"{listed([end(position) for position in effect.others])}."
    )


def course(effect: LeverEffect, result: str) -> str:
    """Say when the difference shows, and whether it gets worse before it gets better."""
    unit = RESULTS[result].unit
    found = effect.course(result, SMALLEST[unit])
    if found.first is None:
        return f"The difference is never as much as {size(SMALLEST[unit], unit)}."
    there = setting(effect.name, effect.far(result))
    there = there[0].upper() + there[1:]
    parts = [f"{there} the difference first shows in {march(found.first)}."]
    if found.from_the_start:
        parts = [f"{there} the difference is there from the start."]
    if found.gone:
        year, most = found.widest
        parts.append(
            f"It is widest in {march(year)} ({change(most, unit)}) and has gone by "
            f"{march(HORIZON)}."
        )
    if found.worst and found.turns:
        year, worst = found.worst
        better = "Worse before better" if result == "fte" and worst < 0 else "Then it turns"
        parts.append(
            f"{better}: {change(worst, unit)} in {march(year)}, and the other way from "
            f"{march(found.turns)} on."
        )
    return " ".join(parts)
