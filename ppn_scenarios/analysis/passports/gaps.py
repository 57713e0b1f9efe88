"""Passports of differences from things as they stand, split into beliefs and choices."""

from typing import Final

from ppn_scenarios.analysis.gap import Gap
from ppn_scenarios.assumptions import Scenario

from . import code
from .passport import Passport, Term

BIAS: Final = (
    "Beliefs count first. Where a belief and a choice act on one another, that part is under what "
    "we do; counted the other way round the parts would differ a little, and not their sum."
)


def of_gap(gap: Gap, label: str, unit: str, scenario: Scenario) -> Passport:
    """Return the passport of one difference; `scenario` is the whole of what the reader set."""
    return Passport(
        label=label,
        value=gap.whole,
        unit=unit,
        formula="What beliefs alone change + what choices change on top",
        terms=(
            Term(label="From what you believe", value=gap.from_beliefs, unit=unit),
            Term(label="From what we do", value=gap.from_choices, unit=unit),
        ),
        combine=lambda beliefs, choices: beliefs + choices,
        rests_on=tuple(scenario.changes()),
        bias=BIAS,
        code=(
            "from ppn_scenarios import Scenario, baseline, project\n"
            "from ppn_scenarios.analysis.gap import gap\n\n"
            f"mine = {code.written(scenario)}\n"
            "runs = [project(baseline(), s) for s in (Scenario(), mine.beliefs_only(), mine)]\n"
            f'found = gap(tuple(runs), "{gap.measure}", {gap.year}, "{gap.place}")\n'
            "print(found.whole)\n"
        ),
    )
