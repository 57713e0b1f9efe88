"""The command that holds two scenarios against each other, in words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.comparable import Made, unlike
from ppn_scenarios.analysis.differences import differences
from ppn_scenarios.analysis.waterfall import Waterfall, each_way, ends
from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.tables.queries import data_version
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.results import RESULTS, Result

IDLE: Final = " (counts for nothing in either)"


def compare(was: Kept, now: Kept, place: Place, year: int) -> str:
    """Return what differs between two scenarios, and what that does to each result.

    Both are run with today's model and data, and without any effect of leadership on staffing.
    """
    lines = [f"From “{was.name}” to “{now.name}”: {place.name}, {march(year)}", ""]
    found = differences(was.scenario, now.scenario)
    lines += [
        f"  {ASSUMPTIONS[d.name].label}: {ASSUMPTIONS[d.name].show(d.was)} to "
        f"{ASSUMPTIONS[d.name].show(d.now)} ({KINDS[d.kind].lower()}){IDLE if d.idle else ''}"
        for d in found
    ] or ["  Nothing differs."]
    return "\n".join([*lines, "", *results(was, now, place, year), "", foot()]) + "\n"


def results(was: Kept, now: Kept, place: Place, year: int) -> list[str]:
    """Return each result before and after, with what moved it most."""
    one, other = (replace(kept.scenario, effects_on=0) for kept in (was, now))
    runs = [project(baseline(), scenario) for scenario in (one, other)]
    parts = each_way(baseline(), one, other, list(RESULTS), place.code)
    made = [
        Made(scenario=s, model=MODEL_VERSION, data=data_version(), year=baseline().year)
        for s in (one, other)
    ]
    lines = []
    for measure, result in RESULTS.items():
        if why := unlike(measure, made[0], made[1]):
            lines.append(f"  {result.label}: cannot be compared. {'. '.join(why)}.")
            continue
        first, then = (MEASURES[measure](run, place.code) for run in runs)
        before, after = first.at(year), then.at(year)
        low, _, high = then.less(first).at(year)
        change = result.changes((low, high), before[1])
        lines.append(
            f"  {result.label}: {result.write(*before)} to {result.write(*after)} ({change})"
        )
        lines += cause([way.waterfall(measure, year) for way in parts], result)
    return lines


def cause(ways: Sequence[Waterfall], result: Result) -> list[str]:
    """Return the largest causes of a change, each alone, and what they do together.

    `ways` are the same change by each way of sharing England out, the middle first.
    """
    fall = ways[0]
    moving = sorted((p for p in fall.parts if p.effect), key=lambda part: -abs(part.effect))
    if len(moving) < 2:
        return []
    whole = max(abs(fall.start), abs(fall.end))
    said = [
        f"{ASSUMPTIONS[part.levers[0]].label} "
        + result.changes(ends(ways, lambda way: way.effect(part.causes)), whole)  # noqa: B023
        for part in moving[:3]
    ]
    more = f"; {len(moving) - 3} more" if len(moving) > 3 else ""
    together = result.changes(ends(ways, lambda way: way.together), whole)
    return [f"      alone: {'; '.join(said)}{more}. Together beyond that: {together}"]


def foot() -> str:
    """Return what both were made with and how to read it."""
    return (
        f"Consequences of assumptions, not a forecast. Model {MODEL_VERSION}, data "
        f"{data_version()}. Not yet assured. Leadership changes staffing by nothing here."
    )
