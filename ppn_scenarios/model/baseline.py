"""What the model is handed: where everyone is on 31 March of the first year."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .ages import Ages, same_at_every_age
from .workload import Workload

Array = NDArray[np.float64]

FAMILIES: Final = ("psychologists", "therapists", "practitioners")
PRACTITIONERS: Final = FAMILIES.index("practitioners")
GRADES: Final = ("qualified", "senior", "lead")
LONGEST_COURSE: Final = 5  # years: the trainee axis has one place for each
HORIZON: Final = 2037  # the financial year that ends on 31 March 2037


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the equations need and no lever sets; P families, G grades, J years to qualify.

    Every value is a row of the table model_input, with its source and status. P is the three
    families, or any number of professions, each of which belongs to one of them (see `split`).
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
    names: tuple[str, ...] = FAMILIES  # (P,) of families, or of professions
    family: NDArray[np.intp] = field(default_factory=lambda: np.arange(len(FAMILIES)))  # (P,)
    within: Array = field(default_factory=lambda: np.ones(len(FAMILIES)))  # (P,) of the family
    places_within: Array = field(default_factory=lambda: np.ones(len(FAMILIES)))  # (P,)
    course_years: Array = field(default_factory=lambda: np.full(len(FAMILIES), np.nan))  # (P,)

    def __post_init__(self) -> None:
        """Refuse a split whose parts do not add up to each family; nobody may change it later."""
        for part in ("family", "within", "places_within", "course_years"):
            mine = np.array(getattr(self, part))  # a copy, so that nobody else's is locked
            mine.setflags(write=False)
            object.__setattr__(self, part, mine)
        if not len(self.names) == len(self.family) == len(self.within) == len(self.stock_share):
            raise ValueError("names, family, within and stock_share differ in length")
        for i, name in enumerate(FAMILIES):
            for what, shares in (("shares", self.within), ("places", self.places_within)):
                whole = float(shares[self.family == i].sum())
                if abs(whole - 1) > 1e-9:
                    raise ValueError(f"the {what} of {name} add up to {whole:g}, not to 1")


@dataclass(frozen=True, kw_only=True, eq=False)  # arrays: one is another only if it is the same
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
    boards: Mapping[int, Array] = field(default_factory=dict)  # (A,) the same after mergers
    inputs: Inputs
    areas: tuple[str, ...]  # (A,) codes
    regions: tuple[str, ...]  # (A,) the region of each area
    trust_types: tuple[str, ...]  # (K,)
    population: Array  # (A,) registered people
    until: int = HORIZON  # the last financial year of a projection
    # (P,) people, by year
    observed_starts: Mapping[int, Array] = field(default_factory=lambda: MappingProxyType({}))
    history: Mapping[int, float] = field(default_factory=dict)  # published FTE by year
    published: Mapping[str, float] = field(default_factory=dict)  # policy figures by id
    ages: Ages = field(default_factory=same_at_every_age)  # of all staff in England
    work: Workload | None = None  # of services whose activity is published

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
            boards={number: leads[keep] for number, leads in self.boards.items()},
            population=self.population[keep],
            areas=tuple(self.areas[i] for i in keep),
            regions=tuple(self.regions[i] for i in keep),
        )
