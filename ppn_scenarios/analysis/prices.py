"""What each cause of a change costs, and what an extra year of clinical work costs by it."""

from dataclasses import dataclass
from typing import Final

from .series import COSTS
from .waterfall import Alone

STAFF: Final = "clinical_fte"
PRICED: Final = (STAFF, *COSTS)  # the measures that prices are made of


@dataclass(frozen=True)
class Price:
    """Clinical FTE-years and cost, £ thousand, that a cause adds over all years when alone."""

    levers: tuple[str, ...]  # none for what causes do only together, and for all of them
    kind: str  # choice, belief, or nothing
    staff: float
    pay: float
    training: float
    leadership: float

    @property
    def cost(self) -> float:
        """Pay, training and leadership posts."""
        return self.pay + self.training + self.leadership

    @property
    def each(self) -> float | None:
        """£ thousand for each clinical FTE-year: of cost where it adds, of saving where it takes.

        None where time and cost do not go the same way: there is nothing to pay, or nothing for it.
        """
        return self.cost / self.staff if self.staff * self.cost > 0 else None


def prices(found: Alone) -> tuple[list[Price], Price, Price]:
    """Return the price of each cause alone, of what they do only together, and of all of them.

    `found` must hold PRICED. Costs are at constant prices, summed over the years from the opening
    one to the last; nothing is discounted.
    """
    falls = [found.over_years(measure) for measure in PRICED]
    by_cause = [{part.levers: part for part in fall.parts} for fall in falls]
    rows = [
        Price(levers, by_cause[0][levers].kind, *(parts[levers].effect for parts in by_cause))
        for levers in found.causes
    ]
    rows.sort(key=lambda row: (row.kind, -abs(row.cost)))
    together = Price((), "", *(fall.together for fall in falls))
    return rows, together, Price((), "", *(fall.change for fall in falls))
