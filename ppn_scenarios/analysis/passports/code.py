"""The Python that makes a figure again, for anybody to run in the project's folder."""

from typing import cast

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import FAMILIES

PROJECT = "from ppn_scenarios import Scenario, baseline, project\n"


def written(scenario: Scenario) -> str:
    """Return the code of a scenario: what it changes and nothing else."""
    changes = ", ".join(f"{name}={number(value)}" for name, value in scenario.changes().items())
    return f"Scenario({changes})"


def number(value: float) -> str:
    """Write a number so that it is read back exactly."""
    short = f"{value:.9g}"
    return short if float(short) == value else repr(float(value))


def plan(p: Projection) -> str:
    """Return the line of code that makes a projection again, by profession where it is."""
    split = "by_profession=True" if len(p.baseline.inputs.names) > len(FAMILIES) else ""
    return f"plan = project(baseline({split}), {written(cast(Scenario, p.scenario))})\n"


def of_measure(measure: str, scenario: Scenario, place: str, year: int) -> str:
    """Return code that prints the middle estimate of one measure of a place in a year."""
    return (
        f"{PROJECT}from ppn_scenarios.analysis import MEASURES\n\n"
        f"plan = project(baseline(), {written(scenario)})\n"
        f'low, middle, high = MEASURES["{measure}"](plan, "{place}").at({year})\n'
        "print(middle)\n"
    )


def of_difference(measure: str, scenario: Scenario, before: Scenario, place: str, year: int) -> str:
    """Return code that prints the difference of a measure between two scenarios."""
    return (
        f"{PROJECT}from ppn_scenarios.analysis import MEASURES\n\n"
        f"mine, before = (\n"
        f'    MEASURES["{measure}"](project(baseline(), scenario), "{place}").at({year})[1]\n'
        f"    for scenario in ({written(scenario)}, {written(before)})\n"
        ")\n"
        "print(mine - before)\n"
    )


def of_kind(kind: str, name: str, scenario: Scenario, place: str, year: int) -> str:
    """Return code that prints the share of one kind of organisation with a post, or people."""
    return (
        f"{PROJECT}from ppn_scenarios.analysis.leaders import posts_and_people\n\n"
        f"plan = project(baseline(), {written(scenario)})\n"
        f'rows = posts_and_people(plan, "{place}", {year})\n'
        f'print(next(row.{name}_share for row in rows if row.kind == "{kind}"))\n'
    )


def of_ceiling(turnover: float, years: float) -> str:
    """Return code that prints the share of posts that can be filled."""
    return (
        "from ppn_scenarios.analysis.leaders import most_in_post\n\n"
        f"print(most_in_post({number(turnover)}, {number(years)}))\n"
    )


def of_target(target: str, column: str, scenario: Scenario, place: str) -> str:
    """Return code that prints one column of how a scenario measures up against a target."""
    return (
        "from ppn_scenarios import Scenario, against_targets, baseline, project\n\n"
        f"plan = project(baseline(), {written(scenario)})\n"
        f'targets = against_targets(plan, "{place}").set_index("id")\n'
        f'print(targets.loc["{target}", "{column}"])\n'
    )


def of_break_even(scenario: Scenario, field: str) -> str:
    """Return code that prints one field of the break-even effect."""
    return (
        "from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.breakeven import break_even\n\n"
        f"print(break_even(baseline(), {written(scenario)}).{field})\n"
    )


def of_spread(measure: str, status: str, scenario: Scenario, year: int, n: int) -> str:
    """Return code that prints the share of a measure's spread from figures of one status."""
    return (
        "from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.sensitivity import sobol\n"
        "from ppn_scenarios.analysis.sensitivity_shares import shares_by_status\n\n"
        f'found = sobol(baseline(), {written(scenario)}, "{measure}", {year}, n={n})\n'
        f'low, middle, high = shares_by_status(found)["{status}"]\n'
        "print(middle)\n"
    )


def of_history(year: int) -> str:
    """Return code that prints the published staff of a year."""
    return f"from ppn_scenarios import baseline\n\nprint(baseline().history[{year}])\n"


def of_estimate(place: str) -> str:
    """Return code that prints the estimate of a place's staff in the opening year."""
    return (
        "from ppn_scenarios import baseline\n"
        "from ppn_scenarios.analysis import place_index\n\n"
        "start = baseline()\n"
        f'here = place_index(start, "{place}")\n'
        "print(start.fte * start.share[0, here].sum())\n"
    )
