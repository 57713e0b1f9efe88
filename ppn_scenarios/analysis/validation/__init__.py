"""The model held against what was published, and tools to hold it against any other series.

from ppn_scenarios.analysis.validation import backtest, fit_adoption

backtest({2018: 980, 2019: 1010, 2020: 1060, 2021: 1115}, {2020: 190, 2021: 200}, 2019, 2021)
fit_adoption([(1, 0.2), (3, 0.5), (6, 0.8)])
"""

from .adoption import AdoptionFit, fit_adoption
from .compare import Backtest
from .replay import backtest
from .verdict import against_bands

__all__ = ["AdoptionFit", "Backtest", "against_bands", "backtest", "fit_adoption"]
