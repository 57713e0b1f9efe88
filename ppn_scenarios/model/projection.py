"""What a projection holds, and how it is measured."""

from dataclasses import dataclass
from typing import cast

from ppn_scenarios.assumptions import Scenario

from . import leadership, measures, staffing
from .baseline import Array, Baseline
from .measures import Led
from .rates import Values, per_area
from .required import needed
from .start import Position


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
    needed: Array  # (*batch, T+1, A, P) FTE, by the method chosen (M1-M4)
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


def eligible(staff: staffing.Staff, baseline: Baseline) -> Array:
    """Return the people who could take a leadership post (*batch, A)."""
    return cast(Array, baseline.inputs.lead_eligible * staff.in_post[..., -1].sum(axis=-1))


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
        "needed": needed(scenario, baseline, posts[0], fte, years),
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
