"""Leadership: how fast like roles spread, and whether the equations spread a role so."""

from dataclasses import asdict, replace
from typing import Final

import numpy as np

from ppn_scenarios.analysis.draws import Draws
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline, project

from .adoption import AdoptionFit, fit_adoption
from .bands import (
    CHIEF_AHP,
    ENCOURAGED_PACE,
    FREEDOM_TO_SPEAK_UP,
    OUR_READING,
    REQUIRED_PACE,
    SHARE_TOLERANCE,
    Band,
)
from .check import UNTESTED, Check, Result, judged
from .published import (
    AHP_ANSWERED,
    AHP_ASKED,
    AHP_SHARE,
    AHP_SINCE,
    COVERAGE,
    COVERAGE_YEARS,
    GUARDIANS,
    GUARDIANS_SINCE,
)

GROUP: Final = "Leadership"
TURNOVER, FILL_TIME = 0.22, 0.39  # of the table
ROUNDING: Final = 1e-9


def spread(baseline: Baseline, pace: float) -> tuple[float, ...]:
    """Return the share of trusts with a leader after some years, from none and at a pace."""
    start = replace(
        as_one_area(baseline),
        leadership_year=baseline.year,
        until=baseline.year + COVERAGE_YEARS[-1],
    )
    none = {name: 0.0 for name in ASSUMPTIONS if name.startswith("cppo_base") or name == "ics_base"}
    given = {"h_encourage": pace, "ceiling_encouraged": 1.0, "abolish": 0.0, "mandate": 0.0}
    given |= {"encouragement": 0.0, "lead_turnover": TURNOVER, "fill_time": FILL_TIME}
    run = project(start, Draws({**asdict(Scenario()), **none, **given}, np.zeros(1)))
    led = MEASURES["trusts_led"](run, ENGLAND)
    return tuple(float(np.ravel(led.values)[years]) for years in COVERAGE_YEARS)


def continuous(pace: float) -> tuple[float, ...]:
    """Return the same shares in continuous time: none, vacant, filled, and the rates between."""
    from scipy import linalg  # not before it is needed

    fill = 1 / FILL_TIME
    rates = np.array([[-pace, 0, 0], [pace, -fill, TURNOVER], [0, fill, -TURNOVER]])
    return tuple(float(linalg.expm(rates * years)[2, 0]) for years in COVERAGE_YEARS)


def coverage_table(baseline: Baseline) -> Result:
    """Return the largest miss of the table of adoption curves, in the whole points it is in."""
    cells = [
        (abs(round(found, 2) - share), abs(found - exact), abs(round(exact, 2) - share))
        for pace, row in COVERAGE.items()
        for found, exact, share in zip(spread(baseline, pace), continuous(pace), row, strict=True)
    ]
    worst, unrounded, misprint = (max(column) for column in zip(*cells, strict=True))
    return judged(
        SHARE_TOLERANCE.holds(round(worst, 9)) and misprint < ROUNDING,
        f"all {len(cells)} within {100 * worst:.0f} points",
        f"In whole points, as the table is. Before rounding the largest difference from the curve "
        f"in continuous time is {100 * unrounded:.1f} points, because the model steps by months.",
    )


def paces(fits: dict[str, AdoptionFit], band: Band, decimals: int) -> Result:
    """Return the paces that published shares imply, by when the clock starts."""
    return judged(
        all(band.holds(round(fit.hazard, decimals)) for fit in fits.values()),
        "; ".join(
            f"{fit.hazard:.{decimals}f} a year ({fit.low:.{decimals}f} to "
            f"{fit.high:.{decimals}f}) since {since}"
            for since, fit in fits.items()
        ),
        "Both dates are given, because nobody published when the clock started.",
    )


def guardians(_: Baseline) -> Result:
    """Return the pace of Freedom to Speak Up Guardians, a role that was required."""
    fits = {
        since: fit_adoption([(years, GUARDIANS)], organisations=234)
        for since, years in GUARDIANS_SINCE.items()
    }
    return paces(fits, REQUIRED_PACE, 1)


def chief_ahps(_: Baseline) -> Result:
    """Return the pace of chief allied health professionals, a role that was encouraged."""
    shares = (AHP_SHARE, AHP_SHARE * AHP_ANSWERED / AHP_ASKED)
    asked = (AHP_ANSWERED, AHP_ASKED)
    fits = {
        since: fit_adoption([(years, share)], organisations=number)
        for (since, years), share, number in zip(AHP_SINCE.items(), shares, asked, strict=True)
    }
    return paces(fits, ENCOURAGED_PACE, 2)


CHECKS: Final = (
    Check(
        "adoption-table",
        GROUP,
        "Trusts with a leader after 1, 3, 5 and 8 years, at five paces",
        SHARE_TOLERANCE.words,
        OUR_READING,
        coverage_table,
    ),
    Check(
        "required-role",
        GROUP,
        "Freedom to Speak Up Guardians, 86% of trusts",
        REQUIRED_PACE.words,
        FREEDOM_TO_SPEAK_UP,
        guardians,
    ),
    Check(
        "encouraged-role",
        GROUP,
        "Chief allied health professionals, 60% to 81%",
        ENCOURAGED_PACE.words,
        CHIEF_AHP,
        chief_ahps,
    ),
    Check(
        "cppo-counts",
        GROUP,
        "Chief psychological professions officers, by trust and year",
        "none set",
        "None found",
        lambda _: Result(
            UNTESTED,
            "no open data",
            "Nobody has published a count. Asking every trust in which year its post was made "
            "would give the whole curve: `fit_adoption(points)` fits it.",
        ),
    ),
)
