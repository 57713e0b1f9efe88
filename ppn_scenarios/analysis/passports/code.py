"""The Python that makes a figure again, for anybody to run in the project's folder."""

from ppn_scenarios.assumptions import Scenario


def written(scenario: Scenario) -> str:
    """Return the code of a scenario: what it changes and nothing else."""
    changes = ", ".join(f"{name}={value:.9g}" for name, value in scenario.changes().items())
    return f"Scenario({changes})"


def of_measure(measure: str, scenario: Scenario, place: str, year: int) -> str:
    """Return code that prints the middle estimate of one measure of a place in a year."""
    return (
        "from ppn_scenarios import Scenario, baseline, project\n"
        "from ppn_scenarios.analysis import MEASURES\n\n"
        f"plan = project(baseline(), {written(scenario)})\n"
        f'low, middle, high = MEASURES["{measure}"](plan, "{place}").at({year})\n'
        "print(middle)\n"
    )
