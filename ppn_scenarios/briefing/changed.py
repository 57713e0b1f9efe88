"""What we changed: each lever with the reader's reason and what its default rests on."""

from collections.abc import Iterator
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS
from ppn_scenarios.model import project
from ppn_scenarios.wording import literal
from ppn_scenarios.wording.hypothesis import HYPOTHESES, supposed, supposes

from .ground import Ground
from .part import Part, Table

HEAD: Final = ("Lever", "Set to", "As things stand", "Kind", "Reason given", "Its default rests on")


def changed(g: Ground) -> Part:
    """Return what the scenario changes against things as they stand."""
    apart = {"effects_on", *HYPOTHESES}
    names = [name for name in g.given.changes() if name not in apart]
    kinds = [ASSUMPTIONS[name].kind for name in names]
    choices, beliefs = kinds.count("choice"), kinds.count("belief")
    return Part(
        id="changed",
        question="What did we change?",
        title=title(choices, beliefs),
        words=tuple(said(g, bool(names))),
        table=Table(title="What this scenario changes", head=HEAD, rows=tuple(rows(g, names)))
        if names
        else None,
        sources=("A value that we set is our own; the last column is what the default rests on.",),
    )


def title(choices: int, beliefs: int) -> str:
    """Say how many levers were moved, choices and beliefs apart."""
    if not choices and not beliefs:
        return "Nothing is changed: these are things as they stand"
    parts = [
        f"{number} {name}{'' if number == 1 else 's'}"
        for number, name in ((choices, "choice"), (beliefs, "belief"))
        if number
    ]
    return f"We changed {' and '.join(parts)}; all else is as things stand"


def rows(g: Ground, names: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the row of each lever."""
    for name in names:
        a = ASSUMPTIONS[name]
        value = getattr(g.given, name)
        reason = g.reasons.get(name, "none given")
        yield a.label, a.show(value), a.show(a.default), KINDS[a.kind], reason, a.rests_on


def said(g: Ground, any_moved: bool) -> Iterator[str]:
    """Yield what to say of the changes, and of the hypothesis apart from them."""
    if g.note:
        yield f"**Why we look at this.** {literal(g.note)}"
    if any_moved:
        yield (
            "A *choice* is something that people decide; a *belief* is how the world works. What "
            "each does is told apart on the next page."
        )
    else:
        yield "Places, posts and leaving go on as now, and leadership posts are encouraged as now."
    if supposes(g.given):
        with_it = project(g.start, g.given)
        yield (
            f"**Our hypothesis, kept apart.** {supposed(with_it, g.run, g.place)} Every other "
            "number here leaves it out."
        )
