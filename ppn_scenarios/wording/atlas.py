"""What can be told of places, in words made from the numbers."""

from collections.abc import Mapping

from ppn_scenarios.analysis.atlas import ABOVE, ALIKE, BELOW, FAR_ABOVE, FAR_BELOW


def told_apart(counts: Mapping[int, int], whole: int, who: str, proxied: bool) -> str:
    """Return how many places can be told apart from England: `counts` are by how they stand.

    `proxied` says whether the measure rests on the proxies of where staff work.
    """
    if counts[ALIKE] == whole:
        return f"**None of the {whole} {who} can be told apart from England.**"
    below, above = counts[BELOW] + counts[FAR_BELOW], counts[ABOVE] + counts[FAR_ABOVE]
    undone = margin(counts) if proxied else ""
    return (
        f"**{counts[ALIKE]} of {whole} {who} cannot be told apart from it**: it lies within their "
        f"range. In {below} the whole range is below, in {above} above.{undone}"
    )


def margin(counts: Mapping[int, int]) -> str:
    """Return how few stay apart if a proxy that is not used here may move each by a fifth."""
    known = " Other proxies moved places by up to a fifth"
    far = counts[FAR_BELOW] + counts[FAR_ABOVE]
    if not far:
        return f"{known}, which is enough to undo that for every one."
    return f"{known}, which leaves **only {far} clearly apart**."
