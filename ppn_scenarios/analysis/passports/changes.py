"""Passports of what a change does: a difference, one cause alone, and all causes together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppn_scenarios.analysis.differences import causes, differences
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.series import Series
from ppn_scenarios.analysis.uncertainty import Outcomes
from ppn_scenarios.analysis.waterfall import Part, Waterfall
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .code import written
from .passport import Passport, Term
from .ranged import ranged

SIGN: Final = (
    "A difference between two runs is surer than either, because what is wrong in both falls out. "
    "What no run holds, such as a response of pay or of need, falls out of neither."
)
ALONE: Final = (
    "Measured with nothing else changed. Beside other changes it would do more or less: that part "
    "stands on a line of its own."
)
ANY_PAIR: Final = (
    "It holds every way in which the changes help or hinder one another, and says nothing of which "
    "pair does so."
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of two scenarios: which result, of which place, in which year."""

    label: str  # of the result
    unit: str
    measure: str
    place: str
    year: int
    was: Scenario
    now: Scenario

    @property
    def code(self) -> str:
        """Return the code that defines `value` and both scenarios."""
        return (
            "from dataclasses import replace\n\n"
            "from ppn_scenarios import Scenario, baseline, project\n"
            "from ppn_scenarios.analysis import MEASURES\n\n\n"
            "def value(scenario):\n"
            "    run = project(baseline(), scenario)\n"
            f'    return MEASURES["{self.measure}"](run, "{self.place}").at({self.year})[1]\n\n\n'
            f"was = {written(self.was)}\n"
            f"now = {written(self.now)}\n"
        )

    def alone(self, groups: tuple[tuple[str, ...], ...]) -> str:
        """Return the code that adds up what causes do, each alone."""
        listed = "".join(f"    {group!r},\n" for group in groups)
        return (
            f"causes = [\n{listed}]\nalone = 0.0\nfor cause in causes:\n"
            "    only = {name: getattr(now, name) for name in cause}\n"
            "    alone += value(replace(was, **only)) - value(was)\n"
        )


def of_change(asked: Asked, fall: Waterfall) -> Passport:
    """Return the passport of a whole difference."""
    return Passport(
        label=asked.label,
        value=fall.change,
        unit=asked.unit,
        formula="The result with all changes, less the result with none",
        terms=(
            Term(label="With all changes", value=fall.end, unit=asked.unit),
            Term(label="With none", value=fall.start, unit=asked.unit),
        ),
        combine=lambda end, start: end - start,
        rests_on=tuple(row.name for row in differences(asked.was, asked.now)),
        bias=SIGN,
        code=asked.code + "print(value(now) - value(was))\n",
        scenario=asked.now,
    )


def of_part(asked: Asked, fall: Waterfall, part: Part) -> Passport:
    """Return the passport of what one cause does alone, or of several such effects added up."""
    code = asked.code + asked.alone(part.causes) + "print(alone)\n"
    if len(part.causes) == 1:
        name = ASSUMPTIONS[part.levers[0]].label
        formula = "The result with only this changed, less the result with nothing changed"
        terms = ("With only this changed", "With nothing changed")
    else:
        name = f"{len(part.causes)} other {part.kind}s"
        formula = "What each does when it alone changes, added up"
        terms = ("With nothing changed, and each effect alone added", "With nothing changed")
    return Passport(
        label=f"{asked.label}: {name}, alone",
        value=part.effect,
        unit=asked.unit,
        formula=formula,
        terms=(
            Term(label=terms[0], value=fall.start + part.effect, unit=asked.unit),
            Term(label=terms[1], value=fall.start, unit=asked.unit),
        ),
        combine=lambda only, none: only - none,
        rests_on=part.levers,
        bias=ALONE,
        code=code,
        scenario=asked.now,
    )


def of_together(asked: Asked, fall: Waterfall) -> Passport:
    """Return the passport of what causes do only together."""
    groups = tuple(causes(differences(asked.was, asked.now)).values())
    one_by_one = math.fsum(part.effect for part in fall.parts)
    return Passport(
        label=f"{asked.label}: together, beyond one by one",
        value=fall.together,
        unit=asked.unit,
        formula="The whole change, less what each cause does alone, added up",
        terms=(
            Term(label="The whole change", value=fall.change, unit=asked.unit),
            Term(label="Each cause alone, added up", value=one_by_one, unit=asked.unit),
        ),
        combine=lambda whole, added: whole - added,
        rests_on=tuple(name for group in groups for name in group),
        bias=ANY_PAIR,
        code=asked.code + asked.alone(groups) + "print(value(now) - value(was) - alone)\n",
        scenario=asked.now,
    )


def of_all(asked: Asked, fall: Waterfall, most: int) -> list[Passport]:
    """Return the passports of every bar of a waterfall that has at most about `most` of them."""
    parts = [of_part(asked, fall, part) for part in fall.shortened(most).parts]
    return [of_change(asked, fall), *parts, of_together(asked, fall)]


def of_all_ways(asked: Asked, ways: Sequence[Waterfall], most: int) -> list[Passport]:
    """Return the passports of every bar with its range over the ways of sharing England out."""
    shown = ways[0].shortened(most)
    each = [of_all(asked, way.grouped(shown), most=len(shown.parts) + 1) for way in ways]
    return ranged(each)


def of_difference(asked: Asked, was: Series, now: Series) -> Passport:
    """Return the passport of a whole difference, with its range over the ways."""
    start, end = (series.at(asked.year)[1] for series in (was, now))
    low, _, high = now.less(was).at(asked.year)
    middle = of_change(asked, Waterfall(start, (), end - start, end))
    alike = high - low <= 1e-6 * max(abs(low), abs(high))
    return middle if alike else replace(middle, low=low, high=high)


def of_paired(asked: Asked, found: Outcomes) -> Passport:
    """Return the passport of the middle of differences over the same draws of two scenarios."""
    band, i = found.band(), found.years.index(asked.year)
    small = "" if asked.place == ENGLAND else ", small=True"
    value = float(band.p50[i])
    return Passport(
        label=f"{asked.label}, in eight draws of ten",
        value=value,
        unit=asked.unit,
        formula="The result with all changes less the result with none, in each draw of every "
        "belief; the draw in the middle, and one in ten below and above the ends",
        terms=(Term(label="The middle draw", value=value, unit=asked.unit),),
        combine=lambda middle: middle,
        rests_on=tuple(row.name for row in differences(asked.was, asked.now)),
        bias=SIGN,
        code=(
            "from ppn_scenarios import Scenario, baseline\n"
            "from ppn_scenarios.analysis.paired import paired\n"
            "from ppn_scenarios.analysis.uncertainty import simulate\n\n"
            f'wanted = ("{asked.measure}", "{asked.place}")\n'
            f"was = {written(asked.was)}\n"
            f"now = {written(asked.now)}\n"
            "now, was = (\n"
            f"    simulate(baseline(), plan, [wanted], n={len(found.values)}{small})[wanted]\n"
            "    for plan in (now, was)\n"
            f")\nprint(paired(now, was).band().p50[{i}])\n"
        ),
        scenario=asked.now,
        range_is="eight draws in ten lie within it",
        low=float(band.p10[i]),
        high=float(band.p90[i]),
    )
