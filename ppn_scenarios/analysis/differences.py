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
    idle: bool  # it counts only while a switch is on, and the switch is off in both

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
    """Return whether a lever counts for nothing because its switch is off."""
    return name in NEEDS and not getattr(scenario, NEEDS[name])


def causes(found: list[Difference]) -> dict[str, tuple[str, ...]]:
    """Return the levers that go together, by the lever that names them, in the order found.

    A lever that counts only while a switch is on goes with the switch where that differs too: on
    its own it could do nothing.
    """
    names = {difference.name for difference in found}
    groups: dict[str, tuple[str, ...]] = {}
    for name in (difference.name for difference in found):
        leader = NEEDS[name] if NEEDS.get(name) in names else name
        groups[leader] = (*groups.get(leader, ()), name)
    return groups
