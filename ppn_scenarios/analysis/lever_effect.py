"""What one lever does from where a scenario is: every result year by year, at each of its ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, Projection, project
from ppn_scenarios.model.baseline import PRACTITIONERS, Array

from .draws import values_of
from .place_measures import MEASURES, systems_share, trusts_share
from .places import ENGLAND, total
from .series import Measure, Series
from .uncertainty import in_the_middle


@dataclass(frozen=True)
class Result:
    """One thing that a lever may move: its name for people, its unit, and how it is measured."""

    label: str
    unit: str  # "FTE", "share", "people" or "£ thousand"
    measure: Measure


def covered(p: Projection, place: str) -> Series:
    """Return trusts whose vacant post someone covers, as a share of all."""
    return trusts_share(p, p.interim_posts, place)


def covered_systems(p: Projection, place: str) -> Series:
    """Return ICSs whose vacant post someone covers, as a share of all."""
    return systems_share(p, p.interim_system_posts, place)


def leadership_cost(p: Projection, place: str) -> Series:
    """Return what leadership posts cost in a year, £ thousand."""
    return Series(p.years, total(p.leadership_cost, p.baseline, place))


def practitioners_needed(p: Projection, place: str) -> Series:
    """Return the practitioners among the staff needed, FTE; families that are not split."""
    theirs = p.needed[..., p.baseline.inputs.family == PRACTITIONERS]
    return Series(p.years, total(theirs, p.baseline, place, after_area=1))


# What is looked at, the headlines first.
RESULTS: Final[Mapping[str, Result]] = {
    "fte": Result("Staff in post", "FTE", MEASURES["fte"]),
    "trusts_led": Result("Trusts with a leader in post", "share", MEASURES["trusts_led"]),
    "systems_led": Result("ICSs with a lead in post", "share", MEASURES["systems_led"]),
    "clinical_fte": Result("Clinical staff", "FTE", MEASURES["clinical_fte"]),
    "people_seen": Result("People seen in a year", "people", MEASURES["people_seen"]),
    "needed": Result("Staff needed", "FTE", MEASURES["needed"]),
    "posts_filled": Result("Funded posts filled", "share", MEASURES["posts_filled"]),
    "practitioners_needed": Result("Practitioners needed", "FTE", practitioners_needed),
    "trusts_supported": Result(
        "Trusts whose leader has time and support", "share", MEASURES["trusts_supported"]
    ),
    "trusts_executive": Result(
        "Trusts whose leader sits with the executives", "share", MEASURES["trusts_executive"]
    ),
    "covered": Result("Trusts whose vacant post someone covers", "share", covered),
    "covered_systems": Result("ICSs whose vacant post someone covers", "share", covered_systems),
    "leadership_cost": Result("Cost of leadership posts in a year", "£ thousand", leadership_cost),
}
HEADLINES: Final = ("fte", "trusts_led")
MOST_OPTIONS: Final = 4  # of a lever that is looked at at each
STILL: Final = 1e-9  # a result that moves by less, in proportion, does not move
MATTERS: Final = 0.05  # a high end that moves a result by less of what another moves is not told
INCOMPARABLE: Final = {"need_method": ("needed", "practitioners_needed")}  # from run to run


@dataclass(frozen=True)
class Course:
    """How a difference unfolds over the years, counting only what is worth saying.

    The years are None where there is no such thing.
    """

    first: int | None  # year in which it first shows; None: it never does
    from_the_start: bool
    gone: bool  # it shows, and no longer in the last year
    widest: tuple[int, float]  # year and difference
    worst: tuple[int, float] | None  # furthest the other way than in the last year
    turns: int | None  # year after the last that goes the other way


@dataclass(frozen=True)
class LeverEffect:
    """Results for England with one lever at each of some positions, all else as in a scenario."""

    name: str
    positions: tuple[float, ...]  # rising; where the scenario has it is among them
    now: float
    years: range
    values: Mapping[str, Array]  # each result (positions, years)

    def of(self, result: str, position: float) -> Array:
        """Return one result year by year (T,) with the lever at one position."""
        values: Array = self.values[result][self.positions.index(position)]
        return values

    def change(self, result: str, position: float) -> Array:
        """Return how far one result is from where it is now, year by year (T,)."""
        values: Array = self.of(result, position) - self.of(result, self.now)
        return values

    @property
    def others(self) -> tuple[float, ...]:
        """The positions where the lever is not."""
        return tuple(position for position in self.positions if position != self.now)

    def far(self, result: str) -> float:
        """Return the high end, or whichever other position moves a result more by far.

        Of named options it is the one that moves it most.
        """
        widest = max(self.others, key=lambda p: float(np.abs(self.change(result, p)).max()))
        if ASSUMPTIONS[self.name].options:
            return widest
        high, most = (np.abs(self.change(result, p)).max() for p in (self.others[-1], widest))
        return self.others[-1] if high > MATTERS * most else widest

    def most(self, result: str) -> float:
        """Return the widest difference that any position makes to a result in any year."""
        return max(float(np.abs(self.change(result, p)).max()) for p in self.others)

    def course(self, result: str, smallest: float) -> Course:
        """Return how the difference at the far end unfolds; less than `smallest` is none."""
        path, years = self.change(result, self.far(result)), self.years
        counts = np.abs(path) >= smallest
        widest = int(np.abs(path).argmax())
        onward = np.sign(path[-1]) * path
        against = (onward <= -smallest) & counts[-1]
        worst = int(onward.argmin())
        return Course(
            first=years[int(counts.argmax())] if counts.any() else None,
            from_the_start=bool(counts[0]),
            gone=bool(counts.any() and not counts[-1]),
            widest=(years[widest], float(path[widest])),
            worst=(years[worst], float(path[worst])) if against.any() else None,
            turns=years[int(np.flatnonzero(against)[-1]) + 1] if against.any() else None,
        )

    @property
    def moved(self) -> tuple[str, ...]:
        """The results that move in any year, the headlines first."""
        return tuple(name for name, values in self.values.items() if moves(values))


def moves(values: Array) -> bool:
    """Return whether a result (positions, years) differs between positions."""
    size = STILL * max(float(np.nanmax(np.abs(values), initial=0.0)), 1e-12)
    return bool((np.nan_to_num(values.max(axis=0) - values.min(axis=0)) > size).any())


def positions_of(name: str, now: float) -> tuple[float, ...]:
    """Return where a lever is looked at: each of a few options, or both ends and where it is."""
    a = ASSUMPTIONS[name]
    few = a.options if len(a.options) <= MOST_OPTIONS else ()
    return tuple(sorted({*(few or (a.low, a.high)), now}))


def lever_effect(baseline: Baseline, scenario: Scenario, name: str) -> LeverEffect:
    """Return what a lever does to each result of England from where a scenario is.

    All positions run as one batch with all areas, so each line is what the explorer shows when
    the lever alone is moved there.
    """
    now = float(getattr(scenario, name))
    positions = positions_of(name, now)
    draws = values_of(scenario, len(positions), {name: np.array(positions)})
    run = project(in_the_middle(baseline), draws)
    shape = len(positions), len(run.years)
    return LeverEffect(
        name=name,
        positions=positions,
        now=now,
        years=run.years,
        values={
            key: np.broadcast_to(result.measure(run, ENGLAND).values, shape)
            for key, result in RESULTS.items()
            if key not in INCOMPARABLE.get(name, ())
        },
    )
