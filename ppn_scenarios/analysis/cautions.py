"""Combinations that are implausible or do nothing: what each means, and a way out.

A caution is no error: every scenario can be run. None holds of things as they stand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import HORIZON, Projection

MANY: Final = 0.01  # people who wait for a post, as a share of people in post: above it we say so
SEVERAL: Final = 3  # beliefs at an end of their range
PLACES: Final = ("places_cp", "growth_cp_capt", "places_other", "places_newrole")
EFFECTS: Final = ("eps_ret", "eps_rec", "eps_train", "eps_prod")
CEILINGS: Final = ("ceiling_encouraged", "ceiling_funded")
SWITCHES: Final = ("switch", "option", "financial year")


@dataclass(frozen=True, kw_only=True)
class Caution:
    """One combination: its name, what it means, what to do, and the levers that do it.

    `fix` returns the values to set, of those levers that are not there yet.
    """

    id: str
    title: str
    means: str
    advice: str
    holds: Callable[[Scenario, Projection], bool]
    fix: Callable[[Scenario], Mapping[str, float]]

    def fixed(self, scenario: Scenario) -> Scenario:
        """Return the scenario with the suggested fix."""
        return replace(scenario, **self.fix(scenario))


def back(*names: str) -> Callable[[Scenario], Mapping[str, float]]:
    """Return a fix that puts some levers back to things as they stand."""
    return lambda scenario: {name: ASSUMPTIONS[name].default for name in names}


def changed(scenario: Scenario, names: tuple[str, ...]) -> list[str]:
    """Return which of some levers are not as things stand."""
    return [name for name in names if getattr(scenario, name) != ASSUMPTIONS[name].default]


def waiting(_: Scenario, run: Projection) -> bool:
    """Return whether, in some year, many who qualified find no funded post."""
    people = run.in_post[0].sum(axis=(-1, -2, -3))
    return bool((run.unplaced[0].sum(axis=(-1, -2)) > MANY * people).any())


def room_for_all(scenario: Scenario) -> Mapping[str, float]:
    """Return what makes room: posts that grow at least as now and unfrozen, places as now."""
    growth = max(scenario.post_growth, ASSUMPTIONS["post_growth"].default)
    return {**back("post_freeze", *PLACES)(scenario), "post_growth": growth}


def above_posts(scenario: Scenario, run: Projection) -> bool:
    """Return whether there are more staff than funded posts at the end, with nothing against it."""
    if scenario.cap_mode:
        return False
    return bool(run.fte[0, -1].sum() > run.establishment[0, -1].sum())


def dry(_: Scenario, run: Projection) -> bool:
    """Return whether, in some area and year, fewer people could lead than there are posts."""
    posts = run.posts[0].sum(axis=-1) + run.system_posts[0]
    return bool(np.any(posts > run.pool[0] + 1e-9))


def too_late(scenario: Scenario, _: Projection) -> bool:
    """Return whether psychology places are added too late for anyone to qualify in time."""
    added = changed(scenario, PLACES[:2])
    return bool(added) and scenario.plan_start + 1 + scenario.course_len_psy > HORIZON


def at_ends(scenario: Scenario) -> list[str]:
    """Return the beliefs that the reader put at an end of their range."""
    return [
        name
        for name, value in scenario.changes().items()
        if (a := ASSUMPTIONS[name]).kind == "belief"
        and a.unit not in SWITCHES
        and value in (a.low, a.high)
    ]


def both_ends(scenario: Scenario, _: Projection) -> bool:
    """Return whether need and productivity both stand at an end of their range."""
    return {"demand_growth", "productivity"} <= set(at_ends(scenario))


def over_complied(scenario: Scenario, _: Projection) -> bool:
    """Return whether more would agree of their own accord than comply when they must."""
    return any(getattr(scenario, name) > scenario.ceiling_mandated for name in CEILINGS)


CAUTIONS: Final = (
    Caution(
        id="waiting",
        title="People qualify and find no post",
        means="Posts limit hiring here. In some year more people wait for a post than 1 in 100 of "
        "those who have one. More training then adds people who wait, not staff.",
        advice="Let funded posts grow at least as now, and train as many as now.",
        holds=waiting,
        fix=room_for_all,
    ),
    Caution(
        id="above_posts",
        title="More staff than funded posts",
        means="Posts do not limit hiring here, so everyone who qualifies is hired whoever pays. By "
        "2037 there are more staff than posts that are funded.",
        advice="Let posts limit hiring, and see what remains.",
        holds=above_posts,
        fix=back("cap_mode"),
    ),
    Caution(
        id="mandate_first",
        title="The post is required before the plan starts",
        means="Requiring the post has a date of its own, which is before all other choices start. "
        "The requirement would come without the rest of the plan.",
        advice="Require it from the start of the plan.",
        holds=lambda s, _: bool(s.mandate) and s.mandate_year < s.plan_start,
        fix=lambda s: {"mandate_year": s.plan_start},
    ),
    Caution(
        id="too_late",
        title="Places that come too late to count",
        means="Psychology places are changed, but from a date so late that nobody who starts then "
        "qualifies by March 2037. They cost, and add no staff in the years shown.",
        advice="Start the plan when it starts by default.",
        holds=too_late,
        fix=back("plan_start"),
    ),
    Caution(
        id="both_ends",
        title="Need and productivity both at an end of their range",
        means="Each end is unlikely by itself, and both together are more so. What follows is an "
        "outer case, not an expectation.",
        advice="Put one of them back: here productivity, whose range has no source.",
        holds=both_ends,
        fix=back("productivity"),
    ),
    Caution(
        id="many_ends",
        title="Several beliefs at an end of their range",
        means="Three or more beliefs stand as far out as their ranges go. That all are so at once "
        "is far less likely than each alone.",
        advice="Put beliefs back, then move the one that matters most.",
        holds=lambda s, _: len(at_ends(s)) >= SEVERAL,
        fix=lambda s: back(*at_ends(s))(s),
    ),
    Caution(
        id="dry",
        title="Too few people who could lead",
        means="In some area and year there are more leadership posts than people in the grades "
        "that could hold them. Posts stay vacant there however many are required.",
        advice="Promote as many to consultant grades as now.",
        holds=dry,
        fix=back("promote_lead", "promote_senior"),
    ),
    Caution(
        id="over_complied",
        title="More agree than would comply",
        means="More organisations would ever agree to the post if encouraged or paid for than "
        "would have it if they must. A requirement would then lower what is reached.",
        advice="Put these shares back to where they stand by default.",
        holds=over_complied,
        fix=back(*CEILINGS, "ceiling_mandated"),
    ),
    Caution(
        id="switch_off",
        title="An effect of leadership that is switched off",
        means="You gave leadership an effect on staffing, and the switch that lets it act is off. "
        "The effect does nothing.",
        advice="Put the effects back to none. Or switch them on: they are then said apart.",
        holds=lambda s, _: bool(changed(s, EFFECTS)) and not s.effects_on,
        fix=back(*EFFECTS),
    ),
    Caution(
        id="no_effect",
        title="The switch for effects of leadership is on, and no effect is set",
        means="Leadership may change staffing here, by nothing. The switch does nothing.",
        advice="Switch it off, or say what effect you suppose.",
        holds=lambda s, _: bool(s.effects_on) and not changed(s, EFFECTS),
        fix=back("effects_on"),
    ),
)


def cautions(run: Projection, scenario: Scenario) -> list[Caution]:
    """Return the cautions that hold of a scenario; `run` is its projection without hypotheses."""
    return [one for one in CAUTIONS if one.holds(scenario, run)]
