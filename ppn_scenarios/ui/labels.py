"""Labels at the ends of lines, moved apart where they would overlap."""

import pandas as pd

LEAST_GAP = 0.13  # of the height of the chart: two lines of label text


def kept_apart(lines: pd.DataFrame, top: float | None = None) -> pd.Series:
    """Return where each label stands, in the chart's own unit; missing where there is no label.

    Labels are moved up from the lowest, just far enough that none overlaps the one below.
    """
    height = top or float(lines["high"].max()) or 1.0
    labelled = lines[lines["label"].notna() & (lines["kind"] == "line")].sort_values("value")
    where: dict[object, float] = {}
    floor = -1e18
    for index, value in labelled["value"].items():
        floor = max(float(value), floor + LEAST_GAP * height)
        where[index] = floor
    # What is recorded is labelled below its point, clear of the lines that go on from it.
    recorded = lines[lines["label"].notna() & (lines["kind"] == "recorded")]
    where |= (recorded["value"] - LEAST_GAP / 1.5 * height).to_dict()
    return pd.Series(where, index=lines.index, dtype=float)
