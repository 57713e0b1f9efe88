"""Labels at the ends of lines, moved apart where they would overlap."""

from collections.abc import Mapping

LEAST_GAP = 0.13  # of the height of a chart: two lines of label text


def kept_apart(ends: Mapping[str, float], height: float) -> dict[str, float]:
    """Return where the label of each line stands, in the chart's own unit.

    `ends` are the lines' last values. Labels are moved up from the lowest, just far enough that
    none overlaps the one below it.
    """
    where: dict[str, float] = {}
    floor = float("-inf")
    for name, value in sorted(ends.items(), key=lambda item: item[1]):
        floor = max(value, floor + LEAST_GAP * height)
        where[name] = floor
    return where
