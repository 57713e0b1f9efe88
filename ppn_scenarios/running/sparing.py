"""A log that nobody can fill: of lines that are alike a few, and how many were left out."""

import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from .allowance import Allowance
from .faults import reference

AT_ONCE, A_SECOND = 20, 1 / 30  # lines that are alike
REMEMBERED: Final = 500  # kinds of lines


@dataclass
class Alike:
    """Lines that are alike: how many may still be written, and how many were left out."""

    may: Allowance
    left_out: int = 0


class Sparing(logging.Filter):
    """Let the first lines that are alike through, and then one in half a minute.

    The next that is written says how many were left out, as `left_out` of its record. Lines of a
    library are alike if only what they tell of a request differs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kinds: OrderedDict[str, Alike] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a line is written."""
        now = time.monotonic()
        ours = record.name.startswith("ppn_scenarios")
        error = record.exc_info[1] if record.exc_info else None
        place = reference(error) if error else ""
        kind = f"{record.name} {place} {record.getMessage() if ours else record.msg}"[:200]
        alike = self.kinds.pop(kind, None) or Alike(Allowance.full(AT_ONCE, A_SECOND, now))
        self.kinds[kind] = alike
        while len(self.kinds) > REMEMBERED:
            self.kinds.popitem(last=False)
        if alike.may.take(now) > 0:
            alike.may.left += 1
            alike.left_out += 1
            return False
        record.left_out, alike.left_out = alike.left_out, 0
        return True
