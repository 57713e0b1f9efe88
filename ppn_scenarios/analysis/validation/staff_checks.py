"""England from April 2019 to March 2023: the one span for which totals are published."""

from typing import Final

import numpy as np

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline

from .bands import COVERAGE, DUTCH, ONE_YEAR, THREE_YEARS, Band, error_band
from .calibrate import beliefs_of, fitted, leavers, opened
from .check import UNTESTED, Check, Result, judged
from .compare import Backtest
from .published import ENGLAND_END, ENGLAND_START, LOST_A_YEAR, PSYCHOLOGY_SOURCE, REGISTERED
from .published import PSYCHOLOGY_STARTS as PSYCHOLOGY
from .replay import LEFT_OUT, backtest
from .verdict import against_bands

GROUP: Final = "Staff"
STAFF_RECORDS: Final = (
    "DHSC written answer 16695, 13 March 2024: about 27,800 FTE in March 2023, 51% more than in "
    "April 2019"
)
SPAN: Final = ENGLAND_END - ENGLAND_START
NAIVE_BAND: Final = "a smaller error than carrying the last growth forward"


def england_starts(baseline: Baseline) -> dict[int, list[float]]:
    """Return training starts by family: counted for psychologists, placeholders for the others."""
    others = [float(row.sum()) for row in baseline.inputs.opening_trainees[1:]]
    return {year: [float(starts), *others] for year, starts in PSYCHOLOGY.items()}


def england(baseline: Baseline) -> Backtest:
    """Return the back-test of England."""
    history = {year: baseline.history[year] for year in (ENGLAND_START, ENGLAND_END)}
    return backtest(
        history, england_starts(baseline), ENGLAND_START, ENGLAND_END, baseline=baseline
    )


def joiners_that_explain_it(baseline: Baseline) -> float:
    """Return people a year from outside with which the model would reach what was counted.

    It looks at the answer, so it is a diagnosis and is used for nothing.
    """
    starts = {year: np.array(row) for year, row in england_starts(baseline).items()}
    scenario, (start, end) = Scenario(**LEFT_OUT), (ENGLAND_START, ENGLAND_END)
    at = opened(baseline, scenario, start, end, baseline.history[start], starts)
    beliefs = beliefs_of(scenario, 64)
    return float(fitted(at, beliefs, baseline.history[end], leavers(at, beliefs))[0])


def total_error(baseline: Baseline) -> Result:
    """Return how far the model is from the count of 2023."""
    b = england(baseline)
    error, needed = b.error[ENGLAND_END], joiners_that_explain_it(baseline)
    return judged(
        error_band(SPAN).holds(abs(error)),
        f"{b.projected[-1]:,.0f} FTE against {b.observed[ENGLAND_END]:,.0f} counted: {error:+.1%}",
        "Only clinical psychology starts are published for these years; starts of therapists and "
        "practitioners are the model's placeholders, so this cannot validate the level of "
        "training. No count before 2019 is published, so nothing could be fitted. It would take "
        f"about {needed:,.0f} joiners from outside a year, and not {b.external:,.0f}, to explain "
        "the growth. Some of it may be staff recoded or moved into the NHS, and more trainees "
        "than assumed: the sources do not say. Nothing was adjusted to come closer.",
    )


def interval(baseline: Baseline) -> Result:
    """Return whether the count lies inside, which one point cannot decide."""
    b = england(baseline)
    found = against_bands(b)["interval"]
    value = (
        f"{found.value}: {b.p10[-1]:,.0f} to {b.p90[-1]:,.0f} FTE against "
        f"{b.observed[ENGLAND_END]:,.0f}"
    )
    where = "inside" if b.inside else "outside: the band on the pages may be too narrow"
    return Result(found.outcome, value, f"{found.note} The one there is lies {where}.")


def naive(baseline: Baseline) -> Result:
    """Return whether the model comes closer than a naive forecast."""
    found = against_bands(england(baseline))["naive"]
    weak = "A weak test: with no count before 2019, the naive forecast can only be no change."
    return Result(found.outcome, found.value, weak)


def pipeline(baseline: Baseline) -> Result:
    """Return how starts of clinical psychology training compare with growth of the register."""
    qualified = sum(
        PSYCHOLOGY[year] * (1 - LOST_A_YEAR) ** 3
        for year in range(2012, 2020)  # started autumn 2011 to 2018, qualified 2014 to 2021
    )
    first, last = REGISTERED.values()
    return Result(
        UNTESTED,
        f"{qualified:,.0f} predicted to qualify, autumn 2014 to 2021; the register grew by "
        f"{last - first:,.0f}",
        "Indicative only: the register has six other fields of practice and people from abroad, "
        "and does not publish who left it.",
    )


def not_there(reason: str) -> Result:
    """Return that nothing open can test it."""
    return Result(UNTESTED, "no open data", reason)


def missing(id: str, what: str, band: Band, reason: str) -> Check:
    """Return a check that waits for data."""
    return Check(id, GROUP, what, band.words, band.source, lambda _: not_there(reason))


YEARLY: Final = "No yearly count between 2019 and 2023 is in the open sources found."
CHECKS: Final = (
    Check(
        "england-total",
        GROUP,
        f"Total FTE, England, {ENGLAND_START} to {ENGLAND_END}",
        error_band(SPAN).words,
        f"{STAFF_RECORDS}. {DUTCH}",
        total_error,
    ),
    Check(
        "england-naive",
        GROUP,
        "The same, against a naive forecast",
        NAIVE_BAND,
        STAFF_RECORDS,
        naive,
    ),
    Check(
        "england-interval",
        GROUP,
        "The same, inside the interval of 80%",
        COVERAGE.words,
        STAFF_RECORDS,
        interval,
    ),
    missing("england-one-year", "Total FTE one year ahead", ONE_YEAR, YEARLY),
    missing("england-three-years", "Total FTE three years ahead", THREE_YEARS, YEARLY),
    Check(
        "england-families",
        GROUP,
        "FTE of each family",
        "mean error of at most 10%",
        "Our choice",
        lambda _: not_there("No count by family is published; the split is a placeholder."),
    ),
    Check(
        "england-areas",
        GROUP,
        "FTE of each ICS",
        "half of them within 15%",
        "Our choice",
        lambda _: not_there("No count by ICS is published; ours are estimates from proxies."),
    ),
    Check(
        "psychology-pipeline",
        GROUP,
        "Clinical psychology starts against growth of the register",
        "none set: definitions differ",
        f"{PSYCHOLOGY_SOURCE}; Health and Care Professions Council",
        pipeline,
    ),
    Check(
        "scotland",
        GROUP,
        "Psychology services in NHS Scotland",
        f"{THREE_YEARS.words} at three years; {COVERAGE.words}",
        "NHS Education for Scotland, quarterly",
        lambda _: Result(
            UNTESTED,
            "held out",
            "Later counts are kept away from this model on purpose. Anyone can test it: "
            "`backtest(history, places, start_year, end_year)`.",
        ),
    ),
    Check(
        "england-flows",
        GROUP,
        "Vacancy, leaving, retirement, return and joining from outside, England",
        "none set",
        "None found",
        lambda _: not_there(
            "Rates are published for all staff or for other countries, not for these professions."
        ),
    ),
)
