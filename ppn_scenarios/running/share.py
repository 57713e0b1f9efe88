"""A reader's fair share of the processor, which all readers of one process have to divide."""

from dataclasses import dataclass, field
from threading import Lock

from .allowance import Allowance

AT_ONCE, A_SECOND = 4.0, 0.08  # CPU seconds: a change each second, or fifty one after another

LATELY = 10.0  # seconds: who did something within them counts as company


@dataclass
class Share:
    """What one reader has left of the processor, and the run of their page that is under way.

    Times are seconds by the clocks of whoever asks: `now` of the wall, `used` of a thread's CPU.
    """

    allowance: Allowance
    thread: int = 0  # in which a run is under way; 0 where none is
    used: float = 0

    @classmethod
    def full(cls, now: float) -> "Share":
        """Return the share of somebody who arrives."""
        return cls(Allowance.full(AT_ONCE, A_SECOND, now))

    def begin(self, now: float, thread: int, used: float) -> float:
        """Begin a run and return for how long to wait first, because of what was used before.

        A run that was cut short by the next, in the same thread, is counted first.
        """
        spent = used - self.used if self.thread == thread else 0.0
        self.thread, self.used = thread, used
        return self.allowance.take(now, max(0.0, spent))

    def end(self, now: float, used: float) -> None:
        """End a run: count what it used."""
        if self.thread:
            self.allowance.take(now, max(0.0, used - self.used))
        self.thread = 0


@dataclass
class Company:
    """Who did something lately, of all readers of one process."""

    seen: dict[int, float] = field(default_factory=dict)  # when, by a number for each reader
    lock: Lock = field(default_factory=Lock)

    def others(self, me: int, now: float) -> bool:
        """Note that a reader is at work, and return whether another was lately."""
        with self.lock:
            for reader in [one for one, at in self.seen.items() if now - at > LATELY]:
                del self.seen[reader]
            self.seen[me] = now
            return len(self.seen) > 1
