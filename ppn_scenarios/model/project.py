"""The years: from a baseline and a scenario to a projection."""

from dataclasses import dataclass, fields
from typing import Final, cast

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from . import leadership, measures, staffing
from .baseline import Array, Baseline
from .measures import Led
from .rates import Rates, Values, per_area, rates_for
from .required import needed_as_need_grows

VERSION: Final = "1"  # of the equations: raised whenever a result can change


@dataclass(frozen=True)
class Projection:
    """What happens to A areas in T years: stocks have T+1 entries in time, flows T.

    Time comes before area: (*batch, T+1, A, P). Units: people, FTE, organisations, £ thousand a
    year at constant prices. Years end on 31 March.
    """

    baseline: Baseline
    scenario: Scenario | Values
    in_post: Array  # (*batch, T+1, A, P, G) people
    trainees: Array  # (*batch, T+1, A, P, J) people
    unplaced: Array  # (*batch, T+1, A, P) people qualified and not hired
    recent_leavers: Array  # (*batch, T+1, A, P) people
    fte: Array  # (*batch, T+1, A, P)
    clinical_fte: Array  # (*batch, T+1, A, P)
    establishment: Array  # (*batch, T+1, A, P) funded posts, FTE
    needed: Array  # (*batch, T+1, A, P) FTE, as need grows (M4)
    people_seen: Array  # (*batch, T+1, A) people a year
    posts: Array  # (*batch, T+1, A, K) trusts where the post exists
    led: Array  # (*batch, T+1, A, K) trusts with a permanent leader
    interim_posts: Array  # (*batch, T+1, A, K) trusts whose vacant post someone covers (E16)
    system_posts: Array  # (*batch, T+1, A) ICSs where the post exists
    systems_led: Array  # (*batch, T+1, A) ICSs with a permanent lead
    interim_system_posts: Array  # (*batch, T+1, A) ICSs whose vacant post someone covers
    pool: Array  # (*batch, T+1, A) people who could lead
    dose: Array  # (*batch, T+1, A) leadership dose, 0 to 1
    pay_cost: Array  # (*batch, T+1, A)
    training_cost: Array  # (*batch, T+1, A)
    leadership_cost: Array  # (*batch, T+1, A)
    flows: staffing.Flows  # each (*batch, T, A, P) people a year

    @property
    def years(self) -> range:
        """The financial years of the stocks, the opening one first."""
        return self.baseline.years


@dataclass(frozen=True)
class Position:
    """Everything that one year hands to the next."""

    staff: staffing.Staff
    trusts: leadership.Posts
    systems: leadership.Posts
    dose: Array  # (*batch, A)
    establishment: Array  # (*batch, A, P)


def batch_of(baseline: Baseline, scenario: Values) -> tuple[int, ...]:
    """Return the batch axes that the ways of sharing and all values have together."""
    values = (np.shape(getattr(scenario, name)) for name in ASSUMPTIONS)
    return np.broadcast_shapes(baseline.share.shape[:-1], *values)


def opening_position(baseline: Baseline, scenario: Values) -> Position:
    """Return where everyone is on 31 March of the first year."""
    inputs, share = baseline.inputs, baseline.share
    fte = baseline.fte * share[..., None] * inputs.stock_share
    heads = fte / per_area(scenario.participation)[..., None]

    def spread(national: Array) -> Array:
        return share.reshape(*share.shape, *([1] * national.ndim)) * national

    led = np.stack(
        np.broadcast_arrays(*(getattr(scenario, f"cppo_base_{k}") for k in baseline.trust_types)),
        axis=-1,
    )
    zero = np.zeros((*batch_of(baseline, scenario), len(baseline.areas)))
    return Position(
        staff=staffing.Staff(
            in_post=heads[..., None] * inputs.grade_share + zero[..., None, None],
            trainees=spread(inputs.opening_trainees) + zero[..., None, None],
            unplaced=spread(inputs.opening_unplaced) + zero[..., None],
            recent_leavers=spread(inputs.opening_recent_leavers) + zero[..., None],
        ),
        trusts=leadership.opening_posts(
            baseline.trusts + zero[..., None], led[..., None, :], scenario
        ),
        systems=leadership.opening_posts(
            baseline.systems[:, None] + zero[..., None],
            per_area(scenario.ics_base)[..., None],
            scenario,
        ),
        dose=zero,
        establishment=(fte + zero[..., None]) / (1 - per_area(scenario.vacancy0))[..., None],
    )


def eligible(staff: staffing.Staff, baseline: Baseline) -> Array:
    """Return the people who could take a leadership post (*batch, A)."""
    return baseline.inputs.lead_eligible * staff.in_post[..., -1].sum(axis=-1)


def next_leaders(
    now: Position, baseline: Baseline, scenario: Values, year: int
) -> tuple[leadership.Posts, leadership.Posts, Led]:
    """Return trust and ICS posts a year on, and who led over the year.

    Trusts fill first; ICSs draw on whoever is left of the same people.
    """
    if year <= baseline.leadership_year:
        return now.trusts, now.systems, Led(now.trusts.filled, now.systems.filled[..., 0])
    pace, pool = leadership.pace(scenario, year), eligible(now.staff, baseline)
    trusts, in_trusts = leadership.next_year(now.trusts, pace, pool)
    left = np.maximum(pool - trusts.filled.sum(axis=-1), 0)
    systems, in_systems = leadership.next_year(now.systems, pace, left)
    return trusts, systems, Led(in_trusts, in_systems[..., 0])


def room_for(establishment: Array, rates: Rates, baseline: Baseline, scenario: Values) -> Array:
    """Return the most people that posts allow, infinite where posts do not limit hiring."""
    most = establishment * (1 + baseline.inputs.over_establishment)
    heads = most / per_area(scenario.participation)[..., None]
    return np.where(rates.capped[..., None] > 0, heads, np.inf)


def measured(
    at: Position, led: Led, see: Array, baseline: Baseline, scenario: Values, year: int
) -> dict[str, Array]:
    """Return one year's stocks and measures by the names of Projection."""
    fte = measures.fte_of(at.staff, scenario)
    clinical = measures.clinical_fte(fte, led, scenario, baseline, year)
    return {
        "in_post": at.staff.in_post,
        "trainees": at.staff.trainees,
        "unplaced": at.staff.unplaced,
        "recent_leavers": at.staff.recent_leavers,
        "fte": fte,
        "clinical_fte": clinical,
        "establishment": at.establishment,
        "people_seen": measures.people_seen(clinical, see, scenario, baseline, year),
        "posts": at.trusts.established,
        "led": at.trusts.filled,
        "interim_posts": at.trusts.vacant * per_area(scenario.interim)[..., None],
        "system_posts": at.systems.established[..., 0],
        "systems_led": at.systems.filled[..., 0],
        "interim_system_posts": at.systems.vacant[..., 0] * per_area(scenario.interim),
        "pool": eligible(at.staff, baseline),
        "dose": at.dose,
        "pay_cost": measures.pay_cost(at.staff, scenario, baseline, year),
        "training_cost": measures.training_cost(at.staff, baseline),
        "leadership_cost": measures.leadership_cost(led, scenario, baseline, year),
    }


# Axes that follow time in each array: what is not named here ends in (area,).
AFTER_TIME: Final = {
    "in_post": 3,
    "trainees": 3,
    **dict.fromkeys(("unplaced", "recent_leavers", "fte", "clinical_fte", "establishment"), 2),
    **dict.fromkeys(("posts", "led", "interim_posts"), 2),
}


def project(baseline: Baseline, scenario: Scenario | Values) -> Projection:
    """Return the projection of a scenario from a baseline to March 2037.

    Raises ValueError if the baseline lists a trust type that no assumption covers.
    """
    s = cast(Values, scenario)
    missing = [k for k in baseline.trust_types if not hasattr(scenario, f"cppo_base_{k}")]
    if missing:
        raise ValueError(f"no assumption gives the starting share of {', '.join(missing)} trusts")
    now = opening_position(baseline, s)
    opened = Led(now.trusts.filled, now.systems.filled[..., 0])
    path = [measured(now, opened, np.ones_like(now.dose), baseline, s, baseline.year)]
    moved = []
    for year in list(baseline.years)[1:]:
        rates = rates_for(s, baseline, year)
        trusts, systems, led = next_leaders(now, baseline, s, year)
        dose = leadership.next_dose(now.dose, led.trusts, baseline, s, year)
        effects = leadership.effects_of(dose, s)
        establishment = now.establishment * (1 + rates.post_growth)[..., None]
        staff, flows = staffing.next_year(
            now.staff,
            rates,
            effects,
            room_for(establishment, rates, baseline, s),
            baseline.share,
            baseline.inputs,
        )
        now = Position(staff, trusts, systems, dose, establishment)
        path.append(measured(now, led, effects.see, baseline, s, year))
        moved.append(flows)
    stacked = {name: over_time([year[name] for year in path], name) for name in path[0]}
    return Projection(
        baseline=baseline,
        scenario=scenario,
        needed=needed_as_need_grows(s, baseline, path[0]["establishment"]),
        flows=staffing.Flows(
            **{
                f.name: np.stack([getattr(year, f.name) for year in moved], axis=-3)
                for f in fields(staffing.Flows)
            }
        ),
        **stacked,
    )


def over_time(years: list[Array], name: str) -> Array:
    """Stack one array per year along a time axis placed before area."""
    return np.stack(np.broadcast_arrays(*years), axis=-1 - AFTER_TIME.get(name, 1))
