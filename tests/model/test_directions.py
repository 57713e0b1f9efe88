"""Which way each lever pushes, in plain English, from its low end over today to its high end."""

from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
import pytest

from ppn_scenarios.assumptions import LEVERS, OWN_DATES, Scenario
from ppn_scenarios.model import Projection, project
from ppn_scenarios.model.baseline import Array
from tests.model.valid import arrays, busy_baseline

UP, DOWN = 1, -1


def by_year(name: str) -> Callable[[Projection], Array]:
    """England's total of an array of the projection, year by year."""

    def total(p: Projection) -> Array:
        values = arrays(p)[name].sum(axis=0)  # over areas, which come first
        while values.ndim > 1:
            values = values.sum(axis=-1)
        return np.asarray(values)

    return total


def vacant(p: Projection) -> Array:
    """Trust posts without a leader."""
    return by_year("posts")(p) - by_year("led")(p)


def practitioners_needed(p: Projection) -> Array:
    """FTE of practitioners needed."""
    return np.asarray(p.needed[..., 2].sum(axis=-1))


FTE, SEEN = by_year("fte"), by_year("people_seen")
POSTS, LED = by_year("posts"), by_year("led")
SUPPLY: Mapping[str, float] = {
    "cap_mode": 0,
    "career_psy": 0,
    "career_ther": 0,
}  # people limit, not posts
POSTS_LIMIT: Mapping[str, float] = {"external": 2000}
PAID_FOR: Mapping[str, float] = {"funding": 1}
REQUIRED: Mapping[str, float] = {"mandate": 1, "mandate_year": 2027}
EFFECTS: Mapping[str, float] = {"effects_on": 1, "cap_mode": 0}

Case = tuple[str, Callable[[Projection], Array], int, Mapping[str, float]]
TABLE: Mapping[str, Case] = {
    "more leaving among psychologists never raises staff": ("leave_psy", FTE, DOWN, SUPPLY),
    "more leaving among therapists never raises staff": ("leave_ther", FTE, DOWN, SUPPLY),
    "more leaving among practitioners never raises staff": ("leave_prac", FTE, DOWN, SUPPLY),
    "more leaving never raises staff where posts limit hiring": ("leave_psy", FTE, DOWN, {}),
    "more retirement never raises staff": ("retire", FTE, DOWN, SUPPLY),
    "keeping more never lowers staff": ("retention", FTE, UP, SUPPLY),
    "more who return never lower staff": ("return_rate", FTE, UP, SUPPLY),
    "more joiners from outside never lower staff": ("external", FTE, UP, SUPPLY),
    "more psychology places never lower staff": ("places_cp", FTE, UP, SUPPLY),
    "growth in psychology places never lowers staff": ("growth_cp_capt", FTE, UP, SUPPLY),
    "more other places never lower staff": ("places_other", FTE, UP, SUPPLY),
    "more new roles never lower staff": ("places_newrole", FTE, UP, SUPPLY),
    "fuller psychology courses never lower staff": ("fill_cp", FTE, UP, SUPPLY),
    "fuller other courses never lower staff": ("fill_other", FTE, UP, SUPPLY),
    "longer psychology courses never raise staff": ("course_len_psy", FTE, DOWN, SUPPLY),
    "longer therapy courses never raise staff": ("course_len_ther", FTE, DOWN, SUPPLY),
    "longer practitioner courses never raise staff": ("course_len_prac", FTE, DOWN, SUPPLY),
    "losing psychology trainees never raises staff": ("noncompletion_psy", FTE, DOWN, SUPPLY),
    "losing therapy trainees never raises staff": ("noncompletion_ther", FTE, DOWN, SUPPLY),
    "losing practitioner trainees never raises staff": ("noncompletion_prac", FTE, DOWN, SUPPLY),
    "more psychologists who seek a post never lower staff": ("uptake_psy", FTE, UP, SUPPLY),
    "more therapists who seek a post never lower staff": ("uptake_ther", FTE, UP, SUPPLY),
    "more practitioners who seek a post never lower staff": ("uptake_prac", FTE, UP, SUPPLY),
    "moves into psychology never raise staff": ("career_psy", FTE, DOWN, {"cap_mode": 0}),
    "moves into therapy never raise staff": ("career_ther", FTE, DOWN, {"cap_mode": 0}),
    "promotion to senior grades never lowers staff": ("promote_senior", FTE, UP, SUPPLY),
    "promotion to consultants never lowers those who could lead": (
        "promote_lead", by_year("pool"), UP, SUPPLY,
    ),
    "too few supervisors never raise starts": (
        "supervision_cap", by_year("flows.starts"), DOWN, {"supervision_ratio": 2},
    ),
    "more starters for each supervisor never lower starts": (
        "supervision_ratio", by_year("flows.starts"), UP, {"supervision_cap": 1},
    ),
    "more funded posts never lower staff": ("post_growth", FTE, UP, POSTS_LIMIT),
    "a freeze never raises funded posts": ("post_freeze", by_year("establishment"), DOWN, {}),
    "limiting hiring to posts never raises staff": ("cap_mode", FTE, DOWN, {}),
    "more vacant posts at the start mean more funded posts": (
        "vacancy0", by_year("establishment"), UP, {},
    ),
    "more hours each mean fewer people for the same staff": (
        "participation", by_year("in_post"), DOWN, {},
    ),
    "fewer on long leave never lower clinical time": (
        "availability", by_year("clinical_fte"), UP, {},
    ),
    "more need means more staff needed": ("demand_growth", by_year("needed"), UP, {}),
    "productivity lowers the staff needed": ("productivity", by_year("needed"), DOWN, {}),
    "productivity raises the people seen": ("productivity", SEEN, UP, {}),
    "skill mix raises the practitioners needed": ("skill_mix", practitioners_needed, UP, {}),
    "a further reading of the plan never lowers the staff needed": (
        "plan_reading", by_year("needed"), UP, {"need_method": 1},
    ),
    "stronger encouragement never lowers posts": ("encouragement", POSTS, UP, {}),
    "a requirement never lowers posts": ("mandate", POSTS, UP, {}),
    "a later requirement never raises posts": ("mandate_year", POSTS, DOWN, {"mandate": 1}),
    "a faster pace when encouraged never lowers posts": ("h_encourage", POSTS, UP, {}),
    "imitation never lowers posts": ("h_imitation", POSTS, UP, {}),
    "a faster pace when required never lowers posts": ("h_mandate", POSTS, UP, REQUIRED),
    "being paid for never lowers posts": ("funding", POSTS, UP, {}),
    "being paid for never lowers posts that are required": (
        "funding", POSTS, UP, {"mandate": 1, "mandate_year": 2029},
    ),
    "a requirement never lowers posts that are paid for": ("mandate", POSTS, UP, PAID_FOR),
    "a faster pace when paid for never lowers posts": ("h_funded", POSTS, UP, PAID_FOR),
    "a higher ceiling when paid for never lowers posts": ("ceiling_funded", POSTS, UP, PAID_FOR),
    "a higher ceiling never lowers posts": ("ceiling_encouraged", POSTS, UP, {}),
    "fuller compliance never lowers posts": ("ceiling_mandated", POSTS, UP, REQUIRED),
    "more turnover never raises leaders in post": ("lead_turnover", LED, DOWN, {}),
    "slower filling never raises leaders": ("fill_time", LED, DOWN, {}),
    "slower filling never lowers vacant posts": ("fill_time", vacant, UP, {}),
    "cutting posts never raises them": ("abolish", POSTS, DOWN, {}),
    "interim cover never lowers covered posts": ("interim", by_year("interim_posts"), UP, {}),
    "more protected time never raises people seen": ("lead_wte", SEEN, DOWN, {}),
    "more protected time of ICS leads never raises people seen": ("ics_wte", SEEN, DOWN, {}),
    "replacing leaders' time never lowers people seen": ("backfill", SEEN, UP, {}),
    "dearer posts never lower cost": ("post_cost", by_year("leadership_cost"), UP, {}),
    "more posts covered by agencies never lower cost": (
        "agency_cover", by_year("agency_cost"), UP, {"agency_price": 100},
    ),
    "dearer cover never lowers cost": (
        "agency_price", by_year("agency_cost"), UP, {"agency_cover": 0.5},
    ),
    "dearer replacement never lowers cost": (
        "replacement_price", by_year("replacement_cost"), UP, {},
    ),
    "support never lowers the dose": ("support", by_year("dose"), UP, {}),
    "slower action never raises the dose": ("tau_dose", by_year("dose"), DOWN, {}),
    "seats among the executives never lower leaders who have one": (
        "exec_seat", by_year("led_executive"), UP, {},
    ),
    "more ICS leads today never mean fewer later": ("ics_base", by_year("systems_led"), UP, {}),
    "if leadership keeps people, staff never fall": ("eps_ret", FTE, UP, EFFECTS),
    "if leadership draws people, staff never fall": ("eps_rec", FTE, UP, EFFECTS),
    "if leadership trains people, starts never fall": (
        "eps_train", by_year("flows.starts"), UP, EFFECTS,
    ),
    "if leadership raises capacity, people seen never fall": ("eps_prod", SEEN, UP, EFFECTS),
    "choices for more places that start later never raise starts": (
        "plan_start", by_year("flows.starts"), DOWN, {"places_cp": 1_400},
    ),
    "choices for more places that build up slower never raise starts": (
        "plan_ramp", by_year("flows.starts"), DOWN, {"places_cp": 1_400},
    ),
} | {
    f"more {name.removeprefix('cppo_base_')} leaders today never mean fewer later": (
        name, LED, UP, {},
    )
    for name in LEVERS
    if name.startswith("cppo_base_")
}  # fmt: skip

# Levers whose direction depends on others: mobility only moves people between areas, one switch
# only lets the effects act, mergers share leads out anew, ages raise or lower retirement, and
# methods of need answer different questions.
NO_ONE_DIRECTION = {"mobility", "effects_on", "boards", "age_model", "need_method"}


@pytest.mark.parametrize("claim", TABLE)
def test_direction(claim: str) -> None:
    name, measure, sign, also = TABLE[claim]
    lever = LEVERS[name]
    steps = [
        measure(project(busy_baseline(), Scenario(**{**also, name: value})))
        for value in sorted({lever.low, lever.default, lever.high})
    ]
    for lower, higher in pairwise(steps):
        assert (sign * (higher - lower) >= -1e-9 * np.abs(lower)).all()
    assert not np.allclose(steps[0], steps[-1], rtol=1e-12), "it moved nothing"


def test_every_lever_has_a_direction_here_or_none_by_nature() -> None:
    assert {case[0] for case in TABLE.values()} | NO_ONE_DIRECTION == set(LEVERS)


BUSY = Scenario(
    mandate=1,
    mandate_year=2033,  # so that both paces, and both ceilings, have years of their own
    encouragement=0.5,
    h_imitation=0.2,
    interim=0.5,
    backfill=0.5,
    support=0.5,
    effects_on=1,
    eps_ret=0.03,
    eps_rec=0.03,
    eps_train=0.05,
    eps_prod=0.01,
    places_cp=1_200,
    places_other=6_000,
    places_newrole=100,
    growth_cp_capt=0.2,
    retention=0.05,
    post_growth=0.04,
    skill_mix=0.05,
    mobility=0.1,
    productivity=0.005,
    plan_ramp=3,
)
ONLY_WITH: Mapping[str, dict[str, float]] = {
    "plan_reading": {"need_method": 1},
    "supervision_cap": {"supervision_ratio": 2},
    "supervision_ratio": {"supervision_cap": 1},
    "agency_cover": {"agency_price": 100},
    "agency_price": {"agency_cover": 0.5},
    "h_funded": {"funding": 1},
    "ceiling_funded": {"funding": 1},
}


@pytest.mark.parametrize("name", LEVERS)
def test_every_assumption_moves_something(name: str) -> None:
    """From a scenario in which every switch is on, so that conditional levers count."""
    lever = LEVERS[name]
    moved = moved_between(
        *(BUSY.changes() | ONLY_WITH.get(name, {}) | {name: v} for v in (lever.low, lever.high))
    )
    assert moved, f"“{lever.label}” changes no result: no equation of the model uses {name}"


def moved_between(one: dict[str, float], other: dict[str, float]) -> list[str]:
    """The results that differ between two scenarios, by the values that these change."""
    low, high = (arrays(project(busy_baseline(), Scenario(**s))) for s in (one, other))
    return [k for k in low if not np.allclose(low[k], high[k], rtol=1e-9)]


@pytest.mark.parametrize("name", OWN_DATES)
def test_an_own_date_moves_something_while_its_choice_is_made_and_nothing_while_it_is_not(
    name: str,
) -> None:
    choice, late = OWN_DATES[name].date_of, {name: OWN_DATES[name].high}
    lever = LEVERS[choice]
    made = {choice: lever.high if lever.high != lever.default else lever.low}
    others = {k: v for k, v in BUSY.changes().items() if k != choice}
    assert moved_between(others | made, others | made | late), "no equation uses it"
    assert not moved_between(others, others | late)
