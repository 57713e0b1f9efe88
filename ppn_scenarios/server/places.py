"""Who holds a place on a server, and who gives theirs up where all are taken.

Nobody is known by address here, for many share one: a place goes by what its holder does with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.running.allowance import Allowance

AT_FIRST: Final = 30.0  # seconds in which a browser speaks by itself, because its page loads
PATIENT: Final = 15  # times as long may somebody be silent who has done something
YIELD_AT_ONCE, YIELD_A_SECOND = 10, 0.2  # places: they come back, and each costs a page


@dataclass(eq=False)
class Place:
    """One place: since when it is held, when its holder last spoke, and how to ask them to go."""

    since: float  # seconds, by the clock of whoever asks
    heard: float
    leave: Callable[[], bool]  # False where the holder is just being heard

    @property
    def used(self) -> bool:
        """Whether its holder did something, and not the page by itself."""
        return self.heard - self.since > AT_FIRST


class Places:
    """A number of places, and the rule by which one is freed for a newcomer.

    Where all are held, whoever has been silent longest of those who did nothing goes first, after
    `idle` seconds; of those who did something, after many times as long.
    """

    def __init__(self, most: int, idle: float, now: float) -> None:
        self.most, self.idle = most, idle
        self.held: set[Place] = set()
        self.yielding = Allowance.full(YIELD_AT_ONCE, YIELD_A_SECOND, now)

    def take(self, now: float, leave: Callable[[], bool]) -> Place | None:
        """Return a place for a newcomer, or None where there is none to have."""
        if len(self.held) >= self.most and not self.freed(now):
            return None
        place = Place(now, now, leave)
        self.held.add(place)
        return place

    def freed(self, now: float) -> bool:
        """Free the place of one holder who may have gone, and return whether there was one."""
        for place in sorted(self.silent(now), key=lambda place: (place.used, place.heard)):
            if self.yielding.take(now) > 0:
                self.yielding.left += 1  # it was not used
                return False
            if place.leave():
                self.held.discard(place)
                return True
        return False

    def silent(self, now: float) -> list[Place]:
        """Return the places whose holders have been silent so long that they may have gone."""
        return [place for place in self.held if now - place.heard > self.spared(place)]

    def none_for(self, now: float) -> bool:
        """Return whether a newcomer would find no place."""
        return len(self.held) >= self.most and not self.silent(now)

    def spared(self, place: Place) -> float:
        """Return for how long a holder may be silent, seconds."""
        return self.idle * (PATIENT if place.used else 1)

    def give_back(self, place: Place) -> None:
        """Free a place whose holder has left."""
        self.held.discard(place)
