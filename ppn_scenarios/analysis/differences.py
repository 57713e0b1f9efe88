"""What differs between two scenarios, lever by lever."""

from dataclasses import dataclass

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.conditions import NEEDS


@dataclass(frozen=True)
class Difference:
    """One lever that two scenarios set differently."""

    name: str
    was: float
    now: float
    idle: bool  # it counts for nothing in either, see `idle`

    @property
    def kind(self) -> str:
        """Whether it is a choice or a belief."""
        return ASSUMPTIONS[self.name].kind


def differences(was: Scenario, now: Scenario) -> list[Difference]:
    """Return every lever that differs, in the order declared."""
    return [
        Difference(name, before, after, idle(name, was) and idle(name, now))
        for name in ASSUMPTIONS
        if (before := getattr(was, name)) != (after := getattr(now, name))
    ]


def idle(name: str, scenario: Scenario) -> bool:
    """Return whether a lever counts for nothing: its switch is off, or its choice is not made."""
    if choice := ASSUMPTIONS[name].date_of:
        return bool(getattr(scenario, choice) == ASSUMPTIONS[choice].default)
    return name in NEEDS and not getattr(scenario, NEEDS[name])


def causes(found: list[Difference]) -> dict[str, tuple[str, ...]]:
    """Return the levers that go together, by the lever that names them, in the order found.

    A lever that counts only while a switch is on goes with the switch where that differs too, and
    an own date with its choice: on their own they could do nothing.
    """
    names = {difference.name for difference in found}
    groups: dict[str, tuple[str, ...]] = {}
    for name in (difference.name for difference in found):
        follows = NEEDS.get(name) or ASSUMPTIONS[name].date_of
        leader = follows if follows in names else name
        groups[leader] = (*groups.get(leader, ()), name)
    return groups
