"""Tables of people that add up exactly: by group in England, by proxy elsewhere."""

from collections.abc import Mapping, Sequence
from typing import Final

from ppn_scenarios.analysis.flows import Whole
from ppn_scenarios.analysis.small_areas import FEWEST_SHOWN

from .flows import group_names
from .table import show_table

WAYS: Final = ("Middle of the proxies", "By Talking Therapies", "By mental health trusts")
BY_GROUP: Final = "Each column adds up exactly. Across, rounding may leave a person or two."
BY_WAY: Final = "An estimate. Each column adds up exactly; the two proxies do not agree."


def show_sum(
    caption: str,
    lines: tuple[str, Mapping[str, str], str],
    columns: Sequence[Whole],
    groups: Sequence[str],
    passport: str,
) -> None:
    """Draw columns that add up: a first line, flows by label, a last line.

    `groups` are those of England's columns; without any, the columns are ways of sharing England
    out, and fewer than five people are not shown.
    """
    first, flows, last = lines
    heads = [group_names()[group] for group in groups] or list(WAYS[: len(columns)])
    least = 0 if groups else FEWEST_SHOWN
    rows = [(first, [c.opening for c in columns])]
    rows += [(label, [abs(c.flows[name]) for c in columns]) for label, name in flows.items()]
    rows += [(last, [c.closing for c in columns])]
    show_table(
        caption,
        ("In the year", *heads),
        [
            (label, *(f"{n:,}" if n >= least else f"fewer than {least}" for n in numbers))
            for label, numbers in rows
        ],
        numbers=range(1, len(heads) + 1),
        passport=passport,
        source=BY_GROUP if groups else BY_WAY,
    )
