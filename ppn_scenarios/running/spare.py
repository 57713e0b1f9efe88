"""Whether a process has time to spare, for work that nobody waits for."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

HALF_LIFE: Final = 2.0  # seconds after which what was seen counts half
MOST: Final = 0.5  # of a core: whoever used more lately has nothing to spare


@dataclass
class Spare:
    """How much of a core a process used lately, seen whenever somebody asks.

    Times are seconds by the clocks of whoever asks: `now` of the wall, `used` of the process's CPU.
    """

    now: float
    used: float
    share: float = 0.0

    def is_left(self, now: float, used: float) -> bool:
        """Tell whether less than `MOST` of a core was used lately."""
        passed = now - self.now
        if passed > 0:
            older = 0.5 ** (passed / HALF_LIFE)
            self.share = self.share * older + (used - self.used) / passed * (1 - older)
            self.now, self.used = now, used
        return self.share < MOST


def of_this_process() -> Callable[[], bool]:
    """Return what tells whether this process has time to spare, from now on."""
    spare = Spare(time.monotonic(), time.process_time())
    return lambda: spare.is_left(time.monotonic(), time.process_time())


time_is_left: Final = of_this_process()
