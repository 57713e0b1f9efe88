"""The assumptions log: every assumption as text, made from the declarations."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from .assumption import A_SETTING, GROUPS, KINDS, STATUSES
from .own_dates import AS_PLANNED, PLAN, own_date
from .scenario import LEVERS
from .targets import STANDINGS, TARGETS

INTRODUCTION = """# Assumptions log

Made from the declarations in `ppn_scenarios/assumptions/` by `python -m ppn_scenarios log`. Do not
edit it by hand: a test compares it with the declarations.

Each assumption is a *choice* (something that people decide) or a *belief* (how the world works).
Its status says what its number rests on. Sources are listed by id in `data/source.csv`. A number
without a source is a placeholder for exploring; quote none of them.
"""

OF_DATES = f"""Each of these choices may start on a date of its own, and build up over years of its
own. Each such setting can be whatever the lever that heads its column can be, or 0, its default:
{AS_PLANNED}. It counts while its choice is not as things stand. Where no name is given, the choice
acts at once, or by a rule of its own."""


def cell(text: str) -> str:
    """Return text fit for a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def rows(head: tuple[str, ...], body: Sequence[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join("| " + " | ".join(map(cell, line)) + " |" for line in lines)


def counts_by_status() -> dict[str, int]:
    """Return how many assumptions rest on what, from the best to the least."""
    found = Counter(a.rests_on for a in LEVERS.values())
    return {label: found[label] for label in (*STATUSES.values(), A_SETTING)}


def own_dates() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the head and the rows of the table of own dates: one choice a row."""
    head = ("Choice", *(f"In place of *{of_plan.label}*" for of_plan in PLAN.values()))
    which = [name.removeprefix("plan_") for name in PLAN]
    body = [
        (a.label, *(f"`{own_date(name, w)}`" if w in a.dated else "" for w in which))
        for name, a in LEVERS.items()
        if a.dated
    ]
    return head, body


def assumptions_log() -> str:
    """Return the whole log as Markdown: counts, assumptions by group, targets."""
    counts = [(label, str(number)) for label, number in counts_by_status().items()]
    parts = [INTRODUCTION, rows(("What a number rests on", "Assumptions"), counts)]
    ordered = sorted(LEVERS.items(), key=lambda item: GROUPS.index(item[1].group))
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
    parts += ["## Own dates for single choices", OF_DATES, rows(*own_dates())]
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
