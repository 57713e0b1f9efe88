"""What it rests on: every assumption with its status, and what cannot be said."""

from collections.abc import Iterator

from ppn_scenarios.assumptions import LEVERS
from ppn_scenarios.assumptions.assumption import GROUPS
from ppn_scenarios.assumptions.limits import LIMITS, ROLES
from ppn_scenarios.assumptions.log import counts_by_status
from ppn_scenarios.tables import queries

from .ground import ESTIMATE, LEADER_SOURCE, STAFF_SOURCE, Ground
from .part import LICENCE, Part, Table


def assumptions(g: Ground) -> Part:
    """Return how many levers rest on what; for those with time, every lever with its source."""
    counts = counts_by_status()
    unsourced = next(n for label, n in counts.items() if label.startswith("No source"))
    return Part(
        id="assumptions",
        question="What does it rest on?",
        title=f"{unsourced} of the {len(LEVERS)} levers have no published source",
        words=(
            "Each lever says what its default rests on. A number without a source is a placeholder "
            "for exploring: quote none of them.",
            f"{STAFF_SOURCE} {LEADER_SOURCE}",
        ),
        table=Table(
            title="What the defaults of the levers rest on",
            head=("Rests on", "Levers"),
            rows=tuple((label, str(n)) for label, n in counts.items()),
            numbers=(1,),
        ),
        more=(
            Table(
                title="Every lever, as it is set here",
                head=("Lever", "Set to", "As things stand", "Its default rests on", "Source"),
                rows=tuple(levers(g)),
            ),
        ),
        sources=(STAFF_SOURCE, ESTIMATE, LEADER_SOURCE, LICENCE),
    )


def levers(g: Ground) -> Iterator[tuple[str, ...]]:
    """Yield every lever by group, with its source."""
    titles = queries.sources().set_index("source_id")["title"].to_dict()
    for name, a in sorted(LEVERS.items(), key=lambda item: GROUPS.index(item[1].group)):
        value = getattr(g.given, name)
        yield a.label, a.show(value), a.show(a.default), a.rests_on, titles[a.source_id]


def limits() -> Part:
    """Return what this cannot say, and who has looked at it."""
    roles = "; ".join(f"{role.lower()}: {who}" for role, who in ROLES.items())
    return Part(
        id="limits",
        question="What can it not say?",
        title="It is no forecast, and it cannot show that leadership improves staffing",
        words=(*LIMITS, f"Who answers for it: {roles}."),
        sources=(LICENCE,),
    )
