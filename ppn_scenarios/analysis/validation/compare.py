"""A projection from the past beside what was counted, and beside a naive forecast."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from ppn_scenarios.analysis.uncertainty import Outcomes
from ppn_scenarios.model.baseline import Array


@dataclass(frozen=True, kw_only=True)
class Backtest:
    """A projection from the past, beside what was counted and beside a naive forecast.

    `projected` is by the most likely beliefs; `p10`, `p50` and `p90` are over draws of them. All
    are FTE by year, the start first. Errors are by counted year after the start, as a share of
    what was counted: +0.05 is 5% too high.
    """

    years: tuple[int, ...]
    projected: tuple[float, ...]
    p10: tuple[float, ...]
    p50: tuple[float, ...]
    p90: tuple[float, ...]
    naive: tuple[float, ...]  # the last growth before the start, carried forward
    observed: Mapping[int, float]  # FTE counted after the start
    error: Mapping[int, float]
    naive_error: Mapping[int, float]
    fitted: bool  # whether joiners were fitted to years before the start
    fitted_from: int | None  # the first of those years
    external: float  # people who join from outside a year
    leaving: float  # how many times as high as usual the rates of leaving are
    notes: tuple[str, ...]  # what was assumed, in sentences

    def __post_init__(self) -> None:
        """Refuse a result that holds anything but numbers."""
        series = (self.projected, self.p10, self.p50, self.p90, self.naive)
        errors = (*self.error.values(), *self.naive_error.values(), self.external, self.leaving)
        if not np.isfinite([*np.ravel(series), *errors]).all():
            raise ValueError("these numbers are too large or too small to be projected")

    @property
    def mape(self) -> float:
        """Mean absolute error over the counted years, as a share."""
        return float(np.mean(np.abs(list(self.error.values()))))

    @property
    def naive_mape(self) -> float:
        """Mean absolute error of the naive forecast, as a share."""
        return float(np.mean(np.abs(list(self.naive_error.values()))))

    @property
    def beats_naive(self) -> bool:
        """Whether the model's mean error is below that of the naive forecast."""
        return self.mape < self.naive_mape

    @property
    def inside(self) -> float:
        """Share of counted years that lie between p10 and p90."""
        at = {year: i for i, year in enumerate(self.years)}
        within = [self.p10[at[y]] <= fte <= self.p90[at[y]] for y, fte in self.observed.items()]
        return sum(within) / len(within)

    def table(self) -> pd.DataFrame:
        """Return one row for each counted year after the start."""
        at = [self.years.index(year) for year in self.observed]
        columns = {
            name: [getattr(self, name)[i] for i in at]
            for name in ("projected", "p10", "p50", "p90", "naive")
        }
        return pd.DataFrame(
            {"year": list(self.observed), "observed": list(self.observed.values())}
            | columns
            | {"error": list(self.error.values()), "naive_error": list(self.naive_error.values())}
        )


def compared(counted: Mapping[int, float], years: range, runs: Array, **about: Any) -> Backtest:
    """Return runs (n + 1, T + 1), the scenario's own first, beside what was counted."""
    band = Outcomes(years, runs[1:]).band()
    naive = carried_forward(counted, years)
    observed = {year: fte for year, fte in counted.items() if year > years[0]}
    at = {year: i for i, year in enumerate(years)}
    return Backtest(
        years=tuple(years),
        projected=numbers(runs[0]),
        p10=numbers(band.p10),
        p50=numbers(band.p50),
        p90=numbers(band.p90),
        naive=numbers(naive),
        observed=MappingProxyType(observed),
        error=MappingProxyType({y: float(runs[0][at[y]] / n - 1) for y, n in observed.items()}),
        naive_error=MappingProxyType({y: float(naive[at[y]] / n - 1) for y, n in observed.items()}),
        **about,
    )


def numbers(values: Array) -> tuple[float, ...]:
    """Return an array as plain numbers."""
    return tuple(float(value) for value in values)


def carried_forward(counted: Mapping[int, float], years: range) -> Array:
    """Return the naive forecast: the last growth before the start, or none if none is known."""
    start = years[0]
    before = [year for year in counted if year < start]
    growth = 1.0
    if before:
        growth = (counted[start] / counted[max(before)]) ** (1 / (start - max(before)))
    return np.asarray(counted[start] * growth ** (np.array(years) - start), dtype=float)
