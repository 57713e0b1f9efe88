"""A scenario: one value for every assumption."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Final

from .assumption import Assumption, assumptions_of
from .careers import Careers
from .costs import Costs
from .courses import Courses
from .effects import Effects
from .funding import Funding
from .leaders import Leaders
from .leadership import Leadership
from .leadership_today import LeadershipToday
from .leaving import Leaving
from .need import Need
from .own_dates import with_own_dates
from .post_terms import PostTerms
from .posts import Posts
from .staffing import Staffing
from .supervision import Supervision
from .timing import Timing
from .training import Training


@dataclass(frozen=True, kw_only=True)
@with_own_dates
class Scenario(
    Timing,
    Effects,
    Need,
    Costs,
    Posts,
    Staffing,
    Leaving,
    Careers,
    Supervision,
    Courses,
    Training,
    LeadershipToday,
    PostTerms,
    Leaders,
    Funding,
    Leadership,
):
    """One choice of values for every assumption; the defaults are "as things stand".

    Immutable and hashable. Raises ValueError, naming the lever and its range, for a value that
    cannot be. (Python lists the fields of the last-named base first; own dates of single choices
    come last.)
    """

    def __post_init__(self) -> None:
        """Check every value, and hold each as a float so that equal scenarios are equal.

        A default was checked when it was declared.
        """
        held = vars(self)
        for name, default in _DEFAULTS:
            if held[name] is not default:
                object.__setattr__(self, name, ASSUMPTIONS[name].check(held[name]))

    def __hash__(self) -> int:
        """Return the same for equal scenarios, worked out once: every cache asks for it."""
        held = vars(self)
        if _HASH not in held:
            held[_HASH] = hash(tuple(held[name] for name, _ in _DEFAULTS))
        return int(held[_HASH])

    def changes(self) -> dict[str, float]:
        """Return only the values that differ from the defaults, in the order declared."""
        held = vars(self)
        return {name: held[name] for name, default in _DEFAULTS if held[name] != default}

    def without(self, kind: str) -> "Scenario":
        """Return the scenario with every lever of a kind put back to its default."""
        return put_back(self, kind)

    def beliefs_only(self) -> "Scenario":
        """Return the scenario with every choice put back: the baseline under my beliefs."""
        return self.without("choice")


@lru_cache(maxsize=256)
def put_back(scenario: Scenario, kind: str) -> Scenario:
    """Return a scenario without its changes of a kind; it itself, where it has none."""
    changes = scenario.changes()
    kept = {name: value for name, value in changes.items() if ASSUMPTIONS[name].kind != kind}
    return Scenario(**kept) if len(kept) < len(changes) else scenario


ASSUMPTIONS: Final[Mapping[str, Assumption]] = assumptions_of(Scenario)
_HASH: Final = "kept_hash"
_DEFAULTS: Final = tuple((field.name, field.default) for field in fields(Scenario))
# All but the own dates of single choices, which are settings of a lever and no levers themselves.
LEVERS: Final[Mapping[str, Assumption]] = {k: a for k, a in ASSUMPTIONS.items() if not a.date_of}
OWN_DATES: Final[Mapping[str, Assumption]] = {k: a for k, a in ASSUMPTIONS.items() if a.date_of}
