"""What stands in the way of a goal, in words with its own numbers."""

from typing import Final

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.goals.binding import COURSE, PEOPLE, POSTS, Binding, last_useful_start
from ppn_scenarios.analysis.leaders import most_in_post
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.wording import percent

from .amounts import plain

WITHOUT: Final = {  # what removing a constraint means, where "without it" would not say
    POSTS: "if everyone who applies had a post",
    PEOPLE: "if every funded post were filled",
    COURSE: "if all courses took a year",
    "finishing": "if all finished and sought a post",
    "range": "if they went half a range further",
}


def binds(held: Binding, goal: Goal) -> str:
    """Say which constraint binds, with what its removal would add."""
    first = held.binds
    if first is None:
        return "nothing but the evidence range of the levers"
    said = reason(first.id, held, goal)
    if first.id != PEOPLE:
        return said
    other = next((c for c in held.constraints if c.id not in (PEOPLE, POSTS)), None)
    return said if other is None else f"{said}. Among people it is {reason(other.id, held, goal)}"


def reason(id: str, held: Binding, goal: Goal) -> str:
    """Say one constraint in words, with what its removal would add."""
    more, name = plain(goal, held.of_id(id)), name_of(id, held.of, goal)
    return f"{name} (+{more} {WITHOUT.get(id, 'without it')})"


def name_of(id: str, s: Scenario, goal: Goal) -> str:
    """Return what a constraint is called, with its own numbers."""
    autumn = last_useful_start(s, goal, "psy")
    names = {
        POSTS: "posts, not people",
        PEOPLE: "people, not posts",
        COURSE: f"course length: psychologists who start after autumn {autumn} qualify too late",
        "supervisors": "supervisors: too few senior staff for the places there are",
        "finishing": "trainees who do not finish or seek no NHS post",
        "start": f"the start date, {ASSUMPTIONS['plan_start'].show(s.plan_start)}",
        "range": "the evidence range of the levers at its end",
        "turnover": "the turnover ceiling: at most "
        f"{percent(most_in_post(s.lead_turnover, s.fill_time))} of posts have someone in them",
        "filling": f"the time to fill a post, {ASSUMPTIONS['fill_time'].show(s.fill_time)}",
        "cuts": f"posts removed, {ASSUMPTIONS['abolish'].show(s.abolish)}",
        "agreement": f"organisations that would not agree: {who_agrees(s, goal)} would",
        "pace": "the pace at which organisations create the post",
        "pool": "the senior pool: too few people who could lead",
    }
    return names[id]


def who_agrees(s: Scenario, goal: Goal) -> str:
    """Say how many organisations would ever have the post."""
    if s.mandate and s.mandate_year < goal.year:
        return percent(s.ceiling_mandated)
    most = max(s.ceiling_encouraged, s.ceiling_funded if s.funding else 0.0)
    return percent(most)
