"""What a number passport holds."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.assumptions import Scenario

CLOSE: Final = 1e-9  # to which the terms must give the value, in proportion


@dataclass(frozen=True, kw_only=True)
class Term:
    """One live value in a formula, with its unit in words ("people", "FTE", "share", ...)."""

    label: str
    value: float
    unit: str
    figure: str = ""  # the published figure that it is, by figure_id


@dataclass(frozen=True, kw_only=True)
class Passport:
    """How one figure is made: its formula with live values, what it rests on, and its code.

    `combine` does with the values of `terms` what `formula` says, and must give `value`:
    otherwise ValueError, because a passport that does not add up explains nothing. `sql` is a
    query whose one row starts with the value, where the figure is a question to a table.
    """

    label: str  # the figure, as the page names it
    value: float
    unit: str  # "FTE", "share", "people", "organisations", "£ thousand", "year", "number"
    formula: str  # in words, with the numbers of the equations
    terms: tuple[Term, ...]
    combine: Callable[..., float]
    rests_on: tuple[str, ...] = ()  # levers by name, the most influential first
    swings: tuple[float, ...] = ()  # how far each of them can move the value, in its unit
    inputs: tuple[str, ...] = ()  # inputs that no lever sets, by name in model_input
    figures: tuple[str, ...] = ()  # published figures by figure_id
    sources: tuple[str, ...] = ()  # other sources by source_id
    bias: str  # which way the figure is likely to be wrong, and why
    code: str  # Python that prints the value
    scenario: Scenario | None = None  # whose values the levers have; None where there is none
    sql: str = ""
    low: float | None = None  # where there is a range
    high: float | None = None
    range_is: str = (
        "two open proxies for where staff work disagree; the truth may lie outside the range"
    )

    def __post_init__(self) -> None:
        """Refuse a passport whose terms do not give its value, or whose swings name no lever."""
        found = self.combine(*(term.value for term in self.terms))
        if not math.isclose(found, self.value, rel_tol=CLOSE, abs_tol=CLOSE):
            raise ValueError(f"{self.label}: its terms give {found!r}, and it is {self.value!r}")
        if len(self.swings) not in (0, len(self.rests_on)):
            raise ValueError(f"{self.label}: {len(self.swings)} swings of {len(self.rests_on)}")
