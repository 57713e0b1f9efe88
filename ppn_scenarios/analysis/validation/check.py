"""What a check of the model is, and what it can answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.model import Baseline

PASSED: Final = "passed"
FAILED: Final = "failed"
UNTESTED: Final = "could not be tested"
OUTCOMES: Final = (PASSED, FAILED, UNTESTED)


@dataclass(frozen=True)
class Result:
    """What came of a check: one of OUTCOMES, the value found in words, and what to know of it."""

    outcome: str
    value: str
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an outcome that is none of the three."""
        if self.outcome not in OUTCOMES:
            raise ValueError(f"{self.outcome!r} is not one of {', '.join(OUTCOMES)}")


@dataclass(frozen=True)
class Check:
    """One claim of the model, held against what was published.

    `band` says in words what passes, and `source` where that comes from: both are declared, never
    computed. `run` is handed England's opening position.
    """

    id: str
    group: str
    what: str
    band: str
    source: str
    run: Callable[[Baseline], Result]


def judged(passes: bool, value: str, note: str = "") -> Result:
    """Return a result that passed or failed."""
    return Result(PASSED if passes else FAILED, value, note)
