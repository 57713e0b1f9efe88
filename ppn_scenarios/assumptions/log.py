"""The assumptions log: every assumption as text, made from the declarations."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from .assumption import A_SETTING, GROUPS, KINDS, STATUSES
from .scenario import ASSUMPTIONS
from .targets import STANDINGS, TARGETS

INTRODUCTION = """# Assumptions log

Made from the declarations in `ppn_scenarios/assumptions/` by `python -m ppn_scenarios log`. Do not
edit it by hand: a test compares it with the declarations.

Each assumption is a *choice* (something that people decide) or a *belief* (how the world works).
Its status says what its number rests on. Sources are listed by id in `data/source.csv`. A number
without a source is a placeholder for exploring; quote none of them.
"""


def cell(text: str) -> str:
    """Return text fit for a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def rows(head: tuple[str, ...], body: Sequence[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join("| " + " | ".join(map(cell, line)) + " |" for line in lines)


def counts_by_status() -> dict[str, int]:
    """Return how many assumptions rest on what, from the best to the least."""
    found = Counter(a.rests_on for a in ASSUMPTIONS.values())
    return {label: found[label] for label in (*STATUSES.values(), A_SETTING)}


def assumptions_log() -> str:
    """Return the whole log as Markdown: counts, assumptions by group, targets."""
    counts = [(label, str(number)) for label, number in counts_by_status().items()]
    parts = [INTRODUCTION, rows(("What a number rests on", "Assumptions"), counts)]
    ordered = sorted(ASSUMPTIONS.items(), key=lambda item: GROUPS.index(item[1].group))
    for group, items in groupby(ordered, lambda item: item[1].group):
        body = [
            (
                f"`{name}`",
                a.label,
                f"{a.meaning} {a.evidence}",
                KINDS[a.kind],
                a.show(a.default),
                f"{a.show(a.low)} to {a.show(a.high)}",
                a.distribution,
                a.rests_on,
                f"`{a.source_id}`",
            )
            for name, a in items
        ]
        head = (
            "Name",
            "Assumption",
            "Meaning and evidence",
            "Kind",
            "Default",
            "Range",
            "Distribution",
            "Status",
            "Source",
        )
        parts += [f"## {group}", rows(head, body)]
    targets = [
        (
            t.id,
            t.label,
            t.meaning,
            t.working,
            str(t.due or "none set"),
            STANDINGS[t.standing],
            t.why_not or f"`{t.measure}`",
        )
        for t in TARGETS.values()
    ]
    titles = ("Id", "Target", "Meaning", "Arithmetic", "Due", "Standing", "Measure, or why none")
    return "\n\n".join([*parts, "## Targets", rows(titles, targets)]) + "\n"
