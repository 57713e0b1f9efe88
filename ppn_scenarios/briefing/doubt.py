"""What would change our mind: beliefs that decide, beliefs that move most, what to measure next."""

from collections.abc import Callable, Sequence
from typing import Final

from ppn_scenarios.analysis.sensitivity import Index, Swing
from ppn_scenarios.analysis.sensitivity_shares import measure_next, shares_by_status
from ppn_scenarios.analysis.stress import Breaks
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.assumptions.measuring import MEASURING
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import listed, march, percent
from ppn_scenarios.wording.futures import condition
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.results import RESULTS

from .ground import Ground
from .part import Part, Table
from .workings import SAMPLES

MEASURE: Final = "fte"  # the result whose uncertainty is looked into
MOST: Final = 6  # beliefs in the table
NEXT: Final = 3  # placeholders to measure, and beliefs that decide


def doubt(g: Ground, broken: Breaks | None, told: Callable[[int, int], None]) -> Part:
    """Return what would change our mind; `told` hears the runs done and how many there are."""
    moving = g.workings.swings(g.scenario, MEASURE, HORIZON).beliefs
    found = g.workings.shares(g.scenario, MEASURE, HORIZON, told)
    share = shares_by_status(found)["none"][1]
    return Part(
        id="doubt",
        question="What would change our mind?",
        title=f"{percent(share)} of the uncertainty in England's staff comes from figures without "
        "a source",
        words=(
            *((deciding(g, broken),) if broken else ()),
            *to_measure(found),
            *whose(g.place),
        ),
        table=Table(
            title=f"Beliefs that move staff in England in {march(HORIZON)} most, each alone",
            head=("Belief", "At its low end", "At its high end", "Rests on"),
            rows=tuple(map(row, moving[:MOST])),
            numbers=(1, 2),
        ),
        sources=(
            f"Shares of the uncertainty: Sobol indices from {SAMPLES} samples, England, "
            f"{march(HORIZON)}. Choices are held as we set them.",
        ),
    )


def deciding(g: Ground, broken: Breaks) -> str:
    """Return the beliefs that alone would turn the verdict on the goal round."""
    goal = f"“{g.goal.target.label}” by {march(g.goal.year)}"
    if not broken.beliefs:
        verdict = "lose" if broken.met else "reach"
        return f"No single belief within its range would {verdict} {goal}."
    said = listed([condition(b, broken.met) for b in broken.beliefs[:NEXT]], "or")
    verdict = "is reached, and would not be" if broken.met else "is not reached, and would be"
    return f"The goal {goal} {verdict}, if {said}."


def whose(place: Place) -> tuple[str, ...]:
    """Return why the uncertainty is England's where the briefing is about a place."""
    if place.level == "england":
        return ()
    return (
        f"**Why England's, and not {place.said}'s?** The shares are worked out for England as one "
        "area, on beliefs that are the same everywhere. "
        f"{place.opening} has two more unknowns that no belief holds: how England's staff are "
        "spread over places, where two proxies disagree, and chance in small numbers. No share is "
        "worked out for those.",
    )


def to_measure(found: Sequence[Index]) -> tuple[str, ...]:
    """Return what to measure next, and who could, if there is anything."""
    ranked = measure_next(found)[:NEXT]
    if not ranked:
        return ()
    groups: dict[str, list[str]] = {}
    for index in ranked:
        a = ASSUMPTIONS[index.name]
        groups.setdefault(a.group, []).append(f"**{a.label}** ({percent(index.first)})")
    said = " ".join(f"{listed(names)}. {MEASURING[group]}" for group, names in groups.items())
    return (f"To measure next, with the share of the uncertainty that would go: {said}",)


def row(swing: Swing) -> tuple[str, ...]:
    """Return one belief's row: the result at either end of its range."""
    a, write = ASSUMPTIONS[swing.name], RESULTS[MEASURE].write
    return (
        a.label,
        f"{write(*[swing.at_low] * 3)} at {a.show(a.low)}",
        f"{write(*[swing.at_high] * 3)} at {a.show(a.high)}",
        a.rests_on,
    )
