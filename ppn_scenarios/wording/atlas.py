"""What can be told of places, in words made from the numbers."""

from collections.abc import Mapping

from ppn_scenarios.analysis.atlas import ABOVE, ALIKE, BELOW, FAR_ABOVE, FAR_BELOW


def told_apart(counts: Mapping[int, int], whole: int, who: str) -> str:
    """Return how many places can be told apart from England: `counts` are by how they stand."""
    if counts[ALIKE] == whole:
        return f"**None of the {whole} {who} can be told apart from England.**"
    below, above = counts[BELOW] + counts[FAR_BELOW], counts[ABOVE] + counts[FAR_ABOVE]
    return (
        f"**{counts[ALIKE]} of {whole} {who} cannot be told apart from it**: it lies within their "
        f"range. In {below} the whole range is below, in {above} above; other proxies moved places "
        "by up to a fifth."
    )
