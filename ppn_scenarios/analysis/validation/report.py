"""The validation report as text, made from the checks and what came of them."""

from collections.abc import Sequence
from typing import Final

from ppn_scenarios.assumptions.log import rows
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.model import Baseline

from . import leader_checks, policy_checks, staff_checks
from .check import FAILED, OUTCOMES, PASSED, UNTESTED, Check, Result

CHECKS: Final = (*staff_checks.CHECKS, *policy_checks.CHECKS, *leader_checks.CHECKS)
Found = Sequence[tuple[Check, Result]]

INTRODUCTION: Final = """# Validation report

Made by `python -m ppn_scenarios validate`. Do not edit it by hand: a test compares it with what the
checks find.

Model version {version}. Last run on {date}. {counts}.

What passes was declared in `ppn_scenarios/analysis/validation/bands.py` before any result was
computed. Nothing was tuned on what it is tested against, and misses are listed first. This explorer
works out what follows from assumptions. It does not forecast, and this report is the reason to say
so."""

# Invariants and directions run with every test run. Each is named here with where it lives, and a
# test of this report holds that it is there.
HERE: Final = "tests/model/test_invariants.py"
INVARIANTS: Final = (  # id, what always holds, file, how its tests' names begin
    ("I1", "Staff change by who joins less who goes", HERE, "test_i1_"),
    ("I2", "Nobody appears or vanishes unrecorded", HERE, "test_i2_"),
    ("I3", "Nothing is negative; shares stay between none and all", HERE, "test_i3_"),
    ("I4", "An area alone is its slice of the whole; areas add up", HERE, "test_i4_"),
    ("I5", "Twice of everything gives twice of everything", HERE, "test_i5_"),
    ("I6", "More leaving never means more staff, nor more places fewer", HERE, "test_i6_"),
    ("I7", "Leadership moves no staff while its effects are off", HERE, "test_i7_"),
    ("I8", "Staff never pass funded posts while these limit hiring", HERE, "test_i8_"),
    ("I9", "Nothing changes when nobody moves", HERE, "test_i9_"),
    ("I10", "Starters qualify after exactly the length of their course", HERE, "test_i10_"),
    (
        "I11",
        "Constant joiners settle where they balance leaving",
        "tests/model/test_by_hand.py",
        "test_constant_joiners_settle_",
    ),
    ("I12", "Many runs at once equal each alone", HERE, "test_i12_"),
)
OTHER_TESTS: Final = (
    ("Which way every lever pushes every headline", "tests/model/test_directions.py"),
    (
        "Every measure against the equations written again",
        "tests/model/test_against_plain_python.py",
    ),
    ("Single years and months worked out by hand", "tests/model/test_by_hand.py"),
    ("Back-tests of series that the equations made", "tests/analysis/validation/test_backtest.py"),
    ("Paces of adoption from exact curves", "tests/analysis/validation/test_adoption.py"),
    ("Headline results against the last ones stated", "tests/snapshots/test_snapshots.py"),
)

YOUR_OWN: Final = """## Test it yourself

Any national series of staff and any curve of adoption can be tested, of this country or another:

    from ppn_scenarios.analysis.validation import against_bands, backtest, fit_adoption

    b = backtest(history, places, 2019, 2024)  # years to FTE, years to training starts
    print(b.table(), b.mape, b.naive_mape, b.inside, b.notes, against_bands(b))
    fit_adoption([(1, 0.2), (3, 0.5), (6, 0.8)])  # years since the start, share

A year is the one in which the financial year ends: training that starts in autumn 2019 is under
2020. Starts are totals, or one number for each family. Years before the start, where given, set
joiners from outside and, from four years up, how unevenly staff grow; numbers of staff after it are
used only to compare. A series with gaps or in another unit is refused, with the reason. A start and
an end alone are enough."""


def run_checks(baseline: Baseline) -> list[tuple[Check, Result]]:
    """Return every check with what came of it."""
    return [(check, check.run(baseline)) for check in CHECKS]


def counts(found: Found) -> str:
    """Return how many checks came out how, in words."""
    numbers = {outcome: sum(r.outcome == outcome for _, r in found) for outcome in OUTCOMES}
    return (
        f"{numbers[PASSED]} checks passed, {numbers[FAILED]} failed, "
        f"{numbers[UNTESTED]} could not be tested"
    )


def section(title: str, outcome: str, found: Found) -> list[str]:
    """Return the part on all checks of one outcome."""
    body = [
        (f"`{c.id}`", c.group, c.what, c.band, r.value, r.note, c.source)
        for c, r in found
        if r.outcome == outcome
    ]
    if outcome == FAILED and body:
        return [f"## {title}", *(in_full(c, r) for c, r in found if r.outcome == FAILED)]
    head = ("Id", "Subject", "What", "What passes", "Result", "What to know of it", "Source")
    return [f"## {title}", rows(head, body) if body else "None."]


def in_full(check: Check, result: Result) -> str:
    """Return a failed check as paragraphs, so that none of it is overlooked."""
    return (
        f"**{check.what}** (`{check.id}`): {result.value}. What passes: {check.band}.\n\n"
        f"{result.note}\n\nSource: {check.source}."
    )


def report(found: Found, date: str) -> str:
    """Return the report as Markdown; the same results and date give the same text."""
    said = INTRODUCTION.format(version=MODEL_VERSION, date=date, counts=counts(found))
    always = [(id, what, f"`{file}`: `{name}...`") for id, what, file, name in INVARIANTS]
    parts = [said, *section("Failed", FAILED, found), *section("Passed", PASSED, found)]
    parts += section("Could not be tested", UNTESTED, found)
    parts += ["## Held by tests that run before every change"]
    parts += [rows(("Invariant", "What always holds", "Where"), always)]
    parts += [rows(("What else", "Where"), [(what, f"`{where}`") for what, where in OTHER_TESTS])]
    return "\n\n".join([*parts, YOUR_OWN]) + "\n"
