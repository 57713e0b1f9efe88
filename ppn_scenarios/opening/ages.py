"""The ages of staff, from bands to single years: placeholders, as the table says."""

import numpy as np
import pandas as pd

from ppn_scenarios.model import Ages


def ages(bands: pd.DataFrame) -> Ages:
    """Return ages by single year from the table age_band; people spread evenly over a band."""
    width = (bands["age_to"] - bands["age_from"] + 1).to_numpy(int)

    def each_year(column: str) -> np.ndarray:
        values = np.repeat(bands[column].to_numpy(float), width)
        values.setflags(write=False)
        return values

    def spread(column: str) -> np.ndarray:
        values = np.repeat(bands[column].to_numpy(float) / width, width)
        values.setflags(write=False)
        return values

    return Ages(
        staff=spread("staff_share"),
        joiners=spread("joiner_share"),
        retiring=each_year("retiring_relative"),
        leaving=each_year("leaving_rate"),
    )
