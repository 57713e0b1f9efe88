"""How staff needed are made, by each method that a scenario can choose (E11)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, cast

import numpy as np

from ppn_scenarios.analysis.coverage import place_share
from ppn_scenarios.analysis.places import ENGLAND, place_index
from ppn_scenarios.model import Projection, method_label, method_scope
from ppn_scenarios.model.required import FAIR_SHARE, GROWTH, PLAN, WORKLOAD, mix_after, plan
from ppn_scenarios.model.required import work_moved as moved_by
from ppn_scenarios.model.values import Values

from .making import Parts, here, middle, of, product
from .passport import Term

LAST: Final = 2037  # in which the plan is due


def needed(p: Projection, place: str, year: int) -> Parts:
    """Return staff needed, by the method that the scenario chooses."""
    found = METHODS[int(of(p).need_method)](p, place, year)
    return replace(found, note=said_of_method(p))


def said_of_method(p: Projection) -> str:
    """Return which method says how many staff are needed, and what it counts."""
    return f"Method: {method_label(of(p))}. {method_scope(of(p))}"


def as_need_grows(p: Projection, place: str, year: int) -> Parts:
    """Return what the first year's funded posts met, growing as need does."""
    first = p.years[0]
    posts = middle(p, p.establishment, place, first, 1)
    return Parts(
        formula="Funded posts in 2023 x ((1 + growth in need) / (1 + change in people seen per "
        "clinician)) to the power of the years since (E11)",
        terms=(
            Term(label=f"Funded posts, March {first}", value=posts, unit="FTE"),
            Term(label="Growth in need", value=of(p).demand_growth, unit="rate"),
            Term(label="Change in people seen", value=of(p).productivity, unit="rate"),
            Term(label="Years since", value=year - first, unit="years"),
        ),
        combine=lambda posts, need, seen, years: posts * ((1 + need) / (1 + seen)) ** years,
    )


def on_the_way_to_the_plan(p: Projection, place: str, year: int) -> Parts:
    """Return an even path from the first year's staff to what the plan asks for."""
    first = p.years[0]
    goal = float(plan(cast(Values, p.scenario), p.baseline))
    gone = float(np.clip((year - first) / max(LAST - first, 1), 0, 1))
    return Parts(
        formula="Staff in 2023 growing evenly to what the plan asks for (E11)",
        terms=(
            Term(label=f"Staff in England, March {first}", value=p.baseline.fte, unit="FTE"),
            Term(label="What the plan asks for by 2037", value=goal, unit="FTE"),
            Term(label="Share of the way by then", value=gone, unit="share"),
            *here(p, place),
        ),
        combine=lambda start, end, way, *part: product(start ** (1 - way) * end**way, *part),
    )


def fair_share(p: Projection, place: str, year: int) -> Parts:
    """Return England's staff shared by registered patients."""
    staff = middle(p, p.fte, ENGLAND, year, 1)
    people = place_share(p, place)
    return Parts(
        formula="England's staff x share of registered patients (E11)",
        terms=(
            Term(label="Staff in England", value=staff, unit="FTE"),
            Term(label="Share of registered patients", value=people, unit="share"),
        ),
        combine=product,
    )


def for_the_work(p: Projection, place: str, year: int) -> Parts:
    """Return the time that Talking Therapies courses take, over the time that staff have."""
    s, b, work = cast(Values, p.scenario), p.baseline, p.baseline.work
    assert work is not None, "without a workload this method cannot be chosen"
    courses = work.of(b.areas)[place_index(b, place)].sum(axis=0)
    shares = work.work_share[:, b.inputs.family] * b.inputs.within
    mix = mix_after(shares, b.inputs.family, moved_by(s, b, np.array([year])))[0]
    a_minute = (mix / work.clinical_focus[b.inputs.family]).sum(axis=-1)
    minutes = float((courses * work.minutes * a_minute).sum())
    return Parts(
        formula="Working minutes that the courses of 2022/23 take / minutes that one FTE has in a "
        "year / (1 - other work) x growth in need since (E11)",
        terms=(
            Term(label="Courses finished in 2022/23", value=float(courses.sum()), unit="courses"),
            Term(
                label="Working minutes a course, other duties of those who give it included",
                value=minutes / float(courses.sum()),
                unit="minutes",
            ),
            Term(label="Minutes that one FTE has in a year", value=work.available, unit="minutes"),
            Term(label="Share for other work", value=work.allowances, unit="share"),
            Term(label="Growth in need", value=of(p).demand_growth, unit="rate"),
            Term(label="Change in people seen", value=of(p).productivity, unit="rate"),
            Term(label="Years since 2023", value=year - p.years[0], unit="years"),
        ),
        combine=lambda n, each, has, other, need, seen, years: (
            n * each / has / (1 - other) * ((1 + need) / (1 + seen)) ** years
        ),
    )


METHODS: Final[Mapping[int, Callable[[Projection, str, int], Parts]]] = {
    PLAN: on_the_way_to_the_plan,
    WORKLOAD: for_the_work,
    FAIR_SHARE: fair_share,
    GROWTH: as_need_grows,
}
