"""What the model is handed: where everyone is on 31 March of the first year."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FAMILIES: Final = ("psychologists", "therapists", "practitioners")
GRADES: Final = ("qualified", "senior", "lead")
LONGEST_COURSE: Final = 5  # years: the trainee axis has one place for each
HORIZON: Final = 2037  # the financial year that ends on 31 March 2037


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the equations need and no lever sets; P families, G grades, J years to qualify.

    Every value is a row of the table model_input, with its source and status.
    """

    stock_share: Array  # (P,) share of staff in each family
    grade_share: Array  # (P, G) share of a family in each grade
    opening_trainees: Array  # (P, J) people who qualify in year 1, 2, ...
    opening_recent_leavers: Array  # (P,) people
    opening_unplaced: Array  # (P,) people
    leaving_relative: Array  # (P, G) voluntary hazard, against the family's lever
    retirement_relative: Array  # (P, G) retirement hazard, against the lever at 2% a year
    promotion_relative: Array  # (P, 2) promotion rates, against the two levers
    external_share: Array  # (P,) share of joiners from outside
    other_places_share: Array  # (P,) share of therapist and practitioner places
    entry_grade: Array  # (G,) grade of returners and joiners from outside
    unplaced_reapply: float  # share a year
    unplaced_fade: float  # share a year
    recent_leaver_fade: float  # share a year
    leavers_entering_pool: float  # share of voluntary leavers
    lead_eligible: float  # share of the lead grade who could take a leadership post
    lead_from: Array  # (P,) family that leaders come from
    pay_cost: Array  # (P, G) £ thousand per FTE a year
    training_cost: Array  # (P,) £ thousand per trainee a year
    ics_post_cost: float  # £ thousand a year
    cases: Array  # (P,) people seen per clinical FTE a year
    over_establishment: float  # share by which hiring may pass funded posts
    real_pay_growth: float  # share a year


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """The opening position of A areas (42 ICS footprints) and K types of trust.

    `share` spreads England over areas: (*batch, A), each set summing to 1 over England. Its batch
    axis holds the ways of spreading that the data allow, because they disagree.
    """

    year: int  # financial year ending 31 March
    leadership_year: int  # leadership is held as it is until 31 March of this year
    fte: float  # England's staff in post
    share: Array  # (*batch, A)
    trusts: Array  # (A, K) number of trusts
    systems: Array  # (A,) ICS leads wanted, one for each ICS
    inputs: Inputs
    areas: tuple[str, ...]  # (A,) codes
    regions: tuple[str, ...]  # (A,) the region of each area
    trust_types: tuple[str, ...]  # (K,)
    population: Array  # (A,) registered people
    until: int = HORIZON  # the last financial year of a projection
    observed_starts: Mapping[int, Array] = field(default_factory=dict)  # (P,) people, by year
    history: Mapping[int, float] = field(default_factory=dict)  # published FTE by year
    published: Mapping[str, float] = field(default_factory=dict)  # policy figures by id

    def __post_init__(self) -> None:
        """Refuse an opening position that cannot be."""
        if not len(self.areas) == len(self.regions) == len(self.population):
            raise ValueError("areas, regions and population differ in length")
        if not self.areas:
            raise ValueError("a baseline needs at least one area")
        if self.share.shape[-1] != len(self.areas):
            raise ValueError(f"share is for {self.share.shape[-1]} areas, not {len(self.areas)}")
        for name in ("share", "trusts", "systems", "population"):
            values = getattr(self, name)
            if not np.isfinite(values).all() or (values < 0).any():
                raise ValueError(f"{name} holds a number that is negative or not finite")
        if self.until <= self.year:
            raise ValueError(f"a projection from {self.year} cannot end in {self.until}")
        if not (np.isfinite(self.fte) and self.fte >= 0):
            raise ValueError(f"fte is {self.fte}, not a number of staff")

    @property
    def years(self) -> range:
        """The financial years of a projection, the opening one included."""
        return range(self.year, self.until + 1)

    def only(self, keep: NDArray[np.intp]) -> "Baseline":
        """Return the same position for some areas alone, by their index."""
        return replace(
            self,
            share=self.share[..., keep],
            trusts=self.trusts[keep],
            systems=self.systems[keep],
            population=self.population[keep],
            areas=tuple(self.areas[i] for i in keep),
            regions=tuple(self.regions[i] for i in keep),
        )
