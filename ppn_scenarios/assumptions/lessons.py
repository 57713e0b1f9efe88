"""What every lever means, as one document made from the declarations."""

from collections.abc import Iterator
from itertools import groupby

from .assumption import GROUPS, KINDS, Assumption
from .lesson import TITLES
from .scenario import LEVERS

INTRODUCTION = """# What each lever means

Made from the declarations in `ppn_scenarios/assumptions/` by `python -m ppn_scenarios lessons`. Do
not edit it by hand: a test compares it with the declarations.

The app shows the same beside each lever, with what the lever does from where a reader is. Facts
name their source in words; `data/source.csv` has it by the ids given. Where nobody has published a
figure, the text says so. No study shows that leadership posts change staffing, and no text here
claims it. Equations (E1 to E19) are in [MODEL.md](MODEL.md).
"""


def lessons_document() -> str:
    """Return the lessons of all levers as Markdown, by group."""
    ordered = sorted(LEVERS.items(), key=lambda item: GROUPS.index(item[1].group))
    parts = [INTRODUCTION.strip()]
    for group, items in groupby(ordered, lambda item: item[1].group):
        parts.append(f"## {group}")
        for name, a in items:
            parts += lesson_of(name, a)
    return "\n\n".join(parts) + "\n"


def lesson_of(name: str, a: Assumption) -> Iterator[str]:
    """Yield the paragraphs about one lever."""
    yield f"### {a.label} (`{name}`)"
    span = "" if a.is_switch else f"; range {a.show(a.low)} to {a.show(a.high)}"
    if a.options:
        span = f"; {', '.join(a.option_labels)}"
    yield f"{KINDS[a.kind]}. As things stand: {a.show(a.default)}{span}. Rests on: {a.rests_on}."
    yield f"**What it is.** {a.meaning}"
    for which, text in a.lesson.texts().items():
        yield f"**{TITLES[which]}.** {text}"
    ids = ", ".join(f"`{id}`" for id in dict.fromkeys((a.source_id, *a.lesson.sources)))
    yield f"Sources: {ids}"
