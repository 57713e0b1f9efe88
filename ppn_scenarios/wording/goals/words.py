"""The answers to a goal in words: every sentence is made from the numbers."""

from typing import Final

from ppn_scenarios.analysis.goals import Alone, Together
from ppn_scenarios.analysis.goals.control import Control
from ppn_scenarios.analysis.goals.least import COST, MOVE
from ppn_scenarios.analysis.goals.one_lever import OneLever
from ppn_scenarios.analysis.goals.routes import RouteFound
from ppn_scenarios.assumptions.goals import POSTS
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.wording import dearer, listed, march
from ppn_scenarios.wording.places import Place

from .amounts import against, estimate, is_range
from .constraints import binds

OF: Final = {  # what a goal's number is a number of
    "fte": "in post",
    "trusts_led": "of trusts with a permanent chief psychological professions officer",
    "systems_led": "of ICSs with a permanent psychological lead",
    "posts_filled": "of funded posts filled",
    "need_met": "of the staff needed",
    "psychology_starts": "starting psychology training in the year",
    "other_starts_three_years": "starting other training over three years",
    "growth_since_2019": "more than in April 2019",
}
SHARED: Final = "England's number shared by population, which is our arithmetic and not policy"


def change(c: Control, which: int) -> str:
    """Write what is set: "retention at 5% (now 0%)"."""
    return f"{within(c.label)} {c.show(which)} (now {c.show(c.now)})"


def what_is_asked(found: Alone, place: Place) -> str:
    """Say what the goal asks for and where the scenario stands."""
    goal, asked = found.ground.goal, found.ground.asked
    value, wanted = against(goal, found.value, asked)
    shared = "" if place.level == "england" or goal.target.unit != "FTE" else f" ({SHARED})"
    guess = "" if place.level == "england" or goal.of_leaders else "an estimated "
    middle = ", and answers go by the middle" if is_range(goal) else ""
    return (
        f"The goal is {wanted} {OF[goal.measure]} by {march(goal.year)} in {place.said}{shared}. "
        f"On these assumptions it is {guess}**{value}**{middle}"
    )


PRICED: Final = "unit costs are placeholders, and action to keep people has no price"
MIXES: Final = {COST: "The least costly mix", MOVE: "The mix that changes least"}
FEWER: Final = "Funding fewer posts fills a larger share of them and adds nobody."


def finding(found: Alone, all_: Together | None, place: Place) -> str:
    """Return the answer: already met, how it can be, or that it cannot and why."""
    if found.met:
        return f"**Already reached.** {what_is_asked(found, place)}, {since(found)}. {slack(found)}"
    words = [f"{what_is_asked(found, place)}: **not reached**."]
    if not found.levers:
        return f"{words[0]} Tick at least one lever that you control to see what it would take."
    assert all_ is not None, "what is not reached was sought"
    goal = found.ground.goal
    enough = [lever for lever in found.levers if lever.needed is not None]
    if enough:
        easiest = min(enough, key=moved)
        assert easiest.needed is not None
        words.append(
            f"**One lever alone would do**: {change(easiest.control, easiest.needed)}"
            f"{or_others(len(enough) - 1)}."
        )
        if fewer_posts(easiest.control, easiest.needed):
            words.append(FEWER)
    elif all_.least:
        words.append("**No lever would do alone**; together the ticked levers would.")
    else:
        words.append(
            f"**Not reachable inside the evidence range**: with every ticked lever at its best it "
            f"is {estimate(goal, all_.best.value)} at most. In the way: "
            f"{binds(all_.binding, goal)}."
        )
    if all_.least and len(all_.changes) > 1:
        mix = listed([f"{within(c.label)} {c.show(i)}" for c, i in all_.changes.items()])
        words.append(
            f"{MIXES[all_.objective]}: {mix}. That is {dearer(all_.least.extra_cost)}; {PRICED}."
        )
    words.append(routes_in_short(all_.routes))
    return " ".join(words)


def or_others(many: int) -> str:
    """Say that others would do as well."""
    return "" if not many else "; or one other" if many == 1 else f"; or one of {many} others"


def fewer_posts(c: Control, which: int) -> bool:
    """Return whether a setting funds fewer posts than now."""
    return c.id == POSTS and which < c.now


def moved(lever: OneLever) -> float:
    """Return how far a lever must move, as a share of its range."""
    c, needed = lever.control, lever.needed
    return abs(float(c.shares()[needed] - c.shares()[c.now])) if needed is not None else 9.0


def routes_in_short(routes: tuple[RouteFound, ...]) -> str:
    """Say which routes get there."""
    there = [f"*{r.route.label}*" for r in routes if r.least and not r.own_idle]
    short = [f"*{r.route.label}*" for r in routes if not r.least]
    idle = [r for r in routes if r.least and r.own_idle]
    if idle and not there:
        return f"Of three routes, none adds anything of its own: {idle[0].route.joined_by}."
    if not there:
        most = max(routes, key=lambda r: r.value)
        return f"Of three routes none gets there; *{most.route.label}* gets furthest."
    falls = f"; {listed(short)} {'falls' if len(short) == 1 else 'fall'} short" if short else ""
    return f"Of three routes, {listed(there)} {'gets' if len(there) == 1 else 'get'} there{falls}."


def since(found: Alone) -> str:
    """Say since when a goal is reached."""
    years = found.ground.baseline.years
    assert found.since is not None, "it is reached"
    return "from the start" if found.since == years[0] else f"since {march(found.since)}"


def slack(found: Alone) -> str:
    """Say how far each lever could fall before the goal is missed."""
    parts = []
    for lever in found.levers:
        c, (low, high) = lever.control, lever.slack
        if low > 0 and c.show(low) != c.show(c.now):
            parts.append(f"{within(c.label)} could fall to {c.show(low)}")
        if high < len(c.settings) - 1 and c.show(high) != c.show(c.now):
            parts.append(f"{within(c.label)} could rise to {c.show(high)}")
    if not parts:
        return HARDLY if any(hardly(lever) for lever in found.levers) else NONE_LOSES
    said = f"Before it is missed, with all else the same, {listed(parts[:4], 'or')}."
    still = [within(lever.control.label) for lever in found.levers if hardly(lever)]
    return f"{said} There is hardly any room in {listed(still)}." if still else said


NONE_LOSES: Final = "No ticked lever, moved alone, would lose it."
HARDLY: Final = "Hardly any ticked lever has room to move before it is missed."


def hardly(lever: OneLever) -> bool:
    """Return whether a lever may move, but by less than its setting is written to."""
    c, (low, high) = lever.control, lever.slack
    ends = [low] * (low > 0) + [high] * (high < len(c.settings) - 1)
    return any(c.show(end) == c.show(c.now) for end in ends)
