"""Labels at the ends of lines, moved apart where they would overlap."""

from collections.abc import Mapping

LEAST_GAP = 0.13  # of the height of a chart: two lines of label text


def kept_apart(
    ends: Mapping[str, float], height: float, least: float = LEAST_GAP
) -> dict[str, float]:
    """Return where the label of each line stands, in the chart's own unit.

    `ends` are the lines' last values. Labels that would overlap are moved apart just far enough,
    and as a group stay around the middle of their lines' ends, so that none strays further than it
    must: among all ways to keep them apart, the one with the least squared moves. The gap is
    `least` of the height.
    """
    gap = least * height
    ordered = sorted(ends.items(), key=lambda item: item[1])
    # Each group stands at the mean of its ends, less the room of the labels below it in order.
    groups: list[list[float]] = []
    for i, (_, value) in enumerate(ordered):
        groups.append([value - i * gap])
        while len(groups) > 1 and mean(groups[-2]) >= mean(groups[-1]):
            above = groups.pop()
            groups[-1] += above
    stands = [mean(group) for group in groups for _ in group]
    return {name: stands[i] + i * gap for i, (name, _) in enumerate(ordered)}


def mean(values: list[float]) -> float:
    """Return the mean of some values."""
    return sum(values) / len(values)
