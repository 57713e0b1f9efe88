"""Passports of what is said of the model itself: checks run, the back-test, inputs by status."""

from ppn_scenarios.analysis.validation.check import OUTCOMES
from ppn_scenarios.analysis.validation.compare import Backtest
from ppn_scenarios.analysis.validation.report import Found
from ppn_scenarios.assumptions.label import within

from .making import added
from .passport import Passport, Term


def of_checks(found: Found) -> Passport:
    """Return the passport of how many checks were run, by their outcome."""
    counts = {o: sum(result.outcome == o for _, result in found) for o in OUTCOMES}
    return Passport(
        label="Checks of the model",
        value=len(found),
        unit="number",
        formula="Checks that passed + that failed + that could not be tested",
        terms=tuple(
            Term(label=outcome.capitalize(), value=n, unit="number")
            for outcome, n in counts.items()
        ),
        combine=added,
        bias="A count of checks says nothing of how hard they are. What no open data can test is "
        "counted, and stays open.",
        code="from ppn_scenarios import baseline\n"
        "from ppn_scenarios.analysis.validation.report import run_checks\n\n"
        "print(len(run_checks(baseline())))\n",
    )


def of_backtest(b: Backtest) -> Passport:
    """Return the passport of the staff that the model reaches when it starts in the past."""
    start, end = min(b.observed), max(b.observed)
    counted = b.observed[end]
    return Passport(
        label=f"Staff in March {end}, worked out from April {start}",
        value=float(b.projected[-1]),
        unit="FTE",
        formula="Staff counted x (1 + error)",
        terms=(
            Term(label=f"Staff counted, March {end}", value=counted, unit="FTE"),
            Term(label="Error", value=float(b.error[end]), unit="share"),
        ),
        combine=lambda staff, error: staff * (1 + error),
        figures=("esr_fte_2023", "esr_growth_2019_23"),
        bias="The error may be partly of the count: staff may have been recoded or moved into the "
        "NHS in these years. Starts of therapists and practitioners then are placeholders.",
        code="from ppn_scenarios import baseline\n"
        "from ppn_scenarios.analysis.validation.staff_checks import england\n\n"
        "print(england(baseline()).projected[-1])\n",
    )


def of_inputs(status: str, words: str, counts: tuple[int, int, int]) -> Passport:
    """Return the passport of how many inputs rest on one thing.

    `words` name the status as levers do; `counts` are of levers, of inputs that no lever sets and
    of policy figures.
    """
    names = ("Levers", "Other inputs", "Policy figures")
    return Passport(
        label=f"Inputs that rest on: {within(words)}",
        value=sum(counts),
        unit="number",
        formula="Levers + other inputs + policy figures, counted by status",
        terms=tuple(
            Term(label=name, value=n, unit="number") for name, n in zip(names, counts, strict=True)
        ),
        combine=added,
        bias="A count gives every input the same weight: the shares of the spread do not.",
        code="from ppn_scenarios.assumptions.log import counts_by_status\n"
        "from ppn_scenarios.tables import queries\n\n"
        "tables = (queries.model_inputs(), queries.policy_figures())\n"
        f'others = sum(int((rows["status"] == "{status}").sum()) for rows in tables)\n'
        f'print(counts_by_status()["{words}"] + others)\n',
    )
