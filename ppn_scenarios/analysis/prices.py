"""What each cause of a change costs, and what an extra year of clinical work costs by it."""

from dataclasses import dataclass
from typing import Final

from .place_measures import COSTS, IF_COUNTED
from .waterfall import Alone

STAFF: Final = "clinical_fte"
PRICED: Final = (STAFF, *COSTS, *IF_COUNTED)  # the measures that prices are made of


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
    agency: float = 0.0  # cover of vacant posts: nothing until a reader enters its price
    replacing: float = 0.0  # of leavers, likewise

    @property
    def counted(self) -> float:
        """Cover of vacant posts and replacing of leavers."""
        return self.agency + self.replacing

    @property
    def cost(self) -> float:
        """All costs that are counted."""
        return self.pay + self.training + self.leadership + self.counted

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

    def of(self, levers: tuple[str, ...]) -> Price:
        """Return the price of one cause; one that moves neither time nor cost has nothing."""
        none = Price(levers, "", self.whole.before, 0.0, 0.0, 0.0, 0.0)
        return next((price for price in self.causes if price.levers == levers), none)


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
    moving = [r for r in rows if any((r.staff, r.pay, r.training, r.leadership, r.counted))]
    return Prices(
        tuple(sorted(moving, key=lambda row: (row.kind, -abs(row.cost)))),
        Price((), "", before, *(fall.together for fall in falls)),
        Price((), "", before, *(fall.change for fall in falls)),
    )
