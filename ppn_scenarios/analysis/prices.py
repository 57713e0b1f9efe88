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
    before: float  # clinical FTE-years with nothing changed
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


@dataclass(frozen=True)
class Prices:
    """The price of each cause alone, of what causes do only together, and of all of them."""

    causes: tuple[Price, ...]
    together: Price
    whole: Price


def prices(found: Alone) -> Prices:
    """Return what each cause costs and adds: beliefs first, the dearest first in each kind.

    `found` must hold PRICED. Costs are at constant prices, summed over the years from the opening
    one to the last; nothing is discounted. A cause that moves neither time nor cost is left out.
    """
    falls = [found.over_years(measure) for measure in PRICED]
    before = falls[0].start
    by_cause = [{part.levers: part for part in fall.parts} for fall in falls]
    rows = [
        Price(levers, by_cause[0][levers].kind, before, *(p[levers].effect for p in by_cause))
        for levers in found.causes
    ]
    moving = [row for row in rows if row.staff or row.pay or row.training or row.leadership]
    return Prices(
        tuple(sorted(moving, key=lambda row: (row.kind, -abs(row.cost)))),
        Price((), "", before, *(fall.together for fall in falls)),
        Price((), "", before, *(fall.change for fall in falls)),
    )
