"""Which results of two scenarios may be held against each other, and why others may not."""

from dataclasses import dataclass
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model.required import PLAN, WORKLOAD, method_label

OF_SYSTEMS: Final = frozenset({"systems_posts", "systems_led"})
OF_NEED: Final = frozenset({"needed", "need_met", "staff_gap"})
DEFINITIONS: Final = {  # levers that say what is counted, by the measures that they define
    **dict.fromkeys(OF_SYSTEMS, ("boards",)),
    **dict.fromkeys(OF_NEED, ("need_method", "plan_reading")),
}


@dataclass(frozen=True, kw_only=True)
class Made:
    """A scenario and what its results are made with: versions, and the year they start from."""

    scenario: Scenario
    model: str
    data: str
    year: int


def unlike(measure: str, one: Made, other: Made) -> tuple[str, ...]:
    """Return why a measure of `one` cannot be compared with that of `other`; nothing if it can.

    Each reason is a short sentence without its stop, from the side of `one`.
    """
    found = [*unlike_as_a_whole(one, other)]
    if measure in OF_SYSTEMS:
        found += unlike_boards(one.scenario, other.scenario)
    if measure in OF_NEED:
        found += unlike_need(one.scenario, other.scenario)
    return tuple(found)


def unlike_as_a_whole(one: Made, other: Made) -> tuple[str, ...]:
    """Return why no result at all can be compared."""
    found = []
    if one.model != other.model:
        found.append(f"Made with version {one.model} of the model, not {other.model}")
    if one.data != other.data:
        found.append(f"Made with data {one.data or 'unknown'}, not {other.data}")
    if one.year != other.year:
        found.append(f"Starts from {one.year}, not {other.year}")
    return tuple(found)


def unlike_boards(one: Scenario, other: Scenario) -> tuple[str, ...]:
    """Return why shares of boards with a lead cannot be compared."""
    if one.boards == other.boards:
        return ()
    return (f"Counted in {one.boards:.0f} boards, not {other.boards:.0f}",)


def unlike_need(one: Scenario, other: Scenario) -> tuple[str, ...]:
    """Return why staff cannot be held against the staff needed, or not alike in both."""
    if one.need_method == WORKLOAD:
        return ("Staff needed are of Talking Therapies alone",)
    if one.need_method != other.need_method:
        return (f"Staff needed by another method: {method_label(one)}",)
    if one.need_method == PLAN and one.plan_reading != other.plan_reading:
        reading = ASSUMPTIONS["plan_reading"].show(one.plan_reading)
        return (f"Staff needed by another reading of the plan: {reading}",)
    return ()
