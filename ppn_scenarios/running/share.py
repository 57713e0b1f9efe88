"""How much of the processor a reader used lately, which decides who is next when many wait."""

from dataclasses import dataclass
from typing import Final

HALF_LIFE: Final = 30.0  # seconds after which what was used counts half
STEP: Final = 1.0  # CPU seconds: who used about as much has the same rank


@dataclass
class Use:
    """What one reader used lately, and the run of their page that is under way.

    Times are seconds by the clocks of whoever asks: `now` of the wall, `used` of a thread's CPU.
    """

    at: float  # when it was last counted
    lately: float = 0.0  # CPU seconds, of which older ones count less
    thread: int = 0  # in which a run is under way; 0 where none is
    used: float = 0.0

    def begin(self, now: float, thread: int, used: float) -> None:
        """Begin a run; one that was cut short by it, in the same thread, is counted first."""
        self.add(now, used - self.used if self.thread == thread else 0.0)
        self.thread, self.used = thread, used

    def so_far(self, used: float) -> float:
        """Return the CPU seconds of the run that is under way."""
        return used - self.used if self.thread else 0.0

    def end(self, now: float, used: float) -> None:
        """End a run: count what it used."""
        self.add(now, self.so_far(used))
        self.thread = 0

    def add(self, now: float, spent: float) -> None:
        """Count some CPU seconds."""
        older = 0.5 ** (max(0.0, now - self.at) / HALF_LIFE)
        self.lately, self.at = self.lately * older + max(0.0, spent), now

    def rank(self, used: float) -> int:
        """Return a rank for the line: 0 for who used little lately, more for who used more."""
        return int((self.lately + self.so_far(used)) / STEP)
