"""The model started in the past, and compared with what was counted afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, cast

import numpy as np

from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, project
from ppn_scenarios.model.baseline import LONGEST_COURSE, Array

from .calibrate import beliefs_of, continued, fitted, leavers, opened, total
from .compare import Backtest, compared
from .given import Starts, history_of, starts_of, whole_number
from .notes import Fit, notes_on
from .uneven import spread_of_growth, unevenness

# Years before the start to fit to. Few, because constant joiners slow growth down as staff grow:
# over a long base the fitted run is slower at the start than what was last seen. A shorter base
# also did better in the Dutch back-tests.
BASE_YEARS: Final = 3
FEWEST_DRAWS: Final = 64
LEFT_OUT: Final = {"cap_mode": 0.0, "effects_on": 0.0}  # posts, and effects of leaders


def backtest(
    history: Mapping[int, float],
    places: Mapping[int, Starts],
    start_year: int,
    end_year: int,
    *,
    baseline: Baseline | None = None,
    scenario: Scenario | None = None,
    draws: int = 512,
    allow_gaps: bool = False,
) -> Backtest:
    """Start the model in a past year, of any country, and compare it with what was counted.

    `history` maps years to FTE on 31 March; `places` maps years to people who started training in
    the year that ended then (those of autumn 2019 belong to 2020), each a total or one number for
    each family. Training starts after the start year are fed in as they were: they are policy,
    not a forecast. Numbers of staff after it are used for nothing but the comparison.

    Where years before the start are given, joiners from outside (below none: the rates of
    leaving) are fitted so that the model passes through the start; else they are the default's,
    by size. `baseline` and `scenario` give everything else, by default England's. The interval
    covers our beliefs and, where four years or more up to the start are given, how unevenly staff
    grew in them; it covers no recoding and no changes of policy.

    Raises ValueError, with the reason, for series with gaps, in unlikely units or of nonsense.
    """
    start, end = whole_number(start_year, "the start"), whole_number(end_year, "the end")
    if whole_number(draws, "draws") < FEWEST_DRAWS:
        raise ValueError(f"draws is {draws}: an interval needs at least {FEWEST_DRAWS}")
    counted = history_of(history, start, end, allow_gaps)
    base = baseline or englands_baseline()
    asked = replace(scenario or Scenario(), **LEFT_OUT)
    split = usual_split(base, asked)
    given = starts_of(places, start, end, base.inputs.names, split)
    if (most := max(float(starts.sum()) for starts in given.values())) > counted[start]:
        raise ValueError(
            f"{most:,.0f} people start training in a year, more than the {counted[start]:,.0f} FTE "
            "at the start: are both of the same staff, in ones and not in thousands?"
        )
    earlier = [year for year in counted if year < start]
    first = base_year(earlier, start)
    starts = {year: given[max(year, min(given))] for year in range(first - LONGEST_COURSE, end + 1)}
    beliefs = beliefs_of(asked, draws)
    at = opened(base, asked, first, max(start, first + 1), counted[first], starts)
    leave = leavers(at, beliefs)
    if earlier:
        net = fitted(at, beliefs, counted[start], leave)
        at = continued(at, beliefs, net, leave, end, counted[start])
    else:
        net = np.full(draws + 1, asked.external * counted[start] / base.fte)
        at = replace(at, until=end, leadership_year=end)
    net = net + beliefs.shift * counted[start] / base.fte
    runs = total(project(at, beliefs.with_net(net, leave)))
    spread = spread_of_growth(counted, start)
    runs[1:] *= unevenness(spread, max(start - first, 1), draws, end - start)
    mean = float(net[0])
    fit = Fit(first if earlier else None, max(mean, 0.0), 1 + max(-mean, 0.0) / leave, spread)
    return compared(
        counted,
        range(start, end + 1),
        runs,
        fitted=bool(earlier),
        fitted_from=fit.since,
        external=fit.external,
        leaving=fit.leaving,
        notes=notes_on(counted, places, given, start, end, base, split, fit),
    )


def base_year(earlier: Sequence[int], start: int) -> int:
    """Return the first year to fit to, or the start if there is none before it."""
    recent = [year for year in earlier if year >= start - BASE_YEARS]
    return min(recent) if recent else max(earlier, default=start)


def usual_split(base: Baseline, scenario: Scenario) -> Array:
    """Return how many of each family (P,) start training in the base's first year."""
    first_year = replace(as_one_area(base), until=base.year + 1)
    return cast(Array, project(first_year, scenario).flows.starts[0, 0])


def englands_baseline() -> Baseline:
    """Return England's opening position; the tables are read only if it is asked for."""
    from ppn_scenarios.opening import baseline

    return baseline()
