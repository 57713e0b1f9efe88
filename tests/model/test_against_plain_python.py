"""The engine against the same equations written again in loops over plain numbers, for one area.

Written from the specification's pseudo-code, not from the engine: no arrays, one number at a
time. Where the two disagree, one of them is wrong.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import given
from numpy.typing import ArrayLike

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, Inputs, project
from tests.model.valid import baselines, crowded, scenarios

FAMILIES = range(3)
GRADES = range(3)
COURSE_YEARS = range(5)
PRACTITIONERS = 2


@dataclass
class Place:
    """One area: people by family, posts by type of organisation."""

    staff: list[list[float]]
    trainees: list[list[float]]
    unplaced: list[float]
    away: list[float]
    trusts: list[list[float]]  # of each type: none, vacant, filled
    systems: list[list[float]]
    dose: float
    posts: list[float]
    ages: list[float]


def at_the_start(b: Baseline, s: Scenario) -> Place:
    """The opening position: everything national goes to the one area."""
    inputs = b.inputs
    fte = [b.fte * float(inputs.stock_share[p]) for p in FAMILIES]

    def opened(organisations: float, share: float) -> list[float]:
        filled = organisations * share
        vacant = min(filled * s.lead_turnover * s.fill_time, organisations - filled)
        return [organisations - filled - vacant, vacant, filled]

    return Place(
        staff=[
            [fte[p] / s.participation * float(inputs.grade_share[p][g]) for g in GRADES]
            for p in FAMILIES
        ],
        trainees=[[float(inputs.opening_trainees[p][j]) for j in COURSE_YEARS] for p in FAMILIES],
        unplaced=[float(inputs.opening_unplaced[p]) for p in FAMILIES],
        away=[float(inputs.opening_recent_leavers[p]) for p in FAMILIES],
        trusts=[
            opened(float(b.trusts[0][k]), getattr(s, f"cppo_base_{name}"))
            for k, name in enumerate(b.trust_types)
        ],
        systems=[opened(float(b.systems[0]), s.ics_base)],
        dose=0.0,
        posts=[fte[p] / (1 - s.vacancy0) for p in FAMILIES],
        ages=[float(part) for part in b.ages.staff],
    )


def date(s: Scenario, name: str, which: str) -> float:
    """A choice's own date, or else the plan's."""
    mine: float = getattr(s, f"{name}_{which}")
    of_plan: float = getattr(s, f"plan_{which}")
    return mine if mine else of_plan


def in_effect(s: Scenario, name: str, year: int) -> float:
    """A choice in the year to 31 March: as today until it starts, then phased in."""
    gone = min(max((year - date(s, name, "start")) / date(s, name, "ramp"), 0.0), 1.0)
    today = ASSUMPTIONS[name].default
    mine: float = getattr(s, name)
    return today + gone * (mine - today)


def month(posts: list[list[float]], s: Scenario, year: int, pool: float) -> None:
    """One monthly sub-step of the specification, in place."""
    dt = 1 / 12
    existing = sum(vacant + filled for _, vacant, filled in posts)
    adopted = existing / (sum(map(sum, posts)) or 1.0)
    hazard = s.h_encourage * (1 + in_effect(s, "encouragement", year))
    ceiling, follow = s.ceiling_encouraged, s.h_imitation
    funded = s.funding and year > date(s, "funding", "start")
    if funded:
        hazard, ceiling = max(hazard, s.h_funded), max(ceiling, s.ceiling_funded)
    if s.mandate and year > s.mandate_year:
        hazard = max(hazard, s.h_mandate) if funded else s.h_mandate
        ceiling = max(ceiling, s.ceiling_mandated) if funded else s.ceiling_mandated
        follow = follow if funded else 0.0
    hazard += follow * adopted
    wanted = [vacant * (1 - math.exp(-dt / s.fill_time)) for _, vacant, _ in posts]
    free = max(pool - sum(filled for _, _, filled in posts), 0.0)
    limit = min(1.0, free / sum(wanted)) if sum(wanted) > 0 else 1.0
    for k, (none, vacant, filled) in enumerate(posts):
        willing = min(max(ceiling * (none + vacant + filled) - (vacant + filled), 0.0), none)
        established = willing * (1 - math.exp(-hazard * dt))
        fill = wanted[k] * limit
        leave = filled * (1 - math.exp(-s.lead_turnover * dt))
        cut_vacant = (vacant - fill) * (1 - math.exp(-s.abolish * dt))
        cut_filled = (filled - leave) * (1 - math.exp(-s.abolish * dt))
        posts[k] = [
            none - established + cut_vacant + cut_filled,
            vacant + established - fill + leave - cut_vacant,
            filled + fill - leave - cut_filled,
        ]


def lead_for_a_year(posts: list[list[float]], s: Scenario, year: int, pool: float) -> float:
    """Twelve months; the mean number of occupied posts."""
    occupied = 0.0
    for _ in range(12):
        month(posts, s, year, pool)
        occupied += sum(filled for _, _, filled in posts) / 12
    return occupied


def mean_retiring(people: list[float], b: Baseline) -> float:
    """How readily staff of these ages retire, on the scale of the table of ages."""
    risks = [float(risk) for risk in b.ages.retiring]
    return sum(n * risk for n, risk in zip(people, risks, strict=True)) / sum(people)


def a_year_older(people: list[float], b: Baseline, s: Scenario, growth: float) -> list[float]:
    """The ages of staff a year on; the last age holds everyone older too."""
    opening = mean_retiring([float(part) for part in b.ages.staff], b)
    after = [0.0] * len(people)
    for age, n in enumerate(people):
        hazard = s.retire * float(b.ages.retiring[age]) / opening + float(b.ages.leaving[age])
        after[min(age + 1, len(people) - 1)] += n * math.exp(-hazard)
    joined = max(sum(people) * (1 + growth) - sum(after), 0.0)
    return [n + joined * float(share) for n, share in zip(after, b.ages.joiners, strict=True)]


def step(at: Place, b: Baseline, s: Scenario, year: int) -> dict[str, ArrayLike]:
    """One year of the specification, in place; the year's measures."""
    inputs, share = b.inputs, 1.0
    pool = inputs.lead_eligible * sum(at.staff[p][2] for p in FAMILIES)
    if year > b.leadership_year:
        led = lead_for_a_year(at.trusts, s, year, pool)
        left = max(pool - sum(filled for _, _, filled in at.trusts), 0.0)
        ics_led = lead_for_a_year(at.systems, s, year, left)
    else:
        led = sum(filled for _, _, filled in at.trusts)
        ics_led = sum(filled for _, _, filled in at.systems)
    trusts = float(b.trusts[0].sum())
    coverage = led / trusts if trusts else 0.0
    support = in_effect(s, "support", year)
    at.dose += (1 - math.exp(-1 / s.tau_dose)) * (coverage * support - at.dose)
    on = s.effects_on * at.dose
    recruit, train, retain, see = (
        1 + on * s.eps_rec,
        1 + on * s.eps_train,
        1 - on * s.eps_ret,
        1 + on * s.eps_prod,
    )

    start = date(s, "growth_cp_capt", "start")
    plan = (year - start) / max(2032 - start, 1)
    growth = 1 + s.growth_cp_capt * min(max(plan, 0.0), 1.0)
    other = in_effect(s, "places_other", year)
    places = [
        in_effect(s, "places_cp", year) * growth,
        other * float(inputs.other_places_share[1]),
        other * float(inputs.other_places_share[2]) + in_effect(s, "places_newrole", year),
    ]
    filled_share = [s.fill_cp, s.fill_other, s.fill_other]
    length = [s.course_len_psy, s.course_len_ther, s.course_len_prac]
    lost = [s.noncompletion_psy, s.noncompletion_ther, s.noncompletion_prac]
    uptake = [s.uptake_psy, s.uptake_ther, s.uptake_prac]
    career = [s.career_psy, s.career_ther, 0.0]
    leaving = [s.leave_psy, s.leave_ther, s.leave_prac]
    kept = 1 - in_effect(s, "retention", year)

    starts = [places[p] * share * filled_share[p] * train for p in FAMILIES]
    if s.supervision_cap:
        able = [sum(at.staff[p][1:]) * s.participation for p in FAMILIES]
        starts = [min(starts[p], s.supervision_ratio * able[p]) for p in FAMILIES]
    survivors: list[list[float]] = []
    voluntary, retired = [0.0] * 3, [0.0] * 3
    ageing = mean_retiring(at.ages, b) / mean_retiring([float(n) for n in b.ages.staff], b)
    frozen = min(max(s.post_freeze - (year - 2028), 0), 1) if year > 2027 else 0
    growth_of_posts = in_effect(s, "post_growth", year) * (1 - frozen)
    at.ages = a_year_older(at.ages, b, s, growth_of_posts)
    retire_now = s.retire * (ageing if s.age_model else 1.0)
    hazards = [
        [
            (
                leaving[p] * float(inputs.leaving_relative[p][g]) * kept * retain,
                retire_now * float(inputs.retirement_relative[p][g]),
            )
            for g in GRADES
        ]
        for p in FAMILIES
    ]
    for p in FAMILIES:
        row = []
        for g in GRADES:
            leave, retire = hazards[p][g]
            gone = at.staff[p][g] * (1 - math.exp(-(leave + retire)))
            part = leave / (leave + retire) if leave + retire > 0 else 0.0
            voluntary[p] += gone * part
            retired[p] += gone * (1 - part)
            row.append(at.staff[p][g] - gone)
        survivors.append(row)
    moved = min(sum(starts[p] * career[p] for p in FAMILIES), 0.9 * survivors[PRACTITIONERS][0])
    survivors[PRACTITIONERS][0] -= moved
    for p in FAMILIES:
        low, senior, lead = survivors[p]
        up1 = low * s.promote_senior * float(inputs.promotion_relative[p][0])
        up2 = senior * s.promote_lead * float(inputs.promotion_relative[p][1])
        survivors[p] = [low - up1, senior + up1 - up2, lead + up2]

    for p in FAMILIES:
        at.posts[p] *= 1 + growth_of_posts
        completed = at.trainees[p][0] * (1 - lost[p])
        at.trainees[p] = [
            (at.trainees[p][j + 1] * (1 - lost[p]) if j < 4 else 0.0)
            + starts[p] * max(0.0, 1 - abs(j + 1 - length[p]))
            for j in COURSE_YEARS
        ]
        new = completed * uptake[p]
        again = at.unplaced[p] * inputs.unplaced_reapply
        back = at.away[p] * s.return_rate
        outside = s.external * float(inputs.external_share[p]) * share * recruit
        most = at.posts[p] * (1 + inputs.over_establishment) / s.participation
        room = max(most - sum(survivors[p]), 0.0) if s.cap_mode else math.inf
        asking = new + again + back + outside
        chance = min(1.0, room / asking) if asking > 0 else 1.0
        for g in GRADES:
            hired = (back + outside) * chance * float(inputs.entry_grade[g])
            if g == 0:
                hired += (new + again) * chance
            leave, retire = hazards[p][g]
            gone = hired * (1 - math.exp(-(leave + retire) / 2))
            part = leave / (leave + retire) if leave + retire > 0 else 0.0
            voluntary[p] += gone * part
            retired[p] += gone * (1 - part)
            at.staff[p][g] = survivors[p][g] + hired - gone
        at.unplaced[p] = (at.unplaced[p] - again * chance) * (1 - inputs.unplaced_fade)
        at.unplaced[p] += new - new * chance
        at.away[p] = (at.away[p] - back * chance) * (1 - inputs.recent_leaver_fade)
        at.away[p] += inputs.leavers_entering_pool * voluntary[p]
    return measures(at, b, s, year, (led, ics_led, see), (voluntary, retired))


def measures(
    at: Place,
    b: Baseline,
    s: Scenario,
    year: int,
    lead: tuple[float, float, float],
    gone: tuple[list[float], list[float]],
) -> dict[str, ArrayLike]:
    """E10-E13 and E19 for a year, by the names of Projection."""
    led, ics_led, see = lead
    inputs, years = b.inputs, year - b.year
    fte = [sum(at.staff[p]) * s.participation for p in FAMILIES]
    leading = led * in_effect(s, "lead_wte", year) + ics_led * in_effect(s, "ics_wte", year)
    away = leading * (1 - in_effect(s, "backfill", year))
    clinical = [fte[p] * s.availability - away * float(inputs.lead_from[p]) for p in FAMILIES]
    seen = sum(clinical[p] * float(inputs.cases[p]) for p in FAMILIES)
    return {
        "in_post": at.staff,
        "trainees": at.trainees,
        "unplaced": at.unplaced,
        "recent_leavers": at.away,
        "fte": fte,
        "clinical_fte": clinical,
        "establishment": at.posts,
        "needed": needed(b, s, year, fte),
        "people_seen": seen * (1 + s.productivity) ** years * see,
        "posts": [vacant + filled for _, vacant, filled in at.trusts],
        "led": [filled for _, _, filled in at.trusts],
        "interim_posts": [s.interim * vacant for _, vacant, _ in at.trusts],
        "system_posts": at.systems[0][1] + at.systems[0][2],
        "systems_led": at.systems[0][2],
        "interim_system_posts": s.interim * at.systems[0][1],
        "pool": inputs.lead_eligible * sum(at.staff[p][2] for p in FAMILIES),
        "dose": at.dose,
        "pay_cost": pay(at, inputs, s) * (1 + inputs.real_pay_growth) ** years,
        "training_cost": sum(
            sum(at.trainees[p]) * float(inputs.training_cost[p]) for p in FAMILIES
        ),
        "agency_cost": s.agency_price
        * s.agency_cover
        * sum(max(at.posts[p] - fte[p], 0.0) for p in FAMILIES),
        "replacement_cost": s.replacement_price * (sum(gone[0]) + sum(gone[1])),
        "leadership_cost": led * in_effect(s, "post_cost", year) + ics_led * inputs.ics_post_cost,
        "flows.voluntary": gone[0],
        "flows.retired": gone[1],
    }


def pay(at: Place, inputs: Inputs, s: Scenario) -> float:
    """The pay bill at the wages of the first year."""
    return s.participation * sum(
        at.staff[p][g] * float(inputs.pay_cost[p][g]) for p in FAMILIES for g in GRADES
    )


def needed(b: Baseline, s: Scenario, year: int, fte: list[float]) -> list[float]:
    """FTE needed by family, by each of the four methods (E11), where there is one area."""
    gone = year - b.year
    growth = ((1 + s.demand_growth) / (1 + s.productivity)) ** gone
    moved = in_effect(s, "skill_mix", year) * gone / (2037 - b.year)
    mix = mixed([float(part) for part in b.inputs.stock_share], moved)
    if s.need_method == 1:  # the plan
        figures = b.published
        extra = (figures["ltwp_extra_low"] + figures["ltwp_extra_high"]) / 2
        of_2022 = figures["esr_fte_2023"] / (1 + figures["esr_growth_2019_23"]) ** 0.25
        goal = {
            1: extra / figures["ltwp_growth"] + extra,
            2: of_2022 + extra,
            3: of_2022 * (1 + figures["ltwp_growth"]),
        }[int(s.plan_reading)]
        total = b.fte * (goal / b.fte) ** (gone / (2037 - b.year))
        return [total * part for part in mix]
    if s.need_method == 2:  # the work of some services
        assert b.work is not None
        work = b.work
        found = [0.0, 0.0, 0.0]
        for service, units in enumerate(work.activity[b.areas[0]]):
            shared_out = mixed([float(part) for part in work.work_share[service]], moved)
            for p in FAMILIES:
                minutes = float(units) * float(work.minutes[service]) * shared_out[p]
                time = work.available * float(work.clinical_focus[p]) * (1 - work.allowances)
                found[p] += minutes / time * growth
        return found
    if s.need_method == 3:  # a fair share: all of it, in one area
        return fte
    total = b.fte / (1 - s.vacancy0) * growth
    return [total * part for part in mix]


def mixed(parts: list[float], moved: float) -> list[float]:
    """Shares of work once some has moved to practitioners."""
    psychologists, therapists, practitioners = parts
    others = psychologists + therapists
    moved = min(max(moved, -practitioners), others)  # no more than there is
    return [
        psychologists - moved * psychologists / others,
        therapists - moved * therapists / others,
        practitioners + moved,
    ]


def close(engine: ArrayLike, plain: ArrayLike, name: str) -> None:
    """The same numbers, nested alike, to nine digits."""
    np.testing.assert_allclose(
        np.asarray(engine), np.asarray(plain), rtol=1e-9, atol=1e-9, err_msg=name
    )


def compare(baseline: Baseline, scenario: Scenario) -> None:
    """Every measure of every year is the same in both."""
    p = project(baseline, scenario)
    at = at_the_start(baseline, scenario)
    close(p.in_post[0, 0], at.staff, "in_post at the start")
    close(p.led[0, 0], [filled for _, _, filled in at.trusts], "led at the start")
    close(p.establishment[0, 0], at.posts, "establishment at the start")
    for t, year in enumerate(p.years[1:], start=1):
        plain = step(at, baseline, scenario, year)
        for name, expected in plain.items():
            if name.startswith("flows."):
                got = getattr(p.flows, name.removeprefix("flows."))[t - 1, 0]
            else:
                got = getattr(p, name)[t, 0]
            close(got, expected, f"{name} in {year}")


@given(baselines(most_areas=1, ways=0), scenarios())
def test_every_measure_of_every_year_agrees(baseline: Baseline, scenario: Scenario) -> None:
    compare(replace(baseline, share=baseline.share / baseline.share.sum()), scenario)


@given(baselines(most_areas=1, ways=0), scenarios())
def test_they_agree_where_too_few_people_could_lead(baseline: Baseline, scenario: Scenario) -> None:
    compare(crowded(baseline), scenario)
