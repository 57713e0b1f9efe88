"""The years: from a baseline and a scenario to a projection."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from . import leadership, measures, staffing
from .axes import by_place, over_time
from .baseline import Array, Baseline
from .leadership import Pace
from .measures import Led
from .rates import Rates, Values, per_area, rates_for
from .required import needed_as_need_grows


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
    led_supported: Array  # (*batch, T+1, A, K) of them, with protected time and support
    led_executive: Array  # (*batch, T+1, A, K) of them, with a seat among the executives
    interim_posts: Array  # (*batch, T+1, A, K) trusts whose vacant post someone covers (E16)
    systems: Array  # (*batch, T+1, A) ICSs, or boards after mergers, that should have a lead
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


def batch_of(baseline: Baseline, scenario: Values) -> tuple[int, ...]:
    """Return the batch axes that the ways of sharing and all values have together."""
    values = (np.shape(getattr(scenario, name)) for name in ASSUMPTIONS)
    return np.broadcast_shapes(baseline.share.shape[:-1], *values)


def opening_position(baseline: Baseline, scenario: Values) -> Position:
    """Return where everyone is on 31 March of the first year."""
    inputs, share = baseline.inputs, baseline.share
    heads = baseline.fte / per_area(scenario.participation) * share
    led = np.stack(
        np.broadcast_arrays(*(getattr(scenario, f"cppo_base_{k}") for k in baseline.trust_types)),
        axis=-1,
    )
    zero = np.zeros((*batch_of(baseline, scenario), len(baseline.areas)))

    def shared(national: Array, by_area: Array = share) -> Array:
        axes = [1] * national.ndim
        return (by_area + zero).reshape(*zero.shape, *axes) * national

    return Position(
        staff=staffing.Staff(
            in_post=shared(inputs.stock_share[:, None] * inputs.grade_share, heads),
            trainees=shared(inputs.opening_trainees),
            unplaced=shared(inputs.opening_unplaced),
            recent_leavers=shared(inputs.opening_recent_leavers),
        ),
        trusts=leadership.opening_posts(
            baseline.trusts + zero[..., None], led[..., None, :], scenario
        ),
        systems=leadership.opening_posts(
            (systems_of(baseline, scenario) + zero)[..., None],
            per_area(scenario.ics_base)[..., None],
            scenario,
        ),
        dose=zero,
    )


def systems_of(baseline: Baseline, scenario: Values) -> Array:
    """Return the leads wanted by area (*batch, A): one for each ICS, or for each merged board."""
    wanted = per_area(scenario.boards)
    leads = np.broadcast_to(baseline.systems, (*wanted.shape[:-1], len(baseline.areas)))
    for number, merged in baseline.boards.items():
        leads = np.where(wanted == number, merged, leads)
    return leads


def funded_posts(baseline: Baseline, scenario: Values, post_growth: Array) -> Array:
    """Return funded posts, FTE (T+1, *batch, A, P): today's, grown year by year (E12)."""
    fte = baseline.fte * baseline.share[..., None] * baseline.inputs.stock_share
    opening = fte / (1 - per_area(scenario.vacancy0))[..., None]
    growth = np.cumprod(np.concatenate([np.ones_like(post_growth[:1]), 1 + post_growth]), axis=0)
    return opening * growth[..., None]


def room_for(posts: Array, rates: Rates, baseline: Baseline, scenario: Values) -> Array:
    """Return the most people that posts allow, infinite where posts do not limit hiring."""
    heads = posts * (1 + baseline.inputs.over_establishment)
    heads = heads / per_area(scenario.participation)[..., None]
    return np.where(rates.capped[..., None] > 0, heads, np.inf)


def eligible(staff: staffing.Staff, baseline: Baseline) -> Array:
    """Return the people who could take a leadership post (*batch, A)."""
    return cast(Array, baseline.inputs.lead_eligible * staff.in_post[..., -1].sum(axis=-1))


def next_leaders(
    now: Position, baseline: Baseline, pace: Pace, year: int
) -> tuple[leadership.Posts, leadership.Posts, Led]:
    """Return trust and ICS posts a year on, and who led over the year.

    Trusts fill first; ICSs draw on whoever is left of the same people.
    """
    if year <= baseline.leadership_year:
        return now.trusts, now.systems, Led(now.trusts.filled, now.systems.filled[..., 0])
    pool = eligible(now.staff, baseline)
    trusts, in_trusts = leadership.next_year(now.trusts, pace, pool)
    left = np.maximum(pool - trusts.filled.sum(axis=-1), 0)
    systems, in_systems = leadership.next_year(now.systems, pace, left)
    return trusts, systems, Led(in_trusts, in_systems[..., 0])


def measured(
    at: Position, led: Led, posts: Array, baseline: Baseline, scenario: Values, years: Array
) -> dict[str, Array]:
    """Return all years' stocks and measures by the names of Projection, time first."""
    fte = measures.fte_of(at.staff, scenario)
    clinical = measures.clinical_fte(fte, led, scenario, baseline, years)
    see = leadership.effects_of(at.dose, scenario).see
    interim = per_area(scenario.interim)
    return {
        "in_post": at.staff.in_post,
        "trainees": at.staff.trainees,
        "unplaced": at.staff.unplaced,
        "recent_leavers": at.staff.recent_leavers,
        "fte": fte,
        "clinical_fte": clinical,
        "establishment": posts,
        "needed": needed_as_need_grows(scenario, baseline, posts[0], years),
        "people_seen": measures.people_seen(clinical, see, scenario, baseline, years),
        "posts": at.trusts.established,
        "led": at.trusts.filled,
        "led_supported": at.trusts.filled * measures.supported(scenario, years)[..., None],
        "led_executive": at.trusts.filled * per_area(scenario.exec_seat)[..., None],
        "interim_posts": at.trusts.vacant * interim[..., None],
        "systems": at.systems.organisations[..., 0],
        "system_posts": at.systems.established[..., 0],
        "systems_led": at.systems.filled[..., 0],
        "interim_system_posts": at.systems.vacant[..., 0] * interim,
        "pool": eligible(at.staff, baseline),
        "dose": at.dose,
        "pay_cost": measures.pay_cost(at.staff, scenario, baseline, years),
        "training_cost": measures.training_cost(at.staff, baseline),
        "leadership_cost": measures.leadership_cost(led, scenario, baseline, years),
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
    batch = now.dose.shape[:-1]
    years = np.array(baseline.years).reshape(-1, *[1] * len(batch))
    rates, pace = rates_for(s, baseline, years[1:]), leadership.pace(s, years[1:])
    posts = funded_posts(baseline, s, rates.post_growth)
    room = room_for(posts[1:], rates, baseline, s)
    path, flows = [now], []
    led = [Led(now.trusts.filled, now.systems.filled[..., 0])]
    for t, year in enumerate(baseline.years[1:]):
        this_pace = pace.at(t)
        trusts, systems, leaders = next_leaders(now, baseline, this_pace, year)
        dose = leadership.next_dose(now.dose, leaders.trusts, baseline, this_pace)
        effects = leadership.effects_of(dose, s)
        staff, moved = staffing.next_year(
            now.staff, rates.at(t), effects, room[t], baseline.share, baseline.inputs
        )
        now = Position(staff, trusts, systems, dose)
        path.append(now)
        flows.append(moved)
        led.append(leaders)
    return Projection(
        baseline=baseline,
        scenario=scenario,
        flows=staffing.Flows(**by_place(vars(over_time(flows)), batch)),
        **by_place(measured(over_time(path), over_time(led), posts, baseline, s, years), batch),
    )
